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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.http.HttpMethod;
import org.springframework.retry.backoff.FixedBackOffPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginServerException;
import io.github.biginspring.error.BiginShutdownException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.error.RequestState;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.internal.LocalTokenBucket;
import io.github.biginspring.limit.internal.QueueingRateLimiter;
import io.github.biginspring.limit.internal.RateLimiter;
import io.github.biginspring.limit.internal.RateLimiter.Permit;
import io.github.biginspring.retry.RetryBudget;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls on their way when they are stopped, in virtual time.
 */
class LifecycleInterceptorTests {

	private static final BiginCall<String> READ = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
		.read((response) -> "read");

	private static final BiginCall<String> UPDATE = BiginCall
		.gateway(CallEffect.IDEMPOTENT, HttpMethod.PUT, "/bigin/v2/org")
		.read((response) -> "written");

	private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();

	private final CallLifecycle lifecycle = new CallLifecycle();

	private final Service service = new Service();

	private final AtomicInteger idle = new AtomicInteger();

	private final RateLimit limit = RateLimit.defaults().withMaxInFlight(1);

	private RateLimiter limiter = new QueueingRateLimiter(this.limit,
			new LocalTokenBucket(this.limit, () -> this.time.now(TimeUnit.NANOSECONDS)), this.time,
			() -> this.time.now(TimeUnit.NANOSECONDS), Duration.ofMinutes(1), List.of());

	@AfterEach
	void resetTime() {
		VirtualTimeScheduler.reset();
	}

	private Mono<String> exchange(BiginCall<String> call) {
		FixedBackOffPolicy pauses = new FixedBackOffPolicy();
		pauses.setBackOffPeriod(1000);
		return ExchangeChain.of(List.of(
				new RetryInterceptor(new SimpleRetryPolicy(5), pauses, Duration.ofMinutes(1), Duration.ofMinutes(1),
						new RetryBudget(500), List.of(), OperationObserver.NONE, this.lifecycle),
				new RateLimitInterceptor((waiting) -> this.lifecycle.whileWaiting(waiting,
						this.limiter.acquire(waiting), Permit::abandoned)),
				new LifecycleInterceptor(this.lifecycle)), this.service)
			.exchange(call);
	}

	private void stop() {
		this.lifecycle.stop(this.idle::incrementAndGet);
	}

	@Test
	void aCallInFlightGoesOnToItsEndAndIsWaitedFor() {
		Sinks.One<String> response = this.service.responds();
		StepVerifier.create(exchange(READ)).then(this::stop).then(() -> {
			assertThat(this.idle).hasValue(0);
			response.tryEmitValue("late");
		}).expectNext("late").verifyComplete();
		assertThat(this.idle).hasValue(1);
	}

	@Test
	void aCallThatWaitsForItsTurnFailsAsNotSent() {
		Sinks.One<String> response = this.service.responds();
		StepVerifier one = StepVerifier.create(exchange(READ)).expectNext("first").expectComplete().verifyLater();
		StepVerifier.create(exchange(UPDATE)).then(this::stop).verifyErrorSatisfies(LifecycleInterceptorTests::notSent);
		assertThat(this.idle).hasValue(0);
		response.tryEmitValue("first");
		one.verify();
		assertThat(this.idle).hasValue(1);
		assertThat(this.service.calls).isEqualTo(1);
	}

	@Test
	void aCallThatWaitsForItsNextAttemptFailsAsNotSent() {
		this.service.fails(429);
		StepVerifier.create(exchange(UPDATE)).then(this::stop).verifyErrorSatisfies(LifecycleInterceptorTests::notSent);
		this.time.advanceTimeBy(Duration.ofMinutes(5));
		assertThat(this.service.calls).isEqualTo(1);
		assertThat(this.idle).hasValue(1);
	}

	@Test
	void whatAnEarlierAttemptLeftOpenStaysOpen() {
		this.service.fails(503);
		StepVerifier.create(exchange(UPDATE)).then(this::stop).verifyErrorSatisfies((failure) -> {
			assertThat(failure).isInstanceOf(BiginServerException.class);
			assertThat(((BiginException) failure).isOutcomeUnknown()).isTrue();
			assertThat(failure.getSuppressed()).hasSize(1).hasOnlyElementsOfType(BiginShutdownException.class);
		});
		assertThat(this.service.calls).isEqualTo(1);
	}

	@Test
	void anAttemptThatFailsAfterTheStopIsTheLast() {
		Sinks.One<String> response = this.service.responds();
		StepVerifier.create(exchange(READ))
			.then(this::stop)
			.then(() -> response.tryEmitError(failure(429)))
			.verifyErrorSatisfies(LifecycleInterceptorTests::notSent);
		assertThat(this.service.calls).isEqualTo(1);
		assertThat(this.idle).hasValue(1);
	}

	@Test
	void aCallThatIsGivenUpIsNotWaitedFor() {
		this.service.responds();
		StepVerifier.create(exchange(READ)).then(this::stop).thenCancel().verify();
		assertThat(this.idle).hasValue(1);
	}

	@Test
	void aTurnThatComesTooLateIsGivenBack() {
		AtomicInteger abandoned = new AtomicInteger();
		Permit permit = new Permit() {

			@Override
			public void succeeded() {
			}

			@Override
			public void rateLimited(BiginRateLimitException failure) {
			}

			@Override
			public void abandoned() {
				abandoned.incrementAndGet();
			}

		};
		TestPublisher<Permit> turn = TestPublisher.createNoncompliant(TestPublisher.Violation.CLEANUP_ON_TERMINATE);
		this.limiter = (call) -> Mono.fromDirect(turn);
		StepVerifier.create(exchange(READ)).then(this::stop).verifyErrorSatisfies(LifecycleInterceptorTests::notSent);
		turn.next(permit);
		assertThat(abandoned).hasValue(1);
		assertThat(this.service.calls).isZero();
	}

	@Test
	void callsGoAgainAfterAStart() {
		stop();
		StepVerifier.create(exchange(READ)).verifyErrorSatisfies(LifecycleInterceptorTests::notSent);
		this.lifecycle.start();
		Sinks.One<String> response = this.service.responds();
		StepVerifier.create(exchange(READ))
			.then(() -> response.tryEmitValue("again"))
			.expectNext("again")
			.verifyComplete();
		assertThat(this.idle).hasValue(1);
	}

	@Test
	void whoWaitsForTheEndIsToldWhenCallsGoAgain() {
		this.service.responds();
		StepVerifier.create(exchange(READ))
			.then(this::stop)
			.then(() -> assertThat(this.idle).hasValue(0))
			.then(this.lifecycle::start)
			.then(() -> assertThat(this.idle).hasValue(1))
			.thenCancel()
			.verify();
		assertThat(this.idle).hasValue(1);
	}

	private static void notSent(Throwable failure) {
		assertThat(failure).isInstanceOfSatisfying(BiginShutdownException.class,
				(shutdown) -> assertThat(shutdown.getErrorDetails().requestState()).isEqualTo(RequestState.NOT_SENT));
	}

	private static BiginException failure(int status) {
		return ErrorDetails.responded(HttpMethod.PUT, "/bigin/v2/org", status).toException();
	}

	/**
	 * Responds when it is told to.
	 */
	private static final class Service implements CallExchange {

		private final Deque<Mono<String>> responses = new ArrayDeque<>();

		private int calls;

		Sinks.One<String> responds() {
			Sinks.One<String> response = Sinks.one();
			this.responses.add(response.asMono());
			return response;
		}

		void fails(int status) {
			this.responses.add(Mono.error(failure(status)));
		}

		@Override
		@SuppressWarnings("unchecked") // all calls are read as text
		public <T> Mono<T> exchange(BiginCall<T> call) {
			return Mono.defer(() -> {
				this.calls++;
				return (Mono<T>) this.responses.remove();
			});
		}

	}

}
