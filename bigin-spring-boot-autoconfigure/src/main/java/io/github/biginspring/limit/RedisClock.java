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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import io.github.bucket4j.TimeMeter;
import reactor.core.publisher.Mono;

/**
 * The time of the Redis server, which all processes go by: their own clocks may be apart.
 * Kept by this process's monotonic clock, and compared now and then.
 */
final class RedisClock implements TimeMeter {

	private static final long INTERVAL = Duration.ofSeconds(30).toNanos();

	// an answer that was longer under way says less: half of it is how wrong it may be
	private static final long PRECISE = Duration.ofMillis(5).toNanos();

	private final Supplier<? extends CompletionStage<List<byte[]>>> time;

	private final LongSupplier nanoTime;

	private volatile long offset;

	private volatile long nextAt;

	private volatile boolean compared;

	/**
	 * Create a clock.
	 * @param time asks Redis for its time: seconds, and microseconds within that second
	 * @param nanoTime the monotonic clock
	 */
	RedisClock(Supplier<? extends CompletionStage<List<byte[]>>> time, LongSupplier nanoTime) {
		this.time = time;
		this.nanoTime = nanoTime;
	}

	Mono<Void> synchronize() {
		return Mono.defer(() -> {
			long askedAt = this.nanoTime.getAsLong();
			this.nextAt = askedAt + INTERVAL;
			return Mono.fromCompletionStage(this.time).doOnNext((answer) -> compare(answer, askedAt));
		}).then();
	}

	private void compare(List<byte[]> answer, long askedAt) {
		long inFlight = this.nanoTime.getAsLong() - askedAt;
		if (inFlight <= PRECISE || !this.compared) {
			this.offset = nanos(answer) - (askedAt + inFlight / 2);
			this.compared = true;
		}
		if (inFlight > PRECISE) {
			this.nextAt = askedAt;
		}
	}

	void synchronizeIfDue() {
		if (this.nanoTime.getAsLong() - this.nextAt > 0) {
			synchronize().onErrorComplete().subscribe();
		}
	}

	private static long nanos(List<byte[]> answer) {
		return TimeUnit.SECONDS.toNanos(number(answer.get(0))) + TimeUnit.MICROSECONDS.toNanos(number(answer.get(1)));
	}

	private static long number(byte[] digits) {
		return Long.parseLong(new String(digits, StandardCharsets.US_ASCII));
	}

	@Override
	public long currentTimeNanos() {
		return this.nanoTime.getAsLong() + this.offset;
	}

	@Override
	public boolean isWallClockBased() {
		return true;
	}

}
