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

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;

import io.github.biginspring.internal.RecordAccess;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.write.WriteOperations;
import io.github.biginspring.write.WriteOptions;
import io.github.biginspring.write.WriteResults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What is sent.
 */
class WriteTemplateTests {

	private static final String CREATED = """
			{"data":[{"code":"SUCCESS","details":{"id":"42","Created_Time":"2026-02-06T00:28:53-08:00",
			"Modified_Time":"2026-02-06T00:28:54-08:00","Created_By":{"name":"Ada","id":"9"}},
			"message":"record added","status":"success"}]}""";

	private final StubExchange service = new StubExchange();

	private final WriteOperations bigin = new WriteTemplate(this.service, OperationObserver.NONE,
			RecordMapper.create());

	@Test
	void createsARecord() {
		this.service.response(201, CREATED);
		Deal deal = new Deal("7", "Große Pumpe \"X\"", null, new BigDecimal("10.50"), Lookup.of("3"));
		StepVerifier.create(this.bigin.create(deal)).assertNext((written) -> {
			assertThat(written.input()).isSameAs(deal);
			assertThat(written.id()).isEqualTo("42");
			assertThat(written.createdTime()).isEqualTo("2026-02-06T00:28:53-08:00");
			assertThat(written.modifiedTime()).isEqualTo("2026-02-06T00:28:54-08:00");
			assertThat(written.details()).containsKey("Created_By");
			assertThat(written).hasToString("Written[id=42]");
		}).verifyComplete();
		assertCall(HttpMethod.POST, "/bigin/v2/{module}", "Pipelines");
		assertThat(this.service.call().isIdempotent()).isFalse();
		assertThat(this.service.body()).isEqualTo(
				"{\"data\":[{\"Deal_Name\":\"Große Pumpe \\\"X\\\"\",\"Amount\":10.50,\"Account_Name\":{\"id\":\"3\"}}]}");
	}

	@Test
	void createsARecordOfAModule() {
		this.service.response(201, CREATED);
		BiginRecord record = new BiginRecord().set("Last_Name", "Ada")
			.set("Email_Opt_Out", true)
			.set("Birthday", LocalDate.of(1815, 12, 10))
			.set("Phone", null);
		StepVerifier.create(this.bigin.create("Own_Module", record)).expectNextCount(1).verifyComplete();
		assertCall(HttpMethod.POST, "/bigin/v2/{module}", "Own_Module");
		assertThat(this.service.body()).isEqualTo(
				"{\"data\":[{\"Last_Name\":\"Ada\",\"Email_Opt_Out\":true,\"Birthday\":\"1815-12-10\",\"Phone\":null}]}");
	}

	@Test
	void aRecordThatWasCreatedKnowsItsId() {
		this.service.response(201, CREATED);
		BiginRecord record = named("Ada");
		StepVerifier.create(this.bigin.create("Own_Module", record)).expectNextCount(1).verifyComplete();
		assertThat(record.getId()).isEqualTo("42");
		assertThat(record.changes()).containsOnlyKeys("Last_Name");
		this.service.response(200, written("42"));
		StepVerifier.create(this.bigin.update("Own_Module", record.set("Phone", "1")))
			.expectNextCount(1)
			.verifyComplete();
	}

	@Test
	void recordsThatAreCreatedTogetherKnowTheirIds() {
		this.service.response(201, response("SUCCESS", "SUCCESS"));
		List<BiginRecord> records = List.of(named("b"), named("a"));
		StepVerifier.create(this.bigin.createAll("Contacts", records))
			.assertNext((results) -> assertThat(records).extracting(BiginRecord::getId)
				.containsExactlyElementsOf(results.written().stream().map((written) -> written.id()).toList()))
			.verifyComplete();
	}

	@Test
	void createsSeveralInTheirOrder() {
		this.service.response(201, response("SUCCESS", "SUCCESS"));
		StepVerifier.create(this.bigin.createAll("Contacts", List.of(named("b"), named("a"))))
			.assertNext((results) -> assertThat(results.isComplete()).isTrue())
			.verifyComplete();
		assertThat(this.service.body()).isEqualTo("{\"data\":[{\"Last_Name\":\"b\"},{\"Last_Name\":\"a\"}]}");
	}

	@Test
	void updatesWhatWasSetAndNothingElse() {
		this.service.response(200, written("42"));
		BiginRecord record = new BiginRecord();
		RecordAccess.get().load(record, new HashMap<>(Map.of("id", "42", "Email", "old@example.org", "Phone", "1")));
		record.set("Email", null).set("Title", "Dr");
		StepVerifier.create(this.bigin.update("Contacts", record)).expectNextCount(1).verifyComplete();
		assertCall(HttpMethod.PUT, "/bigin/v2/{module}/{id}", "Contacts", "42");
		assertThat(this.service.call().isIdempotent()).isTrue();
		assertThat(this.service.body()).isEqualTo("{\"data\":[{\"Email\":null,\"Title\":\"Dr\"}]}");
	}

	@Test
	void updatesWhatIsNotNullOfAJavaRecordAndClearsWhatIsNamed() {
		this.service.response(200, written("7")).response(200, written("7"));
		Deal deal = new Deal("7", null, "Won", null, null);
		StepVerifier.create(this.bigin.update(deal)).expectNextCount(1).verifyComplete();
		assertThat(body(0)).isEqualTo("{\"data\":[{\"Stage\":\"Won\"}]}");
		StepVerifier.create(this.bigin.withOptions(WriteOptions.defaults().clearing("Amount", "Stage")).update(deal))
			.expectNextCount(1)
			.verifyComplete();
		assertThat(body(1)).isEqualTo("{\"data\":[{\"Stage\":null,\"Amount\":null}]}");
	}

	@Test
	void updatesSeveralByTheirIds() {
		this.service.response(200, written("7", "8"));
		StepVerifier
			.create(this.bigin
				.updateAll(List.of(new Deal("7", "a", null, null, null), new Deal("8", null, "Won", null, null))))
			.expectNextCount(1)
			.verifyComplete();
		assertCall(HttpMethod.PUT, "/bigin/v2/{module}", "Pipelines");
		assertThat(this.service.body())
			.isEqualTo("{\"data\":[{\"id\":\"7\",\"Deal_Name\":\"a\"},{\"id\":\"8\",\"Stage\":\"Won\"}]}");
	}

	@Test
	void keepsWorkflowsFromRunning() {
		this.service.response(201, response("SUCCESS"))
			.response(200, response("SUCCESS"))
			.response(200, response("SUCCESS"));
		WriteOperations quiet = this.bigin.withOptions(WriteOptions.defaults().withoutWorkflows());
		StepVerifier.create(quiet.create("Contacts", named("a"))).expectNextCount(1).verifyComplete();
		StepVerifier.create(quiet.update("Contacts", BiginRecord.withId("1").set("A", 1)))
			.expectNextCount(1)
			.verifyComplete();
		StepVerifier.create(quiet.delete("Contacts", "1")).expectNextCount(1).verifyComplete();
		assertThat(body(0)).isEqualTo("{\"data\":[{\"Last_Name\":\"a\"}],\"trigger\":[]}");
		assertThat(body(1)).isEqualTo("{\"data\":[{\"A\":1}],\"trigger\":[]}");
		assertThat(this.service.query()).containsExactly("wf_trigger=false");
	}

	@Test
	void letsOnlySomeAutomationRun() {
		this.service.response(201, response("SUCCESS")).response(200, response("SUCCESS"));
		WriteOperations some = this.bigin.withOptions(WriteOptions.defaults().withTriggers("workflow", "approval"));
		StepVerifier.create(some.create("Contacts", named("a"))).expectNextCount(1).verifyComplete();
		StepVerifier.create(some.delete("Contacts", "1")).expectNextCount(1).verifyComplete();
		assertThat(body(0)).endsWith("\"trigger\":[\"workflow\",\"approval\"]}");
		assertThat(this.service.query()).isEmpty();
	}

	@Test
	void optionsAreCopiedAndNotChanged() {
		WriteOptions quiet = WriteOptions.defaults().withoutWorkflows();
		assertThat(quiet.clearing("A").triggers()).isEmpty();
		assertThat(WriteOptions.defaults().clearing("A").withoutWorkflows().cleared()).containsExactly("A");
		assertThat(WriteOptions.defaults().triggers()).isNull();
		assertThat(quiet.cleared()).isEmpty();
		this.service.response(200, response("SUCCESS"));
		this.bigin.withOptions(quiet);
		StepVerifier.create(this.bigin.delete("Contacts", "1")).expectNextCount(1).verifyComplete();
		assertThat(this.service.query()).isEmpty();
	}

	@Test
	void deletesByIds() {
		this.service.response(200, response("SUCCESS")).response(200, written("2", "3"));
		StepVerifier.create(this.bigin.delete(Deal.class, "1"))
			.assertNext((written) -> assertThat(written.input()).isEqualTo("1"))
			.verifyComplete();
		assertCall(HttpMethod.DELETE, "/bigin/v2/{module}/{id}", "Pipelines", "1");
		assertThat(this.service.call().body()).isNull();
		StepVerifier.create(this.bigin.deleteAll(Deal.class, List.of("2", "3"))).expectNextCount(1).verifyComplete();
		assertThat(this.service.calls().get(1).pathTemplate()).isEqualTo("/bigin/v2/{module}");
		assertThat(this.service.query()).containsExactly("ids=2,3");
	}

	@Test
	void makesNoCallForNothing() {
		Mono<WriteResults<Deal>> created = this.bigin.createAll(List.of());
		StepVerifier.create(created).expectNext(new WriteResults<>(List.of())).verifyComplete();
		StepVerifier.create(this.bigin.updateAll("Contacts", List.of())).expectNextCount(1).verifyComplete();
		StepVerifier.create(this.bigin.deleteAll("Contacts", List.of())).expectNextCount(1).verifyComplete();
		assertThat(this.service.calls()).isEmpty();
	}

	@Test
	void tellsWhichOfSeveralCannotBeSent() {
		assertThatIllegalArgumentException()
			.isThrownBy(
					() -> this.bigin.updateAll("Contacts", List.of(BiginRecord.withId("1").set("F", "v"), named("b"))))
			.withMessage("Number 1 of the list, counted from 0: A record of Contacts cannot be updated without its id");
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.deleteAll("Contacts", List.of("1", "2", "x")))
			.withMessageStartingWith("Number 2 of the list, counted from 0: Not a record id: 'x'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.bigin.deleteAll("Contacts", Arrays.asList("1", null)))
			.withMessage("Number 1 of the list, counted from 0, is null");
		assertThat(this.service.calls()).isEmpty();
	}

	@Test
	void clearsOnlyWhatIsAnApiName() {
		assertThatIllegalArgumentException().isThrownBy(() -> WriteOptions.defaults().clearing("Amount", "Last Name"))
			.withMessageContaining("'Last Name'");
	}

	@Test
	void takesAHundredRecordsAndNoMore() {
		this.service.response(201, response(Collections.nCopies(100, "SUCCESS").toArray(String[]::new)));
		StepVerifier.create(this.bigin.createAll("Contacts", Collections.nCopies(100, named("a"))))
			.expectNextCount(1)
			.verifyComplete();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.bigin.createAll("Contacts", Collections.nCopies(101, named("a"))))
			.withMessageContaining("at most 100 records, not 101")
			.withMessageContaining("batch(..)");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.bigin.updateAll("Contacts", Collections.nCopies(101, BiginRecord.withId("1"))));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.bigin.deleteAll("Contacts", Collections.nCopies(101, "1")));
	}

	@Test
	void refusesWhatCannotBeWritten() {
		Deal withoutId = new Deal(null, "a", null, null, null);
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.update(withoutId))
			.withMessage("A record of Pipelines cannot be updated without its id");
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.updateAll(List.of(withoutId)));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.update("Contacts", named("a")));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.delete("Contacts", "1,2"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.deleteAll("Contacts", List.of("1", "x")));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.deleteAll("Contacts/1", List.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.create("..", named("a")));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.create("no type with a module"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.createAll(mixed()))
			.withMessageContaining("must be of one type");
		assertThat(this.service.calls()).isEmpty();
	}

	@Test
	void aCallThatWasMeantForAnotherMethodIsToldWhich() {
		Contact contact = new Contact();
		for (Object several : new Object[] { List.of(contact), Set.of(contact), new Contact[] { contact } }) {
			assertRefused(several, "createAll(records)", "updateAll(records)", "upsertAll(records)");
		}
		for (Object stream : new Object[] { Mono.just(contact), Flux.just(contact) }) {
			assertRefused(stream, "batch(type).create(records)", "batch(type).update(records)",
					"batch(type).upsert(records)");
		}
		for (Object module : new Object[] { "Contacts", BiginRecord.withId("1") }) {
			assertRefused(module, "create(module, record)", "update(module, record)", "upsert(module, record)");
		}
		assertThat(this.service.calls()).isEmpty();
	}

	private void assertRefused(Object record, String create, String update, String upsert) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.create(record)).withMessageContaining(create);
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.update(record)).withMessageContaining(update);
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.upsert(record, "Email"))
			.withMessageContaining(upsert);
	}

	@Test
	void recordsThatAnUpsertInsertsKnowTheirIds() {
		this.service.response(201, CREATED).response(201, response("SUCCESS", "SUCCESS"));
		BiginRecord record = named("Ada");
		StepVerifier.create(this.bigin.upsert("Contacts", record, "Last_Name")).expectNextCount(1).verifyComplete();
		assertThat(record.getId()).isEqualTo("42");
		assertThat(record.changes()).containsOnlyKeys("Last_Name");
		List<BiginRecord> records = List.of(named("b"), named("a"));
		StepVerifier.create(this.bigin.upsertAll("Contacts", records, "Last_Name")).expectNextCount(1).verifyComplete();
		assertThat(records).extracting(BiginRecord::getId).containsExactly("1", "2");
	}

	@Test
	void refusesRecordsThatAreNull() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.create("Contacts", null));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.update("Contacts", null));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.bigin.createAll("Contacts", Arrays.asList(named("a"), null)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.bigin.deleteAll("Contacts", Arrays.asList("1", null)));
	}

	@Test
	void callsNothingBeforeItIsSubscribedTo() {
		this.bigin.create("Contacts", named("a"));
		this.bigin.deleteAll("Contacts", List.of("1"));
		assertThat(this.service.calls()).isEmpty();
	}

	private void assertCall(HttpMethod method, String pathTemplate, String... variables) {
		BiginCall<?> call = this.service.call();
		assertThat(call.method()).isEqualTo(method);
		assertThat(call.pathTemplate()).isEqualTo(pathTemplate);
		assertThat(call.pathVariables()).extracting("value").containsExactly((Object[]) variables);
		assertThat(call.perRecordStatus()).isTrue();
	}

	private String body(int index) {
		byte[] body = this.service.calls().get(index).body();
		return (body != null) ? new String(body, StandardCharsets.UTF_8) : "";
	}

	private static BiginRecord named(String name) {
		return new BiginRecord().set("Last_Name", name);
	}

	private static List<Object> mixed() {
		return List.of(new Deal(null, "a", null, null, null), new Person("b"));
	}

	private static String written(String... ids) {
		return Stream.of(ids)
			.map((id) -> "{\"code\":\"SUCCESS\",\"details\":{\"id\":\"" + id + "\"},\"status\":\"success\"}")
			.collect(Collectors.joining(",", "{\"data\":[", "]}"));
	}

	static String response(String... codes) {
		StringBuilder data = new StringBuilder();
		for (int i = 0; i < codes.length; i++) {
			data.append((i > 0) ? "," : "")
				.append("{\"code\":\"" + codes[i] + "\",\"details\":{\"id\":\"" + (i + 1) + "\"},\"message\":\"x\"}");
		}
		return "{\"data\":[" + data + "]}";
	}

	@BiginModule("Pipelines")
	record Deal(@Nullable String id, @Nullable String dealName, @Nullable String stage, @Nullable BigDecimal amount,
			@Nullable Lookup accountName) {

	}

	@BiginModule("Contacts")
	record Person(String lastName) {

	}

}
