/*
 * Copyright 2026 the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.biginspring.error;

import org.springframework.util.Assert;

/**
 * Thrown when a bulk read has ended at Bigin without a result. What to do: create the job
 * again; if it fails again, ask for fewer records or other fields.
 *
 * @since 0.1.0
 */
public final class BiginJobFailedException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * @serial the id of the job
	 */
	private final String jobId;

	/**
	 * Create the exception of a failed job.
	 * @param details the details of the call that reported it
	 * @param jobId the id of the job
	 */
	public BiginJobFailedException(ErrorDetails details, String jobId) {
		super(details, "Create a new job; if it fails again, ask for fewer records or other fields.");
		Assert.notNull(jobId, "'jobId' must not be null");
		this.jobId = jobId;
	}

	/**
	 * Return the id of the job.
	 * @return the id, digits as text
	 */
	public String getJobId() {
		return this.jobId;
	}

	@Override
	public boolean isTransient() {
		return true;
	}

}
