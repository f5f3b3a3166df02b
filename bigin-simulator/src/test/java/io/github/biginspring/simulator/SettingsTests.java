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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.github.biginspring.simulator.organization.FieldDefinition;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.Scope;
import io.github.biginspring.simulator.organization.TeamPipeline;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for layouts, views, related lists, roles, profiles and the organisation.
 */
class SettingsTests {

	@RegisterExtension
	static final SimulatorFixture fixture = new SimulatorFixture((builder) -> builder);

	private final Caller caller = fixture.caller();

	@Test
	void describesLayouts() {
		JsonNode layouts = this.caller.get("/settings/layouts", "module", "Pipelines").body().get("layouts");
		assertThat(layouts).extracting((layout) -> layout.get("name").asString())
			.containsExactly("Sales Pipeline", "Onboarding");
		assertThat(layouts.get(0).get("name").asString()).isEqualTo("Sales Pipeline");
		JsonNode deal = this.caller.get("/Pipelines", "fields", "Pipeline", "per_page", "1").first();
		assertThat(layouts.get(0).get("id")).isEqualTo(deal.get("Pipeline").get("id"));
		assertThat(layouts.get(0).get("sections").get(0).get("fields").get(0).get("api_name").asString())
			.isEqualTo("Deal_Name");
	}

	@Test
	void mapsTheStagesOfEachTeamPipeline() {
		JsonNode layouts = this.caller.get("/settings/layouts", "module", "Pipelines").body().get("layouts");
		assertThat(layouts).allSatisfy((layout) -> assertThat(layout.get("sections").get(0).get("api_name").asString())
			.isEqualTo("Pipeline Information"));
		JsonNode subPipelines = field(layouts.get(0), "Sub_Pipeline").get("pick_list_values");
		assertThat(subPipelines).extracting((value) -> value.get("actual_value").asString())
			.containsExactly("Sales Pipeline Standard", "Renewals");
		JsonNode map = subPipelines.get(1).get("maps").get(0);
		assertThat(map.get("api_name").asString()).isEqualTo("Stage");
		assertThat(map.get("pick_list_values")).extracting((value) -> value.get("actual_value").asString())
			.contains("Qualification")
			.doesNotContain("Proposal/Price Quote", "Kick-off");
		JsonNode stages = field(layouts.get(1), "Stage").get("pick_list_values");
		assertThat(stages).extracting((value) -> value.get("actual_value").asString())
			.contains("Kick-off")
			.doesNotContain("Qualification");
		assertThat(stages.get(0).get("id")).isEqualTo(field(layouts.get(1), "Sub_Pipeline").get("pick_list_values")
			.get(0)
			.get("maps")
			.get(0)
			.get("pick_list_values")
			.get(0)
			.get("id"));
	}

	@Test
	void hasALayoutForATeamPipelineOfOnesOwn() {
		Organization organization = fixture.simulator().organization();
		String id = organization.addTeamPipeline(TeamPipeline.named("Hiring").with("Engineers", "Applied", "Hired"));
		organization.addFields("Pipelines", FieldDefinition.pickList("Stage", "Anywhere").required());
		JsonNode layouts = this.caller.get("/settings/layouts", "module", "Pipelines").body().get("layouts");
		assertThat(layouts.get(2).get("id").asString()).isEqualTo(id);
		assertThat(field(layouts.get(2), "Stage").get("pick_list_values"))
			.extracting((value) -> value.get("actual_value").asString())
			.containsExactly("Applied", "Hired", "Anywhere");
	}

	private static JsonNode field(JsonNode layout, String name) {
		for (JsonNode field : layout.get("sections").get(0).get("fields")) {
			if (name.equals(field.get("api_name").asString())) {
				return field;
			}
		}
		throw new AssertionError("No field " + name);
	}

	@Test
	void listsByCustomView() {
		fixture.simulator()
			.organization()
			.records("Contacts")
			.addCustomView("In Austin", "(Mailing_City:equals:Austin)");
		JsonNode views = this.caller.get("/settings/custom_views", "module", "Contacts").body().get("custom_views");
		assertThat(views).extracting((view) -> view.get("name").asString())
			.containsExactly("All Contacts", "In Austin");
		assertThat(views).extracting((view) -> view.get("system_defined").asBoolean()).containsExactly(true, false);
		assertThat(this.caller.get("/Contacts", "fields", "id", "cvid", views.get(0).get("id").asString()).data())
			.hasSize(30);
		assertThat(this.caller.get("/Contacts", "fields", "Mailing_City", "cvid", views.get(1).get("id").asString())
			.values("Mailing_City")).isNotEmpty().containsOnly("Austin");
	}

	@Test
	void describesRelatedLists() {
		JsonNode lists = this.caller.get("/settings/related_lists", "module", "Contacts").body().get("related_lists");
		assertThat(lists).extracting((list) -> list.get("api_name").asString())
			.containsExactly("Products", "Pipelines", "Tasks", "Events", "Calls", "Notes", "Attachments");
		assertThat(lists.get(0).get("module").get("api_name").asString()).isEqualTo("Products");
		assertThat(lists.get(0).get("id")).isEqualTo(this.caller.get("/settings/related_lists", "module", "Contacts")
			.body()
			.get("related_lists")
			.get(0)
			.get("id"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "roles", "profiles" })
	void describesRolesAndProfiles(String kind) {
		JsonNode entries = this.caller.get("/settings/" + kind).body().get(kind);
		JsonNode ofUser = this.caller.get("/users", "type", "CurrentUser")
			.body()
			.get("users")
			.get(0)
			.get(kind.substring(0, kind.length() - 1));
		assertThat(entries).hasSize(2);
		assertThat(entries.get(0).get("id")).isEqualTo(ofUser.get("id"));
		JsonNode one = this.caller.get("/settings/" + kind + "/" + ofUser.get("id").asString()).body().get(kind);
		assertThat(one).hasSize(1);
		assertThat(one.get(0)).isEqualTo(entries.get(0));
		assertThat(this.caller.get("/settings/" + kind + "/1").status()).isEqualTo(204);
	}

	@Test
	void describesTheOrganization() {
		JsonNode organizations = this.caller.get("/org").body().get("org");
		assertThat(organizations).hasSize(1);
		assertThat(organizations.get(0).get("id").asString()).hasSize(19);
		assertThat(organizations.get(0).get("company_name").asString()).isEqualTo("Zylker");
		assertThat(organizations.get(0).get("license_details").get("users_license_purchased").asInt()).isEqualTo(4);
		assertThat(this.caller.post("/org", "{}").status()).isEqualTo(405);
	}

	@ParameterizedTest
	@ValueSource(strings = { "layouts", "custom_views", "related_lists" })
	void requiresTheModule(String kind) {
		assertThat(this.caller.get("/settings/" + kind).code()).isEqualTo("REQUIRED_PARAM_MISSING");
		assertThat(this.caller.get("/settings/" + kind, "module", "Nope").code()).isEqualTo("INVALID_MODULE");
		assertThat(this.caller.call("POST", "/settings/" + kind + "?module=Contacts", "{}").status()).isEqualTo(405);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/settings/layouts?module=Contacts", "/settings/roles", "/settings/tags?module=Contacts" })
	void needsTheScopeOfSettings(String path) {
		fixture.simulator().account().defaultConnection().withoutScope(Scope.SETTINGS);
		assertThat(this.caller.get(path).code()).isEqualTo("OAUTH_SCOPE_MISMATCH");
	}

	@Test
	void needsTheScopeOfTheOrganization() {
		fixture.simulator().account().defaultConnection().withoutScope(Scope.ORGANIZATION);
		assertThat(this.caller.get("/org").code()).isEqualTo("OAUTH_SCOPE_MISMATCH");
		assertThat(this.caller.post("/org/photo", "").code()).isEqualTo("OAUTH_SCOPE_MISMATCH");
	}

	@Test
	void keepsSettingsApartByOrganization() {
		String id = fixture.simulator().addConnection().id();
		String other = fixture.caller().with("Maton-Connection", id).get("/org").body().get("org").toString();
		assertThat(other).isNotEqualTo(this.caller.get("/org").body().get("org").toString());
	}

}
