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

package io.github.biginspring;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

import io.netty.handler.codec.http.HttpHeaderNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;

import org.springframework.retry.backoff.NoBackOffPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginOverloadException;
import io.github.biginspring.error.BiginServerException;
import io.github.biginspring.error.BiginTimeoutException;
import io.github.biginspring.error.RequestState;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.limit.internal.LocalTokenBucket;
import io.github.biginspring.limit.internal.QueueingRateLimiter;
import io.github.biginspring.limit.internal.RateLimiter;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.retry.RetryBudget;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Retry, rate limiter and timeout together, by HTTP.
 */
@Timeout(60)
class RateLimitedCallTests {

	private static final RateLimit FAST = RateLimit.defaults().withRequestsPerSecond(10_000).withBurst(1000);

	private static final String RECORD = "{\"data\":[{\"id\":\"1\"}]}";

	private final AtomicInteger received = new AtomicInteger();

	private volatile IntFunction<Integer> statuses = (number) -> 200;

	private volatile boolean silent;

	private volatile String retryAfter = "0";

	private volatile String body = RECORD;

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((request, response) -> request.receive().then(response(response)))
		.bindNow();

	@AfterEach
	void closeServer() {
		this.server.disposeNow();
	}

	private Mono<Void> response(HttpServerResponse response) {
		int status = this.statuses.apply(this.received.incrementAndGet());
		if (this.silent) {
			return Mono.never();
		}
		if (status == 429) {
			response.header(HttpHeaderNames.RETRY_AFTER, this.retryAfter);
		}
		response.status(status).header(HttpHeaderNames.CONTENT_TYPE, "application/json");
		return (status == 200) ? response.sendString(Mono.just(this.body)).then() : response.send();
	}

	@Test
	void everyKindOfCallAndEveryRepetitionPassesTheGate() {
		CountingGate limiter = new CountingGate();
		BiginOperations bigin = bigin().rateLimiter(new BiginRateLimiter(limiter, limiter.delegate::status)).build();
		this.statuses = (number) -> (number == 1) ? 503 : 200;
		bigin.findById("Contacts", "1").block();
		assertThat(limiter.passed).hasValue(2);
		this.body = "{\"data\":[{\"id\":\"1\"}],\"info\":{\"more_records\":false}}";
		bigin.query("Contacts").fields("Last_Name").all().blockLast();
		this.body = "{\"modules\":[]}";
		bigin.metadata().modules().blockLast();
		this.body = "{\"connections\":[]}";
		bigin.connections().list().blockLast();
		bigin.withConnection("a").withPriority(CallPriority.BACKGROUND).connections().list().blockLast();
		assertThat(limiter.passed).hasValue(6);
		assertThat(this.received).hasValue(6);
	}

	@Test
	void theGateSeesTheConfiguredConnectionAsTheOneThatACallNames() {
		List<String> connections = new ArrayList<>();
		RateLimiter open = new CountingGate();
		RateLimiter limiter = (call) -> {
			connections.add(call.connectionId());
			return open.acquire(call);
		};
		BiginOperations bigin = bigin().rateLimiter(new BiginRateLimiter(limiter, () -> {
			throw new UnsupportedOperationException();
		})).connectionId("a").build();
		bigin.findById("Contacts", "1").block();
		bigin.withConnection("a").findById("Contacts", "1").block();
		bigin.withConnection("b").findById("Contacts", "1").block();
		bigin.withPriority(CallPriority.BACKGROUND).findById("Contacts", "1").block();
		assertThat(connections).containsExactly("a", "a", "b", "a");
	}

	@Test
	void a429WhileManyCallIsOvercomeWithoutAnyoneFailing() {
		this.statuses = (number) -> (number == 20) ? 429 : 200;
		this.retryAfter = "1";
		List<Duration> pauses = new ArrayList<>();
		RateLimiterListener listener = new RateLimiterListener() {
			@Override
			public void paused(Duration pause) {
				pauses.add(pause);
			}
		};
		BiginOperations bigin = bigin().rateLimit(FAST.withRequestsPerSecond(200))
			.rateLimiterListeners(List.of(listener))
			.build();
		Flux.range(0, 64).flatMap((i) -> bigin.findById("Contacts", "1"), 64).blockLast();
		assertThat(this.received).hasValue(65);
		assertThat(pauses).containsExactly(Duration.ofSeconds(1));
	}

	@Test
	void anOutageIsNotMultipliedByRepetitions() {
		this.statuses = (number) -> 503;
		RetryBudget budget = new RetryBudget(50);
		BiginOperations bigin = bigin().retryBudget(budget).rateLimit(FAST).build();
		Flux.range(0, 100)
			.flatMap((i) -> bigin.findById("Contacts", "1")
				.onErrorResume(BiginServerException.class, (ex) -> Mono.empty()), 10)
			.blockLast();
		// each once, and ten repetitions in all
		assertThat(this.received).hasValue(110);
		assertThat(budget.available()).isZero();
	}

	@Test
	void aCallThatTimesOutWhileItWaitsWasNotSent() {
		BiginOperations bigin = bigin().rateLimit(RateLimit.defaults().withRequestsPerSecond(0.1))
			.callTimeout(Duration.ofSeconds(2))
			.build();
		bigin.findById("Contacts", "1").block();
		StepVerifier.create(bigin.create("Contacts", new BiginRecord().set("Last_Name", "Ada")))
			.verifyErrorSatisfies((ex) -> {
				assertThat(ex).isInstanceOf(BiginTimeoutException.class);
				assertThat(((BiginTimeoutException) ex).getErrorDetails().requestState())
					.isEqualTo(RequestState.NOT_SENT);
			});
		assertThat(this.received).hasValue(1);
	}

	@Test
	void aCallThatTimesOutAfterItWasSentHasAnUnknownOutcomeAndFreesItsPlace() {
		BiginOperations bigin = bigin().rateLimit(FAST.withMaxInFlight(1)).callTimeout(Duration.ofSeconds(2)).build();
		this.silent = true;
		StepVerifier.create(bigin.create("Contacts", new BiginRecord().set("Last_Name", "Ada")))
			.verifyErrorSatisfies((ex) -> {
				assertThat(ex).isInstanceOf(BiginTimeoutException.class);
				assertThat(((BiginTimeoutException) ex).isOutcomeUnknown()).isTrue();
			});
		this.silent = false;
		StepVerifier.create(bigin.findById("Contacts", "1")).expectNextCount(1).verifyComplete();
		assertThat(this.received).hasValue(2);
	}

	@Test
	void aCallThatWaitsTooLongIsNotRepeated() {
		BiginOperations bigin = bigin()
			.rateLimit(RateLimit.defaults().withRequestsPerSecond(0.1).withMaxWait(Duration.ofMillis(50)))
			.build();
		bigin.findById("Contacts", "1").block();
		StepVerifier.create(bigin.findById("Contacts", "1")).verifyError(BiginOverloadException.class);
		assertThat(this.received).hasValue(1);
	}

	@Test
	void theWallClockMayJump() {
		AtomicReference<Instant> wallClock = new AtomicReference<>(Instant.parse("2026-11-24T00:00:00Z"));
		BiginOperations bigin = bigin().clock(wallClock::get)
			.rateLimit(RateLimit.defaults().withRequestsPerSecond(50))
			.build();
		for (int days : new int[] { 1, -400, 4000 }) {
			wallClock.updateAndGet((now) -> now.plus(Duration.ofDays(days)));
			Flux.range(0, 5).flatMap((i) -> bigin.findById("Contacts", "1")).blockLast();
		}
		assertThat(this.received).hasValue(15);
	}

	private BiginTemplateBuilder bigin() {
		return BiginTemplate.builder(ApiKey.of("key"))
			.endpoint(MatonEndpoint.of(URI.create("http://127.0.0.1:" + this.server.port())))
			.retryPolicy(new SimpleRetryPolicy(5))
			.backOffPolicy(new NoBackOffPolicy());
	}

	private static final class CountingGate implements RateLimiter {

		private final AtomicInteger passed = new AtomicInteger();

		private final QueueingRateLimiter delegate = new QueueingRateLimiter(FAST,
				new LocalTokenBucket(FAST, System::nanoTime), Schedulers.parallel(), System::nanoTime,
				Duration.ofMinutes(1), List.of());

		@Override
		public Mono<Permit> acquire(BiginCall<?> call) {
			return this.delegate.acquire(call).doOnNext((permit) -> this.passed.incrementAndGet());
		}

	}

}
