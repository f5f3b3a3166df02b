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

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginTimeoutException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.error.RequestState;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.UriVariable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TimeoutInterceptor} and {@link CallProgress}.
 */
class TimeoutInterceptorTests {

	private static final BiginCall<String> CALL = BiginCall
		.gateway(CallEffect.ONCE, HttpMethod.POST, "/bigin/v2/{module}", UriVariable.module("Contacts"))
		.read((response) -> "read");

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	@Test
	void leavesACallAloneThatIsDoneInTime() {
		StepVerifier.withVirtualTime(() -> bounded(List.of(Step.sent(), Step.pause(9), Step.response("pong"))))
			.thenAwait(Duration.ofSeconds(9))
			.expectNext("pong")
			.verifyComplete();
	}

	@Test
	void aCallThatWaitedForItsTurnWasNotSent() {
		verifyTimeout(RequestState.NOT_SENT, Step.pause(60), Step.sent());
	}

	@Test
	void aCallThatWasSentHasAnUnknownOutcome() {
		verifyTimeout(RequestState.UNKNOWN, Step.sent(), Step.pause(60));
	}

	@Test
	void aCallThatWaitsAfter429WasNotCarriedOut() {
		verifyTimeout(RequestState.NOT_SENT, Step.sent(), Step.failed(failure(429)), Step.pause(60));
	}

	@Test
	void aCallThatWaitsAfterAServerErrorHasAnUnknownOutcome() {
		verifyTimeout(RequestState.UNKNOWN, Step.sent(), Step.failed(failure(500)), Step.pause(60));
	}

	@Test
	void aLater429DoesNotSettleWhatALostResponseLeftOpen() {
		BiginException lost = ErrorDetails.responseLost(HttpMethod.POST, "/bigin/v2/{module}").toException();
		verifyTimeout(RequestState.UNKNOWN, Step.sent(), Step.failed(lost), Step.pause(1), Step.sent(),
				Step.failed(failure(429)), Step.pause(60));
	}

	@Test
	void aCallThatCouldNotBeSentWasNotCarriedOut() {
		BiginException unsent = ErrorDetails.notSent(HttpMethod.POST, "/bigin/v2/{module}").toException();
		verifyTimeout(RequestState.NOT_SENT, Step.failed(unsent), Step.pause(60));
	}

	@Test
	void eachSubscriptionHasItsOwnTimeAndProgress() {
		StepVerifier.withVirtualTime(() -> {
			Mono<String> call = boundedEach(List.of(List.of(Step.sent(), Step.pause(60)), List.of(Step.pause(60))));
			return call.onErrorResume((first) -> call);
		})
			.thenAwait(TIMEOUT.multipliedBy(2))
			.verifyErrorSatisfies((failure) -> assertThat(((BiginException) failure).getErrorDetails().requestState())
				.isEqualTo(RequestState.NOT_SENT));
	}

	@Test
	void otherFailuresStayWhatTheyAre() {
		BiginException failure = failure(404);
		StepVerifier.create(bounded(List.of(Step.sent(), Step.failed(failure), Step.fail(failure))))
			.verifyErrorMatches(failure::equals);
	}

	@Test
	void refusesNoTimeAtAll() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new TimeoutInterceptor(TIMEOUT, Duration.ZERO).apply(new Steps(List.of())));
		assertThatIllegalArgumentException().isThrownBy(
				() -> new TimeoutInterceptor(Duration.ZERO, Duration.ofMinutes(10)).apply(new Steps(List.of())));
	}

	private static void verifyTimeout(RequestState delivery, Step... steps) {
		StepVerifier.withVirtualTime(() -> bounded(List.of(steps)))
			.expectSubscription()
			.expectNoEvent(TIMEOUT.minusMillis(1))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorSatisfies((failure) -> {
				assertThat(failure).isInstanceOf(BiginTimeoutException.class)
					.hasMessageContaining("PT10S")
					.hasMessageContaining("POST /bigin/v2/{module}");
				BiginTimeoutException timeout = (BiginTimeoutException) failure;
				assertThat(timeout.getErrorDetails().requestState()).isEqualTo(delivery);
				assertThat(timeout.isOutcomeUnknown()).isEqualTo(delivery == RequestState.UNKNOWN);
			});
	}

	private static Mono<String> bounded(List<Step> steps) {
		return boundedEach(List.of(steps));
	}

	private static Mono<String> boundedEach(List<List<Step>> subscriptions) {
		return new TimeoutInterceptor(TIMEOUT, Duration.ofMinutes(10)).apply(new Steps(subscriptions)).exchange(CALL);
	}

	private static BiginException failure(int status) {
		return ErrorDetails.responded(HttpMethod.POST, "/bigin/v2/{module}", status).toException();
	}

	/**
	 * What happens to a call.
	 */
	private interface Step {

		Mono<Object> take(CallProgress progress);

		static Step pause(long seconds) {
			return (progress) -> Mono.delay(Duration.ofSeconds(seconds)).then(Mono.empty());
		}

		static Step sent() {
			return (progress) -> Mono.fromRunnable(progress::sent);
		}

		static Step failed(BiginException failure) {
			return (progress) -> Mono.fromRunnable(() -> progress.failed(failure));
		}

		static Step fail(BiginException failure) {
			return (progress) -> Mono.error(failure);
		}

		static Step response(Object response) {
			return (progress) -> Mono.just(response);
		}

	}

	private static final class Steps implements CallExchange {

		private final Deque<List<Step>> subscriptions;

		Steps(List<List<Step>> subscriptions) {
			this.subscriptions = new ArrayDeque<>(subscriptions);
		}

		@Override
		@SuppressWarnings("unchecked") // the only call is one for a text
		public <T> Mono<T> exchange(BiginCall<T> call) {
			return Mono.deferContextual((context) -> {
				CallProgress progress = context.get(CallProgress.class);
				Mono<Object> all = Mono.empty();
				for (Step step : this.subscriptions.remove()) {
					all = all.switchIfEmpty(Mono.defer(() -> step.take(progress)));
				}
				return (Mono<T>) all;
			});
		}

	}

}
