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
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.retry.backoff.NoBackOffPolicy;

import io.github.biginspring.BiginCreditLedger;
import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginCreditLimitException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginTransportException;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.limit.CreditLimit;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginRecord;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CreditInterceptor} in a template, against a real server.
 */
class CreditInterceptorTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final LocalServer server = new LocalServer();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void countsEveryAttempt() {
		BiginCreditLedger ledger = ledger(CreditLimit.none());
		this.server.respondsWith(503)
			.respondsWith(429, "application/json", "", Map.of("Retry-After", "0"))
			.respondsWith(204);
		StepVerifier.create(template(ledger).findById("Contacts", "1")).expectComplete().verify(LONG);
		assertThat(ledger.used()).isEqualTo(3);
	}

	@Test
	void countsAnAttemptWhoseResponseIsLost() {
		BiginCreditLedger ledger = ledger(CreditLimit.none());
		this.server.resetsTheConnection();
		StepVerifier.create(template(ledger).create("Contacts", new BiginRecord().set("Last_Name", "Ada")))
			.expectError(BiginTransportException.class)
			.verify(LONG);
		assertThat(ledger.used()).isOne();
	}

	@Test
	void countsACallThatIsCancelledOnceItHasLeft() {
		BiginCreditLedger ledger = ledger(CreditLimit.none());
		this.server.neverResponds();
		StepVerifier.create(template(ledger).findById("Contacts", "1").takeUntilOther(this.server.requestReceived()))
			.expectComplete()
			.verify(LONG);
		assertThat(ledger.used()).isOne();
	}

	@Test
	void doesNotCountACallThatFindsNoConnection() {
		BiginCreditLedger ledger = ledger(CreditLimit.daily(1).withRefuse(true));
		BiginOperations bigin = template(ledger);
		this.server.close();
		StepVerifier.create(bigin.findById("Contacts", "1")).expectError(BiginTransportException.class).verify(LONG);
		assertThat(ledger.used()).isZero();
		assertThat(ledger.remaining()).isOne();
	}

	@Test
	void doesNotCountConnections() {
		BiginCreditLedger ledger = ledger(CreditLimit.none());
		this.server.respondsWith(200, "{\"connections\":[]}");
		StepVerifier.create(template(ledger).connections().list()).expectComplete().verify(LONG);
		assertThat(ledger.used()).isZero();
	}

	@Test
	void refusesWithoutSending() {
		BiginCreditLedger ledger = ledger(CreditLimit.daily(1).withRefuse(true));
		this.server.respondsWith(204);
		BiginOperations bigin = template(ledger);
		StepVerifier.create(bigin.findById("Contacts", "1")).expectComplete().verify(LONG);
		StepVerifier.create(bigin.findById("Contacts", "1")).expectError(BiginCreditLimitException.class).verify(LONG);
		assertThat(this.server.received()).hasSize(1);
	}

	@Test
	void readsWhatIsLeftFromSuccessAndFailure() {
		BiginCreditLedger ledger = ledger(CreditLimit.none());
		this.server.respondsWith(204, "application/json", "", Map.of("X-API-CREDITS-REMAINING", "2000"))
			.respondsWith(400, "application/json", "{}", Map.of("x-api-credits-remaining", "17"));
		BiginOperations bigin = template(ledger);
		StepVerifier.create(bigin.findById("Contacts", "1")).expectComplete().verify(LONG);
		assertThat(ledger.remaining()).isEqualTo(2000);
		StepVerifier.create(bigin.findById("Contacts", "1"))
			.expectError(BiginInvalidRequestException.class)
			.verify(LONG);
		assertThat(ledger.remaining()).isEqualTo(17);
	}

	private BiginOperations template(BiginCreditLedger ledger) {
		return BiginTemplate.builder(ApiKey.of("key"))
			.endpoint(MatonEndpoint.of(this.server.url()))
			.backOffPolicy(new NoBackOffPolicy())
			.rateLimit(RateLimit.defaults().withRequestsPerSecond(1000))
			.maxRetryAfter(Duration.ofMillis(10))
			.creditLedger(ledger)
			.build();
	}

	private static BiginCreditLedger ledger(CreditLimit limit) {
		return BiginCreditLedger.of(limit, null);
	}

}
