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

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.organization.Check;
import io.github.biginspring.simulator.organization.DataType;
import io.github.biginspring.simulator.organization.FieldDefinition;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.TeamPipeline;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the values of pick lists, and for the stages of team pipelines.
 */
class PickListTests {

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	@RegisterExtension
	static final SimulatorFixture lenient = new SimulatorFixture(
			(builder) -> builder.empty().lenient(Check.PICK_LIST_VALUE, Check.STAGE_OF_PIPELINE));

	private final Caller caller = fixture.caller();

	private final Organization organization = fixture.simulator().organization();

	private Reply deal(Caller caller, String subPipeline, String stage, String more) {
		return caller.post("/Pipelines", "{\"data\":[{\"Deal_Name\":\"Lamps\",\"Sub_Pipeline\":\"" + subPipeline
				+ "\",\"Stage\":\"" + stage + "\"" + more + "}]}");
	}

	private String pipeline(String name) {
		for (JsonNode layout : this.caller.get("/settings/layouts", "module", "Pipelines").body().get("layouts")) {
			if (name.equals(layout.get("name").asString())) {
				return layout.get("id").asString();
			}
		}
		throw new AssertionError("No pipeline " + name);
	}

	@ParameterizedTest
	@CsvSource({ "Renewals,Qualification,Sales Pipeline", "Sales Pipeline Standard,Proposal/Price Quote,Sales Pipeline",
			"Onboarding Standard,Kick-off,Onboarding" })
	void findsThePipelineOfADeal(String subPipeline, String stage, String pipeline) {
		String id = deal(this.caller, subPipeline, stage, "").first().get("details").get("id").asString();
		JsonNode deal = this.caller.get("/Pipelines/" + id).first();
		assertThat(deal.get("Pipeline").get("name").asString()).isEqualTo(pipeline);
		assertThat(deal.get("$layout_id").get("id").asString()).isEqualTo(pipeline(pipeline));
		assertThat(this.caller.get("/Pipelines", "fields", "Stage", "pipeline_id", pipeline(pipeline)).values("Stage"))
			.containsExactly(stage);
	}

	@ParameterizedTest
	@CsvSource({ "Renewals,Nope,INVALID_DATA,Stage", "Nonsense,Qualification,INVALID_DATA,Sub_Pipeline",
			"Renewals,Kick-off,MAPPING_MISMATCH,Stage", "Renewals,Proposal/Price Quote,MAPPING_MISMATCH,Stage",
			"Onboarding Standard,Qualification,MAPPING_MISMATCH,Stage" })
	void refusesAStageThatItsPipelineDoesNotHave(String subPipeline, String stage, String code, String field) {
		Reply reply = deal(this.caller, subPipeline, stage, "");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.values("code")).containsExactly(code);
		assertThat(reply.first().get("details").get("api_name").asString()).isEqualTo(field);
		assertThat(reply.first().get("details").get("json_path").asString()).isEqualTo("$.data[0]." + field);
		assertThat(deal(lenient.caller(), subPipeline, stage, "").status()).isEqualTo(201);
	}

	@Test
	void refusesASubPipelineOfAnotherPipeline() {
		String more = ",\"Pipeline\":{\"id\":\"" + pipeline("Onboarding") + "\"}";
		Reply reply = deal(this.caller, "Renewals", "Qualification", more);
		assertThat(reply.values("code")).containsExactly("MAPPING_MISMATCH");
		assertThat(reply.first().get("details").get("api_name").asString()).isEqualTo("Sub_Pipeline");
		assertThat(deal(this.caller, "Onboarding Standard", "Training", more).status()).isEqualTo(201);
		assertThat(deal(this.caller, "Renewals", "Qualification", ",\"Pipeline\":{\"id\":\"1\"}").values("code"))
			.containsExactly("INVALID_DATA");
	}

	@Test
	void checksAnUpdateBesideWhatIsKept() {
		String path = "/Pipelines/"
				+ deal(this.caller, "Renewals", "Qualification", "").first().get("details").get("id").asString();
		assertThat(this.caller.put(path, "{\"data\":[{\"Stage\":\"Kick-off\"}]}").values("code"))
			.containsExactly("MAPPING_MISMATCH");
		assertThat(this.caller.put(path, "{\"data\":[{\"Sub_Pipeline\":\"Onboarding Standard\"}]}").values("code"))
			.containsExactly("MAPPING_MISMATCH");
		assertThat(this.caller.put(path, "{\"data\":[{\"Stage\":\"Closed Won\"}]}").status()).isEqualTo(200);
		assertThat(this.caller
			.put(path,
					"{\"data\":[{\"Sub_Pipeline\":\"Onboarding Standard\",\"Stage\":\"Training\","
							+ "\"Pipeline\":{\"id\":\"" + pipeline("Onboarding") + "\"}}]}")
			.status()).isEqualTo(200);
	}

	@Test
	void takesTheStagesOfATeamPipelineOfOnesOwn() {
		this.organization.addTeamPipeline(TeamPipeline.named("Hiring").with("Engineers", "Applied", "Hired"));
		assertThat(deal(this.caller, "Engineers", "Applied", "").status()).isEqualTo(201);
		assertThat(deal(this.caller, "Engineers", "Kick-off", "").values("code")).containsExactly("MAPPING_MISMATCH");
	}

	@ParameterizedTest
	@CsvSource({ "Tasks,Status,Waiting on someone else", "Tasks,Priority,Lowest", "Calls,Call_Type,Missed",
			"Products,Product_Category,Hardware" })
	void refusesAValueThatIsNotInThePickList(String module, String field, String value) {
		assertThat(create(this.caller, module, field, value).status()).isEqualTo(201);
		Reply reply = create(this.caller, module, field, "Nonsense");
		assertThat(reply.values("code")).containsExactly("INVALID_DATA");
		assertThat(reply.first().get("details").get("api_name").asString()).isEqualTo(field);
		assertThat(reply.first().get("details").get("expected_data_type").asString()).isEqualTo("picklist");
		assertThat(create(lenient.caller(), module, field, "Nonsense").status()).isEqualTo(201);
	}

	private Reply create(Caller caller, String module, String field, String value) {
		String type = "Call_Type".equals(field) ? "" : "\"Call_Type\":\"Inbound\",";
		return caller.post("/" + module,
				"{\"data\":[{\"Subject\":\"A\",\"Product_Name\":\"" + value + "\",\"Call_Start_Time\":"
						+ "\"2026-11-02T09:00:00+00:00\"," + type + "\"" + field + "\":\"" + value + "\"}]}");
	}

	@Test
	void checksPickListsOfOnesOwn() {
		this.organization.addFields("Contacts", FieldDefinition.pickList("Region", "North", "South"),
				FieldDefinition.pickList("Color"), FieldDefinition.of("Several", DataType.MULTISELECT));
		Map<String, Object> contact = Map.of("Last_Name", "A", "Region", "North", "Color", "Red");
		this.organization.records("Contacts").add(contact);
		assertThat(
				this.caller.post("/Contacts", "{\"data\":[{\"Last_Name\":\"A\",\"Region\":\"East\"}]}").values("code"))
			.containsExactly("INVALID_DATA");
		assertThat(this.caller.post("/Contacts", "{\"data\":[{\"Last_Name\":\"A\",\"Several\":[\"A\"]}]}").status())
			.isEqualTo(201);
		assertThat(this.caller.post("/Contacts", "{\"data\":[{\"Last_Name\":\"A\",\"Several\":[7]}]}").values("code"))
			.containsExactly("INVALID_DATA");
	}

}
