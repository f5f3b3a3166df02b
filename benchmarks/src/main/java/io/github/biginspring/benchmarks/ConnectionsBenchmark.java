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
 * Measures what many connections of one API key cost at the rate limiter: the memory of
 * each that was seen, and the time of a call while others wait.
 */
final class ConnectionsBenchmark {

	private static final int ROUNDS = 7;

	private final int connections;

	private final int waiting;

	private final int calls;

	/**
	 * Create.
	 * @param connections how many connections make a call each
	 * @param waiting on how many of them a call waits meanwhile
	 * @param calls how many calls are measured in each round
	 */
	ConnectionsBenchmark(int connections, int waiting, int calls) {
		this.connections = connections;
		this.waiting = waiting;
		this.calls = calls;
	}

	void run() {
		System.out
			.println("| connections seen | calls waiting on | a call | bytes of a call | memory of a connection |");
		System.out.println("|---|---|---|---|---|");
		measure(1, 0);
		measure(this.connections, 0);
		measure(this.connections, this.waiting);
	}

	private void measure(int seen, int busy) {
		CallExchange limited = limited();
		long before = HeapMemory.used();
		for (int i = 0; i < seen; i++) {
			limited.exchange(call(i)).block();
		}
		double memory = (double) (HeapMemory.used() - before) / seen;
		for (int i = 0; i < busy; i++) {
			BiginCall<Void> call = call(i);
			// the first one holds the only turn of its connection, the second one waits
			// for it
			limited.exchange(held(call)).subscribe();
			limited.exchange(call).subscribe();
		}
		BiginCall<Void> own = call(seen);
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		double nanos = Double.MAX_VALUE;
		double allocated = 0;
		for (int round = 0; round < ROUNDS; round++) {
			long bytes = threads.getCurrentThreadAllocatedBytes();
			long start = System.nanoTime();
			for (int i = 0; i < this.calls; i++) {
				limited.exchange(own).block();
			}
			nanos = Math.min(nanos, (double) (System.nanoTime() - start) / this.calls);
			allocated = (double) (threads.getCurrentThreadAllocatedBytes() - bytes) / this.calls;
		}
		System.out.printf(Locale.ROOT, "| %,d | %,d | %,.0f ns | %,.0f | %s |%n", seen, busy, nanos, allocated,
				(seen > 1) ? String.format(Locale.ROOT, "%,.0f bytes", memory) : "");
	}

	private static CallExchange limited() {
		RateLimit limit = RateLimit.defaults()
			.withRequestsPerSecond(100_000)
			.withBurst(1_000_000_000)
			.withMaxInFlight(1);
		return new RateLimitInterceptor(new QueueingRateLimiter(limit, new LocalTokenBucket(limit, System::nanoTime),
				Schedulers.parallel(), System::nanoTime, Duration.ofMinutes(1), List.of()))
			.apply(new Service());
	}

	private static BiginCall<Void> call(int connection) {
		return BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
			.discardResponse()
			.onConnection("connection-" + connection);
	}

	private static BiginCall<Void> held(BiginCall<Void> call) {
		return call.repeated();
	}

	/**
	 * Responds at once, but never to a call that is a repetition.
	 */
	private static final class Service implements CallExchange {

		@Override
		public <T> Mono<T> exchange(BiginCall<T> call) {
			return call.isRepeated() ? Mono.never() : Mono.empty();
		}

	}

}
