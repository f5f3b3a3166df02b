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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.bulk.BulkReads;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.Records;
import io.github.biginspring.simulator.organization.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for bulk reads.
 */
class BulkReadTests {

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	private static final JsonMapper JSON = new JsonMapper();

	private final Caller caller = fixture.caller();

	private Organization organization;

	private Records contacts;

	private final List<String> ids = new ArrayList<>();

	@BeforeEach
	void prepare() {
		this.organization = fixture.simulator().organization();
		this.contacts = this.organization.records("Contacts");
	}

	private String add(String lastName, String email) {
		this.ids.add(this.contacts.add(Map.of("Last_Name", lastName, "Email", email)));
		return this.ids.get(this.ids.size() - 1);
	}

	private Reply create(Map<String, ?> query) {
		return this.caller.post("/bulk/v2/read", JSON.writeValueAsString(Map.of("query", query, "file_type", "csv")));
	}

	private String job(Map<String, ?> query) {
		Reply reply = create(query);
		assertThat(reply.status()).as(reply.text()).isEqualTo(201);
		return reply.first().get("details").get("id").asString();
	}

	private Reply poll(String job) {
		return this.caller.get("/bulk/v2/read/" + job);
	}

	private Reply complete(String job) {
		poll(job);
		poll(job);
		Reply reply = poll(job);
		assertThat(reply.first().get("state").asString()).isEqualTo("COMPLETED");
		return reply;
	}

	private String csv(String job) {
		return file(job, ".csv");
	}

	private String file(String job, String ending) {
		try (ZipInputStream zip = new ZipInputStream(
				new ByteArrayInputStream(this.caller.download("/bulk/v2/read/" + job + "/result")))) {
			ZipEntry entry = zip.getNextEntry();
			assertThat(entry.getName()).endsWith(ending);
			String csv = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
			assertThat(zip.getNextEntry()).isNull();
			return csv;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void goesFromAddedToCompletedPollByPoll() {
		add("Watson", "john@x.com");
		Reply added = create(Map.of("module", "Contacts", "fields", List.of("Email")));
		assertThat(added.status()).isEqualTo(201);
		assertThat(added.first().get("code").asString()).isEqualTo("ADDED_SUCCESSFULLY");
		assertThat(added.first().get("status").asString()).isEqualTo("success");
		assertThat(added.first().get("details").get("state").asString()).isEqualTo("ADDED");
		String job = added.first().get("details").get("id").asString();
		List<String> states = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			states.add(poll(job).first().get("state").asString());
		}
		assertThat(states).containsExactly("QUEUED", "IN PROGRESS", "COMPLETED", "COMPLETED");
		Reply reply = poll(job);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.first().get("id").asString()).isEqualTo(job);
		assertThat(reply.first().get("result").toString())
			.isEqualTo("{\"page\":1,\"per_page\":200000,\"count\":1,\"download_url\":\"/bigin/bulk/v2/read/" + job
					+ "/result\",\"more_records\":false}");
	}

	@Test
	void goesOnByTheClockWhenTold() {
		BulkReads.of(this.organization).stepEvery(Duration.ofMinutes(1));
		String job = job(Map.of("module", "Contacts"));
		List<String> states = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			poll(job);
			states.add(poll(job).first().get("state").asString());
			fixture.clock().advance(Duration.ofMinutes(1));
		}
		assertThat(states).containsExactly("ADDED", "QUEUED", "IN PROGRESS", "COMPLETED");
	}

	@Test
	void writesEventsAsACalendar() {
		Records events = this.organization.records("Events");
		String one = events.add(Map.of("Event_Title", "Lunch; with, Ada", "Start_DateTime", "2026-02-06T12:00:00-08:00",
				"End_DateTime", "2026-02-06T13:00:00-08:00", "Description", "one\ntwo " + "x".repeat(80)));
		String two = events.add(Map.of("Event_Title", "Holiday", "Start_DateTime", "2026-02-07T00:00:00-08:00",
				"End_DateTime", "2026-02-08T00:00:00-08:00", "All_day", true));
		Reply added = post(Map.of("query", Map.of("module", "Events"), "file_type", "ics"));
		String job = added.first().get("details").get("id").asString();
		Reply completed = complete(job);
		assertThat(completed.first().get("file_type").asString()).isEqualTo("ics");
		assertThat(completed.first().get("result").get("count").asInt()).isEqualTo(2);
		assertThat(completed.first().get("result").get("per_page").asInt()).isEqualTo(20_000);
		assertThat(file(job, ".ics").lines()).contains("BEGIN:VCALENDAR", "UID:" + one, "UID:" + two,
				"SUMMARY:Lunch\\; with\\, Ada", "DTSTART:20260206T200000Z", "DTEND:20260206T210000Z",
				"DESCRIPTION:one\\ntwo " + "x".repeat(49), " " + "x".repeat(31), "DTSTART;VALUE=DATE:20260207",
				"END:VCALENDAR");
	}

	@Test
	void givesEventsAloneAsACalendarAndAlwaysWhole() {
		assertThat(post(Map.of("query", Map.of("module", "Contacts"), "file_type", "ics")).code())
			.isEqualTo("INVALID_DATA");
		Map<String, Object> query = Map.of("module", "Events", "fields", List.of("Event_Title"));
		assertThat(post(Map.of("query", query, "file_type", "ics")).code()).isEqualTo("INVALID_DATA");
		assertThat(post(Map.of("query", query, "file_type", "csv")).status()).isEqualTo(201);
	}

	private Reply post(Map<String, ?> body) {
		return this.caller.post("/bulk/v2/read", JSON.writeValueAsString(body));
	}

	@Test
	void writesWhatWasAskedForAsCsv() {
		String account = this.organization.records("Accounts").add(Map.of("Account_Name", "Zylker"));
		Map<String, Object> contact = new LinkedHashMap<>(
				Map.of("Last_Name", "O'Neill, \"Jr\"", "Description", "one\ntwo", "Account_Name", Map.of("id", account),
						"Tag", List.of(Map.of("name", "a"), Map.of("name", "b")), "Email_Opt_Out", true));
		String one = this.contacts.add(contact);
		String two = add("Müller", "m@x.com");
		String job = job(Map.of("module", Map.of("api_name", "Contacts"), "fields", List.of("Last_Name", "Email",
				"Description", "Account_Name", "Account_Name.Account_Name", "Tag", "Email_Opt_Out", "Created_Time")));
		complete(job);
		assertThat(csv(job)).isEqualTo(
				"id,Last_Name,Email,Description,Account_Name,Account_Name.Account_Name,Tag,Email_Opt_Out,Created_Time\n"
						+ one + ",\"O'Neill, \"\"Jr\"\"\",,\"one\ntwo\"," + account
						+ ",Zylker,a;b,true,2026-11-02T09:30:00-08:00\n" + two
						+ ",Müller,m@x.com,,,,,false,2026-11-02T09:30:00-08:00\n");
	}

	@Test
	void writesAmountsWithoutAnExponent() {
		this.organization.records("Products").add(Map.of("Product_Name", "Ship", "Unit_Price", 12_500_000.5));
		String job = job(Map.of("module", "Products", "fields", List.of("Unit_Price")));
		complete(job);
		assertThat(csv(job)).endsWith(",12500000.5\n");
	}

	@Test
	void writesAllFieldsWhenNoneAreNamed() {
		add("Watson", "john@x.com");
		String job = job(Map.of("module", "Contacts"));
		complete(job);
		assertThat(csv(job)).startsWith("id,First_Name,Last_Name,Full_Name,Email,")
			.contains(",Watson,Watson,john@x.com,");
	}

	@Test
	void writesTheHeaderAloneWhenThereIsNothing() {
		String job = job(Map.of("module", "Contacts", "fields", List.of("Email", "id")));
		assertThat(complete(job).first().get("result").get("count").asInt()).isZero();
		assertThat(csv(job)).isEqualTo("id,Email\n");
	}

	@Test
	void goesThroughAllRecordsPageByPage() {
		BulkReads.of(this.organization).pageSize(2);
		for (int i = 0; i < 5; i++) {
			add("C" + i, "c" + i + "@x.com");
		}
		List<String> rows = new ArrayList<>();
		for (int page = 1; page <= 3; page++) {
			String job = job(Map.of("module", "Contacts", "fields", List.of("Last_Name"), "page", page));
			Reply reply = complete(job);
			assertThat(reply.first().get("result").get("page").asInt()).isEqualTo(page);
			assertThat(reply.first().get("result").get("count").asInt()).isEqualTo((page < 3) ? 2 : 1);
			assertThat(reply.first().get("result").get("more_records").asBoolean()).isEqualTo(page < 3);
			csv(job).lines().skip(1).map((line) -> line.substring(0, 19)).forEach(rows::add);
		}
		assertThat(rows).isEqualTo(this.ids);
		String beyond = job(Map.of("module", "Contacts", "page", Integer.MAX_VALUE));
		assertThat(complete(beyond).first().get("result").get("count").asInt()).isZero();
	}

	@Test
	void showsTheRecordsAsTheyWereWhenItCompleted() {
		this.contacts.generate(3, (number) -> Map.of("Last_Name", "G" + number));
		add("Watson", "john@x.com");
		add("Adler", "irene@x.com");
		String job = job(Map.of("module", "Contacts", "fields", List.of("Last_Name")));
		String generated = this.contacts.all().get(0).get("id").toString();
		complete(job);
		this.contacts.update(this.ids.get(0), Map.of("Last_Name", "Changed"));
		this.contacts.delete(this.ids.get(1));
		this.contacts.delete(generated);
		add("Late", "late@x.com");
		assertThat(csv(job).lines().skip(1).map((line) -> line.substring(20))).containsExactly("G0", "G1", "G2",
				"Watson", "Adler");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					{"api_name":"Email","comparator":"equal","value":"A@x.com"}                      | 0
					{"field":{"api_name":"Email"},"comparator":"equal","value":"a@x.com"}            | 0
					{"api_name":"Email","comparator":"not_equal","value":"a@x.com"}                  | 1,2
					{"api_name":"Last_Name","comparator":"in","value":["alpha","Gamma"]}             | 0,2
					{"api_name":"Last_Name","comparator":"not_in","value":["alpha","Gamma"]}         | 1
					{"api_name":"Last_Name","comparator":"contains","value":"%a"}                    |
					{"api_name":"Last_Name","comparator":"contains","value":"et"}                    | 1
					{"api_name":"Last_Name","comparator":"not_contains","value":"m"}                 | 0,1
					{"api_name":"Last_Name","comparator":"starts_with","value":"al"}                 | 0
					{"api_name":"Last_Name","comparator":"ends_with","value":"mma"}                  | 2
					{"api_name":"Title","comparator":"equal","value":"${EMPTY}"}                     | 0,1,2
					{"api_name":"Title","comparator":"not_equal","value":null}                       |
					{"api_name":"Created_Time","comparator":"greater_equal","value":"2026-11-02T17:31:00+00:00"} | 1,2
					{"api_name":"Created_Time","comparator":"between","value":["2026-11-02T17:30:00+00:00","2026-11-02T17:31:00+00:00"]} | 0,1
					{"group":[{"api_name":"Email","comparator":"equal","value":"a@x.com"},{"api_name":"Email","comparator":"equal","value":"b@x.com"}],"group_operator":"or"} | 0,1
					{"group":[{"api_name":"Last_Name","comparator":"contains","value":"a"},{"group":[{"api_name":"Email","comparator":"equal","value":"b@x.com"},{"api_name":"Email","comparator":"equal","value":"g@x.com"}],"group_operator":"OR"}],"group_operator":"and"} | 1,2
					""")
	void readsWhatMeetsTheCriteria(String criteria, String expected) {
		for (String name : List.of("Alpha", "Beta", "Gamma")) {
			add(name, name.toLowerCase(Locale.ROOT).charAt(0) + "@x.com");
			fixture.clock().advance(Duration.ofMinutes(1));
		}
		String job = job(Map.of("module", "Contacts", "fields", List.of("id"), "criteria", JSON.readTree(criteria)));
		complete(job);
		String found = String.join(",",
				csv(job).lines().skip(1).map((line) -> String.valueOf(this.ids.indexOf(line))).toList());
		assertThat(found).isEqualTo((expected != null) ? expected : "");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					{}                                                                   | MANDATORY_NOT_FOUND
					{"query":{}}                                                         | MANDATORY_NOT_FOUND
					{"query":{"module":"Deals"}}                                         | INVALID_MODULE
					{"query":{"module":"Contacts"},"file_type":"pdf"}                    | INVALID_DATA
					{"query":{"module":"Contacts","page":0}}                             | INVALID_DATA
					{"query":{"module":"Contacts","fields":"Email"}}                     | INVALID_DATA
					{"query":{"module":"Contacts","fields":["Nothing"]}}                 | INVALID_QUERY
					{"query":{"module":"Contacts","criteria":{"api_name":"Nothing","comparator":"equal","value":"x"}}} | INVALID_QUERY
					{"query":{"module":"Contacts","criteria":{"api_name":"Email","comparator":"equals","value":"x"}}}  | INVALID_QUERY
					{"query":{"module":"Contacts","criteria":{"api_name":"Email","comparator":"between","value":"x"}}} | INVALID_QUERY
					{"query":{"module":"Contacts","criteria":{"group":[],"group_operator":"or"}}} | INVALID_QUERY
					{"query":{"module":"Contacts","criteria":[]}}                        | INVALID_QUERY
					""")
	void refusesWhatMakesNoSenseAtOnce(String body, String code) {
		Reply reply = this.caller.post("/bulk/v2/read", body);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo(code);
	}

	@Test
	void refusesJobsThatDoNotExistOrAreNotCompleted() {
		assertThat(poll("123").status()).isEqualTo(404);
		assertThat(this.caller.get("/bulk/v2/read/123/result").status()).isEqualTo(400);
		String job = job(Map.of("module", "Contacts"));
		Reply early = this.caller.get("/bulk/v2/read/" + job + "/result");
		assertThat(early.status()).isEqualTo(400);
		assertThat(early.code()).isEqualTo("INVALID_REQUEST");
	}

	@ParameterizedTest
	@ValueSource(strings = { "FAILURE", "FAILED" })
	void failsOnDemand(String state) {
		BulkReads.of(this.organization).failNext(1, state);
		String failing = job(Map.of("module", "Contacts"));
		String following = job(Map.of("module", "Contacts"));
		poll(failing);
		poll(failing);
		assertThat(poll(failing).first().get("state").asString()).isEqualTo(state);
		assertThat(this.caller.get("/bulk/v2/read/" + failing + "/result").status()).isEqualTo(400);
		complete(following);
	}

	@Test
	void allowsTenDownloadsAMinute() {
		String job = job(Map.of("module", "Contacts"));
		complete(job);
		String path = "/bulk/v2/read/" + job + "/result";
		for (int i = 0; i < 10; i++) {
			assertThat(this.caller.get(path).status()).isEqualTo(200);
			fixture.clock().advance(Duration.ofSeconds(5));
		}
		Reply refused = this.caller.get(path);
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.code()).isEqualTo("TOO_MANY_REQUESTS");
		fixture.clock().advance(Duration.ofSeconds(10));
		assertThat(this.caller.get(path).status()).isEqualTo(200);
		assertThat(this.caller.get(path).status()).isEqualTo(429);
	}

	@Test
	void meetsFaultsLikeAnyOtherCall() {
		fixture.simulator().faults().on("POST /bulk/v2/read").next(1, Fault.rateLimited());
		assertThat(create(Map.of("module", "Contacts")).status()).isEqualTo(429);
		assertThat(create(Map.of("module", "Contacts")).status()).isEqualTo(201);
		assertThat(fixture.simulator().requests().count("POST /bulk/v2/read")).isEqualTo(2);
	}

	@Test
	void needsTheScopesOfBulkReadsAndOfTheModule() {
		fixture.simulator().account().connections().get(0).withoutScope(Scope.BULK);
		assertThat(create(Map.of("module", "Contacts")).code()).isEqualTo("OAUTH_SCOPE_MISMATCH");
		fixture.simulator().account().connections().get(0).withAllScopes().withoutScope("Contacts");
		assertThat(create(Map.of("module", "Contacts")).code()).isEqualTo("OAUTH_SCOPE_MISMATCH");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/bulk/v2/write", "/bulk/v2/read/1/nothing", "/bulk/v2/read/1/result/more" })
	void refusesAnUnknownPath(String path) {
		assertThat(this.caller.get(path).status()).isEqualTo(404);
	}

	@Test
	void forgetsAllWhenReset() {
		String job = job(Map.of("module", "Contacts"));
		fixture.simulator().reset();
		assertThat(poll(job).status()).isEqualTo(404);
	}

}
