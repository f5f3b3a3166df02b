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

package io.github.biginspring.query;

import org.jspecify.annotations.Nullable;

/**
 * A job of a bulk read, in which Bigin prepares one file.
 *
 * @param id the id, digits as text
 * @param state how it stands
 * @param result what can be downloaded, or {@code null} before it is completed
 * @since 0.1.0
 */
public record BulkJob(String id, BulkJobState state, @Nullable Result result) {

	/**
	 * Whether its result can be downloaded.
	 * @return {@code true} if its state is {@link BulkJobState#COMPLETED}
	 */
	public boolean isCompleted() {
		return BulkJobState.COMPLETED.equals(this.state);
	}

	/**
	 * Whether it has ended without a result.
	 * @return {@code true} if its state is {@link BulkJobState#FAILURE} or
	 * {@link BulkJobState#FAILED}
	 */
	public boolean isFailed() {
		return BulkJobState.FAILURE.equals(this.state) || BulkJobState.FAILED.equals(this.state);
	}

	/**
	 * Whether there are more records after this page.
	 * @return {@code true} if there are
	 */
	public boolean hasNext() {
		return this.result != null && this.result.moreRecords();
	}

	/**
	 * What can be downloaded.
	 *
	 * @param page the number of the page, from 1
	 * @param count how many records it has
	 * @param moreRecords whether there are more records after it
	 * @param downloadUrl where Bigin keeps it, as Bigin says it, or {@code null};
	 * {@link BulkRead#rows(String)} uses the job's id
	 * @since 0.1.0
	 */
	public record Result(int page, long count, boolean moreRecords, @Nullable String downloadUrl) {

	}

}
