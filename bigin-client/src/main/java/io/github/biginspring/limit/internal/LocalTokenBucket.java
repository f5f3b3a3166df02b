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

package io.github.biginspring.limit.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.TokenBucket;

/**
 * Counts the requests of this process, by Bucket4j.
 *
 * @since 0.1.0
 */
public final class LocalTokenBucket implements TokenBucket {

	/**
	 * What one request takes: a bucket holds whole tokens only, and the room for late
	 * timers is less than one request.
	 */
	static final long TOKENS_PER_REQUEST = 1_000;

	// how late a timer may be without a request being lost, in seconds
	private static final double LATENESS = 0.01;

	// how much later than the next one a request may arrive without a second over the
	// limit, in seconds
	private static final double JITTER = 0.01;

	private final RateLimit limit;

	private final LongSupplier clock;

	// made for the first request, before which its library is of no use
	private final AtomicReference<@Nullable Bucket> bucket = new AtomicReference<>();

	/**
	 * Create a bucket.
	 * @param limit the requests a second, and the burst
	 * @param clock tells the time in nanoseconds, and never goes back
	 */
	public LocalTokenBucket(RateLimit limit, LongSupplier clock) {
		this.limit = limit;
		this.clock = clock;
	}

	private Bucket bucket() {
		Bucket known = this.bucket.get();
		if (known != null) {
			return known;
		}
		Bucket made = Bucket.builder()
			.withCustomTimePrecision(new Nanoseconds(this.clock))
			.addLimit(bandwidth(this.limit, LATENESS, 1 + JITTER))
			.build();
		Bucket other = this.bucket.compareAndExchange(null, made);
		return (other != null) ? other : made;
	}

	/**
	 * The bandwidth that lets no window see more than the limit's requests, however it is
	 * cut, where the burst is 0: a bucket admits at most its capacity and what flows in
	 * during that window, and both together are less than one request over the limit.
	 * @param limit the requests a window, and how many more may go at once
	 * @param lateness how late a timer may be without a request being lost, in seconds;
	 * the room that this takes is taken off the refill
	 * @param window how long the window is, in seconds: one, and what requests may arrive
	 * later than they were let through
	 * @return the bandwidth, in {@link #TOKENS_PER_REQUEST} for each request
	 */
	static Bandwidth bandwidth(RateLimit limit, double lateness, double window) {
		double room = limit.requestsPerSecond() * lateness;
		long capacity = Math.round((1 + limit.burst() + room) * TOKENS_PER_REQUEST);
		double refill = (limit.requestsPerSecond() - room) / window;
		long nanosPerRequest = Math.round(1e9 / refill);
		return Bandwidth.builder()
			.capacity(capacity)
			.refillGreedy(TOKENS_PER_REQUEST, Duration.ofNanos(nanosPerRequest))
			.initialTokens(TOKENS_PER_REQUEST * (1 + limit.burst()))
			.build();
	}

	@Override
	public void take(LongConsumer response) {
		Bucket bucket = bucket();
		if (bucket.tryConsume(TOKENS_PER_REQUEST)) {
			response.accept(0);
			return;
		}
		EstimationProbe probe = bucket.estimateAbilityToConsume(TOKENS_PER_REQUEST);
		response.accept(Math.max(1, probe.getNanosToWaitForRefill()));
	}

	@Override
	public void giveBack() {
		bucket().addTokens(TOKENS_PER_REQUEST);
	}

	private record Nanoseconds(LongSupplier clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return this.clock.getAsLong();
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}

	}

}
