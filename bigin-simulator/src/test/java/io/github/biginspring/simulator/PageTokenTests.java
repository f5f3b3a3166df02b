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
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.organization.PageLimits;
import io.github.biginspring.simulator.organization.Records;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for reading lists by page token.
 */
class PageTokenTests {

	@RegisterExtension
	static final SimulatorFixture fixture = new SimulatorFixture((builder) -> builder.empty()
		.pageLimits(PageLimits.defaults().withDiscreteRecords(20).withTokenRecords(25)));

	private final Caller caller = fixture.caller();

	private Records contacts;

	@BeforeEach
	void prepare() {
		this.contacts = fixture.simulator().organization().records("Contacts");
	}

	private List<String> addContacts(int count) {
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			ids.add(this.contacts.add(Map.of("Last_Name", "Contact " + i)));
		}
		return ids;
	}

	@ParameterizedTest
	@ValueSource(strings = { "id", "Created_Time", "Modified_Time" })
	void readsAllRecordsOnceByToken(String sortBy) {
		List<String> ids = addContacts(23);
		List<String> read = new ArrayList<>();
		Reply reply = this.caller.get("/Contacts", "fields", "id", "per_page", "5", "sort_by", sortBy);
		while (true) {
			read.addAll(reply.values("id"));
			if (!reply.info().get("more_records").asBoolean()) {
				break;
			}
			reply = this.caller.get("/Contacts", "fields", "id", "per_page", "5", "sort_by", sortBy, "page_token",
					reply.info().get("next_page_token").asString());
		}
		Collections.reverse(read);
		assertThat(read).isEqualTo(ids);
		assertThat(reply.info().get("page").asInt()).isEqualTo(5);
	}

	@Test
	void keepsItsPlaceWhenRecordsComeAndGo() {
		List<String> ids = addContacts(6);
		Reply first = this.caller.get("/Contacts", "fields", "id", "per_page", "2");
		this.contacts.add(Map.of("Last_Name", "Newcomer"));
		this.contacts.delete(ids.get(4));
		Reply second = this.caller.get("/Contacts", "fields", "id", "page_token",
				first.info().get("next_page_token").asString());
		assertThat(second.values("id")).containsExactly(ids.get(3), ids.get(2));
	}

	@Test
	void goesBackByToken() {
		addContacts(6);
		Reply first = this.caller.get("/Contacts", "fields", "id", "per_page", "2");
		Reply second = this.caller.get("/Contacts", "fields", "id", "page_token",
				first.info().get("next_page_token").asString());
		Reply back = this.caller.get("/Contacts", "fields", "id", "page_token",
				second.info().get("previous_page_token").asString());
		assertThat(back.values("id")).isEqualTo(first.values("id"));
	}

	@Test
	void keepsThePageSizeOfTheToken() {
		addContacts(6);
		Reply first = this.caller.get("/Contacts", "fields", "id", "per_page", "2");
		Reply second = this.caller.get("/Contacts", "fields", "id", "per_page", "4", "page_token",
				first.info().get("next_page_token").asString());
		assertThat(second.data()).hasSize(2);
		assertThat(second.info().get("per_page").asInt()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "Email,id,desc", "id,Modified_Time,desc", "id,id,asc" })
	void bindsATokenToFieldsAndSort(String fields, String sortBy, String sortOrder) {
		addContacts(3);
		Reply first = this.caller.get("/Contacts", "fields", "id", "per_page", "2");
		Reply reply = this.caller.get("/Contacts", "fields", fields, "sort_by", sortBy, "sort_order", sortOrder,
				"page_token", first.info().get("next_page_token").asString());
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("TOKEN_BOUND_DATA_MISMATCH");
	}

	@Test
	void takesNoPageNumberBesideAToken() {
		addContacts(3);
		Reply first = this.caller.get("/Contacts", "fields", "id", "per_page", "2");
		Reply reply = this.caller.get("/Contacts", "fields", "id", "page", "2", "page_token",
				first.info().get("next_page_token").asString());
		assertThat(reply.status()).isEqualTo(400);
	}

	@Test
	void letsATokenExpireAfterADay() {
		addContacts(3);
		Reply first = this.caller.get("/Contacts", "fields", "id", "per_page", "2");
		String token = first.info().get("next_page_token").asString();
		fixture.clock().advance(Duration.ofHours(24).minusSeconds(1));
		assertThat(this.caller.get("/Contacts", "fields", "id", "page_token", token).status()).isEqualTo(200);
		fixture.clock().advance(Duration.ofSeconds(1));
		Reply reply = this.caller.get("/Contacts", "fields", "id", "page_token", token);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("EXPIRED_VALUE");
	}

	@Test
	void reachesOnlySoFarByToken() {
		addContacts(30);
		Reply reply = this.caller.get("/Contacts", "fields", "id", "per_page", "25");
		Reply beyond = this.caller.get("/Contacts", "fields", "id", "page_token",
				reply.info().get("next_page_token").asString());
		assertThat(beyond.status()).isEqualTo(400);
		assertThat(beyond.code()).isEqualTo("LIMIT_REACHED");
	}

}
