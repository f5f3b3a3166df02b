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
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Options of a progress listener: the interval, and the expected number of records.
 * Immutable: every step returns a copy.
 *
 * <pre class="code">
 * ProgressOptions.defaults().every(Duration.ofSeconds(10)).outOf(5_000)
 * </pre>
 *
 * @since 0.1.0
 */
public final class ProgressOptions {

	private static final ProgressOptions DEFAULTS = new ProgressOptions(Duration.ofSeconds(1), null);

	private final Duration interval;

	private final @Nullable Long total;

	private ProgressOptions(Duration interval, @Nullable Long total) {
		this.interval = interval;
		this.total = total;
	}

	/**
	 * Once a second, and no total: lists do not say how many records there are.
	 * @return the options
	 */
	public static ProgressOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * Tell at other intervals.
	 * @param interval how much time lies between two times at least, the end excepted
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	public ProgressOptions every(Duration interval) {
		Assert.notNull(interval, "'interval' must not be null");
		Assert.isTrue(!interval.isNegative(), () -> "'interval' must not be negative, not " + interval);
		return new ProgressOptions(interval, this.total);
	}

	/**
	 * Say how many records there are.
	 * @param total the number
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	public ProgressOptions outOf(long total) {
		Assert.isTrue(total >= 0, () -> "'total' must not be negative, not " + total);
		return new ProgressOptions(this.interval, total);
	}

	/**
	 * How much time lies between two times at least, the end excepted.
	 * @return the time
	 */
	public Duration interval() {
		return this.interval;
	}

	/**
	 * How many records there are.
	 * @return the number, or {@code null} where that is not known
	 */
	public @Nullable Long total() {
		return this.total;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ProgressOptions options && this.interval.equals(options.interval)
				&& Objects.equals(this.total, options.total);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.interval, this.total);
	}

	@Override
	public String toString() {
		return "ProgressOptions[interval=" + this.interval + ", total=" + this.total + "]";
	}

}
