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
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.exchange.RateLimitInterceptor;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link QueueingRateLimiter} under many threads at once, none of which may
 * block.
 */
@Timeout(120)
class QueueingRateLimiterStressTests {

	private static final int CALLS = 20_000;

	private final AtomicInteger inFlight = new AtomicInteger();

	private final AtomicInteger mostUnderWay = new AtomicInteger();

	private final AtomicReference<List<Integer>> load = new AtomicReference<>(List.of());

	@Test
	void blockingWouldBeSeen() {
		Mono<Void> blocking = Mono.<Void>fromRunnable(() -> {
			try {
				// what BlockHound has to find
				Thread.sleep(1);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}).subscribeOn(Schedulers.parallel());
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(blocking::block)
			.withCauseInstanceOf(BlockingOperationError.class);
	}

	@Test
	void permitsAreAlwaysGivenBack() {
		RateLimit limit = RateLimit.defaults()
			.withRequestsPerSecond(100_000)
			.withBurst(1000)
			.withMaxInFlight(7)
			.withMaxQueue(CALLS);
		RateLimiterListener listener = new RateLimiterListener() {
			@Override
			public void loadChanged(int waiting, int active) {
				QueueingRateLimiterStressTests.this.load.set(List.of(waiting, active));
			}
		};
		CountingTokens tokens = new CountingTokens(new LocalTokenBucket(limit, System::nanoTime));
		QueueingRateLimiter limiter = new QueueingRateLimiter(limit, tokens, Schedulers.parallel(), System::nanoTime,
				Duration.ofMillis(1), List.of(listener));
		CallExchange exchange = new RateLimitInterceptor(limiter).apply(new Service());
		AtomicInteger sent = new AtomicInteger();
		Flux.range(0, CALLS)
			.flatMap((i) -> call(exchange).doOnSubscribe((subscription) -> sent.incrementAndGet())
				.onErrorComplete()
				.subscribeOn(Schedulers.parallel()), 200)
			.blockLast();
		assertThat(sent).hasValue(CALLS);
		// what was cancelled ends on another thread; a last call sees to it that all is
		// told
		Flux.range(0, 7).concatMap((i) -> exchange.exchange(VirtualRateLimiter.CALL).onErrorComplete()).blockLast();
		Mono.defer(() -> Mono.just(this.load.get()))
			.filter(List.of(0, 0)::equals)
			.repeatWhenEmpty((empty) -> empty.delayElements(Duration.ofMillis(5)))
			.block();
		assertThat(this.inFlight).hasValue(0);
		assertThat(this.mostUnderWay).hasValueBetween(2, 7);
	}

	// a third is cancelled: before, while or after it is admitted
	private static Mono<Void> call(CallExchange exchange) {
		Mono<Void> call = exchange.exchange(VirtualRateLimiter.CALL);
		int kind = ThreadLocalRandom.current().nextInt(6);
		if (kind == 0) {
			return call.takeUntilOther(Mono.delay(Duration.ofNanos(ThreadLocalRandom.current().nextLong(2_000_000))));
		}
		if (kind == 1) {
			return Mono.firstWithSignal(call, Mono.<Void>empty().publishOn(Schedulers.parallel()));
		}
		return call;
	}

	private final class Service implements CallExchange {

		@Override
		public <T> Mono<T> exchange(BiginCall<T> call) {
			return Mono.defer(() -> {
				int now = QueueingRateLimiterStressTests.this.inFlight.incrementAndGet();
				QueueingRateLimiterStressTests.this.mostUnderWay.accumulateAndGet(now, Math::max);
				int kind = ThreadLocalRandom.current().nextInt(2000);
				Mono<T> response = switch (kind % 10) {
					case 0 -> Mono.error(new IllegalStateException("broken"));
					case 1 -> Mono.<T>empty().publishOn(Schedulers.parallel());
					case 2 -> Mono.delay(Duration.ofNanos(100_000)).then(Mono.empty());
					default -> Mono.empty();
				};
				response = (kind == 1999) ? Mono.error(VirtualRateLimiter.rateLimited(Duration.ofMillis(1))) : response;
				// before the permit goes back, and also where cancelling races with the
				// answer
				AtomicBoolean ended = new AtomicBoolean();
				Runnable end = () -> {
					if (ended.compareAndSet(false, true)) {
						QueueingRateLimiterStressTests.this.inFlight.decrementAndGet();
					}
				};
				return response.doOnTerminate(end).doOnCancel(end);
			});
		}

	}

}
