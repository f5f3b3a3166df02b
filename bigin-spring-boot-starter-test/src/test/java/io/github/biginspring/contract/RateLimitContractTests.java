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

package io.github.biginspring.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.simulator.fault.Fault;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RateLimitContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	private final RecordQuery<BiginRecord> contacts = this.bigin.query("Contacts").fields("Last_Name");

	static Stream<Fault> rateLimits() {
		return Stream.of(Fault.rateLimited(), Fault.rateLimited().retryAfter(Duration.ofSeconds(7)),
				Fault.rateLimited().retryAfter(Instant.now().plusSeconds(60)),
				Fault.rateLimited().retryAfter(Instant.EPOCH), Fault.rateLimited().retryAfter(Duration.ZERO),
				Fault.rateLimited().header("Retry-After", "soon"), Fault.rateLimited().withoutBody(),
				Fault.status(429).body("text/plain", "slow down"),
				Fault.status(429).body("application/json", "[\"slow down\"]"));
	}

	@ParameterizedTest
	@MethodSource("rateLimits")
	void callsAgainUntilItIsServed(Fault fault) {
		fixture.records("Contacts").add(Map.of("Last_Name", "Watson"));
		fixture.simulator().faults().next(3, fault);
		assertThat(await(this.contacts.all())).hasSize(1);
		assertThat(fixture.simulator().requests().count("GET /Contacts")).isEqualTo(4);
	}

	@ParameterizedTest
	@MethodSource("rateLimits")
	void givesUpAfterFiveAttempts(Fault fault) {
		fixture.simulator().faults().always(fault);
		assertThatExceptionOfType(BiginRateLimitException.class).isThrownBy(() -> await(this.contacts.page(1)))
			.satisfies((ex) -> assertThat(ex.getStatus()).isEqualTo(429))
			.satisfies((ex) -> assertThat(ex.isOutcomeUnknown()).isFalse());
		assertThat(fixture.simulator().requests().count()).isEqualTo(5);
	}

	@Test
	void saysHowLongTheServiceAskedToWait() {
		fixture.simulator().faults().always(Fault.rateLimited().retryAfter(Duration.ofSeconds(7)));
		assertThatExceptionOfType(BiginRateLimitException.class).isThrownBy(() -> await(this.contacts.page(1)))
			.satisfies((ex) -> assertThat(ex.getRetryAfter()).isEqualTo(Duration.ofSeconds(7)))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("TOO_MANY_REQUESTS"));
	}

	@Test
	void repeatsCreatesSinceNothingWasCarriedOut() {
		fixture.simulator().faults().on("POST /Contacts").next(2, Fault.rateLimited());
		String id = await(this.bigin.create("Contacts", new BiginRecord().set("Last_Name", "Watson"))).id();
		assertThat(fixture.simulator().requests().count("POST /Contacts")).isEqualTo(3);
		assertThat(fixture.records("Contacts").all()).extracting((contact) -> contact.get("id")).isEqualTo(List.of(id));
	}

	@Test
	void repeatsDeletesWithoutTakingAnUnknownIdForADeletedOne() {
		fixture.simulator().faults().on("DELETE /Contacts/*").next(Fault.rateLimited());
		assertThatExceptionOfType(BiginInvalidRequestException.class)
			.isThrownBy(() -> await(this.bigin.delete("Contacts", "1")));
		assertThat(fixture.simulator().requests().count("DELETE /Contacts/*")).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void repeatsOnlyThePageThatWasRefused(int rejected) {
		fixture.records("Contacts").generate(500, (number) -> Map.of("Last_Name", "No " + number));
		fixture.simulator()
			.faults()
			.on((request) -> Integer.toString(rejected).equals(request.parameter("page")))
			.next(2, Fault.rateLimited());
		assertThat(await(this.contacts.prefetch(0).all())).extracting(BiginRecord::getId)
			.hasSize(500)
			.doesNotHaveDuplicates();
		assertThat(fixture.simulator().requests().count()).isEqualTo(5);
	}

	@Test
	void countsTheAttemptsOfEachSubscriptionOnItsOwn() {
		fixture.simulator().faults().next(4, Fault.rateLimited());
		var page = this.contacts.page(1);
		await(page);
		fixture.simulator().faults().next(4, Fault.rateLimited());
		await(page);
		assertThat(fixture.simulator().requests().count()).isEqualTo(10);
	}

	@Test
	void repeatsCallsToTheControlPlaneToo() {
		fixture.simulator().faults().next(2, Fault.rateLimited());
		assertThat(await(this.bigin.connections().create()).connectionId()).isNotNull();
		assertThat(fixture.simulator().requests().count("POST /connections")).isEqualTo(3);
		assertThat(fixture.simulator().account().connections()).hasSize(2);
	}

}
