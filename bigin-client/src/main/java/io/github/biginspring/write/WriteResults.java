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

package io.github.biginspring.write;

import java.util.List;

import org.springframework.util.Assert;

/**
 * The results of a write, one for each record.
 *
 * @param all the results in the order in which the records were given
 * @param <T> the type of what was given
 * @since 0.1.0
 */
public record WriteResults<T>(List<WriteResult<T>> all) {

	/**
	 * Create the results.
	 * @param all the results in the order in which the records were given
	 */
	public WriteResults {
		Assert.notNull(all, "'all' must not be null");
		Assert.noNullElements(all, "'all' must not contain null elements");
		all = List.copyOf(all);
	}

	/**
	 * Return the records that were written.
	 * @return their results, in order
	 */
	public List<WriteResult.Written<T>> written() {
		return this.all.stream()
			.filter(WriteResult.Written.class::isInstance)
			.map((result) -> (WriteResult.Written<T>) result)
			.toList();
	}

	/**
	 * Return the records that were rejected.
	 * @return their results, in order
	 */
	public List<WriteResult.Rejected<T>> rejected() {
		return this.all.stream()
			.filter(WriteResult.Rejected.class::isInstance)
			.map((result) -> (WriteResult.Rejected<T>) result)
			.toList();
	}

	/**
	 * Return the records of which it is unknown whether they were written.
	 * @return their results, in order
	 */
	public List<WriteResult.Unknown<T>> unknown() {
		return this.all.stream()
			.filter(WriteResult.Unknown.class::isInstance)
			.map((result) -> (WriteResult.Unknown<T>) result)
			.toList();
	}

	/**
	 * Whether every record was written.
	 * @return {@code true} if none was rejected, and none is unknown
	 */
	public boolean isComplete() {
		return this.all.stream().allMatch(WriteResult::isWritten);
	}

}
