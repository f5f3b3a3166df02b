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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import io.github.biginspring.simulator.Caller.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for users that are added, changed and deleted.
 */
class UserTests {

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	private final Caller caller = fixture.caller();

	private String role;

	private String profile;

	@BeforeEach
	void prepare() {
		this.role = this.caller.get("/settings/roles").body().at("/roles/1/id").asString();
		this.profile = this.caller.get("/settings/profiles").body().at("/profiles/1/id").asString();
	}

	private String user(String email) {
		return "{\"first_name\":\"Ada\",\"last_name\":\"Lovelace\",\"email\":\"" + email + "\",\"role\":\"" + this.role
				+ "\",\"profile\":\"" + this.profile + "\"}";
	}

	private Reply add(String user) {
		return this.caller.post("/users", "{\"users\":[" + user + "]}");
	}

	@Test
	void addsAUser() {
		Reply reply = add(user("ada@zylker.com"));
		assertThat(reply.status()).isEqualTo(201);
		JsonNode entry = reply.body().at("/users/0");
		assertThat(entry.get("code").asString()).isEqualTo("SUCCESS");
		assertThat(entry.get("details").get("id").asString()).hasSize(19);
		JsonNode user = this.caller.get("/users/" + entry.at("/details/id").asString()).body().at("/users/0");
		assertThat(user.get("full_name").asString()).isEqualTo("Ada Lovelace");
		assertThat(user.get("confirm").asBoolean()).isFalse();
		assertThat(user.at("/role/id").asString()).isEqualTo(this.role);
		assertThat(this.caller.get("/users", "type", "ConfirmedUsers").body().get("users")).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "last_name,MANDATORY_NOT_FOUND", "first_name,MANDATORY_NOT_FOUND", "email,MANDATORY_NOT_FOUND",
			"role,MANDATORY_NOT_FOUND", "profile,MANDATORY_NOT_FOUND" })
	void refusesAUserWithoutAField(String field, String code) {
		Reply reply = add(user("ada@zylker.com").replace("\"" + field + "\":", "\"other\":"));
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.body().at("/users/0/code").asString()).isEqualTo(code);
		assertThat(reply.body().at("/users/0/details/json_path").asString()).isEqualTo("$.users[0]." + field);
	}

	@Test
	void refusesWhatDoesNotFit() {
		assertThat(add(user("ada")).body().at("/users/0/code").asString()).isEqualTo("INVALID_DATA");
		assertThat(
				add(user("ada@zylker.com").replace(this.role, "1")).body().at("/users/0/details/api_name").asString())
			.isEqualTo("role");
		assertThat(add(user("a@zylker.com") + "," + user("b@zylker.com")).body().at("/details/maximum_length").asInt())
			.isEqualTo(1);
		assertThat(this.caller.post("/users", "{}").status()).isEqualTo(400);
		add(user("ada@zylker.com"));
		assertThat(add(user("ADA@zylker.com")).body().at("/users/0/code").asString()).isEqualTo("DUPLICATE_DATA");
		assertThat(this.caller.get("/users").body().get("users")).hasSize(2);
	}

	@Test
	void changesAUser() {
		String id = add(user("ada@zylker.com")).body().at("/users/0/details/id").asString();
		Reply reply = this.caller.put("/users/" + id, "{\"users\":[{\"last_name\":\"King\"}]}");
		assertThat(reply.status()).isEqualTo(200);
		JsonNode user = this.caller.get("/users/" + id).body().at("/users/0");
		assertThat(user.get("full_name").asString()).isEqualTo("Ada King");
		assertThat(user.get("email").asString()).isEqualTo("ada@zylker.com");
		assertThat(this.caller.put("/users/" + id, "{\"users\":[{\"last_name\":\"\"}]}").status()).isEqualTo(400);
		assertThat(this.caller.put("/users/1", "{\"users\":[{\"last_name\":\"King\"}]}").status()).isEqualTo(400);
	}

	@Test
	void deletesAUser() {
		String id = add(user("ada@zylker.com")).body().at("/users/0/details/id").asString();
		assertThat(this.caller.delete("/users/" + id).status()).isEqualTo(200);
		assertThat(this.caller.get("/users/" + id).status()).isEqualTo(204);
		assertThat(this.caller.get("/users", "type", "DeletedUsers").body().at("/users/0/status").asString())
			.isEqualTo("deleted");
		assertThat(this.caller.delete("/users/" + id).body().at("/users/0/code").asString()).isEqualTo("INVALID_DATA");
		String current = fixture.simulator().organization().currentUser().id();
		assertThat(this.caller.delete("/users/" + current).body().at("/users/0/code").asString())
			.isEqualTo("CANNOT_PERFORM_ACTION");
	}

	@Test
	void takesNoOtherMethod() {
		assertThat(this.caller.post("/users/1", "{}").status()).isEqualTo(405);
		assertThat(this.caller.put("/users", "{}").status()).isEqualTo(405);
		assertThat(this.caller.delete("/users").status()).isEqualTo(405);
	}

}
