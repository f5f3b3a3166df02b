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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
 * Tests for lists of records and for single ones.
 */
class RecordListTests {

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

	@Test
	void requiresFields() {
		Reply reply = this.caller.get("/Contacts");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("REQUIRED_PARAM_MISSING");
		assertThat(reply.body().get("details").get("param_name").asString()).isEqualTo("fields");
	}

	@Test
	void takesAtMostFiftyFields() {
		addContacts(1);
		String fifty = IntStream.range(0, 50).mapToObj((i) -> "F" + i).collect(Collectors.joining(","));
		assertThat(this.caller.get("/Contacts", "fields", fifty).status()).isEqualTo(200);
		Reply reply = this.caller.get("/Contacts", "fields", fifty + ",Email");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("LIMIT_EXCEEDED");
	}

	@Test
	void leavesUnknownFieldsOutAndAlwaysShowsTheId() {
		addContacts(1);
		Reply reply = this.caller.get("/Contacts", "fields", "Last_Name,No_Such_Field,Email");
		assertThat(reply.first().propertyNames()).containsExactlyInAnyOrder("Last_Name", "Email", "id");
		assertThat(reply.first().get("Email").isNull()).isTrue();
	}

	@Test
	void respondsWithoutABodyWhenThereIsNothing() {
		Reply reply = this.caller.get("/Contacts", "fields", "Email");
		assertThat(reply.status()).isEqualTo(204);
		assertThat(reply.text()).isEmpty();
		assertThat(reply.header("Content-Type")).startsWith("application/json");
	}

	@Test
	void describesThePage() {
		addContacts(3);
		Reply reply = this.caller.get("/Contacts", "fields", "Email", "per_page", "2");
		assertThat(reply.info().propertyNames()).containsExactly("per_page", "count", "page", "more_records", "sort_by",
				"sort_order", "next_page_token", "previous_page_token", "page_token_expiry");
		assertThat(reply.info().get("per_page").asInt()).isEqualTo(2);
		assertThat(reply.info().get("count").asInt()).isEqualTo(2);
		assertThat(reply.info().get("page").asInt()).isEqualTo(1);
		assertThat(reply.info().get("more_records").asBoolean()).isTrue();
		assertThat(reply.info().get("sort_by").asString()).isEqualTo("id");
		assertThat(reply.info().get("sort_order").asString()).isEqualTo("desc");
		assertThat(reply.info().get("next_page_token").isString()).isTrue();
		assertThat(reply.info().get("previous_page_token").isNull()).isTrue();
		assertThat(reply.info().get("page_token_expiry").asString()).isEqualTo("2026-11-03T09:30:00-08:00");
	}

	@Test
	void givesNoTokensWhenAllIsOnThePage() {
		addContacts(2);
		Reply reply = this.caller.get("/Contacts", "fields", "Email");
		assertThat(reply.info().get("per_page").asInt()).isEqualTo(200);
		assertThat(reply.info().get("more_records").asBoolean()).isFalse();
		assertThat(reply.info().get("next_page_token").isNull()).isTrue();
		assertThat(reply.info().get("page_token_expiry").isNull()).isTrue();
	}

	@Test
	void ordersByIdDescendingUnlessTold() {
		List<String> ids = addContacts(3);
		List<String> reversed = new ArrayList<>(ids);
		Collections.reverse(reversed);
		assertThat(this.caller.get("/Contacts", "fields", "Email").values("id")).isEqualTo(reversed);
		assertThat(this.caller.get("/Contacts", "fields", "Email", "sort_order", "asc").values("id")).isEqualTo(ids);
	}

	@Test
	void sortsByTheTimeOfModification() {
		List<String> ids = addContacts(3);
		fixture.clock().advance(Duration.ofMinutes(1));
		this.contacts.update(ids.get(1), Map.of("Title", "CEO"));
		assertThat(this.caller.get("/Contacts", "fields", "id", "sort_by", "Modified_Time").values("id"))
			.containsExactly(ids.get(1), ids.get(2), ids.get(0));
		assertThat(this.caller.get("/Contacts", "fields", "id", "sort_by", "Modified_Time", "sort_order", "asc")
			.values("id")).containsExactly(ids.get(0), ids.get(2), ids.get(1));
	}

	@ParameterizedTest
	@CsvSource({ "sort_by,Last_Name", "sort_order,up", "page,0", "per_page,x", "page_token,made-up", "cvid,1" })
	void refusesParametersThatMakeNoSense(String name, String value) {
		Reply reply = this.caller.get("/Contacts", "fields", "Email", name, value);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("INVALID_DATA");
		assertThat(reply.body().get("details").get("param_name").asString()).isEqualTo(name);
	}

	@Test
	void refusesPagesOfMoreThanTwoHundred() {
		assertThat(this.caller.get("/Contacts", "fields", "Email", "per_page", "200").status()).isEqualTo(204);
		assertThat(this.caller.get("/Contacts", "fields", "Email", "per_page", "201").status()).isEqualTo(400);
	}

	@Test
	void reachesTheFirstRecordsOnlyByPageNumber() {
		addContacts(21);
		assertThat(this.caller.get("/Contacts", "fields", "Email", "per_page", "10", "page", "2").status())
			.isEqualTo(200);
		Reply reply = this.caller.get("/Contacts", "fields", "Email", "per_page", "10", "page", "3");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("DISCRETE_PAGINATION_LIMIT_EXCEEDED");
		assertThat(reply.body().get("details").get("limit").asInt()).isEqualTo(20);
		assertThat(reply.body().get("message").asString())
			.isEqualTo("You can only get the first 20 records without using page_token param");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-02T17:30:30+00:00", "2026-11-02T09:30:30-08:00", "Mon, 2 Nov 2026 17:30:30 GMT" })
	void showsOnlyWhatWasModifiedSince(String since) {
		List<String> ids = addContacts(2);
		Caller conditional = this.caller.with("If-Modified-Since", since);
		assertThat(conditional.get("/Contacts", "fields", "id").status()).isEqualTo(304);
		fixture.clock().advance(Duration.ofMinutes(1));
		this.contacts.update(ids.get(0), Map.of("Title", "CEO"));
		assertThat(conditional.get("/Contacts", "fields", "id").values("id")).containsExactly(ids.get(0));
	}

	@Test
	void filtersByCustomView() {
		List<String> ids = addContacts(3);
		String view = fixture.simulator().organization().addCustomView("Contacts", "(Last_Name:equals:1)");
		assertThat(this.caller.get("/Contacts", "fields", "id", "cvid", view).values("id")).containsExactly(ids.get(1));
	}

	@Test
	void getsOneRecordWithoutInfo() {
		String id = addContacts(1).get(0);
		Reply reply = this.caller.get("/Contacts/" + id, "fields", "Last_Name,Unknown");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.body().propertyNames()).containsExactly("data");
		assertThat(reply.first().propertyNames()).containsExactlyInAnyOrder("Last_Name", "id");
	}

	@Test
	void showsTheSystemFieldsThatAreNamed() {
		fixture.simulator().organization().records("Accounts").add(Map.of("Account_Name", "Zylker"));
		Reply reply = this.caller.get("/Accounts", "fields",
				"Account_Name,$approval_state,$currency_symbol,$followed,$taxable,$layout_id");
		assertThat(reply.first().propertyNames()).containsExactlyInAnyOrder("Account_Name", "$approval_state",
				"$currency_symbol", "$layout_id", "id");
		assertThat(reply.first().get("$approval_state").asString()).isEqualTo("approved");
		fixture.simulator().organization().records("Products").add(Map.of("Product_Name", "Lamp"));
		assertThat(this.caller.get("/Products", "fields", "$taxable,$is_duplicate").first().propertyNames())
			.containsExactlyInAnyOrder("$taxable", "id");
	}

	@Test
	void getsAllFieldsWhenNoneAreNamed() {
		String id = addContacts(1).get(0);
		assertThat(this.caller.get("/Contacts/" + id).first().propertyNames()).contains("Full_Name", "Owner",
				"Created_Time", "$approval_state", "Locked__s");
	}

	@Test
	void respondsWithoutABodyWhenThereIsNoSuchRecord() {
		Reply reply = this.caller.get("/Contacts/7255024000000000001", "fields", "Email");
		assertThat(reply.status()).isEqualTo(204);
		assertThat(reply.text()).isEmpty();
	}

	@Test
	void refusesAnUnknownModule() {
		for (String path : List.of("/Deals", "/contacts", "/Deals/7255024000000000001")) {
			Reply reply = this.caller.get(path, "fields", "Email");
			assertThat(reply.status()).isEqualTo(400);
			assertThat(reply.code()).isEqualTo("INVALID_MODULE");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/Contacts/not/a/path", "/Contacts/nonsense", "/settings/nonsense", "/users/1/2" })
	void refusesAnUnknownPath(String path) {
		Reply reply = this.caller.get(path);
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.code()).isEqualTo("INVALID_URL_PATTERN");
	}

	@ParameterizedTest
	@CsvSource({ "PATCH,/Contacts", "POST,/Contacts/7255024000000000001", "POST,/Contacts/search",
			"DELETE,/settings/modules", "PATCH,/users" })
	void refusesAWrongMethod(String method, String path) {
		Reply reply = this.caller.call(method, path, "{}");
		assertThat(reply.status()).isEqualTo(405);
		assertThat(reply.code()).isEqualTo("INVALID_REQUEST_METHOD");
	}

}
