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

import java.time.OffsetDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.error.BiginDuplicateException;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.write.WriteResult.Rejected;
import io.github.biginspring.write.WriteResult.Written;
import io.github.biginspring.write.WriteResults;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * How the service responds to writes, as it is documented and was recorded.
 */
class WriteResponseExamplesTests {

	private static final String CREATED = """
			{"code":"SUCCESS","details":{"id":"7255024000000596045","Created_Time":"2026-02-06T00:28:53-08:00",
			"Modified_Time":"2026-02-06T00:28:54-08:00","Created_By":{"name":"Sam","id":"1"},
			"Modified_By":{"name":"Sam","id":"1"}%s},"message":"record added","status":"success"}""";

	private static final String REJECTED = """
			{"code":"MANDATORY_NOT_FOUND","details":{"api_name":"Last_Name","json_path":"$.data[1].Last_Name"},
			"message":"required field not found","status":"error"}""";

	@RegisterExtension
	static final CannedService service = new CannedService();

	private final BiginTemplate bigin = service.bigin();

	private static BiginRecord contact() {
		return new BiginRecord().set("Last_Name", "Watson");
	}

	private static String data(String... entries) {
		return "{\"data\":[" + String.join(",", entries) + "]}";
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 201, 202, 207 })
	void createdRecord(int status) {
		service.respondsWith(status, data(CREATED.formatted("")));
		Written<BiginRecord> written = await(this.bigin.create("Contacts", contact()));
		assertThat(written.id()).isEqualTo("7255024000000596045");
		assertThat(written.createdTime()).isEqualTo(OffsetDateTime.parse("2026-02-06T00:28:53-08:00"));
		assertThat(written.modifiedTime()).isEqualTo(OffsetDateTime.parse("2026-02-06T00:28:54-08:00"));
	}

	@Test
	void createdCompany() {
		service.respondsWith(201, data(CREATED.formatted(",\"$approval_state\":\"approved\"")));
		assertThat(await(this.bigin.create("Accounts", contact())).details()).containsEntry("$approval_state",
				"approved");
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 201, 202, 207, 400 })
	void eachRecordIsDecidedByItsOwnEntryWhateverTheStatus(int status) {
		service.respondsWith(status, data(CREATED.formatted(""), REJECTED));
		WriteResults<BiginRecord> results = await(this.bigin.createAll("Contacts", List.of(contact(), contact())));
		assertThat(results.written()).extracting(Written::id).containsExactly("7255024000000596045");
		assertThat(results.rejected()).extracting(Rejected::error)
			.singleElement()
			.isInstanceOfSatisfying(BiginInvalidRequestException.class, (error) -> {
				assertThat(error.getStatus()).isEqualTo(status);
				assertThat(error.getCode()).isEqualTo("MANDATORY_NOT_FOUND");
				assertThat(error.getField()).isEqualTo("Last_Name");
				assertThat(error.getJsonPath()).isEqualTo("$.data[1].Last_Name");
			});
		assertThat(service.requests()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 201, 202, 207, 400 })
	void theOneRecordRefused(int status) {
		service.respondsWith(status, data(REJECTED));
		assertThatExceptionOfType(BiginInvalidRequestException.class)
			.isThrownBy(() -> await(this.bigin.create("Contacts", contact())))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("MANDATORY_NOT_FOUND"));
	}

	@Test
	void updatedRecordWithFewDetails() {
		service.respondsWith(data("""
				{"code":"SUCCESS","details":{"id":"72","Modified_Time":"2026-02-06T00:28:54-08:00"},
				"message":"record updated","status":"success"}"""));
		Written<BiginRecord> written = await(this.bigin.update("Contacts", BiginRecord.withId("72").set("A", 1)));
		assertThat(written.id()).isEqualTo("72");
		assertThat(written.createdTime()).isNull();
		assertThat(written.modifiedTime()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "record deleted", "Datensatz gel\u00F6scht", "registro eliminado", "error", "" })
	void deletedRecordWhateverTheLanguage(String message) {
		service.respondsWith(data("{\"code\":\"SUCCESS\",\"details\":{\"id\":\"72\"},\"message\":\"" + message
				+ "\",\"status\":\"success\"}"));
		assertThat(await(this.bigin.delete("Contacts", "72")).id()).isEqualTo("72");
	}

	@Test
	void duplicateWithTheExistingIdAsItWas() {
		service.respondsWith(400, data("""
				{"code":"DUPLICATE_DATA","details":{"api_name":"Email","json_path":"$.data[0].Email",
				"id":"7255024000000596045"},"message":"duplicate data","status":"error"}"""));
		assertThatDuplicateOf("7255024000000596045");
	}

	@Test
	void duplicateWithTheExistingRecordAsItIs() {
		service.respondsWith(400, data("""
				{"code":"DUPLICATE_DATA","details":{"api_name":"Email","json_path":"$.data[0].Email",
				"duplicate_record":{"id":"7255024000000596045","module":{"api_name":"Contacts","id":"1"},
				"Owner":{"name":"Sam","id":"2"}}},"message":"duplicate data","status":"error"}"""));
		assertThatDuplicateOf("7255024000000596045");
	}

	private void assertThatDuplicateOf(String id) {
		assertThatExceptionOfType(BiginDuplicateException.class)
			.isThrownBy(() -> await(this.bigin.create("Contacts", contact())))
			.satisfies((ex) -> {
				assertThat(ex.getExistingId()).isEqualTo(id);
				assertThat(ex.getField()).isEqualTo("Email");
				assertThat(ex.getJsonPath()).isEqualTo("$.data[0].Email");
			});
	}

	@Test
	void invalidDataWithWhatIsExpected() {
		service.respondsWith(207, data(CREATED.formatted(""), """
				{"code":"INVALID_DATA","details":{"expected_data_type":"email","api_name":"Email",
				"json_path":"$.data[1].Email"},"message":"invalid data","status":"error"}""", """
				{"code":"INVALID_DATA","details":{"maximum_length":80,"api_name":"Last_Name",
				"json_path":"$.data[2].Last_Name"},"message":"invalid data","status":"error"}"""));
		WriteResults<BiginRecord> results = await(
				this.bigin.createAll("Contacts", List.of(contact(), contact(), contact())));
		assertThat(results.rejected().get(0).error().getDetails()).containsEntry("expected_data_type", "email");
		assertThat(results.rejected().get(1).error().getDetails()).containsEntry("maximum_length", 80);
	}

	@Test
	void recordRefusedByACodeThatNobodyKnows() {
		service.respondsWith(207, data(CREATED.formatted(""),
				"{\"code\":\"UNHEARD_OF\",\"details\":{\"unheard\":{\"of\":[]}},\"message\":null,\"status\":\"error\"}",
				"{\"code\":\"UNHEARD_OF\",\"status\":\"error\",\"more\":1}"));
		WriteResults<BiginRecord> results = await(
				this.bigin.createAll("Contacts", List.of(contact(), contact(), contact())));
		assertThat(results.all()).extracting((result) -> result.isWritten()).containsExactly(true, false, false);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"data\":[]}", "{\"data\":null}", "not json", "[]", "null",
			"{\"data\":[{\"code\":\"SUCCESS\",\"status\":\"success\"}]}" })
	void aResponseThatDoesNotTellLeavesTheOutcomeUnknown(String body) {
		service.respondsWith(201, body);
		BiginException failure = catchThrowableOfType(BiginException.class,
				() -> await(this.bigin.create("Contacts", contact())));
		assertThat(failure).isInstanceOf(BiginUnreadableResponseException.class);
		assertThat(failure.isOutcomeUnknown()).isTrue();
		assertThat(service.requests()).isEqualTo(1);
	}

}
