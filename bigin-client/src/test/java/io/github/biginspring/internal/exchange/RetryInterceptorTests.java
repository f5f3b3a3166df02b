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
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.backoff.BackOffPolicy;
import org.springframework.retry.backoff.ExponentialBackOffPolicy;
import org.springframework.retry.backoff.FixedBackOffPolicy;
import org.springframework.retry.backoff.NoBackOffPolicy;
import org.springframework.retry.backoff.StatelessBackOffPolicy;
import org.springframework.retry.policy.AlwaysRetryPolicy;
import org.springframework.retry.policy.MaxAttemptsRetryPolicy;
import org.springframework.retry.policy.NeverRetryPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginTransportException;
import io.github.biginspring.error.BiginUnavailableException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.retry.RetryBudget;
import io.github.biginspring.retry.UnsupportedBackOffPolicyException;

import static io.github.biginspring.internal.exchange.Failures.failed;
import static io.github.biginspring.internal.exchange.Failures.notSent;
import static io.github.biginspring.internal.exchange.Failures.rateLimited;
import static io.github.biginspring.internal.exchange.Failures.responseLost;
import static io.github.biginspring.internal.exchange.Failures.unavailable;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RetryInterceptorTests {

	private static final BiginCall<String> READ = call(HttpMethod.GET);

	private static final BiginCall<String> CREATE = call(HttpMethod.POST);

	private final StubExchange service = new StubExchange();

	private Duration maxRetryAfter = ofSeconds(60);

	private Duration maxRateLimited = Duration.ZERO;

	@Test
	void waitsAsLongAsTheServiceAsks() {
		this.service.fail(rateLimited(ofSeconds(7))).value("pong");
		StepVerifier.withVirtualTime(() -> retrying(5, pausing(500)).exchange(READ))
			.expectSubscription()
			.expectNoEvent(ofSeconds(7))
			.expectNext("pong")
			.verifyComplete();
	}

	@Test
	void asksAgainAtOnceWhereTheServiceSaysSo() {
		this.service.fail(rateLimited(Duration.ZERO)).value("pong");
		StepVerifier.withVirtualTime(() -> retrying(5, pausing(500)).exchange(READ))
			.expectSubscription()
			.thenAwait(Duration.ZERO)
			.expectNext("pong")
			.verifyComplete();
	}

	@Test
	void waitsNoLongerThanAllowed() {
		this.maxRetryAfter = ofSeconds(10);
		this.service.fail(rateLimited(Duration.ofDays(3000))).value("pong");
		StepVerifier.withVirtualTime(() -> retrying(5, pausing(500)).exchange(READ))
			.expectSubscription()
			.expectNoEvent(ofSeconds(10))
			.expectNext("pong")
			.verifyComplete();
	}

	@Test
	void waitsAsLongAsThePolicySaysWhereTheServiceDoesNot() {
		this.service.fail(rateLimited(null)).fail(rateLimited(null)).value("pong");
		StepVerifier.withVirtualTime(() -> retrying(5, pausing(300)).exchange(READ))
			.expectSubscription()
			.expectNoEvent(ofMillis(600))
			.expectNext("pong")
			.verifyComplete();
	}

	@Test
	void waitsEverLongerWithAnExponentialPolicy() {
		ExponentialBackOffPolicy policy = new ExponentialBackOffPolicy();
		policy.setInitialInterval(1000);
		policy.setMultiplier(3);
		policy.setMaxInterval(5000);
		this.service.fail(rateLimited(null)).fail(rateLimited(null)).fail(rateLimited(null)).value("pong");
		StepVerifier.withVirtualTime(() -> retrying(5, policy).exchange(READ))
			.expectSubscription()
			.expectNoEvent(ofSeconds(1 + 3 + 5))
			.expectNext("pong")
			.verifyComplete();
	}

	@Test
	void givesUpWithTheLastFailure() {
		BiginException last = failed(503);
		this.service.fail(failed(500)).fail(failed(502)).fail(last);
		StepVerifier.withVirtualTime(() -> retrying(3, pausing(100)).exchange(READ))
			.expectSubscription()
			.expectNoEvent(ofMillis(200))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isSameAs(last));
		assertThat(this.service.calls()).hasSize(3);
	}

	@Test
	void aRateLimitThatPassesInTimeUsesUpNoAttempt() {
		this.maxRateLimited = ofSeconds(60);
		this.service.fail(failed(500));
		for (int i = 0; i < 50; i++) {
			this.service.fail(rateLimited(ofSeconds(1)));
		}
		this.service.fail(failed(500)).value("pong");
		StepVerifier.withVirtualTime(() -> retrying(3, new NoBackOffPolicy()).exchange(READ))
			.expectSubscription()
			.expectNoEvent(ofSeconds(50))
			.expectNext("pong")
			.verifyComplete();
	}

	@Test
	void aRateLimitThatDoesNotPassUsesUpTheAttemptsInTheEnd() {
		this.maxRateLimited = ofSeconds(10);
		for (int i = 0; i < 13; i++) {
			this.service.fail(rateLimited(ofSeconds(1)));
		}
		StepVerifier.withVirtualTime(() -> retrying(3, new NoBackOffPolicy()).exchange(READ))
			.expectSubscription()
			.expectNoEvent(ofSeconds(12))
			.verifyError(BiginRateLimitException.class);
		assertThat(this.service.calls()).hasSize(13);
	}

	@ParameterizedTest
	@MethodSource
	void aPolicyThatDoesNotRepeatARateLimitedCallHasTheLastWord(RetryPolicy policy) {
		this.maxRateLimited = ofSeconds(60);
		this.service.fail(rateLimited(Duration.ZERO));
		StepVerifier.create(retrying(this.service, policy, new NoBackOffPolicy()).exchange(READ))
			.verifyError(BiginRateLimitException.class);
		assertThat(this.service.calls()).hasSize(1);
	}

	static List<RetryPolicy> aPolicyThatDoesNotRepeatARateLimitedCallHasTheLastWord() {
		return List.of(new NeverRetryPolicy(), new SimpleRetryPolicy(1),
				new SimpleRetryPolicy(5, Map.of(BiginTransportException.class, true)));
	}

	@Test
	void countsTheAttemptsOfEachSubscription() {
		this.service.fail(failed(500)).fail(failed(500)).value("a").fail(failed(500)).fail(failed(500)).value("b");
		Mono<String> call = retrying(3, new NoBackOffPolicy()).exchange(READ);
		StepVerifier.create(call).expectNext("a").verifyComplete();
		StepVerifier.create(call).expectNext("b").verifyComplete();
	}

	@Test
	void countsTheAttemptsOfEachSubscriptionAlsoWhenTheyRunTogether() {
		// 2 of 3 attempts fail for everyone: a shared counter would fail most
		CallExchange flaky = new CallExchange() {

			@Override
			@SuppressWarnings("unchecked")
			public <T> Mono<T> exchange(BiginCall<T> call) {
				return Mono.deferContextual((view) -> (view.<int[]>get("attempts")[0]++ < 2) ? Mono.error(failed(500))
						: (Mono<T>) Mono.just("pong"));
			}

		};
		Mono<String> call = retrying(flaky, new SimpleRetryPolicy(3), new NoBackOffPolicy()).exchange(READ);
		StepVerifier
			.create(Flux.range(0, 200)
				.flatMap((i) -> call.contextWrite((context) -> context.put("attempts", new int[1]))
					.subscribeOn(Schedulers.parallel()), 200))
			.expectNextCount(200)
			.verifyComplete();
	}

	@Test
	void anAttemptThatWasNotSentDoesNotSettleAnEarlierOne() {
		BiginException lost = responseLost();
		BiginException rejected = unavailable();
		this.service.fail(lost).fail(rejected);
		StepVerifier.create(retrying(5, new NoBackOffPolicy()).exchange(READ))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isSameAs(lost).hasSuppressedException(rejected));
		assertThat(this.service.calls()).hasSize(2);
	}

	@Test
	void anAttemptThatWasRefusedForItsRateDoesNotSettleAnEarlierOne() {
		BiginException lost = responseLost();
		BiginException rejected = rateLimited(Duration.ZERO);
		this.service.fail(lost).fail(rejected);
		StepVerifier.create(retrying(2, new NoBackOffPolicy()).exchange(READ))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isSameAs(lost).hasSuppressedException(rejected));
		assertThat(this.service.calls()).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "400, INVALID_DATA", "401, ", "403, NO_PERMISSION", "404, " })
	void noRefusalSettlesAnEarlierAttemptOfAWrite(int status, String code) {
		BiginException lost = responseLost();
		BiginException rejected = failed(status, code);
		this.service.fail(lost).fail(rejected);
		StepVerifier.create(retrying(5, new NoBackOffPolicy()).exchange(call(HttpMethod.PUT)))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isSameAs(lost).hasSuppressedException(rejected));
		assertThat(this.service.calls()).hasSize(2);
	}

	@Test
	void theRefusalOfAWriteThatLeftNothingOpenIsTold() {
		BiginException rejected = failed(401);
		this.service.fail(rateLimited(Duration.ZERO)).fail(notSent()).fail(rejected);
		StepVerifier.create(retrying(5, new NoBackOffPolicy()).exchange(call(HttpMethod.PUT)))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isSameAs(rejected));
	}

	@Test
	void aReadIsToldWhatItWasRefusedForInTheEnd() {
		BiginCall<String> query = BiginCall.gateway(CallEffect.READ, HttpMethod.POST, "/bigin/v2/coql")
			.read((response) -> "pong");
		for (BiginCall<String> read : List.of(READ, query)) {
			BiginException rejected = failed(401);
			this.service.fail(responseLost()).fail(rejected);
			StepVerifier.create(retrying(5, new NoBackOffPolicy()).exchange(read))
				.verifyErrorSatisfies((ex) -> assertThat(ex).isSameAs(rejected));
		}
	}

	@Test
	void anAttemptThatDidNothingLeavesNothingOpen() {
		BiginException rejected = unavailable();
		this.service.fail(rateLimited(Duration.ZERO)).fail(rejected);
		StepVerifier.create(retrying(5, new NoBackOffPolicy()).exchange(READ))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isSameAs(rejected));
	}

	@Test
	void whatTheClientItselfRefusesIsNotRepeated() {
		this.service.fail(unavailable());
		StepVerifier.create(retrying(this.service, new AlwaysRetryPolicy(), new NoBackOffPolicy()).exchange(READ))
			.verifyError(BiginUnavailableException.class);
		assertThat(this.service.calls()).hasSize(1);
	}

	@Test
	void backsOffAnewForEachSubscription() {
		ExponentialBackOffPolicy policy = new ExponentialBackOffPolicy();
		policy.setInitialInterval(1000);
		this.service.fail(failed(500)).value("a").fail(failed(500)).value("b");
		StepVerifier.withVirtualTime(() -> {
			Mono<String> call = retrying(3, policy).exchange(READ);
			return call.concatWith(call);
		})
			.expectSubscription()
			.expectNoEvent(ofSeconds(1))
			.expectNext("a")
			.expectNoEvent(ofSeconds(1))
			.expectNext("b")
			.verifyComplete();
	}

	@Test
	void passesOnWhatIsNoFailureOfACall() {
		IllegalStateException failure = new IllegalStateException("a fault of ours");
		this.service.fail(failure);
		StepVerifier.create(retrying(5, new NoBackOffPolicy()).exchange(READ))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isSameAs(failure));
	}

	@Test
	void completesEmptyWhereTheCallDoes() {
		CallExchange empty = new CallExchange() {

			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				return Mono.empty();
			}

		};
		StepVerifier.create(retrying(empty, new SimpleRetryPolicy(3), new NoBackOffPolicy()).exchange(READ))
			.verifyComplete();
	}

	@Test
	void marksTheCallAsRepeatedOnlyWhereTheOutcomeIsUnknown() {
		this.service.fail(rateLimited(Duration.ZERO))
			.fail(notSent())
			.fail(responseLost())
			.fail(rateLimited(Duration.ZERO))
			.value("pong");
		StepVerifier
			.create(retrying(this.service, new AlwaysRetryPolicy(), new NoBackOffPolicy())
				.exchange(call(HttpMethod.DELETE)))
			.expectNext("pong")
			.verifyComplete();
		assertThat(this.service.calls()).extracting(BiginCall::isRepeated)
			.containsExactly(false, false, false, true, true);
	}

	@Test
	void makesNoFurtherCallOnceItIsCancelledDuringAPause() {
		this.service.fail(rateLimited(ofSeconds(7)));
		StepVerifier.withVirtualTime(() -> retrying(5, pausing(500)).exchange(READ))
			.expectSubscription()
			.expectNoEvent(ofSeconds(6))
			.thenCancel()
			.verify();
		// the stub fails on a call beyond its script
		StepVerifier.withVirtualTime(() -> Mono.delay(ofSeconds(60)))
			.thenAwait(ofSeconds(60))
			.expectNext(0L)
			.verifyComplete();
		assertThat(this.service.calls()).hasSize(1);
	}

	@Test
	void repeatsAsOftenAsIsAllowedWithoutFillingTheStack() {
		for (int i = 0; i < 20_000; i++) {
			this.service.fail(rateLimited(Duration.ZERO));
		}
		this.service.value("pong");
		StepVerifier
			.withVirtualTime(
					() -> retrying(this.service, new AlwaysRetryPolicy(), new NoBackOffPolicy()).exchange(READ))
			.thenAwait(ofSeconds(1))
			.expectNext("pong")
			.verifyComplete();
	}

	@Test
	void callsNothingBeforeItIsSubscribedTo() {
		retrying(5, new NoBackOffPolicy()).exchange(CREATE);
		assertThat(this.service.calls()).isEmpty();
	}

	@Test
	void refusesABackOffPolicyThatCanOnlySleep() {
		BackOffPolicy policy = new SleepingPolicy();
		assertThatIllegalArgumentException().isThrownBy(() -> retrying(5, policy))
			.isInstanceOfSatisfying(UnsupportedBackOffPolicyException.class,
					(ex) -> assertThat(ex.getPolicyType()).isEqualTo(SleepingPolicy.class))
			.withMessageContaining(SleepingPolicy.class.getName());
	}

	@Test
	void refusesANegativeLimitForWaiting() {
		this.maxRateLimited = ofSeconds(-1);
		assertThatIllegalArgumentException().isThrownBy(() -> retrying(5, new NoBackOffPolicy()))
			.withMessage("'maxRateLimited' must not be negative");
		this.maxRetryAfter = ofSeconds(-1);
		assertThatIllegalArgumentException().isThrownBy(() -> retrying(5, new NoBackOffPolicy()))
			.withMessage("'maxRetryAfter' must not be negative");
	}

	private CallExchange retrying(int attempts, BackOffPolicy backOffPolicy) {
		return retrying(this.service, new MaxAttemptsRetryPolicy(attempts), backOffPolicy);
	}

	private CallExchange retrying(CallExchange delegate, RetryPolicy retryPolicy, BackOffPolicy backOffPolicy) {
		return new RetryInterceptor(retryPolicy, backOffPolicy, this.maxRetryAfter, this.maxRateLimited,
				new RetryBudget(10_000), List.of(), OperationObserver.NONE, new CallLifecycle())
			.apply(delegate);
	}

	private static FixedBackOffPolicy pausing(long millis) {
		FixedBackOffPolicy policy = new FixedBackOffPolicy();
		policy.setBackOffPeriod(millis);
		return policy;
	}

	private static BiginCall<String> call(HttpMethod method) {
		return BiginCall
			.gateway(RetryRuleTests.effectOf(method), method, "/bigin/v2/{module}", UriVariable.module("Contacts"))
			.read((response) -> "pong");
	}

	private static final class SleepingPolicy extends StatelessBackOffPolicy {

		@Override
		protected void doBackOff() {
			throw new UnsupportedOperationException("sleeps");
		}

	}

}
