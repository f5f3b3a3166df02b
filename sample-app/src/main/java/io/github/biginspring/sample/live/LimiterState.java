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

package io.github.biginspring.sample.live;

import java.time.Duration;
import java.time.Instant;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import io.github.biginspring.limit.RateLimiterListener;

/**
 * Keeps what the starter's rate limiter says of itself: that it is a bean is enough to be
 * notified. One thread at a time notifies it, others read.
 */
// tag::limiter[]
@Component
class LimiterState implements RateLimiterListener {

	private volatile double rate;

	private volatile int waiting;

	private volatile int inFlight;

	private volatile long sent;

	private volatile Instant pausedUntil = Instant.EPOCH;

	LimiterState(@Value("${bigin.rate-limit.requests-per-second:10}") double rate) {
		this.rate = rate;
	}

	@Override
	public void loadChanged(int waiting, int inFlight) {
		this.waiting = waiting;
		this.inFlight = inFlight;
	}

	@Override
	@SuppressWarnings("NonAtomicVolatileUpdate")
	public void admitted(Duration waited) {
		this.sent++;
	}

	@Override
	public void paused(Duration pause) {
		this.pausedUntil = Instant.now().plus(pause);
	}

	@Override
	public void rateChanged(double requestsPerSecond) {
		this.rate = requestsPerSecond;
	}

	// end::limiter[]

	/**
	 * Tell what is known.
	 * @param refused how many calls were answered with 429
	 * @return the state as it is now
	 */
	LiveSnapshot.Limiter now(long refused) {
		return new LiveSnapshot.Limiter(this.rate, this.waiting, this.inFlight, this.sent, refused,
				Instant.now().isBefore(this.pausedUntil));
	}

}
