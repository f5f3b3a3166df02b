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

package io.github.biginspring.write.internal;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginDuplicateException;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.RecordOutcome;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.write.WriteOperations;
import io.github.biginspring.write.WriteResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What comes of a write.
 */
class WriteResultsTests {

	private static final String MIXED = """
			{"data":[
			{"code":"SUCCESS","details":{"id":"11"},"message":"Datensatz hinzugefügt","status":"success"},
			{"code":"MANDATORY_NOT_FOUND","details":{"api_name":"Last_Name","json_path":"$.data[1].Last_Name"},
			"message":"success","status":"error"},
			{"code":"SUCCESS","details":{"id":"13"},"message":"error","status":"success"}]}""";

	private final StubExchange service = new StubExchange();

	private final List<String> counted = new ArrayList<>();

	private final WriteOperations bigin = bigin(this.service);

	@Test
	void matchesResultsToTheirIdsInWhateverOrder() {
		this.service.response(207, """
				{"data":[{"code":"SUCCESS","details":{"id":"3"},"status":"success"},
				{"code":"SUCCESS","details":{"id":"2"},"status":"success"},
				{"code":"INVALID_DATA","details":{"id":"1"},"status":"error"}]}""");
		List<BiginRecord> records = List.of(changed("1"), changed("2"), changed("3"));
		StepVerifier.create(this.bigin.updateAll("Contacts", records)).assertNext((results) -> {
			assertThat(results.rejected()).extracting("input").containsExactly(records.get(0));
			assertThat(results.written()).extracting("id").containsExactly("2", "3");
			assertThat(results.written()).extracting("input").containsExactly(records.get(1), records.get(2));
		}).verifyComplete();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 207, 400 })
	void theOutcomeIsUnknownWhereAResultIsOfWhatWasNotSent(int status) {
		String data = """
				{"data":[{"code":"SUCCESS","details":{"id":"1"},"status":"success"},
				{"code":"SUCCESS","details":{"id":"7"},"status":"success"}]}""";
		this.service.response(status, data).response(status, data).response(status, data);
		assertOutcomeUnknown(this.bigin.updateAll("Contacts", List.of(changed("1"), changed("2"))));
		assertOutcomeUnknown(this.bigin.deleteAll("Contacts", List.of("1", "2")));
		StepVerifier.create(this.bigin.batch("Contacts").update(Flux.just(changed("1"), changed("2"))))
			.expectNextMatches(WriteResult.Unknown.class::isInstance)
			.expectNextMatches(WriteResult.Unknown.class::isInstance)
			.verifyComplete();
	}

	@Test
	void theOutcomeIsUnknownWhereTheOneResultIsOfAnother() {
		String data = "{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"id\":\"7\"},\"status\":\"success\"}]}";
		this.service.response(200, data).response(200, data);
		assertOutcomeUnknown(this.bigin.update("Contacts", changed("1")));
		assertOutcomeUnknown(this.bigin.delete("Contacts", "1"));
	}

	@Test
	void aRejectedRecordSaysWhyInAFewWords() {
		this.service.response(207,
				"""
						{"data":[{"code":"MANDATORY_NOT_FOUND","details":{"api_name":"Last_Name"},
						"message":"required field not found","status":"error"},{"code":"FROM_MARS","details":{},"status":"error"}]}""");
		StepVerifier.create(this.bigin.createAll("Contacts", List.of(changed("1"), changed("2"))))
			.assertNext((results) -> {
				assertThat(results.rejected()).extracting("reason", "code", "field")
					.startsWith(tuple("required field not found", "MANDATORY_NOT_FOUND", "Last_Name"));
				assertThat(results.rejected().get(1).reason()).isNotBlank();
				assertThat(results.rejected().get(1).field()).isNull();
			})
			.verifyComplete();
	}

	private static BiginRecord changed(String id) {
		return BiginRecord.withId(id).set("A", 1);
	}

	private static void assertOutcomeUnknown(Mono<?> write) {
		StepVerifier.create(write)
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(BiginUnreadableResponseException.class,
					(unreadable) -> assertThat(unreadable.isOutcomeUnknown()).isTrue()))
			.verify();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 201, 202, 207, 400 })
	void matchesResultsToWhatWasGivenWhateverTheStatus(int status) {
		this.service.response(status, MIXED);
		List<BiginRecord> records = List.of(new BiginRecord().set("A", 1), new BiginRecord().set("A", 2),
				new BiginRecord().set("A", 3));
		StepVerifier.create(this.bigin.createAll("Contacts", records)).assertNext((results) -> {
			assertThat(results.all()).extracting(WriteResult::isWritten).containsExactly(true, false, true);
			assertThat(results.all().get(0).input()).isSameAs(records.get(0));
			assertThat(results.written()).extracting(WriteResult.Written::id).containsExactly("11", "13");
			assertThat(results.written().get(1).input()).isSameAs(records.get(2));
			assertThat(results.rejected()).singleElement().satisfies((rejected) -> {
				assertThat(rejected.input()).isSameAs(records.get(1));
				assertThat(rejected.error()).isInstanceOf(BiginInvalidRequestException.class);
				assertThat(rejected.error().getCode()).isEqualTo("MANDATORY_NOT_FOUND");
				assertThat(rejected.error().getStatus()).isEqualTo(status);
				assertThat(rejected.error().getDetails()).containsEntry("api_name", "Last_Name");
				assertThat(rejected.error().isOutcomeUnknown()).isFalse();
				assertThat(rejected.toString()).contains("MANDATORY_NOT_FOUND", "Last_Name", "$.data[1].Last_Name");
			});
			assertThat(results.isComplete()).isFalse();
		}).verifyComplete();
		assertThat(this.counted).containsExactly("Contacts WRITTEN 2", "Contacts REJECTED 1");
	}

	@Test
	void aRecordThatTheServiceFailedOnIsUnknown() {
		this.service.response(207, "{\"data\":[{\"code\":\"INTERNAL_ERROR\",\"status\":\"error\"}]}");
		StepVerifier.create(this.bigin.createAll("Contacts", List.of(new BiginRecord().set("A", 1))))
			.assertNext((results) -> {
				assertThat(results.rejected()).isEmpty();
				assertThat(results.unknown()).singleElement()
					.satisfies((unknown) -> assertThat(unknown.error().isOutcomeUnknown()).isTrue());
				assertThat(results.isComplete()).isFalse();
			})
			.verifyComplete();
		assertThat(this.counted).containsExactly("Contacts UNKNOWN 1");
	}

	@Test
	void countsTheRecordsOfACallThatFails() {
		this.service.fail(ErrorDetails.responded(HttpMethod.POST, "/bigin/v2/{module}", 401).toException())
			.fail(ErrorDetails.responseLost(HttpMethod.POST, "/bigin/v2/{module}").toException());
		List<BiginRecord> records = List.of(new BiginRecord().set("A", 1), new BiginRecord().set("A", 2));
		StepVerifier.create(this.bigin.createAll("Contacts", records)).verifyError();
		StepVerifier.create(this.bigin.createAll("Contacts", records)).verifyError();
		assertThat(this.counted).containsExactly("Contacts REJECTED 2", "Contacts UNKNOWN 2");
	}

	@Test
	void readsAnEntryWithoutAStatusByItsCode() {
		this.service.response(200,
				"{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"id\":\"1\"}},{\"code\":\"OTHER\"}]}");
		StepVerifier.create(this.bigin.deleteAll("Contacts", List.of("1", "2"))).assertNext((results) -> {
			assertThat(results.all()).extracting(WriteResult::isWritten).containsExactly(true, false);
			assertThat(results.rejected().get(0).error().getCode()).isEqualTo("OTHER");
		}).verifyComplete();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":\"77\"}",
			"{\"duplicate_record\":{\"id\":\"77\",\"module\":{\"api_name\":\"Contacts\"},\"Owner\":{\"id\":\"1\"}}}" })
	void aRefusalOfTheOneRecordIsAnException(String details) {
		this.service.response(202, "{\"data\":[{\"code\":\"DUPLICATE_DATA\",\"details\":" + details
				+ ",\"message\":\"duplicate data\",\"status\":\"error\"}]}");
		StepVerifier.create(this.bigin.create("Contacts", new BiginRecord().set("Email", "ada@example.org")))
			.verifyErrorSatisfies((ex) -> assertThat(ex)
				.isInstanceOfSatisfying(BiginDuplicateException.class,
						(duplicate) -> assertThat(duplicate.getExistingId()).isEqualTo("77"))
				.hasMessageStartingWith("POST /bigin/v2/{module} returned 202 DUPLICATE_DATA: duplicate data"));
		assertThat(this.counted).containsExactly("Contacts REJECTED 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"data\":[]}", "{}", "", "{\"data\":null}",
			"{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"id\":\"1\"}},"
					+ "{\"code\":\"SUCCESS\",\"details\":{\"id\":\"2\"}}]}",
			"{\"data\":[{\"code\":\"SUCCESS\",\"status\":\"success\"}]}", "{\"data\":[null]}",
			"{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"id\":null}}]}" })
	void aResponseThatDoesNotTellOfEachRecordLeavesTheOutcomeUnknown(String body) {
		this.service.response(201, body);
		StepVerifier.create(this.bigin.create("Contacts", new BiginRecord().set("A", 1))).verifyErrorSatisfies((ex) -> {
			assertThat(ex).isInstanceOf(BiginUnreadableResponseException.class);
			assertThat(((BiginException) ex).isOutcomeUnknown()).isTrue();
		});
		assertThat(this.counted).containsExactly("Contacts UNKNOWN 1");
	}

	@Test
	void aRecordThatIsGoneIsRefusedByTheFirstDelete() {
		this.service.response(400,
				"{\"data\":[{\"code\":\"INVALID_DATA\",\"details\":{\"id\":\"5\"},\"status\":\"error\"}]}");
		StepVerifier.create(this.bigin.delete("Contacts", "5"))
			.verifyErrorSatisfies((ex) -> assertThat(((BiginException) ex).getCode()).isEqualTo("INVALID_DATA"));
	}

	@Test
	void aRecordThatIsGoneIsDeletedWhereAnAttemptBeforeMayHaveDoneIt() {
		this.service.response(400, """
				{"data":[{"code":"SUCCESS","details":{"id":"5"},"status":"success"},
				{"code":"INVALID_DATA","details":{"id":"6"},"status":"error"},
				{"code":"NO_PERMISSION","details":{},"status":"error"}]}""");
		StepVerifier.create(bigin(repeating()).deleteAll("Contacts", List.of("5", "6", "7"))).assertNext((results) -> {
			assertThat(results.written()).extracting(WriteResult.Written::id).containsExactly("5", "6");
			assertThat(results.rejected()).extracting((rejected) -> rejected.error().getCode())
				.containsExactly("NO_PERMISSION");
		}).verifyComplete();
	}

	@Test
	void aRepeatedUpdateOfARecordThatIsGoneIsRefused() {
		this.service.response(400, "{\"data\":[{\"code\":\"INVALID_DATA\",\"details\":{},\"status\":\"error\"}]}");
		StepVerifier.create(bigin(repeating()).update("Contacts", BiginRecord.withId("5").set("A", 1)))
			.verifyError(BiginInvalidRequestException.class);
	}

	@Test
	void aRepeatedDeleteWithAnEmptyResponseIsDone() {
		this.service.response(404, "");
		StepVerifier.create(bigin(repeating()).delete("Contacts", "5"))
			.assertNext((written) -> assertThat(written.id()).isEqualTo("5"))
			.verifyComplete();
	}

	@ParameterizedTest
	@CsvSource({ "1, true", "2, false" })
	void onlyTheDeleteOfOneRecordIsDoneWhereTheServiceDoesNotSayWhichIsGone(int count, boolean done) {
		this.service.response(404, "");
		List<String> ids = List.of("5", "6").subList(0, count);
		if (done) {
			StepVerifier.create(bigin(repeating()).delete("Contacts", ids.get(0))).expectNextCount(1).verifyComplete();
		}
		else {
			StepVerifier.create(bigin(repeating()).deleteAll("Contacts", ids))
				.verifyError(BiginUnreadableResponseException.class);
		}
	}

	private CallExchange repeating() {
		return new CallExchange() {

			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				return WriteResultsTests.this.service.exchange(call.repeated());
			}

		};
	}

	private WriteOperations bigin(CallExchange exchange) {
		return new WriteTemplate(exchange, new OperationObserver() {

			@Override
			public void records(String module, RecordOutcome outcome, int count) {
				WriteResultsTests.this.counted.add(module + " " + outcome + " " + count);
			}

		}, RecordMapper.create());
	}

}
