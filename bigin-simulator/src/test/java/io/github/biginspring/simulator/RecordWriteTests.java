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
import io.github.biginspring.simulator.organization.Check;
import io.github.biginspring.simulator.organization.DataType;
import io.github.biginspring.simulator.organization.FieldDefinition;
import io.github.biginspring.simulator.organization.ModuleDefinition;
import io.github.biginspring.simulator.organization.Organization;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for inserting records.
 */
class RecordWriteTests {

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	@RegisterExtension
	static final SimulatorFixture lenient = new SimulatorFixture(
			(builder) -> builder.empty().lenient(Check.RELATED_MODULE));

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
	void reportsACreatedRecord() {
		Reply reply = this.caller.post("/Contacts", data("{\"Last_Name\":\"Watson\"}"));
		assertThat(reply.status()).isEqualTo(201);
		JsonNode entry = reply.first();
		assertThat(entry.propertyNames()).containsExactly("code", "details", "message", "status");
		assertThat(entry.get("code").asString()).isEqualTo("SUCCESS");
		assertThat(entry.get("message").asString()).isEqualTo("record added");
		assertThat(entry.get("status").asString()).isEqualTo("success");
		assertThat(entry.get("details").propertyNames()).containsExactlyInAnyOrder("id", "Created_Time",
				"Modified_Time", "Created_By", "Modified_By");
		assertThat(details(reply, 0, "Created_Time")).isEqualTo("2026-11-02T09:30:00-08:00");
		assertThat(entry.get("details").get("Created_By").propertyNames()).containsExactly("name", "id");
	}

	@ParameterizedTest
	@CsvSource({ "Accounts,Account_Name", "Products,Product_Name" })
	void reportsTheApprovalOfCompaniesAndProductsThatWereCreated(String module, String nameField) {
		Reply reply = this.caller.post("/" + module, data("{\"" + nameField + "\":\"Zylker\"}"));
		assertThat(details(reply, 0, "$approval_state")).isEqualTo("approved");
		Reply updated = this.caller.put("/" + module + "/" + details(reply, 0, "id"),
				data("{\"Description\":\"New\"}"));
		assertThat(updated.first().get("details").propertyNames()).containsExactlyInAnyOrder("Modified_Time",
				"Modified_By", "Created_Time", "id", "Created_By");
	}

	@Test
	void showsUsersWithTheirEmailInRecords() {
		String id = this.organization.records("Contacts").add(Map.of("Last_Name", "Watson"));
		JsonNode owner = this.caller.get("/Contacts/" + id, "fields", "Owner").first().get("Owner");
		assertThat(owner.propertyNames()).containsExactlyInAnyOrder("name", "id", "email");
		assertThat(owner.get("id").asString()).isEqualTo(this.organization.currentUser().id());
	}

	@Test
	void countsIdsUp() {
		Reply reply = this.caller.post("/Contacts", data("{\"Last_Name\":\"A\"}", "{\"Last_Name\":\"B\"}"));
		assertThat(reply.status()).isEqualTo(202);
		assertThat(details(reply, 0, "id")).hasSize(19).isLessThan(details(reply, 1, "id"));
	}

	@Test
	void reportsEachRecordInTheOrderSentWhenSomeAreRefused() {
		Reply reply = this.caller.post("/Contacts",
				data("{\"Last_Name\":\"A\"}", "{\"First_Name\":\"Jo\"}", "{\"Last_Name\":\"C\"}"));
		assertThat(reply.status()).isEqualTo(207);
		assertThat(reply.values("code")).containsExactly("SUCCESS", "MANDATORY_NOT_FOUND", "SUCCESS");
		assertThat(details(reply, 1, "api_name")).isEqualTo("Last_Name");
		assertThat(details(reply, 1, "json_path")).isEqualTo("$.data[1].Last_Name");
		assertThat(reply.data().get(1).get("message").asString()).isEqualTo("required field not found");
		assertThat(reply.data().get(1).get("status").asString()).isEqualTo("error");
		assertThat(this.organization.records("Contacts").count()).isEqualTo(2);
	}

	@Test
	void respondsWithABadRequestWhenAllAreRefused() {
		Reply reply = this.caller.post("/Contacts", data("{}"));
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.values("code")).containsExactly("MANDATORY_NOT_FOUND");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "Contacts; \"Email\":\"not an address\"; email", "Contacts; \"Phone\":12345; phone",
					"Contacts; \"Email_Opt_Out\":\"yes\"; boolean", "Contacts; \"Account_Name\":\"Zylker\"; jsonobject",
					"Contacts; \"Tag\":\"hot\"; jsonarray", "Pipelines; \"Amount\":\"much\"; currency",
					"Pipelines; \"Closing_Date\":\"tomorrow\"; date",
					"Events; \"Start_DateTime\":\"2026-11-02\"; datetime" })
	void refusesValuesOfTheWrongType(String module, String field, String expected) {
		String name = field.substring(1, field.indexOf(':') - 1);
		Reply reply = this.caller.post("/" + module, data("{\"Last_Name\":\"A\"," + field + "}"));
		assertThat(reply.values("code")).containsExactly("INVALID_DATA");
		assertThat(details(reply, 0, "api_name")).isEqualTo(name);
		assertThat(details(reply, 0, "json_path")).isEqualTo("$.data[0]." + name);
		assertThat(details(reply, 0, "expected_data_type")).isEqualTo(expected);
	}

	@Test
	void refusesTextThatIsTooLong() {
		Reply reply = this.caller.post("/Contacts", data("{\"Last_Name\":\"" + "x".repeat(81) + "\"}"));
		assertThat(reply.values("code")).containsExactly("INVALID_DATA");
		assertThat(details(reply, 0, "maximum_length")).isEqualTo("80");
		assertThat(this.caller.post("/Contacts", data("{\"Last_Name\":\"" + "x".repeat(80) + "\"}")).status())
			.isEqualTo(201);
	}

	@ParameterizedTest
	@CsvSource({ "Contacts,Email,jo@zylker.com,JO@Zylker.com", "Accounts,Account_Name,Zylker,ZYLKER",
			"Products,Product_Name,Lamp,lamp" })
	void refusesDuplicatesWhateverTheirCase(String module, String field, String value, String duplicate) {
		String name = "Contacts".equals(module) ? ",\"Last_Name\":\"A\"" : "";
		Reply first = this.caller.post("/" + module, data("{\"" + field + "\":\"" + value + "\"" + name + "}"));
		Reply second = this.caller.post("/" + module, data("{\"" + field + "\":\"" + duplicate + "\"" + name + "}"));
		assertThat(second.status()).isEqualTo(400);
		assertThat(second.values("code")).containsExactly("DUPLICATE_DATA");
		assertThat(details(second, 0, "api_name")).isEqualTo(field);
		assertThat(details(second, 0, "id")).isEqualTo(details(first, 0, "id"));
	}

	@Test
	void findsDuplicatesWithinOneCall() {
		String record = "{\"Last_Name\":\"A\",\"Email\":\"jo@zylker.com\"}";
		assertThat(this.caller.post("/Contacts", data(record, record)).values("code")).containsExactly("SUCCESS",
				"DUPLICATE_DATA");
	}

	@Test
	void refusesMoreThanAHundredRecords() {
		String[] records = IntStream.range(0, 101).mapToObj((i) -> "{\"Last_Name\":\"A\"}").toArray(String[]::new);
		Reply reply = this.caller.post("/Contacts", data(records));
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("INVALID_DATA");
		assertThat(reply.body().get("details").get("maximum_length").asInt()).isEqualTo(100);
		assertThat(this.organization.records("Contacts").count()).isZero();
		String ids = IntStream.range(0, 101).mapToObj(Integer::toString).collect(Collectors.joining(","));
		assertThat(this.caller.delete("/Contacts", "ids", ids).code()).isEqualTo("LIMIT_EXCEEDED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"data\":", "[]", "", "{\"data\":{}}", "{}", "{\"data\":[]}" })
	void refusesABodyThatIsNone(String body) {
		Reply reply = this.caller.post("/Contacts", body);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.body().get("status").asString()).isEqualTo("error");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"Last_Name\":\"\\ud83d\"", "\"Last_Name\":\"\\ude00 a\"",
			"\"Tag\":[{\"name\":\"\\udc00\"}]", "\"\\ud83d\":1" })
	void refusesHalfOfASurrogatePair(String field) {
		Reply reply = this.caller.post("/Contacts", data("{\"First_Name\":\"A\"," + field + "}"));
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("INVALID_DATA");
		assertThat(this.organization.records("Contacts").count()).isZero();
	}

	@Test
	void takesAWholeSurrogatePair() {
		Reply reply = this.caller.post("/Contacts", data("{\"Last_Name\":\"\\ud83d\\ude00\"}"));
		assertThat(reply.status()).isEqualTo(201);
		assertThat(this.organization.records("Contacts").all().get(0)).containsEntry("Last_Name", "\ud83d\ude00");
	}

	@Test
	void ignoresWhatCannotBeWritten() {
		Reply reply = this.caller.post("/Contacts",
				data("{\"Last_Name\":\"A\",\"id\":\"1\",\"Full_Name\":\"X\",\"$approval_state\":\"x\","
						+ "\"Created_Time\":\"2020-01-01T00:00:00+00:00\",\"No_Such_Field\":1}"));
		String id = details(reply, 0, "id");
		assertThat(id).hasSize(19);
		JsonNode record = this.caller.get("/Contacts/" + id).first();
		assertThat(record.get("Full_Name").asString()).isEqualTo("A");
		assertThat(record.get("Created_Time").asString()).startsWith("2026-11-02");
		assertThat(record.has("No_Such_Field")).isFalse();
	}

	@Test
	void resolvesLookups() {
		String account = this.organization.records("Accounts").add(Map.of("Account_Name", "Zylker Corp"));
		Reply reply = this.caller.post("/Contacts",
				data("{\"Last_Name\":\"A\",\"Account_Name\":{\"id\":\"" + account + "\"}}"));
		String path = "/Contacts/" + details(reply, 0, "id");
		JsonNode lookup = this.caller.get(path, "fields", "Account_Name").first().get("Account_Name");
		assertThat(lookup.toString()).isEqualTo("{\"name\":\"Zylker Corp\",\"id\":\"" + account + "\"}");
		this.organization.records("Accounts").update(account, Map.of("Account_Name", "Zylker Ltd"));
		assertThat(this.caller.get(path, "fields", "Account_Name").first().get("Account_Name").get("name").asString())
			.isEqualTo("Zylker Ltd");
	}

	@Test
	void takesIdsAsNumbers() {
		String account = this.organization.records("Accounts").add(Map.of("Account_Name", "Zylker Corp"));
		String owner = this.organization.currentUser().id();
		String tag = this.organization.addTag("Contacts", "hot").id();
		Reply created = this.caller.post("/Contacts", data("{\"Last_Name\":\"A\",\"Account_Name\":{\"id\":" + account
				+ "},\"Owner\":{\"id\":" + owner + "},\"Tag\":[{\"id\":" + tag + "}]}"));
		assertThat(created.status()).isEqualTo(201);
		String id = details(created, 0, "id");
		Reply updated = this.caller.put("/Contacts", data("{\"id\":" + id + ",\"Mobile\":\"1\"}"));
		assertThat(details(updated, 0, "id")).isEqualTo(id);
		JsonNode contact = this.caller.get("/Contacts/" + id).first();
		assertThat(contact.get("Mobile").asString()).isEqualTo("1");
		assertThat(contact.get("Account_Name").get("id").asString()).isEqualTo(account);
		assertThat(contact.get("Tag").get(0).get("name").asString()).isEqualTo("hot");
		Reply upserted = this.caller.post("/Contacts/upsert", data("{\"id\":" + id + ",\"Mobile\":\"2\"}"));
		assertThat(upserted.first().get("action").asString()).isEqualTo("update");
	}

	@ParameterizedTest
	@ValueSource(strings = { "true", "1.5", "[]", "{}", "\"a\"", "1", "-1", "99999999999999999999" })
	void refusesWhatIsNoId(String id) {
		assertThat(this.caller.put("/Contacts", data("{\"id\":" + id + "}")).values("code"))
			.containsExactly("INVALID_DATA");
		assertThat(this.caller.post("/Contacts", data("{\"Last_Name\":\"A\",\"Account_Name\":{\"id\":" + id + "}}"))
			.values("code")).containsExactly("INVALID_DATA");
		assertThat(this.caller.post("/Contacts", data("{\"Last_Name\":\"A\",\"Tag\":[{\"id\":" + id + "}]}"))
			.values("code")).containsExactly("INVALID_DATA");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\"" })
	void takesALookupAsTheBareId(String quote) {
		String account = this.organization.records("Accounts").add(Map.of("Account_Name", "Zylker Corp"));
		String bare = quote + account + quote;
		String owner = quote + this.organization.currentUser().id() + quote;
		Reply reply = this.caller.post("/Contacts",
				data("{\"Last_Name\":\"A\",\"Account_Name\":" + bare + ",\"Owner\":" + owner + "}"));
		assertThat(reply.status()).isEqualTo(201);
		JsonNode contact = this.caller.get("/Contacts/" + details(reply, 0, "id")).first();
		assertThat(contact.get("Account_Name").get("name").asString()).isEqualTo("Zylker Corp");
		this.caller.post("/Contacts/upsert", data("{\"Last_Name\":\"B\",\"Account_Name\":" + bare + "}"));
		assertThat(this.organization.records("Accounts").count()).isEqualTo(1);
		assertThat(this.caller.post("/Contacts", data("{\"Last_Name\":\"A\",\"Account_Name\":7255}")).values("code"))
			.containsExactly("INVALID_DATA");
	}

	@Test
	void refusesALookupToNothing() {
		Reply reply = this.caller.post("/Contacts",
				data("{\"Last_Name\":\"A\",\"Account_Name\":{\"id\":\"7255024000000000001\"}}"));
		assertThat(reply.values("code")).containsExactly("INVALID_DATA");
		assertThat(details(reply, 0, "json_path")).isEqualTo("$.data[0].Account_Name.id");
	}

	@Test
	void writesDateTimesInTheZoneOfTheOrganization() {
		Reply reply = this.caller.post("/Events", data("{\"Event_Title\":\"Demo\","
				+ "\"Start_DateTime\":\"2026-12-01T10:00:00.500Z\",\"End_DateTime\":\"2026-12-01T12:00:00+01:00\"}"));
		JsonNode event = this.caller.get("/Events/" + details(reply, 0, "id")).first();
		assertThat(event.get("Start_DateTime").asString()).isEqualTo("2026-12-01T02:00:00-08:00");
		assertThat(event.get("End_DateTime").asString()).isEqualTo("2026-12-01T03:00:00-08:00");
		assertThat(event.get("Participants").isArray()).isTrue();
	}

	@Test
	void knowsCustomModulesAndFields() {
		this.organization.define(ModuleDefinition.custom("Machines", "Machine", "Machines")
			.with(FieldDefinition.of("Weight", DataType.DOUBLE).custom(), FieldDefinition.lookup("Buyer", "Contacts")));
		this.organization.addFields("Contacts", FieldDefinition.text("Customer_Number").custom().unique());
		String buyer = this.organization.records("Contacts").add(Map.of("Last_Name", "A", "Customer_Number", "C-1"));
		Reply reply = this.caller.post("/Machines",
				data("{\"Name\":\"Lathe\",\"Weight\":12.5,\"Buyer\":{\"id\":\"" + buyer + "\"}}"));
		assertThat(reply.status()).isEqualTo(201);
		assertThat(this.caller.get("/Machines/" + details(reply, 0, "id")).first().get("Weight").asDouble())
			.isEqualTo(12.5);
		assertThat(
				this.caller.post("/Contacts", data("{\"Last_Name\":\"B\",\"Customer_Number\":\"c-1\"}")).values("code"))
			.containsExactly("DUPLICATE_DATA");
		assertThat(List.of(this.caller.get("/Contacts", "fields", "Customer_Number").values("Customer_Number")))
			.containsExactly(List.of("C-1"));
	}

	@Test
	void handsBackOfWhichModuleAnActivitysReferenceIs() {
		String deal = this.organization.records("Pipelines")
			.add(Map.of("Deal_Name", "Lamps", "Sub_Pipeline", "Renewals", "Stage", "Qualification"));
		String task = details(this.caller.post("/Tasks", related(deal, "\"Deals\"")), 0, "id");
		JsonNode read = this.caller.get("/Tasks/" + task + "?fields=Subject,$related_module").first();
		assertThat(read.get("$related_module").asString()).isEqualTo("Deals");
		assertThat(this.caller.get("/Tasks/" + task + "?fields=Subject").first().has("$related_module")).isFalse();
		String free = details(this.caller.post("/Tasks", data("{\"Subject\":\"Free\"}")), 0, "id");
		assertThat(
				this.caller.get("/Tasks/" + free + "?fields=$related_module").first().get("$related_module").isNull())
			.isTrue();
		String contact = this.organization.records("Contacts").add(Map.of("Last_Name", "Watson"));
		assertThat(this.caller.get("/Contacts/" + contact + "?fields=$related_module").first().has("$related_module"))
			.isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "Tasks,'\"Subject\":\"A\"'",
			"Events,'\"Event_Title\":\"A\",\"Start_DateTime\":\"2026-12-01T10:00:00Z\",\"End_DateTime\":\"2026-12-01T11:00:00Z\"'",
			"Calls,'\"Call_Type\":\"Inbound\",\"Call_Start_Time\":\"2026-12-01T10:00:00Z\"'" })
	void refusesAReferenceOfAnActivityWithoutItsModule(String module, String fields) {
		String reference = ",\"Related_To\":{\"id\":\"%s\"}";
		String contact = this.organization.records("Contacts").add(Map.of("Last_Name", "Watson"));
		String bare = "{" + fields + reference.formatted(contact) + "}";
		JsonNode refused = this.caller.post("/" + module, data(bare)).first();
		assertThat(refused.get("code").asString()).isEqualTo("MANDATORY_NOT_FOUND");
		assertThat(refused.get("details").get("api_name").asString()).isEqualTo("$related_module");
		String id = details(
				this.caller.post("/" + module,
						data("{" + fields + reference.formatted(contact) + ",\"$related_module\":\"Contacts\"}")),
				0, "id");
		assertThat(this.caller.put("/" + module + "/" + id, data("{" + reference.formatted(contact).substring(1) + "}"))
			.values("code")).containsExactly("MANDATORY_NOT_FOUND");
		assertThat(this.caller.put("/" + module + "/" + id, data("{\"Description\":\"B\"}")).status()).isEqualTo(200);
		assertThat(this.caller.put("/" + module + "/" + id, data("{\"Related_To\":null}")).status()).isEqualTo(200);
		String other = lenient.simulator().organization().records("Contacts").add(Map.of("Last_Name", "Watson"));
		assertThat(lenient.caller().post("/" + module, data("{" + fields + reference.formatted(other) + "}")).status())
			.isEqualTo(201);
	}

	@ParameterizedTest
	@CsvSource({ "'\"Pipelines\"',Related_To", "'\"Contacts\"',Related_To", "7,$related_module" })
	void refusesAModuleThatIsNotTheReferences(String module, String field) {
		String deal = this.organization.records("Pipelines")
			.add(Map.of("Deal_Name", "Lamps", "Sub_Pipeline", "Renewals", "Stage", "Qualification"));
		JsonNode refused = this.caller.post("/Tasks", related(deal, module)).first();
		assertThat(refused.get("code").asString()).isEqualTo("INVALID_DATA");
		assertThat(refused.get("details").get("api_name").asString()).isEqualTo(field);
		String task = details(this.caller.post("/Tasks", related(deal, "\"Deals\"")), 0, "id");
		refused = this.caller.put("/Tasks/" + task, data("{\"$related_module\":" + module + "}")).first();
		assertThat(refused.get("code").asString()).isEqualTo("INVALID_DATA");
	}

	@Test
	void refusesAReferenceOfAnActivityToAnother() {
		String task = details(this.caller.post("/Tasks", data("{\"Subject\":\"A\"}")), 0, "id");
		JsonNode refused = this.caller.post("/Tasks", related(task, "\"Tasks\"")).first();
		assertThat(refused.get("code").asString()).isEqualTo("INVALID_DATA");
		assertThat(refused.get("details").get("api_name").asString()).isEqualTo("Related_To");
	}

	private static String related(String id, String module) {
		return data("{\"Subject\":\"Call back\",\"Related_To\":{\"id\":\"" + id + "\"},\"$related_module\":" + module
				+ "}");
	}

}
