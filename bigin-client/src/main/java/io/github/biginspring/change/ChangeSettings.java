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

package io.github.biginspring.change;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Default settings for reading changes, which a query can override.
 *
 * @param cursorStore keeps cursors, or {@code null} where none are kept
 * @param leaseProvider lets one instance at a time do something, or {@code null}
 * @param watermarkDelay how long after its second a change is read, from zero
 * @param maxAge how old a cursor may be
 * @since 0.1.0
 */
public record ChangeSettings(@Nullable CursorStore cursorStore, @Nullable LeaseProvider leaseProvider,
		Duration watermarkDelay, Duration maxAge) {

	/**
	 * Check the durations.
	 * @param cursorStore keeps cursors, or {@code null} where none are kept
	 * @param leaseProvider lets one instance at a time do something, or {@code null}
	 * @param watermarkDelay how long after its second a change is read, from zero
	 * @param maxAge how old a cursor may be
	 * @throws IllegalArgumentException if one is out of its range
	 */
	public ChangeSettings {
		Assert.notNull(watermarkDelay, "'watermarkDelay' must not be null");
		Assert.notNull(maxAge, "'maxAge' must not be null");
		Assert.isTrue(!watermarkDelay.isNegative(),
				() -> "'watermarkDelay' must not be negative, as is " + watermarkDelay);
		Assert.isTrue(maxAge.compareTo(Duration.ZERO) > 0, () -> "'maxAge' must be positive, not " + maxAge);
	}

	/**
	 * Changes are read 5 seconds after their second, cursors live for 60 days and are not
	 * kept.
	 * @return the settings
	 */
	public static ChangeSettings defaults() {
		return new ChangeSettings(null, null, Duration.ofSeconds(5), Duration.ofDays(60));
	}

	/**
	 * Keep cursors.
	 * @param cursorStore where
	 * @return a copy
	 */
	public ChangeSettings withCursorStore(@Nullable CursorStore cursorStore) {
		return new ChangeSettings(cursorStore, this.leaseProvider, this.watermarkDelay, this.maxAge);
	}

	/**
	 * Let one instance at a time handle changes where that is asked for.
	 * @param leaseProvider by what
	 * @return a copy
	 */
	public ChangeSettings withLeaseProvider(@Nullable LeaseProvider leaseProvider) {
		return new ChangeSettings(this.cursorStore, leaseProvider, this.watermarkDelay, this.maxAge);
	}

	/**
	 * Set how long after its second a change is read.
	 * @param watermarkDelay the time, from zero
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	public ChangeSettings withWatermarkDelay(Duration watermarkDelay) {
		Assert.notNull(watermarkDelay, "'watermarkDelay' must not be null");
		return new ChangeSettings(this.cursorStore, this.leaseProvider, watermarkDelay, this.maxAge);
	}

	/**
	 * Set how old a cursor may be.
	 * @param maxAge the age
	 * @return a copy
	 * @throws IllegalArgumentException if it is not positive
	 */
	public ChangeSettings withMaxAge(Duration maxAge) {
		Assert.notNull(maxAge, "'maxAge' must not be null");
		return new ChangeSettings(this.cursorStore, this.leaseProvider, this.watermarkDelay, maxAge);
	}

}
