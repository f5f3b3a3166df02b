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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import io.github.biginspring.simulator.Caller.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for modules, fields and users.
 */
class MetadataTests {

	@RegisterExtension
	static final SimulatorFixture fixture = new SimulatorFixture((builder) -> builder);

	private final Caller caller = fixture.caller();

	private JsonNode field(String module, String name) {
		for (JsonNode field : this.caller.get("/settings/fields", "module", module).body().get("fields")) {
			if (name.equals(field.get("api_name").asString())) {
				return field;
			}
		}
		throw new AssertionError("No field " + name);
	}

	@Test
	void listsModules() {
		JsonNode modules = this.caller.get("/settings/modules").body().get("modules");
		assertThat(modules).extracting((module) -> module.get("api_name").asString())
			.containsExactly("Contacts", "Accounts", "Products", "Pipelines", "Tasks", "Events", "Calls", "Notes",
					"Dashboards");
		assertThat(modules.get(0).propertyNames()).contains("id", "api_name", "module_name", "singular_label",
				"plural_label", "api_supported", "visible", "creatable", "editable", "deletable", "viewable",
				"generated_type", "sequence_number", "profiles");
		assertThat(modules.get(3).get("module_name").asString()).isNotEqualTo("Pipelines");
		assertThat(modules.get(8).get("api_supported").asBoolean()).isFalse();
	}

	@Test
	void showsOneModule() {
		JsonNode modules = this.caller.get("/settings/modules/Accounts").body().get("modules");
		assertThat(modules).hasSize(1);
		assertThat(modules.get(0).get("plural_label").asString()).isEqualTo("Companies");
		assertThat(this.caller.get("/settings/modules/Nope").code()).isEqualTo("INVALID_MODULE");
	}

	@Test
	void describesFields() {
		assertThat(this.caller.get("/settings/fields").code()).isEqualTo("REQUIRED_PARAM_MISSING");
		JsonNode email = field("Contacts", "Email");
		assertThat(email.propertyNames()).contains("id", "api_name", "field_label", "data_type", "json_type", "length",
				"system_mandatory", "read_only", "field_read_only", "custom_field", "visible", "filterable",
				"searchable", "sortable", "unique", "lookup", "pick_list_values");
		assertThat(email.get("data_type").asString()).isEqualTo("email");
		assertThat(email.get("unique").toString()).isEqualTo("{\"casesensitive\":\"0\"}");
		assertThat(email.get("lookup").toString()).isEqualTo("{}");
		JsonNode lookup = field("Contacts", "Account_Name");
		assertThat(lookup.get("unique").toString()).isEqualTo("{}");
		assertThat(lookup.get("lookup").get("module").get("api_name").asString()).isEqualTo("Accounts");
		JsonNode stage = field("Pipelines", "Stage");
		assertThat(stage.get("pick_list_values").get(0).propertyNames()).contains("display_value", "actual_value",
				"id");
		assertThat(stage.get("system_mandatory").asBoolean()).isTrue();
		assertThat(field("Contacts", "Full_Name").get("read_only").asBoolean()).isTrue();
		assertThat(field("Pipelines", "Sub_Pipeline").get("searchable").asBoolean()).isFalse();
	}

	@Test
	void givesFieldsTheSameIdEachTime() {
		assertThat(field("Pipelines", "Stage").toString()).isEqualTo(field("Pipelines", "Stage").toString());
	}

	@ParameterizedTest
	@CsvSource({ "AllUsers,4", "ActiveUsers,3", "AdminUsers,1", "CurrentUser,1", "DeactiveUsers,1",
			"ActiveConfirmedUsers,3", "ActiveConfirmedAdmins,1", "ConfirmedUsers,4" })
	void listsUsersByType(String type, int count) {
		Reply reply = this.caller.get("/users", "type", type);
		assertThat(reply.body().get("users")).hasSize(count);
		assertThat(reply.info().toString())
			.isEqualTo("{\"per_page\":200,\"count\":" + count + ",\"page\":1,\"more_records\":false}");
	}

	@Test
	void pagesUsers() {
		Reply reply = this.caller.get("/users", "type", "AllUsers", "per_page", "3", "page", "2");
		assertThat(reply.body().get("users")).hasSize(1);
		assertThat(this.caller.get("/users", "per_page", "3").info().get("more_records").asBoolean()).isTrue();
		assertThat(this.caller.get("/users", "type", "DeletedUsers").status()).isEqualTo(204);
		assertThat(this.caller.get("/users", "type", "Nobody").status()).isEqualTo(400);
	}

	@Test
	void showsOneUser() {
		JsonNode second = this.caller.get("/users").body().get("users").get(1);
		JsonNode user = this.caller.get("/users/" + second.get("id").asString()).body().get("users").get(0);
		assertThat(user).isEqualTo(second);
		assertThat(user.propertyNames()).contains("id", "full_name", "first_name", "last_name", "email", "role",
				"profile", "status", "time_zone", "zuid", "created_time", "Modified_Time");
		assertThat(this.caller.get("/users/7255024000000000001").status()).isEqualTo(204);
	}

	@Test
	void showsTheCurrentUserForAnIdBeyondSixtyFourBits() {
		JsonNode user = this.caller.get("/users/99999999999999999999").body().get("users").get(0);
		assertThat(user.get("id").asString()).isEqualTo(fixture.simulator().organization().currentUser().id());
	}

}
