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

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.Tag;
import io.github.biginspring.write.WriteOperations;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResult.Rejected;
import io.github.biginspring.write.WriteResult.Written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Values that cannot be sent.
 */
class UnsendableValueTests {

	private static final String HALF = "cut \ud83d";

	private final StubExchange service = new StubExchange();

	private final WriteOperations bigin = new WriteTemplate(this.service, OperationObserver.NONE,
			RecordMapper.create());

	static Stream<Object> halves() {
		return Stream.of(HALF, "\ude00", "a\ude00\ud83db", List.of("a", HALF), Map.of("a", Map.of("b", HALF)),
				Map.of(HALF, "a"), Lookup.of(HALF), List.of(Tag.of("a"), Tag.of(HALF)),
				new BiginRecord().set("Name", List.of(HALF)), new StringBuilder(HALF), '\ud83d');
	}

	@ParameterizedTest
	@MethodSource("halves")
	void rejectsTheOneRecordOfAList(Object half) {
		List<BiginRecord> records = List.of(named("a"), new BiginRecord().set("Own", half), named("c"));
		this.service.response(201, WriteTemplateTests.response("SUCCESS", "SUCCESS"));
		StepVerifier.create(this.bigin.createAll("Contacts", records))
			.assertNext((results) -> assertOnlyTheSecondRejected(results.all()))
			.verifyComplete();
		assertThat(this.service.body()).contains("\"a\"").contains("\"c\"").doesNotContain("Own");
	}

	@ParameterizedTest
	@MethodSource("halves")
	void rejectsTheOneRecordOfAStream(Object half) {
		this.service.response(201, WriteTemplateTests.response("SUCCESS", "SUCCESS"));
		StepVerifier
			.create(this.bigin.batch("Contacts")
				.upsert(Flux.just(named("a"), new BiginRecord().set("Own", half), named("c")))
				.collectList())
			.assertNext(UnsendableValueTests::assertOnlyTheSecondRejected)
			.verifyComplete();
	}

	@Test
	void rejectsTheOneTypedRecord() {
		List<Person> people = List.of(new Person("1", "a", List.of()), new Person("2", "b", List.of(HALF)),
				new Person("3", "c", List.of()));
		String updated = "{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"id\":\"1\"},\"status\":\"success\"},"
				+ "{\"code\":\"SUCCESS\",\"details\":{\"id\":\"3\"},\"status\":\"success\"}]}";
		this.service.response(200, updated).response(200, updated);
		StepVerifier.create(this.bigin.updateAll(people)).assertNext((results) -> {
			assertThat(results.written()).extracting(Written::id).containsExactly("1", "3");
			assertThat(results.rejected()).extracting((rejected) -> rejected.input().id()).containsExactly("2");
		}).verifyComplete();
		StepVerifier.create(this.bigin.batch(Person.class).update(Flux.fromIterable(people)).collectList())
			.assertNext((results) -> assertThat(results).extracting(WriteResult::isWritten)
				.containsExactly(true, false, true))
			.verifyComplete();
	}

	@Test
	void makesNoCallWhereNothingIsLeft() {
		StepVerifier.create(this.bigin.createAll("Contacts", List.of(named(HALF))))
			.assertNext((results) -> assertThat(results.rejected()).hasSize(1))
			.verifyComplete();
		assertThat(this.service.calls()).isEmpty();
	}

	@Test
	void refusesASingleWriteAtOnce() {
		BiginRecord record = BiginRecord.withId("1").set("Last_Name", HALF);
		Stream.<Runnable>of(() -> this.bigin.create("Contacts", record), () -> this.bigin.update("Contacts", record),
				() -> this.bigin.upsert("Contacts", record), () -> this.bigin.create(new Person("1", HALF, List.of())))
			.forEach((write) -> assertThatIllegalArgumentException().isThrownBy(write::run)
				.withMessageContaining("Last_Name")
				.withMessageContaining("half")
				.withMessageNotContaining("cut \ud83d"));
		assertThat(this.service.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\ud83d\ude00", "a\ud83d\ude00b", "\ud83d\ude00\ud83d\ude00", "\uffff", "\u0000" })
	void sendsWholePairs(String text) {
		this.service.response(201, WriteTemplateTests.response("SUCCESS"));
		StepVerifier.create(this.bigin.create("Contacts", named(text))).expectNextCount(1).verifyComplete();
	}

	@Test
	void aListWithAMistakeOfTheProgramIsRefusedAsAWhole() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.bigin.createAll("Contacts", List.of(named("a"), new BiginRecord())))
			.withMessageContaining("Number 1");
	}

	private static void assertOnlyTheSecondRejected(List<? extends WriteResult<?>> results) {
		assertThat(results).extracting(WriteResult::isWritten).containsExactly(true, false, true);
		assertThat(((Rejected<?>) results.get(1)).error()).hasMessageContaining("Field Own ")
			.hasMessageContaining("half")
			.hasMessageContaining("1 of the");
	}

	private static BiginRecord named(String name) {
		return new BiginRecord().set("Last_Name", name);
	}

	@BiginModule("Contacts")
	record Person(@Nullable String id, String lastName, List<String> nicknames) {

	}

}
