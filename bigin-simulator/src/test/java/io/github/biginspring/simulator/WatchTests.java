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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.organization.Records;
import io.github.biginspring.simulator.organization.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for channels and their messages.
 */
@ExtendWith(OutputCaptureExtension.class)
class WatchTests {

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	private static final JsonMapper JSON = new JsonMapper();

	private static final String TOKEN = "token-that-nobody-may-see";

	private final NotificationReceiver receiver = new NotificationReceiver();

	private final Caller caller = fixture.caller();

	private Records contacts;

	@BeforeEach
	void prepare() {
		this.contacts = fixture.simulator().organization().records("Contacts");
	}

	@AfterEach
	void stop() {
		this.receiver.close();
	}

	private Map<String, Object> channel(String id, String... events) {
		return new LinkedHashMap<>(
				Map.of("channel_id", id, "events", List.of(events), "notify_url", this.receiver.url(), "token", TOKEN));
	}

	private static String watch(Map<String, ?> channel) {
		return JSON.writeValueAsString(Map.of("watch", List.of(channel)));
	}

	private Reply subscribe(Map<String, ?> channel) {
		return this.caller.post("/actions/watch", watch(channel));
	}

	private Reply patch(Map<String, ?> channel) {
		return this.caller.call("PATCH", "/actions/watch", watch(channel));
	}

	private static JsonNode first(Reply reply) {
		return reply.body().get("watch").get(0);
	}

	private List<String> open(String... query) {
		Reply reply = this.caller.get("/actions/watch", query);
		List<String> open = new ArrayList<>();
		if (reply.status() != 204) {
			reply.body()
				.get("watch")
				.forEach((entry) -> entry.get("events")
					.forEach((event) -> open.add(entry.get("channel_id").asString() + " " + event.asString())));
		}
		return open;
	}

	@Test
	void opensAChannelForTwoHours() {
		Reply reply = subscribe(channel("90210", "Contacts.create", "Contacts.edit", "Accounts.all"));
		assertThat(reply.status()).isEqualTo(201);
		assertThat(first(reply).get("code").asString()).isEqualTo("SUCCESS");
		assertThat(first(reply).get("status").asString()).isEqualTo("success");
		JsonNode events = first(reply).get("details").get("events");
		assertThat(events).hasSize(2);
		assertThat(events.get(0).propertyNames()).containsExactlyInAnyOrder("channel_expiry", "resource_uri",
				"resource_id", "resource_name", "channel_id");
		assertThat(first(reply).get("message").asString())
			.isEqualTo("Successfully subscribed for actions-watch of the given module");
		assertThat(events.get(0).get("channel_expiry").asString()).isEqualTo("2026-11-02T11:30:00-08:00");
		assertThat(events.get(0).get("resource_uri").asString())
			.isEqualTo("https://www.zohoapis.com/bigin/v1/Contacts");
		assertThat(events.get(0).get("resource_name").asString()).isEqualTo("Contacts");
		assertThat(events.get(0).get("channel_id").asString()).isEqualTo("90210");
		assertThat(events.get(0).get("resource_id").asString()).matches("\\d{19}")
			.isNotEqualTo(events.get(1).get("resource_id").asString());
	}

	@Test
	void listsWhatIsOpen() {
		assertThat(this.caller.get("/actions/watch").status()).isEqualTo(204);
		subscribe(channel("1", "Contacts.all", "Accounts.create"));
		subscribe(Map.of("channel_id", 2, "events", List.of("Contacts.edit"), "notify_url", this.receiver.url()));
		Reply reply = this.caller.get("/actions/watch");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.info().toString())
			.isEqualTo("{\"page\":1,\"per_page\":200,\"count\":3,\"more_records\":false}");
		JsonNode entry = reply.body().get("watch").get(0);
		assertThat(entry.get("notify_url").asString()).isEqualTo(this.receiver.url());
		assertThat(entry.get("token").asString()).isEqualTo(TOKEN);
		assertThat(entry.get("fields").isNull()).isTrue();
		assertThat(reply.body().get("watch").get(2).get("token").isNull()).isTrue();
		assertThat(open()).containsExactly("1 Contacts.all", "1 Accounts.create", "2 Contacts.edit");
		assertThat(open("channel_id", "2")).containsExactly("2 Contacts.edit");
		assertThat(open("module", "Accounts")).containsExactly("1 Accounts.create");
		assertThat(this.caller.get("/actions/watch", "channel_id", "3").status()).isEqualTo(204);
	}

	@Test
	void tellsOfWhatIsWritten() {
		subscribe(channel("90210", "Contacts.all"));
		String id = this.caller.post("/Contacts", "{\"data\":[{\"Last_Name\":\"Watson\",\"Email\":\"w@x.com\"}]}")
			.first()
			.get("details")
			.get("id")
			.asString();
		this.caller.put("/Contacts/" + id, "{\"data\":[{\"Last_Name\":\"Watson\",\"Email\":null}]}");
		this.contacts.delete(id);
		JsonNode created = this.receiver.next();
		assertThat(created.toString())
			.isEqualTo("{\"server_time\":1793640600123,\"module\":\"Contacts\",\"resource_uri\":"
					+ "\"https://www.zohoapis.com/bigin/v1/Contacts\",\"ids\":[\"" + id
					+ "\"],\"affected_fields\":[\"Last_Name\",\"Email\",\"Owner\"],\"operation\":\"insert\","
					+ "\"channel_id\":\"90210\",\"token\":\"" + TOKEN + "\"}");
		JsonNode updated = this.receiver.next();
		assertThat(updated.get("operation").asString()).isEqualTo("update");
		assertThat(updated.get("affected_fields").toString()).isEqualTo("[\"Email\"]");
		JsonNode deleted = this.receiver.next();
		assertThat(deleted.get("operation").asString()).isEqualTo("delete");
		assertThat(deleted.get("ids").get(0).asString()).isEqualTo(id);
	}

	@Test
	void tellsOfWhatWasAskedForOnly() {
		subscribe(channel("1", "Contacts.edit", "Accounts.delete"));
		String account = fixture.simulator().organization().records("Accounts").add(Map.of("Account_Name", "A"));
		String contact = this.contacts.add(Map.of("Last_Name", "Watson"));
		this.contacts.update(contact, Map.of("Last_Name", "Holmes"));
		this.contacts.delete(contact);
		fixture.simulator().organization().records("Accounts").delete(account);
		assertThat(this.receiver.next().get("operation").asString()).isEqualTo("update");
		assertThat(this.receiver.next().get("module").asString()).isEqualTo("Accounts");
		assertThat(this.receiver.isEmpty()).isTrue();
	}

	@Test
	void endsWhenItExpires() {
		subscribe(channel("1", "Contacts.all"));
		Map<String, Object> longer = channel("2", "Contacts.all");
		longer.put("channel_expiry", "2026-11-02T19:30:01+00:00");
		subscribe(longer);
		fixture.clock().advance(Duration.ofHours(2));
		assertThat(open()).containsExactly("2 Contacts.all");
		this.contacts.add(Map.of("Last_Name", "Watson"));
		assertThat(this.receiver.next().get("channel_id").asString()).isEqualTo("2");
		assertThat(this.caller.put("/actions/watch", watch(Map.of("channel_id", "1"))).status()).isEqualTo(202);
	}

	@Test
	void renewsAChannelThatIsOpenedAgain() {
		subscribe(channel("1", "Contacts.all"));
		fixture.clock().advance(Duration.ofHours(1));
		assertThat(subscribe(channel("1", "Accounts.all")).status()).isEqualTo(201);
		fixture.clock().advance(Duration.ofMinutes(90));
		assertThat(open()).containsExactly("1 Accounts.all");
	}

	@Test
	void renewsAChannel() {
		subscribe(channel("1", "Contacts.all"));
		fixture.clock().advance(Duration.ofHours(1));
		Reply reply = this.caller.put("/actions/watch", watch(Map.of("channel_id", "1", "token", "other")));
		assertThat(reply.status()).isEqualTo(200);
		assertThat(first(reply).get("details").get("events").get(0).get("channel_expiry").asString())
			.isEqualTo("2026-11-02T12:30:00-08:00");
		assertThat(open()).containsExactly("1 Contacts.all");
		this.contacts.add(Map.of("Last_Name", "Watson"));
		assertThat(this.receiver.next().get("token").asString()).isEqualTo("other");
	}

	@Test
	void dropsEvents() {
		subscribe(channel("1", "Contacts.all", "Accounts.create", "Accounts.edit"));
		Reply reply = patch(Map.of("channel_id", "1", "events", List.of("Contacts.create", "Accounts.edit"),
				"_delete_events", true));
		assertThat(reply.status()).isEqualTo(200);
		assertThat(first(reply).get("code").asString()).isEqualTo("SUCCESS");
		assertThat(open()).containsExactly("1 Contacts.edit", "1 Contacts.delete", "1 Accounts.create");
		patch(Map.of("channel_id", "1", "events", List.of("Contacts.all"), "_delete_events", true));
		assertThat(open()).containsExactly("1 Accounts.create");
		patch(Map.of("channel_id", "1", "_delete_events", true));
		assertThat(open()).isEmpty();
	}

	@Test
	void changesWhatIsGivenOnly() {
		subscribe(channel("1", "Contacts.all"));
		fixture.clock().advance(Duration.ofHours(1));
		patch(Map.of("channel_id", "1", "events", List.of("Contacts.edit")));
		assertThat(open()).containsExactly("1 Contacts.edit");
		fixture.clock().advance(Duration.ofHours(1));
		assertThat(open()).isEmpty();
	}

	@Test
	void keepsWhatElseAChannelAsksFor() {
		Map<String, Object> channel = channel("1", "Contacts.all");
		assertThat(entryOf(channel).get("notify_on_related_action").asBoolean()).isFalse();
		assertThat(entryOf(channel).get("return_affected_field_values").asBoolean()).isFalse();
		channel.put("notify_on_related_action", true);
		channel.put("return_affected_field_values", true);
		channel.put("notification_condition", List.of(Map.of("type", "field_selection")));
		JsonNode entry = entryOf(channel);
		assertThat(entry.get("notify_on_related_action").asBoolean()).isTrue();
		assertThat(entry.get("return_affected_field_values").asBoolean()).isTrue();
		assertThat(entry.get("notification_condition").get(0).get("type").asString()).isEqualTo("field_selection");
		this.caller.put("/actions/watch", watch(Map.of("channel_id", "1", "notify_on_related_action", false)));
		entry = this.caller.get("/actions/watch").body().get("watch").get(0);
		assertThat(entry.get("notify_on_related_action").asBoolean()).isFalse();
		assertThat(entry.get("return_affected_field_values").asBoolean()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "PATCH" })
	void nullClearsWhatAChannelAskedFor(String method) {
		Map<String, Object> channel = channel("1", "Contacts.all");
		channel.put("notification_condition", List.of(Map.of("type", "field_selection")));
		channel.put("return_affected_field_values", true);
		subscribe(channel);
		Map<String, Object> cleared = new LinkedHashMap<>();
		cleared.put("channel_id", "1");
		cleared.put("notification_condition", null);
		cleared.put("token", null);
		this.caller.call(method, "/actions/watch", watch(cleared));
		JsonNode entry = this.caller.get("/actions/watch").body().get("watch").get(0);
		assertThat(entry.has("notification_condition")).isFalse();
		assertThat(entry.get("token").isNull()).isTrue();
		assertThat(entry.get("return_affected_field_values").asBoolean()).isTrue();
	}

	private JsonNode entryOf(Map<String, Object> channel) {
		subscribe(channel);
		return this.caller.get("/actions/watch").body().get("watch").get(0);
	}

	@Test
	void refusesConditionsAndBodiesThatAreTooLarge() {
		Map<String, Object> channel = channel("1", "Contacts.all");
		channel.put("notification_condition",
				Collections.nCopies(11, Map.of("field", Map.of("api_name", "Last_Name"))));
		assertThat(first(subscribe(channel)).get("code").asString()).isEqualTo("LIMIT_EXCEEDED");
		Map<String, Object> group = Map.of("group", List.of());
		channel.put("notification_condition", List.of(group, group, group));
		assertThat(first(subscribe(channel)).get("code").asString()).isEqualTo("LIMIT_EXCEEDED");
		List<Object> ten = List.of(Map.of("module", Map.of("api_name", "Contacts"), "field_selection",
				Map.of("group", Collections.nCopies(10, Map.of("field", Map.of("api_name", "Last_Name"))))));
		channel.put("notification_condition", ten);
		assertThat(first(subscribe(channel)).get("code").asString()).isEqualTo("SUCCESS");
		this.caller.delete("/actions/watch", "channel_ids", "1");
		channel.put("notification_condition", "Last_Name");
		assertThat(first(subscribe(channel)).get("code").asString()).isEqualTo("INVALID_DATA");
		channel.remove("notification_condition");
		channel.put("return_affected_field_values", "yes");
		assertThat(first(subscribe(channel)).get("code").asString()).isEqualTo("INVALID_DATA");
		String many = JSON.writeValueAsString(Map.of("watch", Collections.nCopies(101, Map.of())));
		assertThat(this.caller.put("/actions/watch", many).code()).isEqualTo("INVALID_DATA");
		assertThat(open()).isEmpty();
	}

	@Test
	void closesChannels() {
		subscribe(channel("1", "Contacts.all"));
		subscribe(channel("2", "Contacts.all"));
		Reply reply = this.caller.delete("/actions/watch", "channel_ids", "1,2");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.body().get("watch")).hasSize(2);
		assertThat(first(reply).get("code").asString()).isEqualTo("SUCCESS");
		assertThat(first(reply).get("message").asString()).isEqualTo("Successfully un-subscribed from actions-watch");
		JsonNode details = first(reply).get("details");
		assertThat(details.propertyNames()).containsExactlyInAnyOrder("resource_uri", "resource_id", "channel_id");
		assertThat(details.get("resource_uri").asString()).isEqualTo("https://www.zohoapis.com/bigin/v1/Contacts");
		assertThat(details.get("channel_id").asString()).isEqualTo("1");
		assertThat(open()).isEmpty();
		Reply again = this.caller.delete("/actions/watch", "channel_ids", "1");
		assertThat(again.status()).isEqualTo(202);
		assertThat(first(again).get("code").asString()).isEqualTo("NOT_SUBSCRIBED");
		assertThat(first(again).get("details").isEmpty()).isTrue();
		assertThat(this.caller.delete("/actions/watch").code()).isEqualTo("REQUIRED_PARAM_MISSING");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					{"events":["Contacts.all"],"notify_url":"https://x.com"}                     | MANDATORY_NOT_FOUND | channel_id
					{"channel_id":"a","events":["Contacts.all"],"notify_url":"https://x.com"}    | INVALID_DATA        | channel_id
					{"channel_id":"1","notify_url":"https://x.com"}                              | MANDATORY_NOT_FOUND | events
					{"channel_id":"1","events":[],"notify_url":"https://x.com"}                  | INVALID_DATA        | events
					{"channel_id":"1","events":["Contacts.read"],"notify_url":"https://x.com"}   | INVALID_DATA        | events
					{"channel_id":"1","events":["Contacts.all"]}                                 | MANDATORY_NOT_FOUND | notify_url
					{"channel_id":"1","events":["Contacts.all"],"notify_url":"x.com"}            | INVALID_DATA        | notify_url
					{"channel_id":"1","events":["Contacts.all"],"notify_url":"ftp://x.com"}      | INVALID_DATA        | notify_url
					{"channel_id":"1","events":["Contacts.all"],"notify_url":"https://x.com","token":"123456789012345678901234567890123456789012345678901"} | INVALID_DATA | token
					{"channel_id":"1","events":["Contacts.all"],"notify_url":"https://x.com","channel_expiry":"soon"} | INVALID_DATA | channel_expiry
					{"channel_id":"1","events":["Contacts.all"],"notify_url":"https://x.com","channel_expiry":"2026-11-03T17:30:01+00:00"} | INVALID_DATA | channel_expiry
					{"channel_id":"1","events":["Contacts.all"],"notify_url":"https://x.com","channel_expiry":"2026-11-02T17:30:00+00:00"} | INVALID_DATA | channel_expiry
					""")
	void refusesWhatMakesNoSense(String channel, String code, String apiName) {
		Reply reply = this.caller.post("/actions/watch", "{\"watch\":[" + channel + "]}");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(first(reply).get("code").asString()).isEqualTo(code);
		assertThat(first(reply).get("details").get("api_name").asString()).isEqualTo(apiName);
		assertThat(open()).isEmpty();
	}

	@Test
	void takesATokenOfFiftyCharactersAndAnExpiryOfADay() {
		Map<String, Object> channel = channel("1", "Contacts.all");
		channel.put("token", "x".repeat(50));
		channel.put("channel_expiry", "2026-11-03T09:30:00-08:00");
		assertThat(subscribe(channel).status()).isEqualTo(201);
	}

	@Test
	void refusesAnUnknownModuleBesideAKnownOne() {
		Reply reply = this.caller.post("/actions/watch", JSON
			.writeValueAsString(Map.of("watch", List.of(channel("1", "Deals.all"), channel("2", "Contacts.all")))));
		assertThat(reply.status()).isEqualTo(207);
		assertThat(first(reply).get("code").asString()).isEqualTo("INVALID_MODULE");
		assertThat(open()).containsExactly("2 Contacts.all");
	}

	@Test
	void neverFailsTheWrite(CapturedOutput output) {
		this.receiver.respondWith(500);
		Map<String, Object> nowhere = channel("1", "Contacts.all");
		nowhere.put("notify_url", "http://localhost:99999/");
		subscribe(nowhere);
		subscribe(channel("2", "Contacts.all"));
		for (int i = 0; i < 2; i++) {
			assertThat(this.caller.post("/Contacts", "{\"data\":[{\"Last_Name\":\"W\"}]}").status()).isEqualTo(201);
			assertThat(this.receiver.next().get("operation").asString()).isEqualTo("insert");
		}
		assertThat(output).doesNotContain(TOKEN);
	}

	@Test
	void sendsNothingWhenSwitchedOff() {
		try (BiginSimulator silent = BiginSimulator.builder().empty().notifications(false).start()) {
			Caller silentCaller = new Caller(silent);
			assertThat(silentCaller.post("/actions/watch", watch(channel("1", "Contacts.all"))).status())
				.isEqualTo(201);
			silent.organization().records("Contacts").add(Map.of("Last_Name", "Silent"));
		}
		subscribe(channel("2", "Contacts.all"));
		this.contacts.add(Map.of("Last_Name", "Loud"));
		assertThat(this.receiver.next().get("channel_id").asString()).isEqualTo("2");
	}

	@Test
	void needsTheScopesOfNotificationsAndOfTheModule() {
		fixture.simulator().account().connections().get(0).withoutScope(Scope.NOTIFICATIONS);
		assertThat(subscribe(channel("1", "Contacts.all")).code()).isEqualTo("OAUTH_SCOPE_MISMATCH");
		fixture.simulator().account().connections().get(0).withAllScopes().withoutScope("Contacts");
		assertThat(subscribe(channel("1", "Contacts.all")).code()).isEqualTo("OAUTH_SCOPE_MISMATCH");
		assertThat(subscribe(channel("1", "Accounts.all")).status()).isEqualTo(201);
	}

	@Test
	void forgetsAllWhenReset() {
		subscribe(channel("1", "Contacts.all"));
		fixture.simulator().reset();
		assertThat(open()).isEmpty();
	}

}
