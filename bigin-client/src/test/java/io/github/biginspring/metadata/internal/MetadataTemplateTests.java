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

package io.github.biginspring.metadata.internal;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.metadata.FieldInfo;
import io.github.biginspring.metadata.MetadataOperations;
import io.github.biginspring.metadata.PipelineInfo;
import io.github.biginspring.metadata.UserInfo;
import io.github.biginspring.metadata.UserType;
import io.github.biginspring.model.Lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MetadataTemplateTests {

	private final StubExchange service = new StubExchange();

	private final MetadataOperations metadata = new MetadataTemplate(this.service, OperationObserver.NONE,
			RecordMapper.create().jsonMapper());

	@Test
	void readsModules() {
		this.service.response(200, """
				{"modules":[{"id":"1","api_name":"Pipelines","module_name":"Deals","singular_label":"Deal",
				"plural_label":"Deals","api_supported":true,"visible":true,"creatable":true,"editable":true,
				"deletable":true,"viewable":true,"generated_type":"default","sequence_number":3,
				"profiles":[{"name":"Administrator","id":"5"}],"new_thing":{"x":[1]}},
				{"api_name":"Sparse","sequence_number":null}]}""");
		StepVerifier.create(this.metadata.modules()).assertNext((module) -> {
			assertThat(module.apiName()).isEqualTo("Pipelines");
			assertThat(module.moduleName()).isEqualTo("Deals");
			assertThat(module.apiSupported()).isTrue();
			assertThat(module.sequenceNumber()).isEqualTo(3);
		}).assertNext((module) -> {
			assertThat(module.apiName()).isEqualTo("Sparse");
			assertThat(module.apiSupported()).isFalse();
			assertThat(module.sequenceNumber()).isNull();
		}).verifyComplete();
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/v2/settings/modules");
	}

	@Test
	void readsOneModule() {
		this.service.response(200, "{\"modules\":[{\"api_name\":\"Contacts\"}]}");
		StepVerifier.create(this.metadata.module("Contacts"))
			.assertNext((module) -> assertThat(module.apiName()).isEqualTo("Contacts"))
			.verifyComplete();
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/v2/settings/modules/{module}");
		assertThat(this.service.call().pathVariables()).extracting("value").containsExactly("Contacts");
	}

	@Test
	void readsFields() {
		this.service.response(200, """
				{"fields":[{"id":"1","api_name":"Email","field_label":"Email","data_type":"email",
				"json_type":"string","length":100,"system_mandatory":false,"read_only":false,"field_read_only":false,
				"custom_field":false,"visible":true,"filterable":true,"searchable":true,"sortable":true,
				"unique":{"casesensitive":"0"},"lookup":{},"pick_list_values":[]},
				{"api_name":"Account_Name","data_type":"lookup","unique":{},
				"lookup":{"module":{"api_name":"Accounts","id":"9"}}},
				{"api_name":"Stage","pick_list_values":[{"id":"3","display_value":"Gewonnen","actual_value":"Won"}]},
				{"api_name":"Sparse","unique":null,"lookup":null,"pick_list_values":null,"length":null}]}""");
		StepVerifier.create(this.metadata.fields("Contacts")).assertNext((field) -> {
			assertThat(field.hasUniqueValues()).isTrue();
			assertThat(field.length()).isEqualTo(100);
			assertThat(field.searchable()).isTrue();
		}).assertNext((field) -> {
			assertThat(field.hasUniqueValues()).isFalse();
			assertThat(field.lookup()).extractingByKey("module").asString().contains("Accounts");
		})
			.assertNext((field) -> assertThat(field.pickListValues()).containsExactly(
					FieldInfo.PicklistValue.of(Map.of("id", "3", "display_value", "Gewonnen", "actual_value", "Won"))))
			.assertNext((field) -> {
				assertThat(field.hasUniqueValues()).isFalse();
				assertThat(field.lookup()).isEmpty();
				assertThat(field.pickListValues()).isEmpty();
			})
			.verifyComplete();
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/v2/settings/fields");
		assertThat(this.service.query()).containsExactly("module=Contacts");
	}

	@Test
	void readsLayouts() {
		this.service.response(200,
				"""
						{"layouts":[{"id":"7","name":"Standard","display_label":"Sales","visible":true,"status":0,
						"sections":[{"name":"Main","display_label":"Main","fields":[{"api_name":"Stage"},{"api_name":"Amount"}]},
						{"name":"Empty"}],"profiles":[{"name":"Administrator","id":"5"}]},{"sections":null}]}""");
		StepVerifier.create(this.metadata.layouts("Pipelines")).assertNext((layout) -> {
			assertThat(layout.id()).isEqualTo("7");
			assertThat(layout.displayLabel()).isEqualTo("Sales");
			assertThat(layout.visible()).isTrue();
			assertThat(layout.sections().get(0).fields()).extracting(FieldInfo::apiName)
				.containsExactly("Stage", "Amount");
			assertThat(layout.sections().get(1).fields()).isEmpty();
			assertThat(layout.attributes()).containsKeys("profiles").containsEntry("status", 0);
		}).assertNext((layout) -> {
			assertThat(layout.sections()).isEmpty();
			assertThat(layout.attributes()).containsOnlyKeys("sections");
		}).verifyComplete();
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/v2/settings/layouts");
		assertThat(this.service.query()).containsExactly("module=Pipelines");
	}

	@Test
	void readsTeamPipelinesWithTheStagesOfEachSubPipeline() {
		this.service.response(200, """
				{"layouts":[{"id":"7","name":"Sales","sections":[{"api_name":"Pipeline Information","fields":[
				{"api_name":"Sub_Pipeline","pick_list_values":[
				{"actual_value":"Renewals","maps":[{"api_name":"Other"},{"api_name":"Stage","pick_list_values":[
				{"actual_value":"Asked","display_value":"Gefragt"}]}]},
				{"actual_value":"New","maps":[]}]},
				{"api_name":"Stage","pick_list_values":[{"actual_value":"Asked"},{"actual_value":"Won"}]}]}]},
				{"id":"8","name":"Empty","sections":null}]}""");
		StepVerifier.create(this.metadata.pipelines()).assertNext((pipeline) -> {
			assertThat(pipeline.id()).isEqualTo("7");
			assertThat(pipeline.name()).isEqualTo("Sales");
			assertThat(pipeline.subPipelines()).extracting(PipelineInfo.SubPipeline::name)
				.containsExactly("Renewals", "New");
			assertThat(pipeline.subPipeline("Renewals").stageNames()).containsExactly("Asked");
			assertThat(pipeline.subPipeline("Renewals").stages().get(0).displayValue()).isEqualTo("Gefragt");
			assertThat(pipeline.subPipeline("New").stageNames()).containsExactly("Asked", "Won");
			assertThat(pipeline.subPipeline("Old")).isNull();
		}).assertNext((pipeline) -> assertThat(pipeline.subPipelines()).isEmpty()).verifyComplete();
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/v2/settings/layouts");
		assertThat(this.service.query()).containsExactly("module=Pipelines");
	}

	@Test
	void readsCustomViewsPageAfterPage() {
		this.service.response(200, """
				{"custom_views":[{"id":"7","name":"All Contacts","display_value":"Alle","system_name":"ALLVIEWS",
				"default":true,"category":"public_views","favorite":null,"criteria":{"field":{}}}],
				"info":{"page":1,"per_page":200,"more_records":true,"default":"7","translation":{"x":"y"}}}""")
			.response(200, "{\"custom_views\":[{\"id\":\"8\"}],\"info\":{\"more_records\":false}}");
		StepVerifier.create(this.metadata.customViews("Contacts")).assertNext((view) -> {
			assertThat(view.id()).isEqualTo("7");
			assertThat(view.displayValue()).isEqualTo("Alle");
			assertThat(view.systemName()).isEqualTo("ALLVIEWS");
			assertThat(view.defaultView()).isTrue();
			assertThat(view.category()).isEqualTo("public_views");
			assertThat(view.attributes()).containsKeys("favorite", "criteria");
		}).assertNext((view) -> {
			assertThat(view.id()).isEqualTo("8");
			assertThat(view.defaultView()).isFalse();
		}).verifyComplete();
		assertThat(this.service.calls().get(0).query()).extracting("name").containsExactly("module");
		assertThat(this.service.query()).containsExactly("module=Contacts", "page=2");
	}

	@Test
	void readsRelatedLists() {
		this.service.response(200,
				"""
						{"related_lists":[{"id":"7","api_name":"Notes","name":"Notes","display_label":"Notes",
						"type":"default","href":"Contacts/{ENTITYID}/Notes","sequence_number":"1","module":{"api_name":"Notes"}},
						{"api_name":"Sparse","href":null}]}""");
		StepVerifier.create(this.metadata.relatedLists("Contacts")).assertNext((list) -> {
			assertThat(list.apiName()).isEqualTo("Notes");
			assertThat(list.href()).isEqualTo("Contacts/{ENTITYID}/Notes");
			assertThat(list.attributes()).containsKeys("sequence_number", "module");
		}).assertNext((list) -> assertThat(list.href()).isNull()).verifyComplete();
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/v2/settings/related_lists");
		assertThat(this.service.query()).containsExactly("module=Contacts");
	}

	@Test
	void readsRoles() {
		this.service.response(200, """
				{"roles":[{"id":"1","name":"CEO","display_label":"CEO","reporting_to":null,"admin_user":true},
				{"id":"2","name":"Manager","reporting_to":{"name":"CEO","id":"1"},"admin_user":false,"x":1}]}""");
		StepVerifier.create(this.metadata.roles()).assertNext((role) -> {
			assertThat(role.name()).isEqualTo("CEO");
			assertThat(role.reportingTo()).isNull();
			assertThat(role.adminUser()).isTrue();
		}).assertNext((role) -> {
			assertThat(role.reportingTo()).isEqualTo(new Lookup("1", "CEO"));
			assertThat(role.attributes()).containsEntry("x", 1);
		}).verifyComplete();
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/v2/settings/roles");
	}

	@Test
	void readsProfiles() {
		this.service.response(200, """
				{"profiles":[{"id":"1","name":"Standard","display_label":"Standard","description":"for most",
				"category":false,"modified_by":{"name":"Ada L","id":"2"}}]}""");
		StepVerifier.create(this.metadata.profiles()).assertNext((profile) -> {
			assertThat(profile.name()).isEqualTo("Standard");
			assertThat(profile.description()).isEqualTo("for most");
			assertThat(profile.attributes()).containsKeys("category", "modified_by");
			assertThat(profile.toString()).contains("Standard").doesNotContain("Ada");
		}).verifyComplete();
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/v2/settings/profiles");
	}

	@Test
	void readsTheOrganization() {
		this.service.response(200, """
				{"org":[{"id":"1","company_name":"Zylker","primary_email":"ada@example.org","country":"DE",
				"time_zone":"Europe/Berlin","currency":"Euro - EUR","iso_code":"EUR","zgid":"99",
				"license_details":{"paid":true,"users_license_purchased":3},"phone":"555-0100"}]}""");
		StepVerifier.create(this.metadata.organization()).assertNext((organization) -> {
			assertThat(organization.companyName()).isEqualTo("Zylker");
			assertThat(organization.timeZone()).isEqualTo("Europe/Berlin");
			assertThat(organization.isoCode()).isEqualTo("EUR");
			assertThat(organization.licenseDetails()).containsEntry("users_license_purchased", 3);
			assertThat(organization.attributes()).containsEntry("phone", "555-0100");
			assertThat(organization.toString()).contains("1").doesNotContain("ada").doesNotContain("555");
		}).verifyComplete();
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/v2/org");
	}

	@Test
	void nothingThereIsEmpty() {
		for (int i = 0; i < 11; i++) {
			this.service.response(204, "");
		}
		StepVerifier.create(this.metadata.layouts("Contacts")).verifyComplete();
		StepVerifier.create(this.metadata.customViews("Contacts")).verifyComplete();
		StepVerifier.create(this.metadata.relatedLists("Contacts")).verifyComplete();
		StepVerifier.create(this.metadata.roles()).verifyComplete();
		StepVerifier.create(this.metadata.profiles()).verifyComplete();
		StepVerifier.create(this.metadata.organization()).verifyComplete();
		StepVerifier.create(this.metadata.modules()).verifyComplete();
		StepVerifier.create(this.metadata.module("Contacts")).verifyComplete();
		StepVerifier.create(this.metadata.fields("Contacts")).verifyComplete();
		StepVerifier.create(this.metadata.users(UserType.ALL)).verifyComplete();
		StepVerifier.create(this.metadata.user("1")).verifyComplete();
	}

	@ParameterizedTest
	@EnumSource
	void readsUsersPageAfterPage(UserType type) {
		this.service.response(200, "{\"users\":[" + user("1") + "],\"info\":{\"page\":1,\"more_records\":true}}")
			.response(200, "{\"users\":[" + user("2") + "],\"info\":{\"page\":2,\"more_records\":false}}");
		StepVerifier.create(this.metadata.users(type).map(UserInfo::id)).expectNext("1", "2").verifyComplete();
		assertThat(this.service.query()).containsExactly("type=" + type.parameter(), "page=2", "per_page=200");
		assertThat(UserType.of(type.parameter())).isSameAs(type);
	}

	@Test
	void readsNoFurtherPageThanIsNeeded() {
		this.service.response(200, "{\"users\":[" + user("1") + "],\"info\":{\"page\":1,\"more_records\":true}}");
		StepVerifier.create(this.metadata.users(UserType.ALL).take(1)).expectNextCount(1).verifyComplete();
		assertThat(this.service.calls()).hasSize(1);
	}

	@Test
	void readsAUser() {
		this.service.response(200, "{\"users\":[" + user("7") + "]}");
		StepVerifier.create(this.metadata.user("7")).assertNext((user) -> {
			assertThat(user.fullName()).isEqualTo("Ada L");
			assertThat(user.role()).isNotNull().extracting("name").isEqualTo("CEO");
			assertThat(user.createdTime()).isEqualTo("2026-02-06T00:28:53-08:00");
			assertThat(user.modifiedTime()).isEqualTo("2026-02-07T00:28:53-08:00");
			assertThat(user.toString()).contains("7", "active").doesNotContain("Ada").doesNotContain("example.org");
		}).verifyComplete();
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/v2/users/{id}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":\"1\"}", "{\"id\":null}", "{}" })
	void anotherUserThanTheOneAskedForIsNone(String user) {
		this.service.response(200, "{\"users\":[" + user + "]}");
		StepVerifier.create(this.metadata.user("99999999999999999999")).verifyComplete();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":\"8\"}", "{\"id\":null}", "{}", "{\"id\":\"7\"},{\"id\":\"8\"}" })
	void theResponseForAnotherUserIsUnreadable(String users) {
		this.service.response(200, "{\"users\":[" + users + "]}");
		StepVerifier.create(this.metadata.user("7")).verifyError(BiginUnreadableResponseException.class);
	}

	@Test
	void theResponseForAnotherModuleIsUnreadable() {
		this.service.response(200, "{\"modules\":[{\"api_name\":\"Accounts\"}]}");
		StepVerifier.create(this.metadata.module("Contacts")).verifyError(BiginUnreadableResponseException.class);
	}

	@Test
	void refusesWhatIsNoName() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.metadata.module("Contacts/x"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.metadata.fields("Contacts&x=1"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.metadata.refreshFields("Contacts&x=1"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.metadata.layouts("Contacts&x=1"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.metadata.customViews("Contacts&x=1"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.metadata.relatedLists("Contacts&x=1"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.metadata.user("me"));
		assertThatIllegalArgumentException().isThrownBy(() -> UserType.of("Everyone"))
			.withMessageContaining("Everyone")
			.withMessageContaining("ActiveUsers");
		assertThat(this.service.calls()).isEmpty();
	}

	private static String user(String id) {
		return """
				{"id":"%s","full_name":"Ada L","email":"ada@example.org","role":{"name":"CEO","id":"1"},
				"profile":{"name":"Administrator","id":"2"},"status":"active","zuid":"12",
				"created_time":"2026-02-06T00:28:53-08:00","Modified_Time":"2026-02-07T00:28:53-08:00","extra":[1]}"""
			.formatted(id);
	}

}
