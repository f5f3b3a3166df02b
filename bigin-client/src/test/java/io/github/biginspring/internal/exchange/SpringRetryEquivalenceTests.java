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
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;
import org.springframework.retry.RetryCallback;
import org.springframework.retry.RetryContext;
import org.springframework.retry.RetryListener;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.TerminatedRetryException;
import org.springframework.retry.backoff.NoBackOffPolicy;
import org.springframework.retry.policy.AlwaysRetryPolicy;
import org.springframework.retry.policy.CompositeRetryPolicy;
import org.springframework.retry.policy.MaxAttemptsRetryPolicy;
import org.springframework.retry.policy.NeverRetryPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;
import org.springframework.retry.policy.TimeoutRetryPolicy;
import org.springframework.retry.support.RetryTemplate;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginTransportException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.retry.RetryBudget;

import static io.github.biginspring.internal.exchange.Failures.failed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The applications' own policies and listeners see what they would see from Spring
 * Retry's template.
 */
class SpringRetryEquivalenceTests {

	private static final String LABEL = "GET /bigin/v2/org";

	private static final BiginCall<String> CALL = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
		.read((response) -> "pong");

	@ParameterizedTest
	@CsvSource({ "0, true", "1, true", "2, true", "5, true", "0, false" })
	void callsPoliciesAndListenersAsSpringRetryDoes(int failures, boolean opens) {
		RecordingPolicies ours = new RecordingPolicies();
		StepVerifier.withVirtualTime(() -> exchange(ours, failures, opens).exchange(CALL).onErrorComplete())
			.thenAwait(Duration.ofSeconds(1))
			.thenConsumeWhile((result) -> true)
			.verifyComplete();
		RecordingPolicies theirs = new RecordingPolicies();
		Throwable thrown = catchThrowable(() -> template(theirs, opens).execute(callback(theirs, failures)));
		assertThat(theirs.events()).contains("second.open 0 " + LABEL).hasSizeGreaterThan(4);
		assertThat(thrown instanceof TerminatedRetryException).isEqualTo(!opens);
		// the template asks a policy that has just said no once more
		assertThat(ours.events()).containsExactlyElementsOf(withoutRepetitions(theirs.events()));
	}

	@Test
	void aListenerThatDoesNotOpenKeepsTheCallFromBeingMade() {
		RecordingPolicies recording = new RecordingPolicies();
		StepVerifier.create(exchange(recording, 0, false).exchange(CALL))
			.verifyErrorSatisfies((ex) -> assertThat(ex)
				.isInstanceOfSatisfying(BiginTransportException.class,
						(failure) -> assertThat(failure.isRequestSent()).isFalse())
				.hasMessageContaining("no attempt"));
		assertThat(recording.events()).doesNotContain("attempt").contains("policy.close 0");
	}

	@Test
	void closesTheContextWhenTheCallIsCancelled() {
		RecordingPolicies recording = new RecordingPolicies();
		CallExchange exchange = new RetryInterceptor(recording.policy(new SimpleRetryPolicy(3)), recording.backOff(),
				Duration.ofMinutes(1), Duration.ZERO, new RetryBudget(500), List.of(recording.listener("first", true)),
				OperationObserver.NONE, new CallLifecycle())
			.apply(new StubExchange().never());
		exchange.exchange(CALL).subscribe().dispose();
		assertThat(recording.events()).endsWith("policy.close 0", "first.close 0 closed none");
	}

	@Test
	void opensNothingForACallThatIsCancelledBeforeItBegins() {
		RecordingPolicies recording = new RecordingPolicies();
		StepVerifier.create(exchange(recording, 0, true).exchange(CALL)).expectSubscription().thenCancel().verify();
		assertThat(recording.events()).isEmpty();
	}

	@Test
	void closesTheContextWhenItIsCancelledDuringAPause() {
		RecordingPolicies recording = new RecordingPolicies();
		StepVerifier.withVirtualTime(() -> exchange(recording, 1, true).exchange(CALL))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(9))
			.thenCancel()
			.verify();
		assertThat(recording.events()).endsWith("backOff", "policy.close 1",
				"second.close 1 closed BiginServerException", "first.close 1 closed BiginServerException");
	}

	@Test
	void aListenerThatFailsToOpenAllowsTheCall() {
		RecordingPolicies recording = new RecordingPolicies();
		RetryListener failing = new RetryListener() {

			@Override
			public <T, E extends Throwable> boolean open(RetryContext context, RetryCallback<T, E> callback) {
				throw new IllegalStateException("a listener's fault");
			}

		};
		CallExchange exchange = new RetryInterceptor(recording.policy(new SimpleRetryPolicy(3)), recording.backOff(),
				Duration.ofMinutes(1), Duration.ZERO, new RetryBudget(500), List.of(failing), OperationObserver.NONE,
				new CallLifecycle())
			.apply(new StubExchange().value("pong"));
		StepVerifier.create(exchange.exchange(CALL)).expectNext("pong").verifyComplete();
		assertThat(recording.events()).startsWith("policy.open").endsWith("policy.close 0");
	}

	@Test
	void aCallbackOfAListenerCannotBeCalled() {
		List<Throwable> thrown = new ArrayList<>();
		RetryListener calling = new RetryListener() {

			@Override
			public <T, E extends Throwable> boolean open(RetryContext context, RetryCallback<T, E> callback) {
				thrown.add(catchThrowable(() -> callback.doWithRetry(context)));
				assertThat(callback.getLabel()).isEqualTo(LABEL);
				assertThat(context.getAttribute(RetryContext.NAME)).isEqualTo(LABEL);
				return true;
			}

		};
		StepVerifier
			.create(new RetryInterceptor(new SimpleRetryPolicy(3), new NoBackOffPolicy(), Duration.ofMinutes(1),
					Duration.ZERO, new RetryBudget(500), List.of(calling), OperationObserver.NONE, new CallLifecycle())
				.apply(new StubExchange().value("pong"))
				.exchange(CALL))
			.expectNext("pong")
			.verifyComplete();
		assertThat(thrown).singleElement().isInstanceOf(IllegalStateException.class);
	}

	@Test
	void neverRepeatsWithAPolicyThatNeverDoes() {
		assertAttempts(new NeverRetryPolicy(), 9, 1);
	}

	@Test
	void repeatsAsOftenAsACompositeOfPoliciesAllows() {
		CompositeRetryPolicy composite = new CompositeRetryPolicy();
		composite.setPolicies(new RetryPolicy[] { new MaxAttemptsRetryPolicy(4), new AlwaysRetryPolicy() });
		assertAttempts(composite, 9, 4);
		composite.setOptimistic(true);
		composite.setPolicies(new RetryPolicy[] { new MaxAttemptsRetryPolicy(4), new MaxAttemptsRetryPolicy(6) });
		assertAttempts(composite, 9, 6);
	}

	@Test
	void repeatsAsOftenAsAPolicyOfAttemptsAllows() {
		assertAttempts(new MaxAttemptsRetryPolicy(2), 9, 2);
	}

	@Test
	void repeatsAsLongAsAPolicyOfTimeAllows() {
		StubExchange service = new StubExchange().fail(failed(500)).fail(failed(500)).value("pong");
		StepVerifier
			.withVirtualTime(
					() -> exchange(service, new TimeoutRetryPolicy(3_600_000), new RecordingPolicies()).exchange(CALL))
			.thenAwait(Duration.ofSeconds(1))
			.expectNext("pong")
			.verifyComplete();
		StepVerifier
			.create(exchange(new StubExchange(), new TimeoutRetryPolicy(-1), new RecordingPolicies()).exchange(CALL))
			.verifyErrorSatisfies((ex) -> assertThat(ex).hasMessageContaining("no attempt"));
	}

	@Test
	void repeatsOnlyWhatAPolicyOfExceptionTypesNames() {
		assertAttempts(new SimpleRetryPolicy(5, Map.of(BiginTransportException.class, true)), 9, 1);
		assertAttempts(new SimpleRetryPolicy(5, Map.of(BiginException.class, true)), 9, 5);
	}

	@Test
	void makesNoAttemptThatThePolicyNoLongerAllowsAfterThePause() {
		// the pauses pass in virtual time, the policy's time is told by the switch
		SwitchedPolicy policy = new SwitchedPolicy();
		StubExchange service = new StubExchange().fail(failed(503));
		StepVerifier.withVirtualTime(() -> exchange(service, policy, new RecordingPolicies()).exchange(CALL))
			.expectSubscription()
			.then(() -> policy.timedOut = true)
			.thenAwait(Duration.ofSeconds(1))
			.verifyErrorSatisfies((ex) -> assertThat(((BiginException) ex).getStatus()).isEqualTo(503));
		assertThat(service.calls()).hasSize(1);
	}

	private static List<String> withoutRepetitions(List<String> events) {
		List<String> distinct = new ArrayList<>();
		for (String event : events) {
			if (distinct.isEmpty() || !distinct.get(distinct.size() - 1).equals(event)) {
				distinct.add(event);
			}
		}
		return distinct;
	}

	private static void assertAttempts(RetryPolicy policy, int failures, int attempts) {
		StubExchange service = new StubExchange();
		for (int i = 0; i < failures; i++) {
			service.fail(failed(500));
		}
		StepVerifier.withVirtualTime(() -> exchange(service, policy, new RecordingPolicies()).exchange(CALL))
			.thenAwait(Duration.ofSeconds(1))
			.verifyError(BiginException.class);
		assertThat(service.calls()).hasSize(attempts);
	}

	private static CallExchange exchange(StubExchange service, RetryPolicy policy, RecordingPolicies recording) {
		return new RetryInterceptor(policy, recording.backOff(), Duration.ofMinutes(1), Duration.ZERO,
				new RetryBudget(500), List.of(), OperationObserver.NONE, new CallLifecycle())
			.apply(service);
	}

	private static CallExchange exchange(RecordingPolicies recording, int failures, boolean opens) {
		Deque<Mono<Object>> script = script(failures);
		return new RetryInterceptor(recording.policy(new MaxAttemptsRetryPolicy(3)), recording.backOff(),
				Duration.ofMinutes(1), Duration.ZERO, new RetryBudget(500),
				List.of(recording.listener("first", true), recording.listener("second", opens)), OperationObserver.NONE,
				new CallLifecycle())
			.apply(new CallExchange() {

				@Override
				@SuppressWarnings("unchecked") // the script gives what the call is read
												// as
				public <T> Mono<T> exchange(BiginCall<T> call) {
					recording.event("attempt");
					return (Mono<T>) script.remove();
				}

			});
	}

	private static RetryTemplate template(RecordingPolicies recording, boolean opens) {
		RetryTemplate template = new RetryTemplate();
		template.setRetryPolicy(recording.policy(new MaxAttemptsRetryPolicy(3)));
		template.setBackOffPolicy(recording.backOff());
		template.setListeners(
				new RetryListener[] { recording.listener("first", true), recording.listener("second", opens) });
		return template;
	}

	private static RetryCallback<Object, RuntimeException> callback(RecordingPolicies recording, int failures) {
		Deque<Mono<Object>> script = script(failures);
		return new RetryCallback<>() {

			@Override
			public Object doWithRetry(RetryContext context) {
				recording.event("attempt");
				return script.remove().block();
			}

			@Override
			public String getLabel() {
				return LABEL;
			}

		};
	}

	private static Deque<Mono<Object>> script(int failures) {
		Deque<Mono<Object>> script = new ArrayDeque<>();
		for (int i = 0; i < failures; i++) {
			script.add(Mono.error(failed(500)));
		}
		script.add(Mono.just("pong"));
		return script;
	}

	/**
	 * As {@link TimeoutRetryPolicy}, but without a clock.
	 */
	@SuppressWarnings("serial") // never serialized
	private static final class SwitchedPolicy extends AlwaysRetryPolicy {

		private boolean timedOut;

		@Override
		public boolean canRetry(RetryContext context) {
			return !this.timedOut;
		}

	}

}
