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

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;
import org.springframework.retry.backoff.NoBackOffPolicy;
import org.springframework.retry.policy.MaxAttemptsRetryPolicy;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.exchange.RetryInterceptor;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.retry.RetryBudget;
import io.github.biginspring.write.UpsertAction;
import io.github.biginspring.write.WriteOperations;
import io.github.biginspring.write.WriteOptions;
import io.github.biginspring.write.WriteResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class UpsertTests {

	private static final String INSERTED = """
			{"data":[{"code":"SUCCESS","duplicate_field":null,"action":"insert","details":{"id":"1"},
			"status":"success"}]}""";

	private static final String UPDATED = """
			{"data":[{"code":"SUCCESS","duplicate_field":"Email","action":"update","details":{"id":"1"},
			"status":"success"}]}""";

	private final StubExchange service = new StubExchange();

	private final WriteOperations bigin = bigin(this.service);

	@Test
	void sendsWhatACreateSendsAndTheFieldsToCheck() {
		this.service.response(200, UPDATED);
		StepVerifier.create(this.bigin.upsert(new Person("7", "Ada", "ada@example.org", null), "Email", "Own_Field"))
			.assertNext((written) -> {
				assertThat(written.id()).isEqualTo("1");
				assertThat(written.action()).isEqualTo(UpsertAction.UPDATE);
				assertThat(written.duplicateField()).isEqualTo("Email");
			})
			.verifyComplete();
		BiginCall<?> call = this.service.call();
		assertThat(call.method()).isEqualTo(HttpMethod.POST);
		assertThat(call.pathTemplate()).isEqualTo("/bigin/v2/{module}/upsert");
		assertThat(call.perRecordStatus()).isTrue();
		assertThat(call.isIdempotent()).isTrue();
		assertThat(call.credits()).isEqualTo(1);
		assertThat(this.service.body()).isEqualTo("{\"data\":[{\"Last_Name\":\"Ada\",\"Email\":\"ada@example.org\"}],"
				+ "\"duplicate_check_fields\":[\"Email\",\"Own_Field\"]}");
	}

	@Test
	void leavesTheFieldsToTheServiceWhereNoneIsNamed() {
		this.service.response(201, INSERTED);
		StepVerifier.create(this.bigin.upsert("Contacts", ada())).assertNext((written) -> {
			assertThat(written.action()).isEqualTo(UpsertAction.INSERT);
			assertThat(written.duplicateField()).isNull();
		}).verifyComplete();
		assertThat(this.service.body()).doesNotContain("duplicate_check_fields");
	}

	@Test
	void keepsAnActionThatIsNotKnownAndDoesWithoutOne() {
		this.service.response(200, UPDATED.replace("\"update\"", "\"merge\""))
			.response(200, UPDATED.replace("action", "x"));
		StepVerifier.create(this.bigin.upsert("Contacts", ada(), "Email"))
			.assertNext((written) -> assertThat(written.action()).hasToString("merge"))
			.verifyComplete();
		StepVerifier.create(this.bigin.upsert("Contacts", ada(), "Email"))
			.assertNext((written) -> assertThat(written.action()).isNull())
			.verifyComplete();
	}

	@Test
	void upsertsSeveralAndClearsAndKeepsWorkflowsFromRunning() {
		this.service.response(200, WriteTemplateTests.response("SUCCESS", "DUPLICATE_DATA"));
		StepVerifier.create(this.bigin.withOptions(WriteOptions.defaults().withoutWorkflows().clearing("Phone"))
			.upsertAll(List.of(new Person(null, "a", "a@x.org", "1"), new Person(null, "b", "b@x.org", null)), "Email"))
			.assertNext((results) -> {
				assertThat(results.written()).hasSize(1);
				assertThat(results.rejected()).hasSize(1);
			})
			.verifyComplete();
		assertThat(this.service.body())
			.isEqualTo("{\"data\":[" + "{\"Last_Name\":\"a\",\"Email\":\"a@x.org\",\"Phone\":null},"
					+ "{\"Last_Name\":\"b\",\"Email\":\"b@x.org\",\"Phone\":null}],"
					+ "\"duplicate_check_fields\":[\"Email\"],\"trigger\":[]}");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "E mail", "Email,Phone", "1st", "Email\n", "$id", "Émail" })
	void refusesAFieldThatIsNoApiName(@Nullable String field) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.upsert("Contacts", ada(), "Email", field))
			.withMessageContaining("Not a field's API name")
			.withMessageNotContaining("\n");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.bigin.batch("Contacts").upsert(Flux.just(ada()), field));
	}

	@Test
	void isNotMadeAgainWithoutFieldsToCheck() {
		this.service.fail(lost());
		StepVerifier.create(bigin(retrying()).upsert("Contacts", ada()))
			.verifyErrorSatisfies((ex) -> assertThat(((BiginException) ex).isOutcomeUnknown()).isTrue());
		assertThat(this.service.calls()).hasSize(1);
	}

	@Test
	void isMadeAgainWhereARepetitionFindsTheRecord() {
		this.service.fail(lost()).response(200, UPDATED).fail(lost()).response(200, UPDATED);
		WriteOperations bigin = bigin(retrying());
		StepVerifier.create(bigin.upsert("Contacts", ada(), "Phone", "Email")).expectNextCount(1).verifyComplete();
		StepVerifier.create(bigin.batch("Contacts").upsert(Flux.just(ada()), "Email"))
			.assertNext((result) -> assertThat(result.isWritten()).isTrue())
			.verifyComplete();
		assertThat(this.service.calls()).hasSize(4);
	}

	@Test
	void isMadeAgainOnlySoOften() {
		this.service.fail(lost()).fail(lost()).fail(lost());
		StepVerifier.create(bigin(retrying()).batch("Contacts").upsert(Mono.just(ada()), "Email"))
			.assertNext((result) -> assertThat(result).isInstanceOf(WriteResult.Unknown.class))
			.verifyComplete();
		assertThat(this.service.calls()).hasSize(3);
	}

	@Test
	void aDuplicateThatARepetitionMeetsMayBeWhatTheFirstAttemptInserted() {
		String duplicate = "{\"data\":[{\"code\":\"DUPLICATE_DATA\",\"details\":{\"id\":\"9\"},\"status\":\"error\"}]}";
		this.service.fail(lost()).response(400, duplicate).response(400, duplicate);
		WriteOperations bigin = bigin(retrying());
		StepVerifier.create(bigin.upsert("Contacts", ada(), "Email")).verifyErrorSatisfies((ex) -> {
			assertThat(((BiginException) ex).isOutcomeUnknown()).isTrue();
			assertThat(ex).hasMessageContaining("DUPLICATE_DATA");
		});
		StepVerifier.create(bigin.upsert("Contacts", ada(), "Email"))
			.verifyErrorSatisfies((ex) -> assertThat(((BiginException) ex).isOutcomeUnknown()).isFalse());
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " " })
	void isNotMadeAgainWhereOneRecordCouldBeInsertedTwice(@Nullable String email) {
		BiginRecord nameless = new BiginRecord().set("Last_Name", "Ada").set("Email", email);
		WriteOperations bigin = bigin(retrying());
		this.service.fail(lost()).fail(lost()).fail(lost());
		StepVerifier.create(bigin.upsert("Contacts", nameless, "Email", "Phone")).verifyError();
		StepVerifier.create(bigin.upsertAll("Contacts", List.of(ada(), nameless), "Email")).verifyError();
		StepVerifier.create(bigin.batch("Contacts").upsert(Flux.just(nameless, ada()), "Email"))
			.expectNextMatches(WriteResult.Unknown.class::isInstance)
			.expectNextMatches(WriteResult.Unknown.class::isInstance)
			.verifyComplete();
		assertThat(this.service.calls()).hasSize(3);
	}

	@Test
	void isNotMadeAgainWhereTheFieldIsCleared() {
		this.service.fail(lost());
		StepVerifier
			.create(bigin(retrying()).withOptions(WriteOptions.defaults().clearing("Email"))
				.upsert("Contacts", ada(), "Email"))
			.verifyError();
		assertThat(this.service.calls()).hasSize(1);
	}

	@Test
	void onlyTheCallOfARecordWithoutAValueIsNotMadeAgain() {
		BiginRecord nameless = new BiginRecord().set("Last_Name", "Ada");
		this.service.fail(lost()).response(200, UPDATED).fail(lost());
		StepVerifier
			.create(bigin(retrying()).batch("Contacts")
				.batchSize(1)
				.concurrency(1)
				.upsert(Flux.just(ada(), nameless), "Email"))
			.expectNextMatches(WriteResult::isWritten)
			.expectNextMatches(WriteResult.Unknown.class::isInstance)
			.verifyComplete();
		assertThat(this.service.calls()).hasSize(3);
	}

	@Test
	void onlyAnUpsertIsMadeAgain() {
		this.service.fail(lost());
		StepVerifier.create(bigin(retrying()).create("Contacts", ada())).verifyError();
		assertThat(this.service.calls()).hasSize(1);
	}

	@Test
	void makesNoCallForNothing() {
		StepVerifier.create(this.bigin.upsertAll("Contacts", List.of(), "Email")).expectNextCount(1).verifyComplete();
		assertThat(this.service.calls()).isEmpty();
	}

	private CallExchange retrying() {
		return new RetryInterceptor(new MaxAttemptsRetryPolicy(3), new NoBackOffPolicy(), Duration.ZERO, Duration.ZERO,
				new RetryBudget(1000), List.of(), OperationObserver.NONE, new CallLifecycle())
			.apply(this.service);
	}

	private static WriteOperations bigin(CallExchange exchange) {
		return new WriteTemplate(exchange, OperationObserver.NONE, RecordMapper.create());
	}

	private static BiginException lost() {
		return ErrorDetails.responseLost(HttpMethod.POST, "/bigin/v2/{module}/upsert").toException();
	}

	private static BiginRecord ada() {
		return new BiginRecord().set("Last_Name", "Ada").set("Email", "ada@example.org");
	}

	@BiginModule("Contacts")
	record Person(@Nullable String id, String lastName, String email, @Nullable String phone) {

	}

}
