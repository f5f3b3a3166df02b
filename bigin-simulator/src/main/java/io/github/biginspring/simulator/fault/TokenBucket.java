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

package io.github.biginspring.simulator.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A rate limit that lets bursts of its whole size through.
 */
final class TokenBucket {

	private final int capacity;

	private final Duration period;

	private final double tokensPerNano;

	private final InstantSource clock;

	private final Fault fault;

	private double tokens;

	private Instant filled;

	TokenBucket(int capacity, Duration period, InstantSource clock, Fault fault) {
		if (capacity < 1 || period.isNegative() || period.isZero()) {
			throw new IllegalArgumentException(
					"A rate limit needs a positive number of requests and a positive time, not " + capacity + " in "
							+ period);
		}
		this.capacity = capacity;
		this.period = period;
		this.tokensPerNano = (double) capacity / period.toNanos();
		this.clock = clock;
		this.fault = fault;
		this.tokens = capacity;
		this.filled = clock.instant();
	}

	Fault fault() {
		return this.fault;
	}

	synchronized boolean take() {
		Instant now = this.clock.instant();
		long passed = Duration.between(this.filled, now).toNanos();
		if (passed > 0) {
			this.tokens = Math.min(this.capacity, this.tokens + passed * this.tokensPerNano);
			this.filled = now;
		}
		if (this.tokens < 1) {
			return false;
		}
		this.tokens--;
		return true;
	}

	@Override
	public String toString() {
		return this.capacity + " in " + this.period;
	}

}
