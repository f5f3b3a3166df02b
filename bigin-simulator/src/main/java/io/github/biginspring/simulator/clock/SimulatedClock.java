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

package io.github.biginspring.simulator.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The clock of the simulator, which can be moved ahead of the clock that it is based on.
 * Whatever depends on the time follows it at once: date-times of records, the search lag,
 * the rate limit, the credits of 24 hours, and the expiry of page tokens and channels.
 * Delays of responses do not. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class SimulatedClock implements InstantSource {

	private static final Duration FURTHEST = Duration.ofDays(36_525);

	private final InstantSource base;

	private Duration moved = Duration.ZERO;

	/**
	 * A clock that goes as another one does.
	 * @param base the other clock
	 */
	public SimulatedClock(InstantSource base) {
		if (base == null) {
			throw new IllegalArgumentException("'base' must not be null: give the clock to follow");
		}
		this.base = base;
	}

	@Override
	public Instant instant() {
		return this.base.instant().plus(moved());
	}

	/**
	 * Move the clock forward.
	 * @param duration how far, more than nothing; 100 years are the most altogether
	 * @throws IllegalArgumentException if it is not
	 */
	public synchronized void advance(Duration duration) {
		if (duration == null || duration.isZero() || duration.isNegative()
				|| duration.compareTo(FURTHEST.minus(this.moved)) > 0) {
			throw new IllegalArgumentException("The clock cannot be moved by " + duration
					+ ": give a positive duration, such as PT1H, and 100 years altogether at most");
		}
		this.moved = this.moved.plus(duration);
	}

	/**
	 * How far the clock was moved since the beginning or the last {@link #reset()}.
	 * @return the time that it is ahead of the other clock
	 */
	public synchronized Duration moved() {
		return this.moved;
	}

	/**
	 * Go as the other clock does again.
	 */
	public synchronized void reset() {
		this.moved = Duration.ZERO;
	}

	@Override
	public String toString() {
		return "Simulated clock, moved by " + moved();
	}

}
