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

package io.github.biginspring.limit;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * The limits that a rate limiter enforces. Immutable: every step returns a copy.
 *
 * @param requestsPerSecond how many requests a second see at most, however it is cut,
 * where there is no burst
 * @param burst how many requests may go at once after a rest, on top of the even flow:
 * with a burst of {@code n}, a second can see {@code n} more than the limit
 * @param maxInFlight the maximum number of calls of one connection in flight
 * @param maxQueue how many calls of one priority wait at most; a further one is rejected
 * at once
 * @param maxWait how long a call waits at most, and then is rejected; pauses after a 429
 * come on top, up to as much again
 * @since 0.1.0
 */
public record RateLimit(double requestsPerSecond, int burst, int maxInFlight, int maxQueue, Duration maxWait) {

	/**
	 * Check the numbers.
	 * @param requestsPerSecond how many requests a second see at most, however it is cut,
	 * where there is no burst
	 * @param burst how many requests may go at once after a rest, on top of the even
	 * flow: with a burst of {@code n}, a second can see {@code n} more than the limit
	 * @param maxInFlight the maximum number of calls of one connection in flight
	 * @param maxQueue how many calls of one priority wait at most; a further one is
	 * rejected at once
	 * @param maxWait how long a call waits at most, and then is rejected; pauses after a
	 * 429 come on top, up to as much again
	 * @throws IllegalArgumentException if one is out of its range
	 */
	public RateLimit {
		Assert.notNull(maxWait, "'maxWait' must not be null");
		Assert.isTrue(requestsPerSecond >= 0.1 && requestsPerSecond <= 100_000,
				() -> "'requestsPerSecond' must be 0.1 to 100000, not " + requestsPerSecond);
		Assert.isTrue(burst >= 0, () -> "'burst' must not be negative, not " + burst);
		Assert.isTrue(maxInFlight >= 1, () -> "'maxInFlight' must be 1 or more, not " + maxInFlight);
		Assert.isTrue(maxQueue >= 0, () -> "'maxQueue' must not be negative, not " + maxQueue);
		Assert.isTrue(!maxWait.isNegative(), () -> "'maxWait' must not be negative, not " + maxWait);
	}

	/**
	 * Maton's limit of 10 requests a second for an account, and Bigin's of 10 calls at
	 * once for a connection, with 10,000 calls waiting for up to 1 minute.
	 * @return the limits
	 */
	public static RateLimit defaults() {
		return new RateLimit(10, 0, 10, 10_000, Duration.ofMinutes(1));
	}

	/**
	 * Change the requests a second.
	 * @param requestsPerSecond the requests a second
	 * @return a copy
	 */
	public RateLimit withRequestsPerSecond(double requestsPerSecond) {
		return new RateLimit(requestsPerSecond, this.burst, this.maxInFlight, this.maxQueue, this.maxWait);
	}

	/**
	 * Change the burst.
	 * @param burst the burst
	 * @return a copy
	 */
	public RateLimit withBurst(int burst) {
		return new RateLimit(this.requestsPerSecond, burst, this.maxInFlight, this.maxQueue, this.maxWait);
	}

	/**
	 * Change the maximum number of calls in flight.
	 * @param maxInFlight the calls of one connection
	 * @return a copy
	 */
	public RateLimit withMaxInFlight(int maxInFlight) {
		return new RateLimit(this.requestsPerSecond, this.burst, maxInFlight, this.maxQueue, this.maxWait);
	}

	/**
	 * Change how many calls wait.
	 * @param maxQueue the calls
	 * @return a copy
	 */
	public RateLimit withMaxQueue(int maxQueue) {
		return new RateLimit(this.requestsPerSecond, this.burst, this.maxInFlight, maxQueue, this.maxWait);
	}

	/**
	 * Change how long a call waits.
	 * @param maxWait the time
	 * @return a copy
	 */
	public RateLimit withMaxWait(Duration maxWait) {
		Assert.notNull(maxWait, "'maxWait' must not be null");
		return new RateLimit(this.requestsPerSecond, this.burst, this.maxInFlight, this.maxQueue, maxWait);
	}

}
