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

/**
 * The state of a job. Bigin may add further values.
 *
 * @param value the value on the wire
 * @since 0.1.0
 */
public record BulkJobState(String value) {

	/**
	 * It was taken.
	 */
	public static final BulkJobState ADDED = new BulkJobState("ADDED");

	/**
	 * It waits for its turn.
	 */
	public static final BulkJobState QUEUED = new BulkJobState("QUEUED");

	/**
	 * It is being worked on.
	 */
	public static final BulkJobState IN_PROGRESS = new BulkJobState("IN PROGRESS");

	/**
	 * Its result can be downloaded.
	 */
	public static final BulkJobState COMPLETED = new BulkJobState("COMPLETED");

	/**
	 * It has ended without a result.
	 */
	public static final BulkJobState FAILURE = new BulkJobState("FAILURE");

	/**
	 * It has ended without a result.
	 */
	public static final BulkJobState FAILED = new BulkJobState("FAILED");

	@Override
	public String toString() {
		return this.value;
	}

}
