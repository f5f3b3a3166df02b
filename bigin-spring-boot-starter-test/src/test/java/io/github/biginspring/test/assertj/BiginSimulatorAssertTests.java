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

package io.github.biginspring.test.assertj;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.organization.RefusedException;

import static io.github.biginspring.test.assertj.BiginSimulatorAssertions.assertThat;
import static io.github.biginspring.test.assertj.ExpectedRequest.create;
import static io.github.biginspring.test.assertj.ExpectedRequest.delete;
import static io.github.biginspring.test.assertj.ExpectedRequest.find;
import static io.github.biginspring.test.assertj.ExpectedRequest.list;
import static io.github.biginspring.test.assertj.ExpectedRequest.request;
import static io.github.biginspring.test.assertj.ExpectedRequest.search;
import static io.github.biginspring.test.assertj.ExpectedRequest.update;
import static io.github.biginspring.test.assertj.ExpectedRequest.upsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link BiginSimulatorAssert} and {@link SimulatedRecords}.
 */
class BiginSimulatorAssertTests {

	private static final BiginSimulator simulator = BiginSimulator.builder().empty().start();

	private static final BiginClient bigin = BiginClient.of(BiginTemplate.builder(ApiKey.of(simulator.apiKey()))
		.endpoint(MatonEndpoint.of(URI.create(simulator.url())))
		.build());

	@BeforeEach
	void reset() {
		simulator.reset();
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@Test
	void eachOperationIsRecognised() {
		String id = bigin.create(contact("Watson")).id();
		assertThat(simulator).received(create(Contact.class)).once();
		assertThat(simulator).receivedNo(update(Contact.class))
			.receivedNo(upsert(Contact.class))
			.receivedNo(list(Contact.class));
		bigin.update("Contacts", BiginRecord.withId(id).set("Email", "jo@example.com"));
		assertThat(simulator).received(update(Contact.class)).once();
		Contact holmes = contact("Holmes");
		holmes.setEmail("sherlock@example.com");
		bigin.upsert(holmes, "Email");
		assertThat(simulator).received(upsert("Contacts")).once();
		bigin.findById(Contact.class, id);
		assertThat(simulator).received(find(Contact.class, id)).once();
		bigin.query(Contact.class).list();
		assertThat(simulator).received(list(Contact.class)).once();
		bigin.query(Contact.class).matchingWord("Watson").list();
		assertThat(simulator).received(search(Contact.class)).once();
		bigin.delete(Contact.class, id);
		assertThat(simulator).received(delete(Contact.class)).once();
		assertThat(simulator).received(create("Contacts")).once();
		assertThat(simulator).received(request("GET /Contacts/*")).atLeast(1);
	}

	@Test
	void conditionsOfBodyHold() {
		bigin.createAll(List.of(contact("Watson"), contact("Holmes")));
		assertThat(simulator)
			.received(create(Contact.class).withField("Last_Name", "Holmes").withField("Last_Name", "Watson"))
			.once();
		assertThat(simulator).received(create(Contact.class).withRecords(2)).once();
		assertThat(simulator).receivedNo(create(Contact.class).withRecords(1))
			.receivedNo(create(Contact.class).withField("Last_Name", "Moriarty"))
			.receivedNo(create(Contact.class).withField("Holmes", "Last_Name"));
	}

	@Test
	void valuesAreComparedAsJsonHasThem() {
		bigin.create("Contacts",
				new BiginRecord().set("Last_Name", "Watson")
					.set("Email_Opt_Out", true)
					.set("Date_of_Birth", LocalDate.of(1852, 8, 7))
					.set("Tag", List.of(Map.of("name", "VIP")))
					.set("Phone", null));
		assertThat(simulator).received(create("Contacts").withField("Email_Opt_Out", true)).once();
		assertThat(simulator).received(create("Contacts").withField("Date_of_Birth", LocalDate.of(1852, 8, 7))).once();
		assertThat(simulator).received(create("Contacts").withField("Tag", List.of(Map.of("name", "VIP")))).once();
		assertThat(simulator).received(create("Contacts").withField("Phone", null)).once();
		assertThat(simulator).receivedNo(create("Contacts").withField("Email_Opt_Out", false))
			.receivedNo(create("Contacts").withField("Mobile", null))
			.receivedNo(create("Contacts").withField("Last_Name", null));
	}

	@Test
	void idsAreFoundInPathParameterAndBody() {
		List<String> ids = SimulatedRecords.of(simulator).addAll(contact("A"), contact("B"), contact("C"));
		bigin.delete(Contact.class, ids.get(0));
		bigin.updateAll("Contacts", List.of(BiginRecord.withId(ids.get(1)).set("Email", "b@example.com"),
				BiginRecord.withId(ids.get(2)).set("Email", "c@example.com")));
		bigin.deleteAll(Contact.class, List.of(ids.get(1), ids.get(2)));
		assertThat(simulator).received(delete(Contact.class).withId(ids.get(0))).once();
		assertThat(simulator).received(update(Contact.class).withId(ids.get(2))).once();
		assertThat(simulator).received(delete(Contact.class).withId(ids.get(2))).once();
		assertThat(simulator).receivedNo(update(Contact.class).withId(ids.get(0)));
	}

	@Test
	void connectionAndParametersAreConditions() {
		String connection = simulator.account().defaultConnection().id();
		bigin.withConnection(connection).query(Contact.class).pageSize(7).list();
		assertThat(simulator).received(list(Contact.class).onConnection(connection).withParameter("per_page", "7"))
			.once();
		assertThat(simulator).receivedNo(list(Contact.class).onConnection(null))
			.receivedNo(list(Contact.class).withParameter("per_page", "8"));
	}

	@Test
	void failureSaysWhatWasExpectedAndWhatCameWithoutBodies() {
		bigin.create(contact("Watson"));
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(
					() -> assertThat(simulator).received(update(Contact.class).withField("Email", "jo@example.com")))
			.withMessageContaining("update in Contacts with Email = jo@example.com: at least 1")
			.withMessageContaining("Received: 0")
			.withMessageContaining("POST /zoho-bigin/bigin/v2/Contacts")
			.withMessageNotContainingAny("Watson", simulator.apiKey());
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(simulator).received(create(Contact.class)).times(2))
			.withMessageContaining("create in Contacts: 2");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(simulator).receivedNo(create(Contact.class)));
	}

	@Test
	void recordsAreArrangedAndReadAsTypesWithoutARequest() {
		SimulatedRecords records = SimulatedRecords.of(simulator);
		String id = records.add(new Person(null, "Watson", "jo@example.com"));
		assertThat(records.find(Person.class, id)).hasValue(new Person(id, "Watson", "jo@example.com"));
		assertThat(records.find(Contact.class, id))
			.hasValueSatisfying((contact) -> assertThat(contact.getCreatedTime()).isNotNull());
		assertThat(records.find(Person.class, id + "9")).isEmpty();
		assertThat(simulator).records(Contact.class).extracting(Contact::getLastName).containsExactly("Watson");
		assertThat(simulator).records("Contacts").extracting("Email").containsExactly("jo@example.com");
		assertThat(simulator.requests().count()).isZero();
	}

	@Test
	void recordThatBiginWouldNotTakeIsNotAdded() {
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> SimulatedRecords.of(simulator).add(new Person(null, null, "jo@example.com")));
		assertThatIllegalArgumentException().isThrownBy(() -> SimulatedRecords.of(simulator).add("Watson"))
			.withMessageContaining("@BiginModule");
		assertThatIllegalArgumentException().isThrownBy(() -> create(String.class));
		assertThatNoException().isThrownBy(() -> create(Person.class));
	}

	private static Contact contact(String name) {
		Contact contact = new Contact();
		contact.setLastName(name);
		return contact;
	}

	@BiginModule("Contacts")
	record Person(String id, String lastName, String email) {
	}

}
