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

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginRateLimiter;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.BiginTemplateBuilder;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginOverloadException;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.limit.internal.SharedTokenBucket;

/**
 * Callers that call without a rest, in a process of their own, until the time is over.
 * Prints 0 when it is about to begin, and in the end what became of the calls.
 */
final class LoadClient implements RateLimiterListener {

	private final AtomicInteger done = new AtomicInteger();

	private final AtomicInteger failed = new AtomicInteger();

	private final AtomicInteger overloaded = new AtomicInteger();

	private final LongAccumulator longestWait = new LongAccumulator(Math::max, 0);

	private final LongAccumulator longestRefusal = new LongAccumulator(Math::max, 0);

	public static void main(String[] arguments) {
		System.out.println(new LoadClient().run(new Options(arguments)));
	}

	/**
	 * Call until the time is over.
	 * @param options {@code url}, {@code seconds}, {@code callers}, {@code rate},
	 * {@code max-wait} in ms, {@code client} ({@code bigin} or {@code webclient}),
	 * {@code redis} (the port of a Redis to share the rate through)
	 * @return calls that succeeded, failed, and were refused by the client itself, and
	 * the longest wait of one that was made and of one that was refused, in ms
	 */
	String run(Options options) {
		Mono<?> call = options.text("client", "bigin").equals("bigin") ? bigin(options) : webClient(options);
		Mono<?> counted = Mono.defer(() -> {
			long start = System.nanoTime();
			return call.doOnSuccess((result) -> this.done.incrementAndGet())
				.doOnError((failure) -> failed(failure, System.nanoTime() - start))
				.onErrorResume((failure) -> Mono.empty());
		});
		// the first call shows that all is loaded
		call.block();
		System.out.println("0");
		Flux.range(0, options.number("callers", 64))
			.flatMap((caller) -> counted.repeat(), 1000)
			.take(Duration.ofSeconds(options.number("seconds", 10)))
			.blockLast();
		return this.done + " " + this.failed + " " + this.overloaded + " "
				+ TimeUnit.NANOSECONDS.toMillis(this.longestWait.get()) + " "
				+ TimeUnit.NANOSECONDS.toMillis(this.longestRefusal.get());
	}

	private void failed(Throwable failure, long nanos) {
		if (failure instanceof BiginOverloadException) {
			this.overloaded.incrementAndGet();
			this.longestRefusal.accumulate(nanos);
		}
		else {
			this.failed.incrementAndGet();
		}
	}

	private Mono<?> bigin(Options options) {
		RateLimit limit = RateLimit.defaults()
			.withRequestsPerSecond(options.number("rate", 100))
			.withMaxWait(Duration.ofMillis(options.number("max-wait", 60_000)));
		BiginTemplateBuilder builder = BiginTemplate.builder(ApiKey.of("benchmark"))
			.endpoint(MatonEndpoint.of(URI.create(options.text("url", ""))));
		int redis = options.number("redis", 0);
		if (redis != 0) {
			builder.rateLimiter(sharedGate(limit, redis));
		}
		BiginOperations bigin = builder.rateLimit(limit).rateLimiterListeners(List.of(this)).build();
		return bigin.findById("Contacts", "7255024000000596045", "Last_Name");
	}

	// as the starter does it with bigin.rate-limit.shared=true
	private BiginRateLimiter sharedGate(RateLimit limit, int redis) {
		LettuceConnectionFactory connections = new LettuceConnectionFactory("127.0.0.1", redis);
		connections.afterPropertiesSet();
		connections.start();
		SharedTokenBucket tokens = new SharedTokenBucket(limit, new ReactiveStringRedisTemplate(connections),
				"benchmark", 0.25, Duration.ofMillis(100), List.of());
		return BiginRateLimiter.of(limit, tokens, Duration.ofMinutes(1), List.of(this));
	}

	@Override
	public void admitted(Duration waited) {
		this.longestWait.accumulate(waited.toNanos());
	}

	private Mono<?> webClient(Options options) {
		return WebClient.create(options.text("url", ""))
			.get()
			.uri("/zoho-bigin/bigin/v2/Contacts/{id}?fields=Last_Name", "7255024000000596045")
			.retrieve()
			.bodyToMono(byte[].class)
			.retryWhen(Retry.backoff(10, Duration.ofMillis(100))
				.filter((failure) -> failure instanceof WebClientResponseException.TooManyRequests));
	}

}
