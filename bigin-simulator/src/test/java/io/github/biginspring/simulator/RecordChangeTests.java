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
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.RecordEvent.Operation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for updating and deleting records.
 */
class RecordChangeTests {

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	private final Caller caller = fixture.caller();

	private Organization organization;

	@BeforeEach
	void prepare() {
		this.organization = fixture.simulator().organization();
	}

	private static String data(String... records) {
		return "{\"data\":[" + String.join(",", records) + "],\"trigger\":[]}";
	}

	private static String details(Reply reply, int index, String name) {
		return reply.data().get(index).get("details").get(name).asString();
	}

	@Test
	void setsAUniqueValueFreeWhenItsRecordGoes() {
		String record = "{\"Last_Name\":\"A\",\"Email\":\"jo@zylker.com\"}";
		String first = details(this.caller.post("/Contacts", data(record)), 0, "id");
		this.caller.delete("/Contacts/" + first);
		Reply second = this.caller.post("/Contacts", data(record));
		assertThat(second.status()).isEqualTo(201);
		this.caller.put("/Contacts/" + details(second, 0, "id"), data("{\"Email\":\"other@zylker.com\"}"));
		assertThat(this.caller.post("/Contacts", data(record)).status()).isEqualTo(201);
	}

	@Test
	void letsARecordKeepItsOwnUniqueValue() {
		String id = this.organization.records("Contacts").add(Map.of("Last_Name", "A", "Email", "jo@zylker.com"));
		assertThat(this.caller.put("/Contacts/" + id, data("{\"Email\":\"Jo@zylker.com\"}")).status()).isEqualTo(200);
	}

	@Test
	void mergesAnUpdate() {
		String id = this.organization.records("Contacts")
			.add(Map.of("Last_Name", "Watson", "First_Name", "Jo", "Title", "CEO"));
		fixture.clock().advance(Duration.ofHours(1));
		Reply reply = this.caller.put("/Contacts/" + id, data("{\"Last_Name\":\"Holmes\",\"Title\":null}"));
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.first().get("message").asString()).isEqualTo("record updated");
		JsonNode record = this.caller.get("/Contacts/" + id).first();
		assertThat(record.get("Full_Name").asString()).isEqualTo("Jo Holmes");
		assertThat(record.get("Title").isNull()).isTrue();
		assertThat(record.get("Created_Time").asString()).isEqualTo("2026-11-02T09:30:00-08:00");
		assertThat(record.get("Modified_Time").asString()).isEqualTo("2026-11-02T10:30:00-08:00");
	}

	@Test
	void refusesToClearARequiredField() {
		String id = this.organization.records("Contacts").add(Map.of("Last_Name", "Watson"));
		assertThat(this.caller.put("/Contacts/" + id, data("{\"Last_Name\":null}")).values("code"))
			.containsExactly("MANDATORY_NOT_FOUND");
	}

	@Test
	void updatesSeveralRecordsByTheirIds() {
		String one = this.organization.records("Contacts").add(Map.of("Last_Name", "A"));
		String other = this.organization.records("Contacts").add(Map.of("Last_Name", "B"));
		Reply reply = this.caller.put("/Contacts",
				data("{\"id\":\"" + one + "\",\"Title\":\"X\"}", "{\"id\":\"" + other + "\",\"Title\":\"Y\"}",
						"{\"id\":\"7255024000000000001\",\"Title\":\"Z\"}", "{\"Title\":\"no id\"}"));
		assertThat(reply.status()).isEqualTo(207);
		assertThat(reply.values("code")).containsExactly("SUCCESS", "SUCCESS", "INVALID_DATA", "MANDATORY_NOT_FOUND");
		assertThat(details(reply, 2, "json_path")).isEqualTo("$.data[2].id");
		assertThat(this.caller.get("/Contacts", "fields", "Title").values("Title")).containsExactly("Y", "X");
	}

	@Test
	void replacesTags() {
		Reply created = this.caller.post("/Contacts",
				data("{\"Last_Name\":\"A\",\"Tag\":[{\"name\":\"Hot\"},{\"name\":\"New\"}]}"));
		String path = "/Contacts/" + details(created, 0, "id");
		JsonNode tag = this.caller.get(path).first().get("Tag").get(0);
		assertThat(tag.propertyNames()).containsExactlyInAnyOrder("name", "id", "color_code");
		this.caller.put(path, data("{\"Title\":\"CEO\"}"));
		assertThat(this.caller.get(path).first().get("Tag")).hasSize(2);
		this.caller.put(path, data("{\"Tag\":[{\"name\":\"Old\"}]}"));
		assertThat(this.caller.get(path).first().get("Tag").get(0).get("name").asString()).isEqualTo("Old");
		this.caller.put(path, data("{\"Tag\":[]}"));
		assertThat(this.caller.get(path).first().get("Tag")).isEmpty();
	}

	@Test
	void deletesRecords() {
		String one = this.organization.records("Contacts").add(Map.of("Last_Name", "A"));
		Reply reply = this.caller.delete("/Contacts", "ids", one + ",7255024000000000001");
		assertThat(reply.status()).isEqualTo(207);
		assertThat(reply.values("code")).containsExactly("SUCCESS", "INVALID_DATA");
		assertThat(reply.first().get("message").asString()).isEqualTo("record deleted");
		assertThat(reply.first().get("details").propertyNames()).containsExactly("id");
		assertThat(this.caller.delete("/Contacts/" + one).status()).isEqualTo(400);
		assertThat(this.caller.delete("/Contacts").code()).isEqualTo("REQUIRED_PARAM_MISSING");
	}

	@Test
	void deletesTheContactsOfACompanyWithIt() {
		String account = this.organization.records("Accounts").add(Map.of("Account_Name", "Zylker"));
		this.organization.records("Contacts").add(Map.of("Last_Name", "A", "Account_Name", Map.of("id", account)));
		String other = this.organization.records("Contacts").add(Map.of("Last_Name", "B"));
		this.caller.delete("/Accounts/" + account);
		assertThat(this.caller.get("/Contacts", "fields", "id").values("id")).containsExactly(other);
	}

	@Test
	void remembersWhetherWorkflowsRan() {
		this.caller.post("/Contacts", "{\"data\":[{\"Last_Name\":\"A\"}]}");
		Reply quiet = this.caller.post("/Contacts", data("{\"Last_Name\":\"B\"}"));
		this.caller.delete("/Contacts", "ids", details(quiet, 0, "id"), "wf_trigger", "false");
		assertThat(this.organization.events()).extracting((event) -> event.operation() + " " + event.workflows())
			.containsExactly(Operation.INSERT + " true", Operation.INSERT + " false", Operation.DELETE + " false");
	}

}
