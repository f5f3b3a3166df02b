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
package io.github.biginspring.internal.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.internal.LocalTokenBucket;
import io.github.biginspring.limit.internal.QueueingRateLimiter;
import io.github.biginspring.limit.internal.RateLimiter;

/**
 * A service far away, in virtual time: responses take their time, and calls wait for
 * their turn within the limits.
 */
public final class DistantService implements CallExchange {

	/**
	 * No second is full.
	 */
	public static final RateLimit NO_RATE = RateLimit.defaults().withRequestsPerSecond(100_000);

	private final VirtualTimeScheduler time;

	private final CallExchange limited;

	private int calls;

	private int inFlight;

	private int mostInFlight;

	private long start;

	public DistantService(CallExchange service, RateLimit limit, Duration latency, VirtualTimeScheduler time) {
		this(service, limit, latency, null, time);
	}

	/**
	 * Create a service.
	 * @param service what responds in the end
	 * @param limit the limits
	 * @param latency how long a response takes
	 * @param random lets it take half to one and a half of it, or {@code null}
	 * @param time where the time passes
	 */
	public DistantService(CallExchange service, RateLimit limit, Duration latency, @Nullable Random random,
			VirtualTimeScheduler time) {
		this.time = time;
		RateLimiter limiter = new QueueingRateLimiter(limit, new LocalTokenBucket(limit, this::nanoTime), time,
				this::nanoTime, Duration.ofMinutes(1), List.of());
		this.limited = new RateLimitInterceptor(limiter).apply(new CallExchange() {

			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				return Mono.defer(() -> {
					began();
					AtomicBoolean ended = new AtomicBoolean();
					double share = (random != null) ? 0.5 + random.nextDouble() : 1;
					Duration after = Duration.ofNanos((long) (latency.toNanos() * share));
					return Mono.delay(after, time)
						.then(Mono.defer(() -> service.exchange(call)))
						.doOnTerminate(() -> ended(ended))
						.doOnCancel(() -> ended(ended));
				});
			}

		});
		this.start = nanoTime();
	}

	private long nanoTime() {
		return this.time.now(TimeUnit.NANOSECONDS);
	}

	private void began() {
		this.calls++;
		this.inFlight++;
		this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
	}

	private void ended(AtomicBoolean ended) {
		if (ended.compareAndSet(false, true)) {
			this.inFlight--;
		}
	}

	@Override
	public <T> Mono<T> exchange(BiginCall<T> call) {
		return this.limited.exchange(call);
	}

	/**
	 * Return the same service for work that nobody waits for.
	 * @return the service
	 */
	public CallExchange inBackground() {
		return new CallExchange() {

			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				return DistantService.this.exchange(call.withPriority(CallPriority.BACKGROUND));
			}

		};
	}

	public int calls() {
		return this.calls;
	}

	public int inFlight() {
		return this.inFlight;
	}

	public int mostInFlight() {
		return this.mostInFlight;
	}

	/**
	 * Return how much time has passed.
	 * @return the time since the service was there
	 */
	public Duration passed() {
		return Duration.ofNanos(nanoTime() - this.start);
	}

}
