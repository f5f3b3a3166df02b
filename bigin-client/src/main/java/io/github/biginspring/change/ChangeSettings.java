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
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Default settings for reading changes, which a query can override. Immutable: every step
 * returns a copy.
 *
 * @since 0.1.0
 */
public final class ChangeSettings {

	private static final ChangeSettings DEFAULTS = new ChangeSettings(null, null, Duration.ofSeconds(5),
			Duration.ofDays(60));

	private final @Nullable CursorStore cursorStore;

	private final @Nullable LeaseProvider leaseProvider;

	private final Duration watermarkDelay;

	private final Duration maxAge;

	private ChangeSettings(@Nullable CursorStore cursorStore, @Nullable LeaseProvider leaseProvider,
			Duration watermarkDelay, Duration maxAge) {
		this.cursorStore = cursorStore;
		this.leaseProvider = leaseProvider;
		this.watermarkDelay = watermarkDelay;
		this.maxAge = maxAge;
	}

	/**
	 * Changes are read 5 seconds after their second, cursors live for 60 days and are not
	 * kept.
	 * @return the settings
	 */
	public static ChangeSettings defaults() {
		return DEFAULTS;
	}

	/**
	 * Keep cursors.
	 * @param cursorStore where, or {@code null} to keep none
	 * @return a copy
	 */
	public ChangeSettings withCursorStore(@Nullable CursorStore cursorStore) {
		return new ChangeSettings(cursorStore, this.leaseProvider, this.watermarkDelay, this.maxAge);
	}

	/**
	 * Let one instance at a time handle changes where that is asked for.
	 * @param leaseProvider by what, or {@code null} for nothing
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
		check(!watermarkDelay.isNegative(), "'watermarkDelay' must not be negative, as is ", watermarkDelay);
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
		check(maxAge.compareTo(Duration.ZERO) > 0, "'maxAge' must be positive, not ", maxAge);
		return new ChangeSettings(this.cursorStore, this.leaseProvider, this.watermarkDelay, maxAge);
	}

	/**
	 * What keeps cursors.
	 * @return the store, or {@code null} where none are kept
	 */
	public @Nullable CursorStore cursorStore() {
		return this.cursorStore;
	}

	/**
	 * What lets one instance at a time do something.
	 * @return the provider, or {@code null} where there is none
	 */
	public @Nullable LeaseProvider leaseProvider() {
		return this.leaseProvider;
	}

	/**
	 * How long after its second a change is read.
	 * @return the time, from zero
	 */
	public Duration watermarkDelay() {
		return this.watermarkDelay;
	}

	/**
	 * How old a cursor may be.
	 * @return the age
	 */
	public Duration maxAge() {
		return this.maxAge;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof ChangeSettings settings && Objects.equals(this.cursorStore, settings.cursorStore)
				&& Objects.equals(this.leaseProvider, settings.leaseProvider)
				&& this.watermarkDelay.equals(settings.watermarkDelay) && this.maxAge.equals(settings.maxAge);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.cursorStore, this.leaseProvider, this.watermarkDelay, this.maxAge);
	}

	@Override
	public String toString() {
		return "ChangeSettings[cursorStore=" + this.cursorStore + ", leaseProvider=" + this.leaseProvider
				+ ", watermarkDelay=" + this.watermarkDelay + ", maxAge=" + this.maxAge + "]";
	}

	// no lambda for the message, as each start of an application comes here
	private static void check(boolean valid, String rule, Duration value) {
		if (!valid) {
			throw new IllegalArgumentException(rule + value);
		}
	}

}
