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
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginOverloadException;
import io.github.biginspring.error.BiginUnavailableException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallListener;
import io.github.biginspring.internal.call.StubExchange;

import static org.assertj.core.api.Assertions.assertThat;

class CircuitBreakerInterceptorTests {

	private static final String PATH = "/bigin/v2/{module}";

	private static final BiginCall<Object> READ = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
		.read((response) -> response);

	private static final BiginCall<Object> DOWNLOAD = BiginCall
		.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org/photo")
		.readStreamed((response) -> Mono.never());

	private static final BiginCall<Object> CONTROL = BiginCall.control(CallEffect.READ, HttpMethod.GET, "/connections")
		.read((response) -> response);

	private final StubExchange service = new StubExchange();

	private final TestCircuit circuit = new TestCircuit();

	private final CallExchange exchange = new FailFastInterceptor(this.circuit.circuitBreaker)
		.apply(new CircuitBreakerInterceptor(this.circuit.circuitBreaker).apply(this.service));

	static Stream<BiginException> failuresOfTheService() {
		return Stream.of(responded(500), responded(503), ErrorDetails.responseLost(HttpMethod.GET, PATH).toException(),
				ErrorDetails.notSent(HttpMethod.GET, PATH).toException());
	}

	static Stream<BiginException> responsesOfTheService() {
		return Stream.of(responded(400), responded(401), responded(403), responded(404));
	}

	static Stream<BiginException> failuresThatTellNothing() {
		return Stream.of(responded(429),
				new BiginOverloadException(ErrorDetails.notSent(HttpMethod.GET, PATH).message("full").build()),
				new BiginUnreadableResponseException(ErrorDetails.responded(HttpMethod.GET, PATH, 200).build()));
	}

	@ParameterizedTest
	@MethodSource("failuresOfTheService")
	void opensWhenTheServiceFails(BiginException failure) {
		fail(failure);
		assertThat(this.circuit.circuitBreaker.state()).isEqualTo(State.CLOSED);
		fail(failure);
		assertThat(this.circuit.circuitBreaker.state()).isEqualTo(State.OPEN);
	}

	@ParameterizedTest
	@MethodSource("responsesOfTheService")
	void anyResponseOfTheServiceIsASuccess(BiginException failure) {
		fail(failure);
		fail(failure);
		assertThat(this.circuit.circuitBreaker.state()).isEqualTo(State.CLOSED);
		assertThat(this.circuit.engine.getMetrics().getNumberOfSuccessfulCalls()).isEqualTo(2);
	}

	@ParameterizedTest
	@MethodSource("failuresThatTellNothing")
	void countsNothingThatSaysNothingOfTheService(BiginException failure) {
		fail(failure);
		fail(failure);
		assertThat(this.circuit.engine.getMetrics().getNumberOfBufferedCalls()).isZero();
	}

	@Test
	void refusesWithoutSendingWhileOpen() {
		open();
		StepVerifier.create(this.exchange.exchange(READ)).expectErrorSatisfies((ex) -> {
			assertThat(ex).isInstanceOf(BiginUnavailableException.class)
				.hasMessageContainingAll("was not sent", "circuit breaker is open", "PT30S");
			assertThat(((BiginException) ex).isOutcomeUnknown()).isFalse();
			assertThat(((BiginException) ex).getErrorDetails().retryAfter()).isEqualTo(TestCircuit.WAIT);
		}).verify();
		assertThat(this.service.calls()).hasSize(2);
		assertThat(this.circuit.engine.getMetrics().getNumberOfNotPermittedCalls()).isOne();
	}

	@Test
	void doesNotSendWhatHasWaitedWhileItOpened() {
		CallExchange inner = new CircuitBreakerInterceptor(this.circuit.circuitBreaker).apply(this.service);
		open();
		StepVerifier.create(inner.exchange(READ)).expectError(BiginUnavailableException.class).verify();
		assertThat(this.service.calls()).hasSize(2);
	}

	@Test
	void letsOneThroughWhenTheTimeIsOver() {
		open();
		this.circuit.pass(TestCircuit.WAIT.plusMillis(1));
		this.service.never();
		StepVerifier.create(this.exchange.exchange(READ)).expectSubscription().then(() -> {
			assertThat(this.circuit.circuitBreaker.state()).isEqualTo(State.HALF_OPEN);
			StepVerifier.create(this.exchange.exchange(READ)).expectError(BiginUnavailableException.class).verify();
		}).thenCancel().verify();
		assertThat(this.service.calls()).hasSize(3);
	}

	@Test
	void closesWhenTheTrialSucceeds() {
		open();
		this.circuit.pass(TestCircuit.WAIT.plusMillis(1));
		succeed();
		assertThat(this.circuit.circuitBreaker.state()).isEqualTo(State.CLOSED);
	}

	@Test
	void opensAgainWhenTheTrialFails() {
		open();
		this.circuit.pass(TestCircuit.WAIT.plusMillis(1));
		fail(responded(503));
		assertThat(this.circuit.circuitBreaker.state()).isEqualTo(State.OPEN);
		assertThat(this.circuit.circuitBreaker.openFor()).isEqualTo(TestCircuit.WAIT);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 5 })
	void aCancelledTrialLeavesRoomForAnother(int cancelled) {
		open();
		this.circuit.pass(TestCircuit.WAIT.plusMillis(1));
		for (int i = 0; i < cancelled; i++) {
			this.service.never();
			StepVerifier.create(this.exchange.exchange(READ)).expectSubscription().thenCancel().verify();
		}
		succeed();
		assertThat(this.circuit.circuitBreaker.state()).isEqualTo(State.CLOSED);
	}

	@Test
	void theStatusOfADownloadEndsATrialAndNotItsBody() {
		open();
		this.circuit.pass(TestCircuit.WAIT.plusMillis(1));
		StepVerifier
			.create(new CircuitBreakerInterceptor(this.circuit.circuitBreaker).apply(responding(200))
				.exchange(DOWNLOAD))
			.expectSubscription()
			.then(() -> assertThat(this.circuit.circuitBreaker.state()).isEqualTo(State.CLOSED))
			.thenCancel()
			.verify();
		assertThat(this.circuit.circuitBreaker.state()).as("after the cancel").isEqualTo(State.CLOSED);
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 503 })
	void theStatusOfADownloadThatFailsDoesNot(int status) {
		open();
		this.circuit.pass(TestCircuit.WAIT.plusMillis(1));
		StepVerifier
			.create(new CircuitBreakerInterceptor(this.circuit.circuitBreaker).apply(responding(status))
				.exchange(DOWNLOAD))
			.expectSubscription()
			.then(() -> assertThat(this.circuit.circuitBreaker.state()).isEqualTo(State.HALF_OPEN))
			.thenCancel()
			.verify();
	}

	// the status is there, and the body never ends
	private static CallExchange responding(int status) {
		return new CallExchange() {

			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				return Mono.deferContextual((context) -> {
					context.get(CallListener.class).responded(status, HttpHeaders.EMPTY);
					return Mono.never();
				});
			}

		};
	}

	@Test
	void leavesCallsToTheControlPlaneAlone() {
		for (int i = 0; i < 3; i++) {
			this.service.fail(responded(500));
			StepVerifier.create(this.exchange.exchange(CONTROL)).expectError().verify();
		}
		assertThat(this.circuit.circuitBreaker.state()).isEqualTo(State.CLOSED);
		open();
		this.service.value("connections");
		StepVerifier.create(this.exchange.exchange(CONTROL)).expectNext("connections").verifyComplete();
		assertThat(this.circuit.circuitBreaker.state()).isEqualTo(State.OPEN);
	}

	@Test
	void asksAnewForEachSubscriber() {
		Mono<Object> call = this.exchange.exchange(READ);
		open();
		StepVerifier.create(call).expectError(BiginUnavailableException.class).verify();
		this.circuit.pass(TestCircuit.WAIT.plus(Duration.ofMillis(1)));
		this.service.value("pong");
		StepVerifier.create(call).expectNext("pong").verifyComplete();
	}

	private void open() {
		fail(responded(503));
		fail(responded(503));
	}

	private void succeed() {
		this.service.value("pong");
		StepVerifier.create(this.exchange.exchange(READ)).expectNext("pong").verifyComplete();
	}

	private void fail(BiginException failure) {
		this.service.fail(failure);
		StepVerifier.create(this.exchange.exchange(READ)).expectErrorMatches((ex) -> ex == failure).verify();
	}

	private static BiginException responded(int status) {
		return ErrorDetails.responded(HttpMethod.GET, PATH, status).toException();
	}

}
