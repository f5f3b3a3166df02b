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

package io.github.biginspring.retry.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.core.retry.RetryPolicy;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.error.BiginServerException;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.error.BiginRateLimitException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FrameworkRetryPolicy}, by a template that has it.
 */
class FrameworkRetryPolicyTests {

	private final List<Integer> statuses = new ArrayList<>();

	private int calls;

	private BiginTemplate bigin(UnaryOperator<RetryPolicy.Builder> policy) {
		return BiginTemplate.builder(ApiKey.of("the-key"))
			.webClientBuilder(WebClient.builder().exchangeFunction((request) -> Mono.fromSupplier(this::response)))
			.retryPolicy(policy.apply(RetryPolicy.builder()).build())
			.maxRateLimited(Duration.ZERO)
			// which goes by the real time
			.rateLimit(RateLimit.defaults().withBurst(100))
			.build();
	}

	private ClientResponse response() {
		int status = (this.calls < this.statuses.size()) ? this.statuses.get(this.calls) : 200;
		this.calls++;
		return ClientResponse.create(HttpStatus.valueOf(status))
			.header("Content-Type", "application/json")
			.body("{\"data\":[{\"id\":\"7\"}]}")
			.build();
	}

	@Test
	void saysHowOftenAndAfterWhatPauses() {
		this.statuses.addAll(List.of(500, 500, 500, 500));
		StepVerifier
			.withVirtualTime(() -> bigin((policy) -> policy.maxRetries(2).delay(Duration.ofSeconds(5)).multiplier(3))
				.findById("Contacts", "7"))
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(20).minusMillis(1))
			.thenAwait(Duration.ofMillis(1))
			.expectError(BiginServerException.class)
			.verify(Duration.ofSeconds(10));
		assertThat(this.calls).isEqualTo(3);
	}

	@Test
	void saysWhichFailuresAreRepeated() {
		this.statuses.addAll(List.of(500, 429, 500));
		StepVerifier
			.withVirtualTime(
					() -> bigin((policy) -> policy.excludes(BiginRateLimitException.class)).findById("Contacts", "7"))
			.thenAwait(Duration.ofMinutes(1))
			.expectError(BiginServerException.class)
			.verify(Duration.ofSeconds(10));
		assertThat(this.calls).isEqualTo(2);
	}

	@Test
	void saysForHowLong() {
		this.statuses.addAll(List.of(500, 500, 500, 500, 500, 500));
		StepVerifier
			.withVirtualTime(() -> bigin(
					(policy) -> policy.maxRetries(100).delay(Duration.ofSeconds(4)).timeout(Duration.ofSeconds(10)))
				.findById("Contacts", "7"))
			.thenAwait(Duration.ofMinutes(1))
			.expectError(BiginServerException.class)
			.verify(Duration.ofSeconds(10));
		assertThat(this.calls).isEqualTo(3);
	}

	@Test
	void allowsNothingThatIsNotSafe() {
		this.statuses.addAll(List.of(500));
		StepVerifier
			.withVirtualTime(() -> bigin(UnaryOperator.identity()).create("Contacts",
					new BiginRecord().set("Last_Name", "Watson")))
			.thenAwait(Duration.ofMinutes(1))
			.expectError(BiginServerException.class)
			.verify(Duration.ofSeconds(10));
		assertThat(this.calls).isEqualTo(1);
	}

}
