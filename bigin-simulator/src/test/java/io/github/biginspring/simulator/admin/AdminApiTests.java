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

package io.github.biginspring.simulator.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.admin.AdminCaller.Reply;
import io.github.biginspring.simulator.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the admin API of a simulator in this process.
 */
class AdminApiTests {

	private static final BiginSimulator simulator = BiginSimulator.start();

	private final AdminCaller caller = new AdminCaller(simulator.url());

	@BeforeEach
	void reset() {
		simulator.reset();
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@Test
	void plansRefusalsOfRequestsThatMatch() {
		Reply planned = this.caller.post("/faults",
				"{\"on\":\"GET /Contacts\",\"count\":2,\"kind\":\"rate_limited\",\"retry_after\":7}");
		assertThat(planned.status()).isEqualTo(200);
		assertThat(planned.json().get("happened").asInt()).isZero();
		assertThat(this.caller.list("Products").status()).isEqualTo(200);
		Reply refused = this.caller.list("Contacts");
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.retryAfter()).isEqualTo("7");
		assertThat(refused.text()).contains("TOO_MANY_REQUESTS");
		JsonNode listed = this.caller.get("/faults").json().get("faults");
		assertThat(listed).hasSize(1);
		assertThat(listed.get(0).toString()).isEqualTo("{\"on\":\"GET /Contacts\",\"kind\":\"status\",\"status\":429,"
				+ "\"after_taking_effect\":false,\"delay\":\"PT0S\",\"count\":2,\"happened\":1}");
		assertThat(this.caller.list("Contacts").status()).isEqualTo(429);
		assertThat(this.caller.list("Contacts").status()).isEqualTo(200);
		assertThat(this.caller.get("/faults").json().get("faults")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"status":503}                                        | 503 |
			{"status":500}                                        | 500 | INTERNAL_ERROR
			{"status":429}                                        | 429 | TOO_MANY_REQUESTS
			{"kind":"status","status":429,"body":"no"}            | 429 | no
			{"kind":"internal_error"}                             | 500 | INTERNAL_ERROR
			{"kind":"scope_mismatch"}                             | 401 | OAUTH_SCOPE_MISMATCH
			{"kind":"bad_api_key"}                                | 401 | Invalid or missing Maton API key
			{"kind":"invalid_json"}                               | 200 | {"data":[{"id":"72550240
			{"kind":"html","always":true}                         | 200 | Please sign in
			{"kind":"latency","delay":"1ms"}                      | 200 | Watson
			{"kind":"status","status":200,"body":"<a/>","content_type":"text/xml","headers":{"X-A":"b"}} | 200 | <a/>
			""")
	void respondsOtherwise(String fault, int status, String body) {
		assertThat(this.caller.post("/faults", fault).status()).isEqualTo(200);
		Reply reply = this.caller.list("Contacts");
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.text()).contains((body != null) ? body : "");
	}

	@ParameterizedTest
	@CsvSource({ "lost_response, 31", "truncated_response, 31", "empty_response, 30", "connection_reset, 30",
			"garbage, 30" })
	void losesResponsesOfWritesThatTookEffectOrNot(String kind, int contacts) {
		this.caller.post("/faults", "{\"on\":\"POST /Contacts\",\"kind\":\"" + kind + "\"}");
		JsonNode planned = this.caller.get("/faults").json().get("faults").get(0);
		assertThat(planned.get("kind").asString()).isEqualTo(kind);
		assertThat(planned.get("after_taking_effect").asBoolean()).isEqualTo(contacts == 31);
		Reply reply = this.caller.bigin("POST", "/Contacts", "{\"data\":[{\"Last_Name\":\"Moriarty\"}]}");
		assertThat(reply.status()).isZero();
		assertThat(this.caller.get("/records/Contacts?count").json().get("count").asInt()).isEqualTo(contacts);
	}

	@Test
	void limitsTheRate() {
		Reply limited = this.caller.post("/faults", "{\"kind\":\"rate_limit\",\"rate\":\"2/h\"}");
		assertThat(limited.json().get("rate_limit").asString()).isEqualTo("2 in PT1H");
		assertThat(List.of(status(), status(), status())).containsExactly(200, 200, 429);
		this.caller.put("/clock", "{\"advance\":\"30m\"}");
		assertThat(List.of(status(), status())).containsExactly(200, 429);
		assertThat(this.caller.delete("/faults").status()).isEqualTo(200);
		assertThat(this.caller.get("/faults").json().get("rate_limit").isNull()).isTrue();
		assertThat(status()).isEqualTo(200);
	}

	private int status() {
		return this.caller.list("Contacts").status();
	}

	@Test
	void sharesFaultsWithCode() {
		simulator.faults().on((request) -> true).always(Fault.status(503));
		JsonNode planned = this.caller.get("/faults").json().get("faults").get(0);
		assertThat(planned.get("on").asString()).isEqualTo("chosen by code");
		assertThat(planned.get("count").isNull()).isTrue();
		this.caller.delete("/faults");
		assertThat(simulator.faults().planned()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{}                                        | kind         | give a 'status' from 100 to 599, or a 'kind', one of [status, rate_limited,
					{"kind":"slow"}                           | kind         | use one of [status, rate_limited,
					{"kind":7}                                | kind         | give a text
					{"kind":"status"}                         | status       | give a number from 100 to 599
					{"status":"429"}                          | status       | give a number from 100 to 599
					{"status":600}                            | status       | give a number from 100 to 599
					{"kind":"html","status":429}              | status       | leave 'status' out
					{"status":429,"count":0}                  | count        | give a number from 1 to 2147483647
					{"status":429,"count":1,"always":true}    | always       | give one of them
					{"status":429,"always":"yes"}             | always       | give true or false
					{"status":429,"retryAfter":7}             | retryAfter   | use some of [on, count, always, status,
					{"status":429,"retry_after":-1}           | retry_after  | give a number from 0
					{"status":429,"on":"Contacts"}            | on           | write it like 'POST /Contacts'
					{"status":302,"headers":"Location"}       | headers      | give an object with texts
					{"status":302,"headers":{"Location":1}}   | headers.Location | give a text
					{"status":503,"content_type":"text/html"} | content_type | give a 'body' too
					{"kind":"latency"}                        | delay        | give a time, such as 500ms
					{"kind":"latency","delay":"soon"}         | delay        | write it like 200ms
					{"kind":"latency","delay":"61m"}          | delay        | give a time up to 1h
					{"kind":"garbage","status":200}           | status       | use some of [on, count, always, delay, after_taking_effect, kind]
					{"kind":"rate_limit"}                     | rate         | give requests and time, such as 10/s
					{"kind":"rate_limit","rate":"10"}         | rate         | write requests and time like 10/s
					{"kind":"rate_limit","rate":"1/s","on":"/"} | on         | use some of [kind, rate]
					[]                                        | body         | send a JSON object
					{"status":429                             | body         | send a JSON object
					``                                        | body         | send a JSON object
					""")
	void saysWhatIsWrongWithAFault(String body, String where, String next) {
		Reply reply = this.caller.post("/faults", body);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.error("where")).isEqualTo(where);
		assertThat(reply.error("what")).isNotEmpty();
		assertThat(reply.error("next")).startsWith(next);
		assertThat(simulator.faults().planned()).isEmpty();
		assertThat(status()).isEqualTo(200);
	}

	@Test
	void keepsRecords() {
		Reply added = this.caller.post("/records/Contacts",
				"{\"data\":[{\"Last_Name\":\"Moriarty\"},{\"Last_Name\":\"Moran\"}]}");
		assertThat(added.status()).isEqualTo(200);
		assertThat(added.json().get("added").asInt()).isEqualTo(2);
		String id = added.json().get("ids").get(0).asString();
		assertThat(this.caller.bigin("GET", "/Contacts/" + id, "").text()).contains("Moriarty");
		assertThat(this.caller.post("/records/Contacts", "{\"Last_Name\":\"Adler\"}").status()).isEqualTo(200);
		JsonNode all = this.caller.get("/records/Contacts").json();
		assertThat(all.get("count").asInt()).isEqualTo(33);
		assertThat(all.get("data")).hasSize(33);
		assertThat(all.get("data").get(30))
			.isEqualTo(this.caller.bigin("GET", "/Contacts/" + id, "").json().get("data").get(0));
		assertThat(this.caller.delete("/records/Contacts?id=" + id).json().get("removed").asInt()).isOne();
		assertThat(this.caller.delete("/records/Contacts").json().get("removed").asInt()).isEqualTo(32);
		assertThat(this.caller.list("Contacts").status()).isEqualTo(204);
		assertThat(this.caller.bigin("GET", "/Contacts/deleted?type=recycle", "").json().get("data")).hasSize(33);
	}

	@Test
	void makesManyRecordsUp() {
		assertThat(this.caller.post("/records/Products?generate=2500", "").json().get("added").asInt()).isEqualTo(2500);
		assertThat(simulator.organization().records("Products").count()).isEqualTo(2510);
	}

	@Test
	void saysWhichRecordIsRefused() {
		Reply reply = this.caller.post("/records/Contacts",
				"{\"data\":[{\"Last_Name\":\"Moriarty\"},{\"First_Name\":\"James\"}]}");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.error("where")).isEqualTo("data[1]");
		assertThat(reply.error("what")).contains("MANDATORY_NOT_FOUND", "Last_Name");
		assertThat(reply.error("next")).endsWith("; 1 before it were added");
		assertThat(simulator.organization().records("Contacts").count()).isEqualTo(31);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					GET    | /records/Contact              |                    | 404 | path     | use one of [Contacts,
					POST   | /records/Contact              | {}                 | 404 | path     | use one of [Contacts,
					POST   | /records/Contacts             | {"data":{}}        | 400 | data     | send {"data": [{...}, ...]}
					POST   | /records/Contacts             | {"data":[[]]}      | 400 | data[0]  | write it like
					POST   | /records/Contacts             | no                 | 400 | body     | send a JSON object
					POST   | /records/Contacts?generate=x  |                    | 400 | ?generate | give a number from 1 to 1000000
					POST   | /records/Contacts?number=1    |                    | 400 | ?number  | use some of [generate]
					DELETE | /records/Contacts?id=1        |                    | 404 | ?id      | take an id of GET /__admin/bigin/records/Contacts
					DELETE | /records/Contacts?ids=1       |                    | 400 | ?ids     | use some of [id]
					GET    | /requests?on=Contacts         |                    | 400 | ?on      | write it like
					GET    | /requests?limit=0             |                    | 400 | ?limit   | give a number from 1 to 10000
					PUT    | /clock                        | {}                 | 400 | advance  | give a time, such as
					PUT    | /clock                        | {"advance":3600}   | 400 | advance  | give a text
					PUT    | /clock                        | {"advance":"-PT1H"} | 400 | advance | write it like
					PUT    | /clock                        | {"advance":"PT0S"} | 400 | advance  | give a positive duration
					PUT    | /clock                        | {"advance":"99999d"} | 400 | advance | give a positive duration
					PUT    | /clock                        | {"now":"PT1H"}     | 400 | now      | use some of [advance]
					PUT    | /snapshot                     | {}                 | 400 | body     | load what GET /__admin/bigin/snapshot returned
					PUT    | /snapshot                     | {"bigin_snapshot": | 400 | body     | send a JSON object
					PATCH  | /clock                        |                    | 405 | method   | use one of [GET, PUT]
					GET    | /reset                        |                    | 405 | method   | use one of [POST]
					GET    | /fault                        |                    | 404 | path     | use one of [/__admin/bigin/faults, /__admin/bigin/reset,
					GET    | /records                      |                    | 404 | path     | use one of [/__admin/bigin/faults,
					GET    |                               |                    | 404 | path     | use one of [/__admin/bigin/faults,
					""")
	void saysWhatIsWrongWithARequest(String method, String path, String body, int status, String where, String next) {
		Reply reply = this.caller.admin(method, (path != null) ? path : "/", (body != null) ? body : "");
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.error("where")).isEqualTo(where);
		assertThat(reply.error("what")).isNotEmpty();
		assertThat(reply.error("next")).startsWith(next);
		assertThat(simulator.organization().records("Contacts").count()).isEqualTo(30);
	}

	@Test
	void tellsWhatWasReceived() {
		this.caller.list("Products");
		this.caller.bigin("POST", "/Contacts", "{\"data\":[{\"Last_Name\":\"Moriarty\"}]}");
		JsonNode all = this.caller.get("/requests").json();
		assertThat(all.get("count").asInt()).isEqualTo(2);
		JsonNode write = all.get("requests").get(1);
		assertThat(write.get("method").asString()).isEqualTo("POST");
		assertThat(write.get("url").asString()).isEqualTo("/zoho-bigin/bigin/v2/Contacts");
		assertThat(write.get("body").asString()).contains("Moriarty");
		JsonNode reads = this.caller.get("/requests?on=GET%20/Products&limit=1").json();
		assertThat(reads.get("requests")).hasSize(1);
		assertThat(this.caller.get("/requests?count").text()).isEqualTo("{\"count\":2}");
		assertThat(this.caller.get("/requests?count&on=DELETE%20/**").text()).isEqualTo("{\"count\":0}");
		this.caller.delete("/requests");
		assertThat(this.caller.get("/requests").text()).isEqualTo("{\"count\":0,\"requests\":[]}");
	}

	@Test
	void showsTheLatestRequests() {
		List.of("Contacts", "Products", "Tasks").forEach(this.caller::list);
		JsonNode latest = this.caller.get("/requests?limit=2").json();
		assertThat(latest.get("count").asInt()).isEqualTo(3);
		assertThat(latest.get("requests")).extracting((request) -> request.get("url").asString().split("[?]")[0])
			.containsExactly("/zoho-bigin/bigin/v2/Products", "/zoho-bigin/bigin/v2/Tasks");
	}

	@ParameterizedTest
	@ValueSource(strings = { "simulated-api-key", "a-real-key-sent-by-mistake" })
	void showsNoSecretOfARequest(String key) {
		this.caller.call("POST", "/zoho-bigin/bigin/v2/actions/watch?session_token=hidden-1&api_key=hidden-2",
				"{\"watch\":[{\"token\":\"hidden-3\", \"password\" : \"hid\\\"den-3\",\"secret\":4711,\"channel_id\":\"7\"}]}",
				key);
		this.caller.call("POST", "/connections", "note=" + simulator.apiKey() + "&token=hidden-5", key);
		String shown = this.caller.get("/requests").text();
		assertThat(shown).doesNotContain("hidden-", "den-3", "4711", key, simulator.apiKey())
			.contains("Bearer ***", "channel_id");
	}

	@Test
	void savesAndLoads() {
		this.caller.post("/records/Contacts", "{\"Last_Name\":\"Moriarty\"}");
		Reply saved = this.caller.get("/snapshot");
		JsonNode records = this.caller.get("/records/Contacts").json();
		assertThat(saved.text()).isEqualTo(simulator.snapshot());
		this.caller.delete("/records/Contacts");
		assertThat(this.caller.put("/snapshot", saved.text()).status()).isEqualTo(200);
		assertThat(this.caller.get("/records/Contacts").json()).isEqualTo(records);
		assertThat(this.caller.list("Contacts").text()).contains("Moriarty");
	}

	@Test
	void movesTheClock() {
		JsonNode before = this.caller.get("/clock").json();
		assertThat(before.get("moved").asString()).isEqualTo("PT0S");
		JsonNode after = this.caller.put("/clock", "{\"advance\":\"PT1H\"}").json();
		assertThat(after.get("moved").asString()).isEqualTo("PT1H");
		assertThat(Instant.parse(after.get("now").asString()))
			.isAfter(Instant.parse(before.get("now").asString()).plusSeconds(3599));
		assertThat(simulator.clock().moved()).isEqualTo(Duration.ofHours(1));
		assertThat(this.caller.post("/reset", "").status()).isEqualTo(200);
		assertThat(this.caller.get("/clock").json().get("moved").asString()).isEqualTo("PT0S");
	}

	@Test
	void datesRecordsByTheClock() {
		this.caller.put("/clock", "{\"advance\":\"40d\"}");
		String id = simulator.organization().records("Contacts").add(Map.of("Last_Name", "Moriarty"));
		String created = String.valueOf(simulator.organization().records("Contacts").find(id).get("Created_Time"));
		assertThat(OffsetDateTime.parse(created).toInstant()).isAfter(Instant.now().plus(Duration.ofDays(39)));
	}

}
