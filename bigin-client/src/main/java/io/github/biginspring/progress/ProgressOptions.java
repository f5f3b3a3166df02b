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

package io.github.biginspring.progress;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Options of a progress listener: the interval, and the expected number of records.
 *
 * <pre class="code">
 * ProgressOptions.defaults().every(Duration.ofSeconds(10)).outOf(5_000)
 * </pre>
 *
 * @param interval how much time lies between two times at least, the end excepted
 * @param total how many records there are, or {@code null} where that is not known
 * @since 0.1.0
 */
public record ProgressOptions(Duration interval, @Nullable Long total) {

	/**
	 * Check the values.
	 * @param interval how much time lies between two times at least, the end excepted
	 * @param total how many records there are, or {@code null} where that is not known
	 * @throws IllegalArgumentException if one is negative
	 */
	public ProgressOptions {
		Assert.notNull(interval, "'interval' must not be null");
		Assert.isTrue(!interval.isNegative(), () -> "'interval' must not be negative, not " + interval);
		Assert.isTrue(total == null || total >= 0, () -> "'total' must not be negative, not " + total);
	}

	/**
	 * Once a second, and no total: lists do not say how many records there are.
	 * @return the options
	 */
	public static ProgressOptions defaults() {
		return new ProgressOptions(Duration.ofSeconds(1), null);
	}

	/**
	 * Tell at other intervals.
	 * @param interval how much time lies between two times at least, the end excepted
	 * @return a copy
	 */
	public ProgressOptions every(Duration interval) {
		Assert.notNull(interval, "'interval' must not be null");
		return new ProgressOptions(interval, this.total);
	}

	/**
	 * Say how many records there are.
	 * @param total the number
	 * @return a copy
	 */
	public ProgressOptions outOf(long total) {
		return new ProgressOptions(this.interval, total);
	}

}
