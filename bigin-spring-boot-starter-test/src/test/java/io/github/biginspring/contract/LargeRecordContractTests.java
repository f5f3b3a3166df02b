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

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.change.Change;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.SortOrder;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Records of which a full page is larger than the client takes.
 */
class LargeRecordContractTests {

	private static final int RECORDS = 2_250;

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture
		.with((builder) -> builder.seed((organization) -> organization.records("Contacts")
			.generate(RECORDS, (number) -> Map.of("Last_Name", "Contact " + number, "Description",
					"x".repeat((number % 10 == 0) ? 2_000 : 10)))),
				"bigin.max-response-size=24KB");

	static List<Arguments> readings() {
		return List.of(arguments("list", reading((bigin) -> contacts(bigin).all())),
				arguments("list ahead", reading((bigin) -> contacts(bigin).prefetch(4).all())),
				arguments("list in another order",
						reading((bigin) -> contacts(bigin).sort(SortOrder.ascending("Created_Time")).all())),
				arguments("changes",
						reading((bigin) -> bigin.changes("Contacts")
							.fields("Last_Name", "Description")
							.read()
							.map((change) -> ((Change.Saved<BiginRecord>) change).record()))));
	}

	private static RecordQuery<BiginRecord> contacts(BiginOperations bigin) {
		return bigin.query("Contacts").fields("Last_Name", "Description");
	}

	private static Function<BiginOperations, Flux<BiginRecord>> reading(
			Function<BiginOperations, Flux<BiginRecord>> reading) {
		return reading;
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("readings")
	void comeEachOnceInSmallerPages(String name, Function<BiginOperations, Flux<BiginRecord>> reading) {
		List<BiginRecord> all = await(reading.apply(fixture.bigin()));
		assertThat(all).extracting(BiginRecord::getId)
			.hasSize(RECORDS)
			.doesNotHaveDuplicates()
			.allMatch((id) -> id.length() > 0);
		assertThat(all).extracting((record) -> record.getText("Description").length()).contains(2_000, 10);
	}

	@Test
	void aSinglePageKeepsItsSizeOrFails() {
		fixture.simulator().requests().clear();
		assertThatExceptionOfType(BiginUnreadableResponseException.class)
			.isThrownBy(() -> await(contacts(fixture.bigin()).page(1)))
			.withMessageContaining("bigin.max-response-size")
			.withMessageEndingWith("or ask for less at once.");
		assertThat(fixture.simulator().requests().count()).isEqualTo(1);
		assertThat(await(contacts(fixture.bigin()).pageSize(20).page(1)).items()).hasSize(20);
	}

	@Test
	void oneThatIsTooLargeByItselfIsAnErrorThatSaysWhatToDo() {
		fixture.records("Contacts").add(Map.of("Last_Name", "Huge", "Description", "x".repeat(30_000)));
		assertThatExceptionOfType(BiginUnreadableResponseException.class)
			.isThrownBy(() -> await(contacts(fixture.bigin()).all()))
			.withMessageContaining("[module Contacts]")
			.withMessageEndingWith("Raise bigin.max-response-size, or ask for fewer fields.");
	}

}
