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

package io.github.biginspring.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.error.BiginDuplicateException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.Tag;
import io.github.biginspring.simulator.organization.RecordEvent;
import io.github.biginspring.write.WriteOperations;
import io.github.biginspring.write.WriteOptions;
import io.github.biginspring.write.WriteResult.Rejected;
import io.github.biginspring.write.WriteResult.Written;
import io.github.biginspring.write.WriteResults;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RecordWriteContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	private static BiginRecord contact(String lastName) {
		return new BiginRecord().set("Last_Name", lastName);
	}

	private static BiginRecord contact(String lastName, String email) {
		return contact(lastName).set("Email", email);
	}

	@Test
	void createsARecord() {
		String company = fixture.records("Accounts").add(Map.of("Account_Name", "Zylker Corp"));
		BiginRecord record = contact("Watson", "jo@zylker.com").set("Account_Name", Lookup.of(company))
			.set("Email_Opt_Out", true)
			.set("Tag", List.of(Tag.of("VIP")));
		Written<BiginRecord> written = await(this.bigin.create("Contacts", record));
		assertThat(written.input()).isSameAs(record);
		assertThat(written.id()).matches("\\d{19}");
		assertThat(written.createdTime()).isNotNull();
		assertThat(written.modifiedTime()).isEqualTo(written.createdTime());
		assertThat(fixture.records("Contacts").find(written.id())).containsEntry("Last_Name", "Watson")
			.containsEntry("Email_Opt_Out", true)
			.containsEntry("Account_Name", Map.of("id", company, "name", "Zylker Corp"));
		assertThat(fixture.simulator().requests().last().body()).startsWith("{\"data\":[{").endsWith("}]}");
	}

	@Test
	void createsNumbersDatesAndDateTimesAsTheServiceReadsThem() {
		String deal = await(this.bigin.create("Pipelines",
				new BiginRecord().set("Deal_Name", "Lamps")
					.set("Sub_Pipeline", "Renewals")
					.set("Stage", "Qualification")
					.set("Amount", 1234.5)
					.set("Closing_Date", LocalDate.of(2026, 12, 1))))
			.id();
		assertThat(fixture.records("Pipelines").find(deal)).containsEntry("Closing_Date", "2026-12-01")
			.hasEntrySatisfying("Amount", (amount) -> assertThat(amount).hasToString("1234.5"));
		String event = await(this.bigin.create("Events",
				new BiginRecord().set("Event_Title", "Review")
					.set("Start_DateTime", Instant.parse("2026-02-06T08:28:53Z"))
					.set("End_DateTime", Instant.parse("2026-02-06T09:28:53.5Z"))))
			.id();
		assertThat(fixture.records("Events").find(event)).containsEntry("Start_DateTime", "2026-02-06T00:28:53-08:00")
			.containsEntry("End_DateTime", "2026-02-06T01:28:53-08:00");
	}

	@Test
	void createsAHundredRecordsInOneCallInTheOrderGiven() {
		List<BiginRecord> records = IntStream.range(0, 100).mapToObj((i) -> contact("No " + i)).toList();
		WriteResults<BiginRecord> results = await(this.bigin.createAll("Contacts", records));
		assertThat(results.isComplete()).isTrue();
		assertThat(fixture.simulator().requests().count()).isEqualTo(1);
		for (int i = 0; i < 100; i++) {
			Written<BiginRecord> written = results.written().get(i);
			assertThat(written.input()).isSameAs(records.get(i));
			assertThat(fixture.records("Contacts").find(written.id())).containsEntry("Last_Name", "No " + i);
		}
		List<BiginRecord> tooMany = new ArrayList<>(records);
		tooMany.add(contact("No 100"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.createAll("Contacts", tooMany));
		assertThat(await(this.bigin.createAll("Contacts", List.of())).all()).isEmpty();
		assertThat(fixture.simulator().requests().count()).isEqualTo(1);
	}

	@Test
	void keepsWorkflowsFromRunning() {
		await(this.bigin.create("Contacts", contact("With")));
		var quiet = this.bigin.withOptions(WriteOptions.defaults().withoutWorkflows());
		String id = await(quiet.create("Contacts", contact("Without"))).id();
		assertThat(fixture.simulator().requests().last().body()).contains("\"trigger\":[]");
		await(quiet.update("Contacts", BiginRecord.withId(id).set("Title", "CEO")));
		await(quiet.delete("Contacts", id));
		assertThat(fixture.sentParameter("wf_trigger")).isEqualTo("false");
		assertThat(fixture.simulator().organization().events()).extracting(RecordEvent::workflows)
			.containsExactly(true, false, false, false);
	}

	@Test
	void tellsOfEachRecordWhereSomeAreRefused() {
		String taken = fixture.records("Contacts").add(Map.of("Last_Name", "Old", "Email", "taken@zylker.com"));
		WriteResults<BiginRecord> results = await(
				this.bigin.createAll("Contacts", List.of(contact("First"), new BiginRecord().set("Title", "CEO"),
						contact("Third", "TAKEN@zylker.com"), contact("Fourth", "no address"), contact("Fifth"))));
		assertThat(results.isComplete()).isFalse();
		assertThat(results.all()).extracting((result) -> result.isWritten())
			.containsExactly(true, false, false, false, true);
		assertThat(results.rejected())
			.allSatisfy((rejected) -> assertThat(rejected.error().getStatus()).isEqualTo(207));
		assertRefused(results.rejected().get(0), "MANDATORY_NOT_FOUND", "Last_Name", "$.data[1].Last_Name");
		assertRefused(results.rejected().get(1), "DUPLICATE_DATA", "Email", "$.data[2].Email");
		assertThat(((BiginDuplicateException) results.rejected().get(1).error()).getExistingId()).isEqualTo(taken);
		assertRefused(results.rejected().get(2), "INVALID_DATA", "Email", "$.data[3].Email");
		assertThat(results.rejected().get(2).error().getDetails()).containsEntry("expected_data_type", "email");
		assertThat(fixture.records("Contacts").count()).isEqualTo(3);
		assertThat(fixture.simulator().requests().count()).isEqualTo(1);
	}

	private static void assertRefused(Rejected<BiginRecord> rejected, String code, String field, String jsonPath) {
		assertThat(rejected.error()).isInstanceOfSatisfying(BiginInvalidRequestException.class, (error) -> {
			assertThat(error.getCode()).isEqualTo(code);
			assertThat(error.getField()).isEqualTo(field);
			assertThat(error.getJsonPath()).isEqualTo(jsonPath);
		});
	}

	@Test
	void tellsOfEachRecordWhereAllAreRefused() {
		WriteResults<BiginRecord> results = await(this.bigin.createAll("Contacts",
				List.of(new BiginRecord().set("Title", "CEO"), contact("x".repeat(81)))));
		assertThat(results.written()).isEmpty();
		assertThat(results.rejected())
			.allSatisfy((rejected) -> assertThat(rejected.error().getStatus()).isEqualTo(400));
		assertRefused(results.rejected().get(0), "MANDATORY_NOT_FOUND", "Last_Name", "$.data[0].Last_Name");
		assertRefused(results.rejected().get(1), "INVALID_DATA", "Last_Name", "$.data[1].Last_Name");
		assertThat(results.rejected().get(1).error().getDetails()).containsEntry("maximum_length", 80);
	}

	@Test
	void endsWithAnErrorWhereTheOneRecordIsRefused() {
		String taken = fixture.records("Accounts").add(Map.of("Account_Name", "Zylker Corp"));
		assertThatExceptionOfType(BiginDuplicateException.class)
			.isThrownBy(
					() -> await(this.bigin.create("Accounts", new BiginRecord().set("Account_Name", "zylker corp"))))
			.satisfies((ex) -> {
				assertThat(ex.getStatus()).isEqualTo(400);
				assertThat(ex.getExistingId()).isEqualTo(taken);
				assertThat(ex.getField()).isEqualTo("Account_Name");
				assertThat(ex.getJsonPath()).isEqualTo("$.data[0].Account_Name");
				assertThat(ex.isOutcomeUnknown()).isFalse();
			});
	}

	@Test
	void updatesARecord() {
		String id = fixture.records("Contacts")
			.add(Map.of("Last_Name", "Watson", "Title", "CEO", "Phone", "555", "Tag", List.of(Map.of("name", "VIP"))));
		Written<BiginRecord> written = await(this.bigin.update("Contacts",
				BiginRecord.withId(id).set("Title", "Doctor").set("Phone", null).set("Tag", List.of())));
		assertThat(written.id()).isEqualTo(id);
		assertThat(written.modifiedTime()).isNotNull();
		assertThat(fixture.simulator().requests().last().method()).isEqualTo("PUT");
		assertThat(fixture.simulator().requests().last().path()).isEqualTo("/zoho-bigin/bigin/v2/Contacts/" + id);
		assertThat(fixture.simulator().requests().last().body())
			.isEqualTo("{\"data\":[{\"Title\":\"Doctor\",\"Phone\":null,\"Tag\":[]}]}");
		assertThat(fixture.records("Contacts").find(id)).containsEntry("Last_Name", "Watson")
			.containsEntry("Title", "Doctor")
			.containsEntry("Phone", null)
			.containsEntry("Tag", List.of());
	}

	@Test
	void updatesSeveralRecords() {
		String first = fixture.records("Contacts").add(Map.of("Last_Name", "First"));
		String second = fixture.records("Contacts").add(Map.of("Last_Name", "Second"));
		WriteResults<BiginRecord> results = await(
				this.bigin.updateAll("Contacts", List.of(BiginRecord.withId(second).set("Title", "2"),
						BiginRecord.withId("1").set("Title", "none"), BiginRecord.withId(first).set("Title", "1"))));
		assertThat(fixture.simulator().requests().last().path()).isEqualTo("/zoho-bigin/bigin/v2/Contacts");
		assertThat(results.written()).extracting(Written::id).containsExactly(second, first);
		assertRefused(results.rejected().get(0), "INVALID_DATA", "id", "$.data[1].id");
		assertThat(fixture.records("Contacts").find(first)).containsEntry("Title", "1");
		assertThat(fixture.records("Contacts").find(second)).containsEntry("Title", "2");
	}

	@Test
	void deletesARecord() {
		String id = fixture.records("Contacts").add(Map.of("Last_Name", "Watson"));
		Written<String> deleted = await(this.bigin.delete("Contacts", id));
		assertThat(deleted.id()).isEqualTo(id);
		assertThat(fixture.simulator().requests().last().url()).isEqualTo("/zoho-bigin/bigin/v2/Contacts/" + id);
		assertThat(fixture.records("Contacts").count()).isZero();
		assertThat(await(this.bigin.findById("Contacts", id))).isNull();
		assertThatExceptionOfType(BiginInvalidRequestException.class)
			.isThrownBy(() -> await(this.bigin.delete("Contacts", id)))
			.satisfies((ex) -> assertThat(ex.getStatus()).isEqualTo(400));
	}

	@Test
	void deletesSeveralRecords() {
		String first = fixture.records("Contacts").add(Map.of("Last_Name", "First"));
		String second = fixture.records("Contacts").add(Map.of("Last_Name", "Second"));
		WriteResults<String> results = await(this.bigin.deleteAll("Contacts", List.of(first, "1", second)));
		assertThat(fixture.simulator().requests().last().path()).isEqualTo("/zoho-bigin/bigin/v2/Contacts");
		assertThat(fixture.sentParameter("ids")).isEqualTo(first + ",1," + second);
		assertThat(fixture.sentParameter("wf_trigger")).isNull();
		assertThat(results.written()).extracting(Written::input).containsExactly(first, second);
		assertThat(results.rejected()).extracting(Rejected::input).containsExactly("1");
		assertThat(fixture.records("Contacts").count()).isZero();
	}

	@Test
	void deletesTheContactsOfADeletedCompany() {
		String company = fixture.records("Accounts").add(Map.of("Account_Name", "Zylker Corp"));
		fixture.records("Contacts").add(Map.of("Last_Name", "Watson", "Account_Name", Map.of("id", company)));
		await(this.bigin.delete("Accounts", company));
		assertThat(await(this.bigin.query("Contacts").fields("Last_Name").all())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Contacts, Email, jo@zylker.com", "Accounts, Account_Name, Zylker", "Products, Product_Name, Lamp",
			"Pipelines, Deal_Name, Lamps" })
	void aUniqueValueCanBeTakenOnceOnly(String module, String field, String value) {
		Map<String, Object> fields = new HashMap<>(Map.of("Last_Name", "Watson", "Sub_Pipeline", "Renewals", "Stage",
				"Qualification", "Account_Name", "Zylker Corp", "Product_Name", "Chair", "Deal_Name", "Chairs"));
		if (module.equals("Contacts") || module.equals("Pipelines")) {
			fields.remove("Account_Name");
		}
		String other = fixture.records(module).add(fields);
		fields.put(field, value);
		String taken = fixture.records(module).add(fields);
		assertThatExceptionOfType(BiginDuplicateException.class)
			.isThrownBy(() -> await(
					this.bigin.update(module, BiginRecord.withId(other).set(field, value.toUpperCase(Locale.ROOT)))))
			.satisfies((ex) -> {
				assertThat(ex.getExistingId()).isEqualTo(taken);
				assertThat(ex.getField()).isEqualTo(field);
			});
		await(this.bigin.update(module, BiginRecord.withId(taken).set(field, value)));
	}

	@Test
	void keepsWorkflowsFromRunningForManyRecordsToo() {
		String first = fixture.records("Contacts").add(Map.of("Last_Name", "First"));
		String second = fixture.records("Contacts").add(Map.of("Last_Name", "Second"));
		WriteOperations quiet = this.bigin.withOptions(WriteOptions.defaults().withoutWorkflows());
		await(quiet.updateAll("Contacts", List.of(BiginRecord.withId(first).set("Title", "Dr"))));
		await(quiet.batch("Contacts").delete(Flux.just(first, second)));
		assertThat(fixture.sentParameter("wf_trigger")).isEqualTo("false");
		assertThat(fixture.simulator().organization().events()).extracting(RecordEvent::workflows).containsOnly(false);
	}

}
