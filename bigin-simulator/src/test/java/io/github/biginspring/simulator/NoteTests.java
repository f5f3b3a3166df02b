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

import java.util.Collections;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.organization.Check;
import io.github.biginspring.simulator.organization.Organization;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the notes below a record.
 */
class NoteTests {

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	@RegisterExtension
	static final SimulatorFixture lenient = new SimulatorFixture(
			(builder) -> builder.empty().lenient(Check.NOTE_PARENT));

	private final Caller caller = fixture.caller();

	private Organization organization;

	private String path;

	private String contact;

	@BeforeEach
	void prepare() {
		this.organization = fixture.simulator().organization();
		this.contact = this.organization.records("Contacts").add(Map.of("Last_Name", "Watson"));
		this.path = "/Contacts/" + this.contact + "/Notes";
	}

	private String addNote() {
		Reply reply = this.caller.post(this.path,
				"{\"data\":[{\"Note_Title\":\"Hi\",\"Note_Content\":\"Likes tea\"}]}");
		return reply.first().get("details").get("id").asString();
	}

	@Test
	void addsANote() {
		Reply reply = this.caller.post(this.path,
				"{\"data\":[{\"Note_Content\":\"Likes tea\"},{\"Note_Title\":\"A\"}]}");
		assertThat(reply.status()).isEqualTo(207);
		assertThat(reply.values("code")).containsExactly("SUCCESS", "MANDATORY_NOT_FOUND");
		assertThat(reply.first().get("message").asString()).isEqualTo("record added");
		assertThat(this.caller.get(this.path, "fields", "Note_Content").values("Note_Content"))
			.containsExactly("Likes tea");
	}

	@Test
	void showsANoteInItsModuleToo() {
		String id = addNote();
		Reply reply = this.caller.get("/Notes", "fields", "Parent_Id,Note_Title");
		assertThat(reply.values("id")).containsExactly(id);
		assertThat(reply.first().get("Parent_Id").get("name").asString()).isEqualTo("Watson");
		assertThat(this.caller.get(this.path + "/" + id).first().get("Note_Title").asString()).isEqualTo("Hi");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"Parent_Id\":{\"id\":\"%s\"}", "\"Parent_Id\":{\"id\":%s},\"$se_module\":\"Contacts\"",
			"\"Parent_Id\":{\"module\":\"Contacts\",\"id\":\"%s\"}", "\"Parent_Id\":\"%s\",\"$se_module\":\"Contacts\"",
			"\"Parent_Id\":\"%s\",\"se_module\":\"Contacts\"", "\"Parent_Id\":%s,\"se_module\":\"Contacts\"" })
	void addsNotesToTheirModule(String parent) {
		String note = "{\"Note_Content\":\"C\"," + parent.formatted(this.contact) + "}";
		assertThat(this.caller.post("/Notes", "{\"data\":[" + note + "]}").status()).isEqualTo(201);
		Reply many = this.caller.post("/Notes", "{\"data\":[" + note + "," + note + "]}");
		assertThat(many.values("code")).containsExactly("SUCCESS", "SUCCESS");
		String ids = String.join(",", this.caller.get(this.path, "fields", "id").values("id"));
		assertThat(ids.split(",")).hasSize(3);
		assertThat(this.caller.delete("/Notes", "ids", ids + ",1").values("code")).containsExactly("SUCCESS", "SUCCESS",
				"SUCCESS", "INVALID_DATA");
		assertThat(this.caller.get(this.path).status()).isEqualTo(204);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"Note_Title\":\"T\" | MANDATORY_NOT_FOUND | Parent_Id",
					"\"Parent_Id\":\"1\" | INVALID_DATA | Parent_Id",
					"\"Parent_Id\":{\"name\":\"A\"} | INVALID_DATA | Parent_Id",
					"\"Parent_Id\":\"%s\",\"se_module\":\"Accounts\" | INVALID_DATA | se_module",
					"\"Parent_Id\":\"%s\",\"$se_module\":\"Nope\" | INVALID_DATA | $se_module",
					"\"Parent_Id\":{\"module\":\"Deals\",\"id\":\"%s\"} | INVALID_DATA | Parent_Id.module" })
	void refusesANoteOfNothing(String parent, String code, String field) {
		Reply reply = this.caller.post("/Notes",
				"{\"data\":[{\"Note_Content\":\"C\"," + parent.formatted(this.contact) + "}]}");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.values("code")).containsExactly(code);
		assertThat(reply.first().get("details").get("api_name").asString()).isEqualTo(field);
	}

	@Test
	void takesAtMostAHundredNotes() {
		String note = "{\"Note_Content\":\"C\",\"Parent_Id\":\"" + this.contact + "\"}";
		String hundred = String.join(",", Collections.nCopies(100, note));
		assertThat(this.caller.post("/Notes", "{\"data\":[" + hundred + "," + note + "]}").status()).isEqualTo(400);
		assertThat(this.caller.post("/Notes", "{\"data\":[" + hundred + "]}").values("code")).hasSize(100)
			.containsOnly("SUCCESS");
		String ids = String.join(",", this.caller.get(this.path, "fields", "id").values("id"));
		assertThat(this.caller.delete("/Notes", "ids", ids + ",1").code()).isEqualTo("LIMIT_EXCEEDED");
		assertThat(this.caller.delete("/Notes", "ids", ids).values("code")).hasSize(100).containsOnly("SUCCESS");
	}

	@Test
	void takesANoteOfNothingIfToldTo() {
		assertThat(lenient.caller().post("/Notes", "{\"data\":[{\"Note_Content\":\"C\"}]}").status()).isEqualTo(201);
	}

	@Test
	void changesANote() {
		String note = this.path + "/" + addNote();
		Reply reply = this.caller.put(note, "{\"data\":[{\"Note_Content\":\"Likes coffee\"}]}");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.first().get("message").asString()).isEqualTo("record updated");
		assertThat(this.caller.get(note, "fields", "Note_Content").values("Note_Content"))
			.containsExactly("Likes coffee");
	}

	@Test
	void deletesNotes() {
		String note = this.path + "/" + addNote();
		Reply reply = this.caller.delete(note);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.first().get("message").asString()).isEqualTo("record deleted");
		assertThat(this.organization.records("Notes").count()).isZero();
		assertThat(this.caller.delete(this.path, "ids", addNote() + "," + addNote()).status()).isEqualTo(200);
		assertThat(this.caller.get(this.path).status()).isEqualTo(204);
	}

	@Test
	void refusesANoteOfAnotherRecord() {
		String other = this.organization.records("Contacts").add(Map.of("Last_Name", "Holmes"));
		String note = "/Contacts/" + other + "/Notes/" + addNote();
		assertThat(this.caller.get(note).status()).isEqualTo(204);
		assertThat(this.caller.put(note, "{\"data\":[{\"Note_Content\":\"A\"}]}").status()).isEqualTo(400);
		assertThat(this.caller.delete(note).code()).isEqualTo("INVALID_DATA");
		assertThat(this.organization.records("Notes").count()).isEqualTo(1);
	}

	@Test
	void takesNoOtherMethod() {
		assertThat(this.caller.put(this.path, "{}").status()).isEqualTo(405);
		assertThat(this.caller.post(this.path + "/" + addNote(), "{}").status()).isEqualTo(405);
	}

	@Test
	void needsTheScopeOfNotes() {
		fixture.simulator().account().defaultConnection().withoutScope("Notes");
		assertThat(this.caller.get(this.path).code()).isEqualTo("OAUTH_SCOPE_MISMATCH");
	}

}
