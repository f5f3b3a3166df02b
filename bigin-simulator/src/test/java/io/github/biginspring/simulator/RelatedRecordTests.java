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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.organization.FieldDefinition;
import io.github.biginspring.simulator.organization.ModuleDefinition;
import io.github.biginspring.simulator.organization.Organization;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the records that belong to a record.
 */
class RelatedRecordTests {

	private static final String UNKNOWN = "7255024000000000001";

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	private final Caller caller = fixture.caller();

	private Organization organization;

	private String contact;

	@BeforeEach
	void prepare() {
		this.organization = fixture.simulator().organization();
		this.contact = this.organization.records("Contacts").add(Map.of("Last_Name", "Watson"));
	}

	private String addProduct(String name) {
		return this.organization.records("Products").add(Map.of("Product_Name", name));
	}

	private Reply link(String product) {
		return this.caller.put("/Contacts/" + this.contact + "/Products/" + product, "{\"data\":[{}]}");
	}

	private Reply products(String... query) {
		return this.caller.get("/Contacts/" + this.contact + "/Products", query);
	}

	@Test
	void linksARecord() {
		String lamp = addProduct("Lamp");
		assertThat(products("fields", "Product_Name").status()).isEqualTo(204);
		Reply first = link(lamp);
		assertThat(first.status()).isEqualTo(200);
		assertThat(first.first().get("message").asString()).isEqualTo("relation added");
		assertThat(first.first().get("details").toString()).isEqualTo("{\"id\":\"" + lamp + "\"}");
		Reply second = link(lamp);
		assertThat(second.status()).isEqualTo(200);
		assertThat(second.first().get("message").asString()).isEqualTo("relation updated");
		assertThat(products("fields", "Product_Name").values("Product_Name")).containsExactly("Lamp");
		assertThat(this.caller.get("/Products/" + lamp + "/Contacts", "fields", "Last_Name").values("id"))
			.containsExactly(this.contact);
	}

	@Test
	void describesThePageWithoutItsOrder() {
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			ids.add(addProduct("Product " + i));
			link(ids.get(i));
		}
		Reply page = products("fields", "Product_Name", "per_page", "2");
		assertThat(page.values("id")).containsExactly(ids.get(4), ids.get(3));
		assertThat(page.first().propertyNames()).containsExactly("Product_Name", "id");
		assertThat(page.info().propertyNames()).containsExactly("per_page", "count", "page", "more_records",
				"next_page_token", "previous_page_token", "page_token_expiry");
		String token = page.info().get("next_page_token").asString();
		Reply next = products("fields", "Product_Name", "page_token", token);
		assertThat(next.values("id")).containsExactly(ids.get(2), ids.get(1));
		assertThat(products("fields", "Product_Name", "per_page", "2", "page", "3").values("id"))
			.containsExactly(ids.get(0));
		assertThat(products("fields", "id", "page_token", token).code()).isEqualTo("TOKEN_BOUND_DATA_MISMATCH");
		assertThat(products().first().propertyNames()).contains("Unit_Price", "Owner");
	}

	@Test
	void unlinksARecord() {
		String lamp = addProduct("Lamp");
		link(lamp);
		Reply reply = this.caller.delete("/Contacts/" + this.contact + "/Products/" + lamp);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.first().get("message").asString()).isEqualTo("relation removed");
		assertThat(products().status()).isEqualTo(204);
		Reply again = this.caller.delete("/Contacts/" + this.contact + "/Products/" + lamp);
		assertThat(again.status()).isEqualTo(400);
		assertThat(again.values("code")).containsExactly("INVALID_DATA");
	}

	@Test
	void unlinksSeveralRecords() {
		String lamp = addProduct("Lamp");
		String desk = addProduct("Desk");
		link(lamp);
		Reply reply = this.caller.delete("/Contacts/" + this.contact + "/Products", "ids", lamp + "," + desk);
		assertThat(reply.status()).isEqualTo(207);
		assertThat(reply.values("code")).containsExactly("SUCCESS", "INVALID_DATA");
		assertThat(this.caller.delete("/Contacts/" + this.contact + "/Products").code())
			.isEqualTo("REQUIRED_PARAM_MISSING");
	}

	@Test
	void linksSeveralRecords() {
		String lamp = addProduct("Lamp");
		Reply reply = this.caller.put("/Contacts/" + this.contact + "/Products",
				"{\"data\":[{\"id\":\"" + lamp + "\"},{\"id\":\"" + UNKNOWN + "\"},{}]}");
		assertThat(reply.values("code")).containsExactly("SUCCESS", "INVALID_DATA", "MANDATORY_NOT_FOUND");
		assertThat(products().values("id")).containsExactly(lamp);
	}

	@Test
	void listsRecordsThatReferToTheParent() {
		String account = this.organization.records("Accounts").add(Map.of("Account_Name", "Zylker"));
		Map<String, String> reference = Map.of("id", account);
		String holmes = this.organization.records("Contacts")
			.add(Map.of("Last_Name", "Holmes", "Account_Name", reference));
		String deal = this.organization.records("Pipelines")
			.add(Map.of("Deal_Name", "Refit", "Sub_Pipeline", "Renewals", "Stage", "Closed Won", "Account_Name",
					reference, "Contact_Name", Map.of("id", holmes)));
		String task = this.organization.records("Tasks").add(Map.of("Subject", "Call", "Related_To", reference));
		assertThat(this.caller.get("/Accounts/" + account + "/Contacts").values("id")).containsExactly(holmes);
		assertThat(this.caller.get("/Accounts/" + account + "/Pipelines").values("id")).containsExactly(deal);
		assertThat(this.caller.get("/Accounts/" + account + "/Tasks").values("id")).containsExactly(task);
		JsonNode pipelines = this.caller.get("/settings/layouts", "module", "Pipelines").body().get("layouts");
		String path = "/Contacts/" + holmes + "/Pipelines";
		assertThat(this.caller.get(path, "pipeline_id", pipelines.get(0).get("id").asString()).values("id"))
			.containsExactly(deal);
		assertThat(this.caller.get(path, "pipeline_id", pipelines.get(1).get("id").asString()).status()).isEqualTo(204);
	}

	@Test
	void requiresThePipelineOfTheDealsOfAContact() {
		Reply reply = this.caller.get("/Contacts/" + this.contact + "/Pipelines");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("REQUIRED_PARAM_MISSING");
		assertThat(reply.body().at("/details/param_name").asString()).isEqualTo("pipeline_id");
	}

	@Test
	void linksByTheFieldThatRefersToTheParent() {
		String account = this.organization.records("Accounts").add(Map.of("Account_Name", "Zylker"));
		String path = "/Accounts/" + account + "/Contacts/" + this.contact;
		assertThat(this.caller.put(path, "{\"data\":[{}]}").first().get("message").asString())
			.isEqualTo("relation added");
		assertThat(this.caller.get("/Contacts/" + this.contact).first().get("Account_Name").get("id").asString())
			.isEqualTo(account);
		assertThat(this.caller.get(path, "fields", "Last_Name").values("Last_Name")).containsExactly("Watson");
		assertThat(this.caller.delete(path).status()).isEqualTo(200);
		assertThat(this.caller.get("/Contacts/" + this.contact).first().get("Account_Name").isNull()).isTrue();
		assertThat(this.caller.get(path).status()).isEqualTo(204);
	}

	@Test
	void knowsTheRelatedListsOfCustomModules() {
		this.organization.define(ModuleDefinition.custom("Machines", "Machine", "Machines")
			.with(FieldDefinition.lookup("Buyer", "Contacts"), FieldDefinition.lookup("Seller", "Contacts")));
		String machine = this.organization.records("Machines")
			.add(Map.of("Name", "Lathe", "Seller", Map.of("id", this.contact)));
		assertThat(this.caller.get("/Contacts/" + this.contact + "/Machines").status()).isEqualTo(204);
		assertThat(this.caller.get("/Contacts/" + this.contact + "/Machines_Seller").values("id"))
			.containsExactly(machine);
	}

	@ParameterizedTest
	@CsvSource({ "GET,/Products,1", "PUT,/Products/1,1", "DELETE,/Products/1,1", "GET,/Notes,1", "POST,/Notes,1",
			"GET,/Attachments,1", "GET,/photo,1" })
	void refusesAParentThatDoesNotExist(String method, String path, int index) {
		Reply reply = this.caller.call(method, "/Contacts/" + UNKNOWN + path,
				"POST".equals(method) ? "{\"data\":[{\"Note_Content\":\"A\"}]}" : null);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("INVALID_DATA");
		assertThat(reply.body().get("details").get("resource_path_index").asInt()).isEqualTo(index);
	}

	@Test
	void refusesAnUnknownRelatedList() {
		Reply reply = this.caller.get("/Contacts/" + this.contact + "/Nope");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.body().get("details").get("resource_path_index").asInt()).isEqualTo(2);
		assertThat(this.caller.get("/Nope/" + this.contact + "/Products").code()).isEqualTo("INVALID_MODULE");
		assertThat(this.caller.get("/Contacts/" + this.contact + "/Products/1/2").status()).isEqualTo(404);
		assertThat(this.caller.post("/Contacts/" + this.contact + "/Products", "{}").status()).isEqualTo(405);
	}

	@Test
	void forgetsTheLinksOfADeletedRecord() {
		String lamp = addProduct("Lamp");
		link(lamp);
		this.caller.delete("/Contacts/" + this.contact);
		assertThat(this.caller.get("/Products/" + lamp + "/Contacts").status()).isEqualTo(204);
	}

	@Test
	void needsTheScopeOfBothModules() {
		fixture.simulator().account().defaultConnection().withoutScope("Products");
		assertThat(products().code()).isEqualTo("OAUTH_SCOPE_MISMATCH");
		assertThat(this.caller.get("/Contacts/" + this.contact + "/Tasks").status()).isEqualTo(204);
	}

}
