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

package io.github.biginspring.write.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.http.HttpMethod;
import org.springframework.retry.backoff.ExponentialRandomBackOffPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;

import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.exchange.RateLimitInterceptor;
import io.github.biginspring.internal.exchange.RetryInterceptor;
import io.github.biginspring.internal.exchange.TimeoutInterceptor;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.internal.LocalTokenBucket;
import io.github.biginspring.limit.internal.QueueingRateLimiter;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.retry.RetryBudget;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResult.Written;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stream of records, with the limits and repetitions that are the default, while the
 * service responds with 429.
 */
class RateLimitedWriteTests {

	private static final RateLimit LIMIT = RateLimit.defaults();

	private VirtualTimeScheduler time;

	@BeforeEach
	void useVirtualTime() {
		this.time = VirtualTimeScheduler.getOrSet();
	}

	@AfterEach
	void useRealTime() {
		VirtualTimeScheduler.reset();
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 8, 30, 55 })
	void noRecordIsRejectedForIt(int seconds) {
		List<WriteResult<BiginRecord>> results = new ArrayList<>();
		new WriteTemplate(limited(new BusyService(Duration.ofSeconds(seconds))), OperationObserver.NONE,
				RecordMapper.create())
			.batch("Contacts")
			.batchSize(10)
			.concurrency(4)
			.create(Flux.range(0, 1000).map((i) -> new BiginRecord().set("Last_Name", "name " + i)))
			.subscribe(results::add);
		this.time.advanceTimeBy(Duration.ofMinutes(5));
		assertThat(results).hasSize(1000).allMatch((result) -> result instanceof Written);
	}

	private CallExchange limited(CallExchange service) {
		QueueingRateLimiter limiter = new QueueingRateLimiter(LIMIT, new LocalTokenBucket(LIMIT, this::nanoTime),
				this.time, this::nanoTime, Duration.ofMinutes(1), List.of());
		CallExchange exchange = new RateLimitInterceptor(limiter).apply(service);
		exchange = new RetryInterceptor(new SimpleRetryPolicy(5), new ExponentialRandomBackOffPolicy(),
				Duration.ofMinutes(1), Duration.ofMinutes(1), new RetryBudget(500), List.of(), OperationObserver.NONE,
				new CallLifecycle())
			.apply(exchange);
		return new TimeoutInterceptor(Duration.ofMinutes(2), Duration.ofMinutes(10)).apply(exchange);
	}

	private long nanoTime() {
		return this.time.now(TimeUnit.NANOSECONDS);
	}

	/**
	 * Responds with 429 from its first second on, for a time.
	 */
	private final class BusyService implements CallExchange {

		private final Duration time;

		BusyService(Duration time) {
			this.time = time;
		}

		@Override
		public <T> Mono<T> exchange(BiginCall<T> call) {
			return Mono.delay(Duration.ofMillis(100)).then(Mono.fromSupplier(() -> {
				Duration now = Duration.ofNanos(nanoTime());
				if (now.compareTo(Duration.ofSeconds(1)) > 0 && now.compareTo(this.time.plusSeconds(1)) < 0) {
					throw ErrorDetails.responded(HttpMethod.POST, "/bigin/v2/{module}", 429)
						.retryAfter(Duration.ofSeconds(1))
						.toException();
				}
				return HeldService.read(call, HeldService.records(call).stream().map(HeldService::success).toList());
			}));
		}

	}

}
