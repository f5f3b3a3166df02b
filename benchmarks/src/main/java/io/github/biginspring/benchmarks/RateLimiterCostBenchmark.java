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

package io.github.biginspring.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import com.sun.management.ThreadMXBean;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpMethod;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.exchange.RateLimitInterceptor;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.internal.LocalTokenBucket;
import io.github.biginspring.limit.internal.QueueingRateLimiter;

/**
 * Measures what the rate limiter costs a call that need not wait.
 */
final class RateLimiterCostBenchmark {

	private static final BiginCall<Void> CALL = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
		.discardResponse();

	private final int calls;

	RateLimiterCostBenchmark(int calls) {
		this.calls = calls;
	}

	public static void main(String[] arguments) {
		new RateLimiterCostBenchmark(new Options(arguments).number("calls", 300_000)).run();
	}

	void run() {
		CallExchange service = new CallExchange() {
			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				return Mono.empty();
			}
		};
		RateLimit limit = RateLimit.defaults().withRequestsPerSecond(100_000).withBurst(100_000_000);
		CallExchange limited = new RateLimitInterceptor(
				new QueueingRateLimiter(limit, new LocalTokenBucket(limit, System::nanoTime), Schedulers.parallel(),
						System::nanoTime, Duration.ofMinutes(1), List.of()))
			.apply(service);
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		for (int round = 0; round < 5; round++) {
			long bytes = threads.getCurrentThreadAllocatedBytes();
			long start = System.nanoTime();
			for (int i = 0; i < this.calls; i++) {
				limited.exchange(CALL).block();
			}
			double nanos = (double) (System.nanoTime() - start) / this.calls;
			double allocated = (double) (threads.getCurrentThreadAllocatedBytes() - bytes) / this.calls;
			if (round == 4) {
				System.out.printf(Locale.ROOT, "A call that need not wait: %.0f ns and %.0f bytes at the limiter.%n",
						nanos, allocated);
			}
		}
	}

}
