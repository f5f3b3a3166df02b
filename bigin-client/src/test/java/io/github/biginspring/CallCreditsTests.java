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

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.model.BiginRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What each kind of call costs.
 */
class CallCreditsTests {

	private static final Duration LONG = Duration.ofSeconds(10);

	private final StubExchange service = new StubExchange().fail(new IllegalStateException("costs are all"));

	private final BiginOperations bigin = StubbedTemplate.of(this.service, OperationObserver.NONE,
			RecordMapper.create());

	@Test
	void aListCostsOne() {
		assertCredits(this.bigin.query("Contacts").fields("Last_Name").all(), 1);
	}

	@Test
	void aListByCustomViewCostsThree() {
		assertCredits(this.bigin.query("Contacts").fields("Last_Name").customView("7").all(), 3);
	}

	@Test
	void aSearchCostsOne() {
		assertCredits(this.bigin.query("Contacts").matching(Criteria.where("Last_Name").is("Ada")).all(), 1);
	}

	@Test
	void aRecordByItsIdCostsOne() {
		assertCredits(this.bigin.findById("Contacts", "1", "Last_Name"), 1);
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "10,1", "11,2", "99,10", "100,10" })
	void writesCostOneForTenRecordsBegun(int records, int credits) {
		List<BiginRecord> changes = IntStream.rangeClosed(1, records)
			.mapToObj((i) -> new BiginRecord().set("Last_Name", "Ada"))
			.toList();
		assertCredits(this.bigin.createAll("Contacts", changes), credits);
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "10,1", "11,2", "100,10" })
	void updatesCostOneForTenRecordsBegun(int records, int credits) {
		List<BiginRecord> changes = IntStream.rangeClosed(1, records)
			.mapToObj((i) -> BiginRecord.withId(String.valueOf(i)).set("Last_Name", "Ada"))
			.toList();
		assertCredits(this.bigin.updateAll("Contacts", changes), credits);
	}

	@Test
	void writesOfOneRecordCostOne() {
		assertCredits(this.bigin.create("Contacts", new BiginRecord().set("Last_Name", "Ada")), 1);
	}

	@Test
	void aDeleteOfManyCostsOne() {
		assertCredits(
				this.bigin.deleteAll("Contacts", IntStream.rangeClosed(1, 100).mapToObj(String::valueOf).toList()), 1);
	}

	@Test
	void metadataCostsOne() {
		assertCredits(this.bigin.metadata().users(UserType.ACTIVE), 1);
	}

	@Test
	void connectionsCostNothing() {
		assertCredits(this.bigin.connections().list(), 0);
	}

	@Test
	void copiesOfACallCostTheSame() {
		BiginCall<Void> call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
			.credits(50)
			.discardResponse();
		assertThat(call.onConnection("c").withPriority(CallPriority.BACKGROUND).repeated().credits()).isEqualTo(50);
	}

	@Test
	void noCallPaysBack() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org").credits(-1))
			.withMessageContaining("-1");
	}

	private void assertCredits(Publisher<?> operation, int credits) {
		StepVerifier.create(Mono.from(operation)).expectErrorMessage("costs are all").verify(LONG);
		assertThat(this.service.call().credits()).isEqualTo(credits);
	}

}
