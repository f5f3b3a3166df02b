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

package io.github.biginspring.query.internal.bulk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.criteria.CriteriaRenderer;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginJobFailedException;
import io.github.biginspring.error.BiginShutdownException;
import io.github.biginspring.error.BiginTimeoutException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.exchange.ExchangeChain;
import io.github.biginspring.internal.exchange.LifecycleInterceptor;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.BulkJob;
import io.github.biginspring.query.BulkJobState;
import io.github.biginspring.query.BulkRead;
import io.github.biginspring.query.UnreadableRecord;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BulkReadTemplateTests {

	private static final BulkJob COMPLETED = new BulkJob("5", BulkJobState.COMPLETED, null);

	private static final Duration LONG = Duration.ofSeconds(20);

	private final StubExchange service = new StubExchange();

	private final CallLifecycle lifecycle = new CallLifecycle();

	private final DownloadPaces paces = new DownloadPaces(this.lifecycle);

	private final BulkReadTemplate bigin = new BulkReadTemplate(
			ExchangeChain.of(List.of(new LifecycleInterceptor(this.lifecycle)), this.service), OperationObserver.NONE,
			RecordMapper.create(), this.paces, this.lifecycle, null);

	@Test
	void asksForTheFieldsOfAType() {
		added();
		StepVerifier.create(this.bigin.bulkRead(Person.class).create()).assertNext((job) -> {
			assertThat(job.id()).isEqualTo("7255024000000600001");
			assertThat(job.state()).isEqualTo(BulkJobState.ADDED);
			assertThat(job.isCompleted()).isFalse();
			assertThat(job.isFailed()).isFalse();
			assertThat(job.hasNext()).isFalse();
		}).verifyComplete();
		BiginCall<?> call = this.service.call();
		assertThat(call.method()).isEqualTo(HttpMethod.POST);
		assertThat(call.pathTemplate()).isEqualTo("/bigin/bulk/v2/read");
		assertThat(call.credits()).isEqualTo(50);
		assertThat(call.isIdempotent()).isFalse();
		assertBody("""
				{"query":{"module":"Contacts","fields":["Last_Name","Email"],"page":1},"file_type":"csv"}""");
	}

	@Test
	void asksForAllFieldsOfAModuleUnlessSomeAreNamed() {
		added().added();
		StepVerifier.create(this.bigin.bulkRead("Accounts").create()).expectNextCount(1).verifyComplete();
		assertBody("{\"query\":{\"module\":\"Accounts\",\"page\":1},\"file_type\":\"csv\"}");
		BulkRead<BiginRecord> read = this.bigin.bulkRead("Accounts").fields("Account_Name").page(3);
		StepVerifier.create(read.create()).expectNextCount(1).verifyComplete();
		assertThat(body(1)).contains("\"fields\":[\"Account_Name\"]").contains("\"page\":3");
	}

	@Test
	void sendsCriteriaAsAGroup() {
		added();
		StepVerifier.create(this.bigin.bulkRead("Contacts").matching(where("Email").is("a@b.c")).create())
			.expectNextCount(1)
			.verifyComplete();
		assertBody(
				"""
						{"query":{"module":"Contacts","criteria":{"group":[{"api_name":"Email","comparator":"equal","value":"a@b.c"}],
						"group_operator":"and"},"page":1},"file_type":"csv"}""");
	}

	@Test
	void nestsCriteria() {
		Criteria criteria = where("A").not("x")
			.and(where("B").in("y", 2))
			.and(where("C").greaterThan(Instant.parse("2026-01-02T03:04:05.6Z"))
				.or(where("D").between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)))
				.or(where("E").like("%z%")));
		assertThat(JsonMapper.shared()
			.readTree(JsonMapper.shared().writeValueAsString(CriteriaRenderer.BULK.render(criteria))))
			.isEqualTo(JsonMapper.shared().readTree("""
					{"group":[{"api_name":"A","comparator":"not_equal","value":"x"},
					{"api_name":"B","comparator":"in","value":["y",2]},
					{"group":[{"api_name":"C","comparator":"greater_than","value":"2026-01-02T03:04:05+00:00"},
					{"group":[{"api_name":"D","comparator":"greater_equal","value":"2026-01-01"},
					{"api_name":"D","comparator":"less_equal","value":"2026-02-01"}],"group_operator":"and"},
					{"api_name":"E","comparator":"contains","value":"z"}],"group_operator":"or"}],
					"group_operator":"and"}"""));
		assertThat(criteria.toString())
			.isEqualTo("(A not ? and B in ? and (C greaterThan ? or D between ? or E like ?))");
	}

	@Test
	void refusesWhatCannotBeAskedFor() {
		assertThatIllegalArgumentException().isThrownBy(() -> where(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> where("A").is(null)).withMessageContaining("Field A");
		assertThatIllegalArgumentException().isThrownBy(() -> where("A").is(Double.NaN));
		assertThatIllegalArgumentException().isThrownBy(() -> where("A").is(new Object()));
		assertThatIllegalArgumentException().isThrownBy(() -> where("A").in(List.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.bulkRead("Con/tacts"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.bulkRead(String.class));
		BulkRead<BiginRecord> read = this.bigin.bulkRead("Contacts");
		assertThatIllegalArgumentException().isThrownBy(() -> read.fields("A", ""));
		assertThatIllegalArgumentException().isThrownBy(() -> read.fields("Last Name; x"))
			.withMessageContaining("Not a field's API name: 'Last Name; x'");
		assertThatIllegalArgumentException().isThrownBy(() -> read.matching(null))
			.withMessageContaining("leave out matching");
		assertThatIllegalArgumentException().isThrownBy(() -> read.matching(where("A").is(" ${EMPTY}")))
			.withMessageContaining("A bulk read cannot express 'is' (field A)");
		assertThatIllegalArgumentException().isThrownBy(() -> read.page(0));
		assertThatIllegalArgumentException().isThrownBy(() -> read.timeout(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> read.job("../x"));
		assertThatIllegalArgumentException().isThrownBy(() -> read.await("x"));
		assertThatIllegalArgumentException().isThrownBy(() -> read.rows(""));
		assertThatIllegalArgumentException().isThrownBy(() -> read.rows(new BulkJob("1", BulkJobState.QUEUED, null)))
			.withMessageContaining("QUEUED: await it first");
		assertThat(this.service.calls()).isEmpty();
	}

	@Test
	void aRefusedJobIsAnError() {
		this.service.response(200, "{\"data\":[{\"code\":\"INVALID_DATA\",\"details\":{\"api_name\":\"fields\"},"
				+ "\"message\":\"no\",\"status\":\"error\"}]}");
		StepVerifier.create(this.bigin.bulkRead("Contacts").create())
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BiginInvalidRequestException.class)
				.hasMessageContaining("INVALID_DATA for field fields: no"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "{\"data\":[]}", "{\"data\":[{\"code\":\"ADDED_SUCCESSFULLY\"}]}" })
	void aResponseWithoutAJobCannotBeRead(String body) {
		this.service.response(201, body);
		StepVerifier.create(this.bigin.bulkRead("Contacts").create()).verifyError(JacksonException.class);
	}

	@Test
	void readsHowAJobStands() {
		this.service
			.response(200,
					"{\"data\":[{\"id\":\"1\",\"state\":\"COMPLETED\",\"result\":{\"page\":2,\"count\":200000,"
							+ "\"download_url\":\"/bigin/bulk/v2/read/1/result\",\"more_records\":true,\"new\":1}}]}")
			.response(200, "{\"data\":[{\"id\":2,\"state\":{\"value\":\"SOMETHING_NEW\"}}]}");
		StepVerifier.create(this.bigin.bulkRead("Contacts").job("1"))
			.expectNext(new BulkJob("1", BulkJobState.COMPLETED,
					new BulkJob.Result(2, 200_000, true, "/bigin/bulk/v2/read/1/result")))
			.verifyComplete();
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/bulk/v2/read/{id}");
		StepVerifier.create(this.bigin.bulkRead("Contacts").job("2"))
			.expectNext(new BulkJob("2", new BulkJobState("SOMETHING_NEW"), null))
			.verifyComplete();
	}

	@Test
	void waitsEverLongerUntilAJobIsCompleted() {
		state("ADDED").state("QUEUED").state("IN PROGRESS").state("NEW").state("QUEUED").state("QUEUED");
		completed("1", 1, false);
		StepVerifier.withVirtualTime(() -> this.bigin.bulkRead("Contacts").await("1"))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(1999))
			.then(() -> assertThat(this.service.calls()).hasSize(1))
			.expectNoEvent(Duration.ofMillis(1))
			.then(() -> assertThat(this.service.calls()).hasSize(2))
			.expectNoEvent(Duration.ofSeconds(4 + 8 + 16 + 30))
			.then(() -> assertThat(this.service.calls()).hasSize(6))
			.expectNoEvent(Duration.ofSeconds(30))
			.assertNext((job) -> assertThat(job.isCompleted()).isTrue())
			.verifyComplete();
	}

	@Test
	void doesNotWaitForTheNextPollOnceCallsStop() {
		state("ADDED");
		endsAtOnceWhenCallsStop(() -> this.bigin.bulkRead("Contacts").await("1").flux());
		this.lifecycle.start();
		added().service.response(200, "{\"data\":[{\"id\":\"7255024000000600001\",\"state\":\"ADDED\"}]}");
		endsAtOnceWhenCallsStop(() -> this.bigin.bulkRead("Contacts").records());
		assertThat(this.service.calls()).hasSize(3);
	}

	@Test
	void doesNotWaitForTheTurnOfADownloadOnceCallsStop() {
		for (int i = 0; i < 10; i++) {
			this.service.response(204, "");
		}
		BulkRead<Person> read = this.bigin.bulkRead(Person.class);
		endsAtOnceWhenCallsStop(() -> Flux.range(1, 11).flatMap((i) -> read.rows(COMPLETED), 11));
		assertThat(this.service.calls()).hasSize(10);
	}

	private void endsAtOnceWhenCallsStop(Supplier<Flux<?>> reading) {
		StepVerifier.withVirtualTime(reading)
			.expectSubscription()
			.thenAwait(Duration.ofSeconds(1))
			.then(() -> this.lifecycle.stop(() -> {
			}))
			.expectError(BiginShutdownException.class)
			.verify(Duration.ofSeconds(10));
	}

	@ParameterizedTest
	@ValueSource(strings = { "FAILURE", "FAILED" })
	void aFailedJobIsAnErrorAtOnce(String state) {
		state("QUEUED").state(state);
		StepVerifier
			.withVirtualTime(() -> this.bigin.bulkRead("Contacts").await(new BulkJob("1", BulkJobState.ADDED, null)))
			.thenAwait(Duration.ofSeconds(2))
			.verifyErrorSatisfies((ex) -> {
				assertThat(ex).isInstanceOf(BiginJobFailedException.class)
					.hasMessageContaining("bulk job 1 has ended as " + state);
				assertThat(((BiginJobFailedException) ex).getJobId()).isEqualTo("1");
				assertThat(((BiginJobFailedException) ex).isOutcomeUnknown()).isFalse();
			});
	}

	@Test
	void waitsNoLongerThanItMay() {
		state("QUEUED").state("QUEUED").state("QUEUED");
		StepVerifier.withVirtualTime(() -> this.bigin.bulkRead("Contacts").timeout(Duration.ofSeconds(7)).await("1"))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(6999))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BiginTimeoutException.class)
				.hasMessageContaining("bulk job 1 has not ended within PT7S"));
	}

	@Test
	void readsTheRowsOfAJob() {
		this.service.response(200, ZippedCsv.of("Id,Last_Name,Email\n1,Watson,\n"));
		StepVerifier
			.create(this.bigin.bulkRead(Person.class)
				.rows(new BulkJob("5", BulkJobState.COMPLETED,
						new BulkJob.Result(1, 1, false, "https://evil.example.com/x"))))
			.expectNext(new Person("1", "Watson", null))
			.expectComplete()
			.verify(LONG);
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/bulk/v2/read/{id}/result");
		assertThat(this.service.call().pathVariables()).extracting("value").containsExactly("5");
		assertThat(this.service.call().credits()).isEqualTo(1);
	}

	@Test
	void leavesOutRowsThatDoNotFit() {
		this.service.response(200, ZippedCsv.of("Id,Score\n1,5\n2,secret\n3,7\n"));
		List<UnreadableRecord> unreadable = new ArrayList<>();
		StepVerifier
			.create(this.bigin.bulkRead(Scored.class)
				.onUnreadable(unreadable::add)
				.rows(new BulkJob("5", BulkJobState.COMPLETED, new BulkJob.Result(1, 3, false, "/x"))))
			.expectNext(new Scored("1", 5), new Scored("3", 7))
			.expectComplete()
			.verify(LONG);
		assertThat(unreadable)
			.containsExactly(new UnreadableRecord("Contacts", "2", "Score", "field Score does not fit the type int"));
	}

	@Test
	void aJobWithoutAResultHasNoRows() {
		completed("5", 0, false);
		this.service.response(204, "");
		StepVerifier.create(this.bigin.bulkRead(Person.class).rows("5")).expectComplete().verify(LONG);
	}

	@Test
	void readsFirstWhatAJobThatIsGivenByItsIdAnnounced() {
		completed("5", 2, false);
		this.service.response(200, ZippedCsv.of("Id,Last_Name,Email\n1,Watson,\n"));
		StepVerifier.create(this.bigin.bulkRead(Person.class).rows("5"))
			.expectNextCount(1)
			.expectError(BiginUnreadableResponseException.class)
			.verify(LONG);
		assertThat(this.service.calls()).extracting(BiginCall::pathTemplate)
			.containsExactly("/bigin/bulk/v2/read/{id}", "/bigin/bulk/v2/read/{id}/result");
	}

	@Test
	void readsAllPagesOneAfterAnother() {
		added().completed("7255024000000600001", 2, true);
		this.service.response(200, ZippedCsv.of("Id,Last_Name\n1,a\n2,b\n"));
		added().completed("7255024000000600001", 1, false);
		this.service.response(200, ZippedCsv.of("Id,Last_Name\n3,c\n"));
		StepVerifier.create(this.bigin.bulkRead(Person.class).page(4).records().map(Person::id))
			.expectNext("1", "2", "3")
			.expectComplete()
			.verify(LONG);
		assertThat(this.service.calls()).extracting(BiginCall::toString)
			.containsExactly("POST /bigin/bulk/v2/read", "GET /bigin/bulk/v2/read/{id}",
					"GET /bigin/bulk/v2/read/{id}/result", "POST /bigin/bulk/v2/read", "GET /bigin/bulk/v2/read/{id}",
					"GET /bigin/bulk/v2/read/{id}/result");
		assertThat(body(0)).contains("\"page\":4");
		assertThat(body(3)).contains("\"page\":5");
	}

	@Test
	void asksForNoPageThatNobodyWants() {
		added().completed("7255024000000600001", 1, true);
		this.service.response(200, ZippedCsv.of("Id,Last_Name\n1,a\n2,b\n3,c\n"));
		StepVerifier.create(this.bigin.bulkRead(Person.class).records(), 2)
			.expectNextCount(2)
			.then(() -> assertThat(this.service.calls()).hasSize(3))
			.thenRequest(1)
			.expectNextCount(1)
			.thenCancel()
			.verify(LONG);
		assertThat(this.service.calls()).hasSizeBetween(3, 4);
	}

	@Test
	void makesNoCallBeforeItIsSubscribedToAndAllOfThemForEachSubscription() {
		Flux<Person> records = this.bigin.bulkRead(Person.class).records();
		assertThat(this.service.calls()).isEmpty();
		for (int i = 0; i < 2; i++) {
			added().completed("7255024000000600001", 1, false);
			this.service.response(200, ZippedCsv.of("Id\n1\n"));
			StepVerifier.create(records).expectNextCount(1).expectComplete().verify(LONG);
		}
		assertThat(this.service.calls()).hasSize(6);
	}

	@Test
	void beginsTenDownloadsAMinuteAtMost() {
		for (int i = 0; i < 21; i++) {
			this.service.response(204, "");
		}
		BulkRead<Person> read = this.bigin.bulkRead(Person.class);
		StepVerifier.withVirtualTime(() -> Flux.range(1, 21).flatMap((i) -> read.rows(COMPLETED), 21))
			.expectSubscription()
			.thenAwait(Duration.ofMillis(59_999))
			.then(() -> assertThat(this.service.calls()).hasSize(10))
			.thenAwait(Duration.ofMillis(1))
			.then(() -> assertThat(this.service.calls()).hasSize(20))
			.thenAwait(Duration.ofMillis(59_999))
			.then(() -> assertThat(this.service.calls()).hasSize(20))
			.thenAwait(Duration.ofMillis(1))
			.verifyComplete();
		assertThat(this.service.calls()).hasSize(21);
	}

	private BulkReadTemplate with(@Nullable String connectionId) {
		return new BulkReadTemplate(this.service, OperationObserver.NONE, RecordMapper.create(), this.paces,
				this.lifecycle, connectionId);
	}

	@Test
	void countsTheDownloadsOfOneConnectionTogetherHoweverTheyAreMade() {
		for (int i = 0; i < 13; i++) {
			this.service.response(204, "");
		}
		BulkReadTemplate another = with(null);
		BulkReadTemplate elsewhere = with("c-1");
		StepVerifier
			.withVirtualTime(() -> Flux.range(1, 11)
				.flatMap((i) -> ((i % 2 == 0) ? this.bigin : another).bulkRead(Person.class).rows(COMPLETED), 11)
				.mergeWith(Flux.range(1, 2).flatMap((i) -> elsewhere.bulkRead(Person.class).rows(COMPLETED))))
			.expectSubscription()
			.thenAwait(Duration.ofMillis(59_999))
			.then(() -> assertThat(this.service.calls()).hasSize(12))
			.thenAwait(Duration.ofMillis(1))
			.verifyComplete();
		assertThat(this.service.calls()).hasSize(13);
	}

	private BulkReadTemplateTests added() {
		this.service.response(201, """
				{"data":[{"status":"success","code":"ADDED_SUCCESSFULLY","message":"Added successfully.","details":
				{"id":"7255024000000600001","operation":"read","state":"ADDED"}}],"info":{}}""");
		return this;
	}

	private BulkReadTemplateTests state(String state) {
		this.service.response(200, "{\"data\":[{\"id\":\"1\",\"operation\":\"read\",\"state\":\"" + state + "\"}]}");
		return this;
	}

	private BulkReadTemplateTests completed(String id, int rows, boolean more) {
		this.service.response(200,
				"{\"data\":[{\"id\":\"" + id + "\",\"state\":\"COMPLETED\",\"result\":{\"page\":1,\"count\":" + rows
						+ ",\"more_records\":" + more + "}}]}");
		return this;
	}

	private String body(int call) {
		return new String(this.service.calls().get(call).body(), StandardCharsets.UTF_8);
	}

	private void assertBody(String json) {
		assertThat(JsonMapper.shared().readTree(body(0))).isEqualTo(JsonMapper.shared().readTree(json));
	}

	@BiginModule("Contacts")
	record Person(String id, String lastName, String email) {

	}

	@BiginModule("Contacts")
	record Scored(String id, int score) {

	}

}
