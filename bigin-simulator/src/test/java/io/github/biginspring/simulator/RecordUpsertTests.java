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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.organization.FieldDefinition;
import io.github.biginspring.simulator.organization.Organization;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for upserts.
 */
class RecordUpsertTests {

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	private final Caller caller = fixture.caller();

	private Organization organization;

	@BeforeEach
	void prepare() {
		this.organization = fixture.simulator().organization();
	}

	private Reply upsert(String module, String checkFields, String... records) {
		String check = (checkFields != null) ? ",\"duplicate_check_fields\":" + checkFields : "";
		return this.caller.post("/" + module + "/upsert",
				"{\"data\":[" + String.join(",", records) + "]" + check + "}");
	}

	private static String details(Reply reply, int index, String name) {
		return reply.data().get(index).get("details").get(name).asString();
	}

	@Test
	void insertsARecordThatIsNotThere() {
		Reply reply = upsert("Contacts", "[\"Email\"]", "{\"Last_Name\":\"Watson\",\"Email\":\"jo@zylker.com\"}");
		assertThat(reply.status()).isEqualTo(201);
		JsonNode entry = reply.first();
		assertThat(entry.get("code").asString()).isEqualTo("SUCCESS");
		assertThat(entry.get("action").asString()).isEqualTo("insert");
		assertThat(entry.get("duplicate_field").isNull()).isTrue();
		assertThat(entry.get("message").asString()).isEqualTo("record added");
		assertThat(this.caller.get("/Contacts/" + details(reply, 0, "id")).first().get("Email").asString())
			.isEqualTo("jo@zylker.com");
	}

	@Test
	void updatesTheRecordThatIsThere() {
		String id = this.organization.records("Contacts")
			.add(Map.of("Last_Name", "Watson", "Email", "jo@zylker.com", "Title", "CEO"));
		fixture.clock().advance(Duration.ofHours(1));
		Reply reply = upsert("Contacts", "[\"Email\"]", "{\"Last_Name\":\"Holmes\",\"Email\":\"JO@zylker.com\"}");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.first().get("action").asString()).isEqualTo("update");
		assertThat(reply.first().get("duplicate_field").asString()).isEqualTo("Email");
		assertThat(reply.first().get("message").asString()).isEqualTo("record updated");
		assertThat(details(reply, 0, "id")).isEqualTo(id);
		JsonNode record = this.caller.get("/Contacts/" + id).first();
		assertThat(record.get("Full_Name").asString()).isEqualTo("Holmes");
		assertThat(record.get("Title").asString()).isEqualTo("CEO");
		assertThat(record.get("Modified_Time").asString()).isEqualTo("2026-11-02T10:30:00-08:00");
		assertThat(this.organization.records("Contacts").count()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "Accounts,Account_Name", "Products,Product_Name" })
	void checksTheUniqueFieldsOfTheModuleUnlessTold(String module, String field) {
		String record = "{\"" + field + "\":\"Zylker\"}";
		Reply first = upsert(module, null, record);
		Reply second = upsert(module, null, record.toUpperCase().replace(field.toUpperCase(), field));
		assertThat(second.first().get("duplicate_field").asString()).isEqualTo(field);
		assertThat(details(second, 0, "id")).isEqualTo(details(first, 0, "id"));
		assertThat(second.first().get("details").has("$approval_state")).isFalse();
	}

	@Test
	void insertsARecordWithoutAValueToCheck() {
		Reply reply = upsert("Contacts", "[\"Email\"]", "{\"Last_Name\":\"A\"}", "{\"Last_Name\":\"A\",\"Email\":null}",
				"{\"Last_Name\":\"A\",\"Email\":\"\"}");
		assertThat(reply.status()).isEqualTo(201);
		assertThat(reply.values("action")).containsExactly("insert", "insert", "insert");
	}

	@Test
	void findsARecordOfTheSameCall() {
		String record = "{\"Last_Name\":\"A\",\"Email\":\"jo@zylker.com\"}";
		assertThat(upsert("Contacts", null, record, record).values("action")).containsExactly("insert", "update");
	}

	@Test
	void checksTheFieldsInTheOrderGiven() {
		this.organization.addFields("Contacts", FieldDefinition.text("Number").custom().unique());
		this.organization.records("Contacts").add(Map.of("Last_Name", "A", "Email", "a@zylker.com"));
		String numbered = this.organization.records("Contacts").add(Map.of("Last_Name", "B", "Number", "7"));
		Reply reply = upsert("Contacts", "[\"Number\",\"Email\"]",
				"{\"Last_Name\":\"C\",\"Number\":\"7\",\"Email\":\"c@zylker.com\"}",
				"{\"Last_Name\":\"D\",\"Number\":\"8\",\"Email\":\"a@zylker.com\"}",
				"{\"Last_Name\":\"E\",\"Number\":\"7\",\"Email\":\"a@zylker.com\"}");
		assertThat(reply.status()).isEqualTo(207);
		assertThat(reply.values("code")).containsExactly("SUCCESS", "SUCCESS", "DUPLICATE_DATA");
		assertThat(details(reply, 0, "id")).isEqualTo(numbered);
		assertThat(reply.data().get(1).get("duplicate_field").asString()).isEqualTo("Email");
		assertThat(details(reply, 2, "json_path")).isEqualTo("$.data[2].Email");
	}

	@Test
	void refusesADuplicateInAFieldThatIsNotChecked() {
		this.organization.addFields("Contacts", FieldDefinition.text("Number").custom().unique());
		String id = this.organization.records("Contacts").add(Map.of("Last_Name", "A", "Number", "7"));
		Reply reply = upsert("Contacts", "[\"Email\"]", "{\"Last_Name\":\"B\",\"Number\":\"7\"}");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.values("code")).containsExactly("DUPLICATE_DATA");
		assertThat(details(reply, 0, "id")).isEqualTo(id);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[\"Phone\"]", "[\"No_Such_Field\"]", "\"Email\"", "[1]" })
	void refusesFieldsThatCannotBeChecked(String checkFields) {
		Reply reply = upsert("Contacts", checkFields, "{\"Last_Name\":\"A\"}");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("INVALID_DATA");
		assertThat(reply.body().get("details").get("api_name").asString()).isEqualTo("duplicate_check_fields");
		assertThat(this.organization.records("Contacts").count()).isZero();
	}

	@Test
	void makesACompanyThatIsGivenByName() {
		String zylker = this.organization.records("Accounts").add(Map.of("Account_Name", "Zylker"));
		Reply reply = upsert("Contacts", null, "{\"Last_Name\":\"A\",\"Account_Name\":\"zylker\"}",
				"{\"Last_Name\":\"B\",\"Account_Name\":\"Acme\"}", "{\"Last_Name\":\"C\",\"Account_Name\":\"Acme\"}");
		assertThat(reply.status()).isEqualTo(201);
		List<String> companies = IntStream.range(0, 3)
			.mapToObj((i) -> this.caller.get("/Contacts/" + details(reply, i, "id")).first().get("Account_Name"))
			.map((lookup) -> lookup.get("name").asString() + lookup.get("id").asString())
			.toList();
		assertThat(companies.get(0)).isEqualTo("Zylker" + zylker);
		assertThat(companies.get(1)).startsWith("Acme").isEqualTo(companies.get(2));
		assertThat(this.organization.records("Accounts").count()).isEqualTo(2);
	}

	@Test
	void makesNoCompanyForARecordThatIsRefused() {
		Reply reply = upsert("Contacts", null, "{\"First_Name\":\"A\",\"Account_Name\":\"Acme\"}");
		assertThat(reply.values("code")).containsExactly("MANDATORY_NOT_FOUND");
		assertThat(this.organization.records("Accounts").count()).isZero();
	}

	@Test
	void updatesByIdWhereThereIsOne() {
		String id = this.organization.records("Contacts").add(Map.of("Last_Name", "A"));
		Reply reply = upsert("Contacts", null, "{\"id\":\"" + id + "\",\"Email\":\"jo@zylker.com\"}",
				"{\"id\":\"7255024000000000001\",\"Last_Name\":\"B\"}");
		assertThat(reply.values("code")).containsExactly("SUCCESS", "INVALID_DATA");
		assertThat(reply.first().get("action").asString()).isEqualTo("update");
		assertThat(this.organization.records("Contacts").count()).isEqualTo(1);
	}

	@Test
	void refusesMoreThanAHundredRecords() {
		String[] records = IntStream.range(0, 101).mapToObj((i) -> "{\"Last_Name\":\"A\"}").toArray(String[]::new);
		Reply reply = upsert("Contacts", null, records);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.body().get("details").get("maximum_length").asInt()).isEqualTo(100);
		String hundred = IntStream.range(0, 100)
			.mapToObj((i) -> "{\"Last_Name\":\"A\"}")
			.collect(Collectors.joining(","));
		assertThat(upsert("Contacts", null, hundred).status()).isEqualTo(201);
	}

	@Test
	void takesNoOtherMethod() {
		assertThat(this.caller.get("/Contacts/upsert").status()).isEqualTo(405);
		assertThat(this.caller.post("/Nope/upsert", "{}").code()).isEqualTo("INVALID_MODULE");
	}

}
