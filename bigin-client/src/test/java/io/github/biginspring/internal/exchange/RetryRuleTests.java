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
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;
import org.springframework.retry.backoff.NoBackOffPolicy;
import org.springframework.retry.policy.AlwaysRetryPolicy;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.retry.RetryBudget;

import static io.github.biginspring.internal.exchange.Failures.failed;
import static io.github.biginspring.internal.exchange.Failures.notSent;
import static io.github.biginspring.internal.exchange.Failures.rateLimited;
import static io.github.biginspring.internal.exchange.Failures.responseLost;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is repeated, and what is not, with a policy that would repeat everything.
 */
class RetryRuleTests {

	private final StubExchange service = new StubExchange();

	private final List<BiginException> retried = new ArrayList<>();

	private final OperationObserver observer = new OperationObserver() {

		@Override
		public void retried(BiginException failure) {
			RetryRuleTests.this.retried.add(failure);
		}

	};

	@ParameterizedTest
	@MethodSource
	void repeatsOnlyWhatCannotTakeEffectTwice(BiginCall<String> call, BiginException failure, boolean repeated) {
		this.service.fail(failure).value("pong");
		CallExchange exchange = new RetryInterceptor(new AlwaysRetryPolicy(), new NoBackOffPolicy(),
				Duration.ofMinutes(1), Duration.ZERO, new RetryBudget(500), List.of(), this.observer,
				new CallLifecycle())
			.apply(this.service);
		StepVerifier.FirstStep<String> result = StepVerifier.create(exchange.exchange(call));
		if (repeated) {
			result.expectNext("pong").verifyComplete();
			assertThat(this.service.calls()).hasSize(2);
			assertThat(this.retried).containsExactly(failure);
		}
		else {
			result.verifyErrorSatisfies((ex) -> assertThat(ex).isSameAs(failure));
			assertThat(this.service.calls()).hasSize(1);
			assertThat(this.retried).isEmpty();
		}
	}

	static List<Arguments> repeatsOnlyWhatCannotTakeEffectTwice() {
		List<Arguments> cases = new ArrayList<>();
		for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.POST,
				HttpMethod.PATCH)) {
			boolean idempotent = method != HttpMethod.POST && method != HttpMethod.PATCH;
			BiginCall<String> call = call(method);
			cases.add(Arguments.of(call, rateLimited(Duration.ZERO), true));
			cases.add(Arguments.of(call, notSent(), true));
			cases.add(Arguments.of(call, responseLost(), idempotent));
			for (int status : List.of(500, 502, 503, 504)) {
				cases.add(Arguments.of(call, failed(status), idempotent));
			}
			for (int status : List.of(301, 400, 401, 403, 404, 413)) {
				cases.add(Arguments.of(call, failed(status), false));
			}
			cases.add(Arguments.of(call, failed(400, "LIMIT_EXCEEDED"), false));
			cases.add(Arguments.of(call, failed(400, "TOO_MANY_REQUESTS"), false));
			cases.add(Arguments.of(call, failed(429, "LIMIT_EXCEEDED"), true));
			cases.add(Arguments.of(call, failed(200), false));
		}
		return cases;
	}

	static CallEffect effectOf(HttpMethod method) {
		if (method == HttpMethod.GET) {
			return CallEffect.READ;
		}
		return (method == HttpMethod.POST || method == HttpMethod.PATCH) ? CallEffect.ONCE : CallEffect.IDEMPOTENT;
	}

	private static BiginCall<String> call(HttpMethod method) {
		return BiginCall.gateway(effectOf(method), method, "/bigin/v2/{module}", UriVariable.module("Contacts"))
			.read((response) -> "pong");
	}

}
