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

package io.github.biginspring.change.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the time at the service: that it was not earlier than the latest time
 * seen in a response, and that it goes on. This machine's clock is used to measure
 * durations only.
 */
final class Watermark {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private final Duration watermarkDelay;

	private final LongSupplier nanoTime;

	private @Nullable Instant latest;

	private long seenAt;

	// what was known before the latest time was seen
	private @Nullable Instant floor;

	Watermark(Duration watermarkDelay, LongSupplier nanoTime) {
		this.watermarkDelay = watermarkDelay;
		this.nanoTime = nanoTime;
	}

	/**
	 * Take note of a time that stands in a response, when the response arrives.
	 * @param time the time of a change
	 */
	void observe(Instant time) {
		if (this.latest == null || time.isAfter(this.latest)) {
			this.floor = earliestNow();
			this.latest = time;
			this.seenAt = this.nanoTime.getAsLong();
		}
	}

	private @Nullable Instant earliestNow() {
		if (this.latest == null) {
			return null;
		}
		// no further than needed, so that a clock that runs fast does no harm
		Duration needed = this.watermarkDelay.plus(SECOND);
		Duration elapsed = Duration.ofNanos(this.nanoTime.getAsLong() - this.seenAt);
		Instant now = this.latest.plus((elapsed.compareTo(needed) < 0) ? elapsed : needed);
		return (this.floor != null && this.floor.isAfter(now)) ? this.floor : now;
	}

	/**
	 * Return the time before which no second changes any more: what bears it can be seen
	 * in every response to a call that is made from now on.
	 * @return the beginning of a second, or {@code null} where nothing is known
	 */
	@Nullable Instant settledBefore() {
		Instant now = earliestNow();
		return (now != null) ? now.minus(this.watermarkDelay).truncatedTo(ChronoUnit.SECONDS) : null;
	}

	/**
	 * Return how long it takes until a second is settled.
	 * @param time a time that was observed
	 * @return the duration
	 */
	Duration untilSettled(Instant time) {
		Instant settled = time.truncatedTo(ChronoUnit.SECONDS).plus(SECOND).plus(this.watermarkDelay);
		Instant now = earliestNow();
		Duration rest = (now != null) ? Duration.between(now, settled) : this.watermarkDelay.plus(SECOND);
		return rest.isNegative() ? Duration.ZERO : rest;
	}

}
