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
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The limits that a rate limiter enforces. Immutable: every step returns a copy, and
 * throws an {@link IllegalArgumentException} for a number that is out of its range.
 *
 * <pre class="code">
 * RateLimit limit = RateLimit.defaults().withRequestsPerSecond(20).withMaxWait(Duration.ofSeconds(5));
 * </pre>
 *
 * @since 0.1.0
 */
public final class RateLimit {

	private static final RateLimit DEFAULTS = new RateLimit(10, 0, 10, 10_000, Duration.ofMinutes(1));

	private final double requestsPerSecond;

	private final int burst;

	private final int maxInFlight;

	private final int maxQueue;

	private final Duration maxWait;

	private RateLimit(double requestsPerSecond, int burst, int maxInFlight, int maxQueue, Duration maxWait) {
		this.requestsPerSecond = requestsPerSecond;
		this.burst = burst;
		this.maxInFlight = maxInFlight;
		this.maxQueue = maxQueue;
		this.maxWait = maxWait;
	}

	/**
	 * Maton's limit of 10 requests a second for an account, and Bigin's of 10 calls at
	 * once for a connection, with 10,000 calls waiting for up to 1 minute.
	 * @return the limits
	 */
	public static RateLimit defaults() {
		return DEFAULTS;
	}

	/**
	 * Change the requests a second.
	 * @param requestsPerSecond how many requests a second see at most, however it is cut,
	 * where there is no burst, 0.1 to 100,000
	 * @return a copy
	 */
	public RateLimit withRequestsPerSecond(double requestsPerSecond) {
		check(requestsPerSecond >= 0.1 && requestsPerSecond <= 100_000, "'requestsPerSecond' must be 0.1 to 100000",
				requestsPerSecond);
		return new RateLimit(requestsPerSecond, this.burst, this.maxInFlight, this.maxQueue, this.maxWait);
	}

	/**
	 * Change the burst.
	 * @param burst how many requests may go at once after a rest, on top of the even
	 * flow: with a burst of {@code n}, a second can see {@code n} more than the limit
	 * @return a copy
	 */
	public RateLimit withBurst(int burst) {
		check(burst >= 0, "'burst' must not be negative", burst);
		return new RateLimit(this.requestsPerSecond, burst, this.maxInFlight, this.maxQueue, this.maxWait);
	}

	/**
	 * Change the maximum number of calls in flight.
	 * @param maxInFlight the calls of one connection, 1 or more
	 * @return a copy
	 */
	public RateLimit withMaxInFlight(int maxInFlight) {
		check(maxInFlight >= 1, "'maxInFlight' must be 1 or more", maxInFlight);
		return new RateLimit(this.requestsPerSecond, this.burst, maxInFlight, this.maxQueue, this.maxWait);
	}

	/**
	 * Change how many calls wait.
	 * @param maxQueue how many calls of one priority wait at most; a further one is
	 * rejected at once
	 * @return a copy
	 */
	public RateLimit withMaxQueue(int maxQueue) {
		check(maxQueue >= 0, "'maxQueue' must not be negative", maxQueue);
		return new RateLimit(this.requestsPerSecond, this.burst, this.maxInFlight, maxQueue, this.maxWait);
	}

	/**
	 * Change how long a call waits.
	 * @param maxWait how long a call waits at most, and then is rejected; pauses after a
	 * 429 come on top, up to as much again
	 * @return a copy
	 */
	public RateLimit withMaxWait(Duration maxWait) {
		Assert.notNull(maxWait, "'maxWait' must not be null");
		check(!maxWait.isNegative(), "'maxWait' must not be negative", maxWait);
		return new RateLimit(this.requestsPerSecond, this.burst, this.maxInFlight, this.maxQueue, maxWait);
	}

	/**
	 * How many requests a second see at most, where there is no burst.
	 * @return the requests a second
	 */
	public double requestsPerSecond() {
		return this.requestsPerSecond;
	}

	/**
	 * How many requests may go at once after a rest.
	 * @return the requests
	 */
	public int burst() {
		return this.burst;
	}

	/**
	 * The maximum number of calls of one connection in flight.
	 * @return the calls
	 */
	public int maxInFlight() {
		return this.maxInFlight;
	}

	/**
	 * How many calls of one priority wait at most.
	 * @return the calls
	 */
	public int maxQueue() {
		return this.maxQueue;
	}

	/**
	 * How long a call waits at most, without pauses after a 429.
	 * @return the time
	 */
	public Duration maxWait() {
		return this.maxWait;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof RateLimit limit && this.requestsPerSecond == limit.requestsPerSecond
				&& this.burst == limit.burst && this.maxInFlight == limit.maxInFlight && this.maxQueue == limit.maxQueue
				&& this.maxWait.equals(limit.maxWait);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.requestsPerSecond, this.burst, this.maxInFlight, this.maxQueue, this.maxWait);
	}

	@Override
	public String toString() {
		return "RateLimit[requestsPerSecond=" + this.requestsPerSecond + ", burst=" + this.burst + ", maxInFlight="
				+ this.maxInFlight + ", maxQueue=" + this.maxQueue + ", maxWait=" + this.maxWait + "]";
	}

	// no lambda for the message, as each start of an application comes here
	private static void check(boolean valid, String rule, Object value) {
		if (!valid) {
			throw new IllegalArgumentException(rule + ", not " + value);
		}
	}

}
