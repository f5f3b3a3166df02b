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

package io.github.biginspring.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.organization.Records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what is told of deleted records.
 */
class DeletedRecordsTests {

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	private final Caller caller = fixture.caller();

	private Records contacts;

	@BeforeEach
	void prepare() {
		this.contacts = fixture.simulator().organization().records("Contacts");
	}

	private List<String> deleteContacts(int count) {
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			ids.add(this.contacts.add(Map.of("First_Name", "Jo", "Last_Name", "Contact " + i)));
			this.caller.delete("/Contacts/" + ids.get(i));
			fixture.clock().advance(Duration.ofMinutes(1));
		}
		return ids;
	}

	@Test
	void tellsWhoDeletedWhatAndWhen() {
		String id = deleteContacts(1).get(0);
		Reply reply = this.caller.get("/Contacts/deleted");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.first().get("id").asString()).isEqualTo(id);
		assertThat(reply.first().get("display_name").asString()).isEqualTo("Jo Contact 0");
		assertThat(reply.first().get("type").asString()).isEqualTo("recycle");
		assertThat(reply.first().get("deleted_by").propertyNames()).containsExactly("name", "id");
		assertThat(reply.first().get("deleted_time").asString()).isEqualTo("2026-11-02T09:30:00-08:00");
		assertThat(reply.info().toString())
			.isEqualTo("{\"per_page\":200,\"count\":1,\"page\":1,\"more_records\":false}");
	}

	@Test
	void respondsWithoutABodyWhenNothingWasDeleted() {
		Reply reply = this.caller.get("/Contacts/deleted", "type", "all");
		assertThat(reply.status()).isEqualTo(204);
		assertThat(reply.text()).isEmpty();
	}

	@Test
	void tellsTheRecycleBinFromWhatIsGoneForGood() {
		List<String> ids = deleteContacts(3);
		this.contacts.purge(ids.get(1));
		assertThat(this.caller.get("/Contacts/deleted", "type", "recycle").values("id")).containsExactly(ids.get(2),
				ids.get(0));
		assertThat(this.caller.get("/Contacts/deleted", "type", "permanent").values("id")).containsExactly(ids.get(1));
		assertThat(this.caller.get("/Contacts/deleted", "type", "all").values("type")).containsExactly("recycle",
				"permanent", "recycle");
		assertThat(this.caller.get("/Contacts/deleted", "type", "lost").code()).isEqualTo("INVALID_DATA");
		assertThatIllegalArgumentException().isThrownBy(() -> this.contacts.purge(ids.get(1)));
	}

	@Test
	void pages() {
		List<String> ids = deleteContacts(5);
		Reply second = this.caller.get("/Contacts/deleted", "per_page", "2", "page", "2");
		assertThat(second.values("id")).containsExactly(ids.get(2), ids.get(1));
		assertThat(second.info().get("more_records").asBoolean()).isTrue();
		Reply third = this.caller.get("/Contacts/deleted", "per_page", "2", "page", "3");
		assertThat(third.values("id")).containsExactly(ids.get(0));
		assertThat(third.info().get("more_records").asBoolean()).isFalse();
	}

	@Test
	void showsOnlyWhatWasDeletedSince() {
		List<String> ids = deleteContacts(3);
		Caller conditional = this.caller.with("If-Modified-Since", "2026-11-02T17:31:30+00:00");
		assertThat(conditional.get("/Contacts/deleted").values("id")).containsExactly(ids.get(2));
		conditional.with("If-Modified-Since", "2026-11-03T00:00:00+00:00");
		Reply reply = conditional.get("/Contacts/deleted");
		assertThat(reply.status()).isEqualTo(304);
		assertThat(reply.text()).isEmpty();
	}

	@Test
	void tellsOfTheContactsThatWentWithTheirCompany() {
		Records accounts = fixture.simulator().organization().records("Accounts");
		String account = accounts.add(Map.of("Account_Name", "Zylker"));
		String contact = this.contacts.add(Map.of("Last_Name", "A", "Account_Name", Map.of("id", account)));
		this.caller.delete("/Accounts/" + account);
		assertThat(this.caller.get("/Accounts/deleted").values("display_name")).containsExactly("Zylker");
		assertThat(this.caller.get("/Contacts/deleted").values("id")).containsExactly(contact);
	}

	@Test
	void refusesAnUnknownModule() {
		assertThat(this.caller.get("/Nope/deleted").code()).isEqualTo("INVALID_MODULE");
		assertThat(this.caller.delete("/Contacts/deleted").status()).isEqualTo(405);
	}

}
