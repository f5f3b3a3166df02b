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
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.PageLimits;

import static io.github.biginspring.contract.ClientFixture.await;
import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Lists and searches are read whole, beyond what the service gives at once.
 */
class ReadingContractTests {

	private static final int RECORDS = 2_450;

	private static final int TOKEN_RECORDS = 2_400;

	private static final Instant START = Instant.parse("2026-11-02T17:30:00Z");

	private static final AtomicReference<Instant> NOW = new AtomicReference<>(START);

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.with((builder) -> builder.clock(NOW::get)
		.pageLimits(PageLimits.defaults().withTokenRecords(TOKEN_RECORDS))
		.seed(ReadingContractTests::seed));

	private final RecordQuery<BiginRecord> contacts = fixture.bigin().query("Contacts").fields("Last_Name");

	private static void seed(Organization organization) {
		for (int i = 0; i < RECORDS; i++) {
			organization.records("Contacts").add(Map.of("Last_Name", "Contact " + i), START.minusSeconds(i * 60L));
		}
	}

	@BeforeEach
	void resetTime() {
		NOW.set(START);
	}

	// as a list gives them
	private static List<String> ids() {
		return fixture.records("Contacts")
			.all()
			.stream()
			.map((record) -> (String) record.get("id"))
			.sorted(Comparator.reverseOrder())
			.toList();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 9 })
	void readsEachRecordOnceWhateverIsFetchedAhead(int prefetch) {
		assertThat(await(this.contacts.pageSize(100).prefetch(prefetch).all())).extracting(BiginRecord::getId)
			.containsExactlyElementsOf(ids());
		assertThat(fixture.simulator().requests().count("POST /coql")).isPositive();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 3 })
	void readsEachRecordOnceWhereATokenExpires(int prefetch) {
		AtomicInteger read = new AtomicInteger();
		assertThat(await(this.contacts.prefetch(prefetch).all().doOnNext((record) -> {
			if (read.incrementAndGet() == 1_900) {
				NOW.set(START.plus(Duration.ofHours(25)));
			}
		}))).extracting(BiginRecord::getId).containsExactlyElementsOf(ids());
	}

	@Test
	void goesOnByCoqlInAscendingOrderToo() {
		List<String> ascending = new ArrayList<>(ids());
		Collections.reverse(ascending);
		assertThat(await(this.contacts.sort(SortOrder.ascending("id")).all())).extracting(BiginRecord::getId)
			.containsExactlyElementsOf(ascending);
	}

	@Test
	void isToldWhatToDoInAnotherOrder() {
		assertThatExceptionOfType(BiginInvalidRequestException.class)
			.isThrownBy(() -> await(this.contacts.sort(SortOrder.ascending("Created_Time")).all()))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("LIMIT_REACHED"))
			.withMessageContaining("read it in parts");
	}

	@Test
	void findsEachRecordOnceThoughASearchGivesTwoThousand() {
		assertThat(await(fixture.bigin()
			.query(Person.class)
			.matching(where("Last_Name").startsWith("Contact"))
			.all()
			.map(Person::id))).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids());
	}

	@BiginModule("Contacts")
	record Person(String id, String lastName) {

	}

}
