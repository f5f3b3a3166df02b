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

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.core.type.TypeReference;

import io.github.biginspring.internal.RecordAccess;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginField;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Task;
import io.github.biginspring.write.WriteOperations;
import io.github.biginspring.write.WriteOptions;
import io.github.biginspring.write.WriteResult.Rejected;
import io.github.biginspring.write.WriteResult.Written;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Every field that a caller sets is sent, whatever its name and its type and however it
 * is written; what was only read from the service is not sent back to it.
 */
class SetFieldsTests {

	private static final int CASES = 40;

	private static final String SUCCESS = "{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"id\":\"7255024000000596045\"},\"status\":\"success\"}]}";

	private static final String ID = "7255024000000596045";

	private static final List<String> KEPT_BY_SERVICE = List.of("$approval", "$editable", "$layout_id", "Created_By",
			"Created_Time", "Modified_By", "Modified_Time", "Last_Activity_Time", "Full_Name");

	private static final List<String> DATA = List.of("Subject", "Loyalty_Tier", "Locked__s");

	private static final List<String> NAMES = Stream
		.of(KEPT_BY_SERVICE, DATA, List.of("$related_module", "$se_module", "$send_notification"))
		.flatMap(List::stream)
		.toList();

	private final StubExchange service = new StubExchange();

	private final RecordMapper mapper = RecordMapper.create();

	private final WriteOperations bigin = new WriteTemplate(this.service, OperationObserver.NONE, this.mapper);

	static Stream<Arguments> everyWayOfEveryType() {
		return Stream.of(WriteWay.values())
			.flatMap((way) -> Stream.of(Kind.values()).map((kind) -> Arguments.of(way, kind)));
	}

	@ParameterizedTest
	@MethodSource("everyWayOfEveryType")
	void whatIsSetIsSent(WriteWay way, Kind kind) {
		Random random = new Random(7);
		for (int i = 0; i < CASES; i++) {
			// each of the names alone first
			Map<String, Object> set = (i < NAMES.size()) ? Map.of(NAMES.get(i), "x") : some(NAMES, random);
			write(way, kind.make.apply(set));
			assertThat(sent()).as(set.keySet().toString()).isEqualTo(set);
		}
	}

	@ParameterizedTest
	@EnumSource
	void whatIsSetOnARecordThatWasReadIsSent(WriteWay way) {
		Random random = new Random(8);
		for (int i = 0; i < CASES; i++) {
			Map<String, Object> read = some(NAMES, random);
			Map<String, Object> set = some(NAMES, random);
			Task task = new Task();
			RecordAccess.get().load(task, new HashMap<>(read));
			set.forEach((name, value) -> task.set(name, "set"));
			task.set("id", ID);
			write(way, task);
			Map<String, Object> expected = new TreeMap<>();
			if (way.isCopying()) {
				read.keySet()
					.stream()
					.filter((name) -> !KEPT_BY_SERVICE.contains(name))
					.forEach((name) -> expected.put(name, "x"));
				expected.remove("$send_notification");
			}
			set.keySet().forEach((name) -> expected.put(name, "set"));
			assertThat(sent()).as(read.keySet() + ", then " + set.keySet()).isEqualTo(expected);
		}
	}

	@Test
	void whatIsSetToNullIsSent() {
		for (String name : NAMES) {
			write(WriteWay.UPDATE, BiginRecord.withId(ID).set(name, null));
			assertThat(sent()).containsOnlyKeys(name);
			write(WriteWay.CREATE, BiginRecord.withId(ID).set(name, null));
			assertThat(sent()).containsOnlyKeys(name);
		}
	}

	@Test
	void aCopySaysOfWhichModuleItsReferenceIs() {
		Task task = new Task();
		RecordAccess.get()
			.load(task, new HashMap<>(Map.of("id", ID, "Subject", "Call", "Related_To", Map.of("id", "3"),
					"$related_module", "Deals", "$state", "save")));
		write(WriteWay.CREATE, task);
		assertThat(sent()).containsOnlyKeys("Subject", "Related_To", "$related_module");
		// the module that was read may not be that of another record
		task.set("Related_To", Map.of("id", "4"));
		write(WriteWay.CREATE, task);
		assertThat(sent()).containsOnlyKeys("Subject", "Related_To");
	}

	@Test
	void aRecordThatWasReadGoesToAnotherModuleWithoutWhatBelongsToTheOriginal() {
		Task task = new Task();
		RecordAccess.get()
			.load(task,
					new HashMap<>(Map.of("id", ID, "Subject", "Call", "Created_Time", "2026-02-06T00:28:53-08:00")));
		this.service.response(201, SUCCESS);
		StepVerifier.create(this.bigin.create("Own_Module", task)).expectNextCount(1).verifyComplete();
		assertThat(sent()).containsOnlyKeys("Subject");
	}

	@ParameterizedTest
	@EnumSource
	void whatIsDeclaredToBeReadOnlyIsNotSent(WriteWay way) {
		write(way, new Guarded(ID, "x", "y"));
		assertThat(sent()).isEqualTo(Map.of("Subject", "x"));
		GuardedTask task = new GuardedTask();
		RecordAccess.get().load(task, new HashMap<>(Map.of("Score", "read")));
		task.set("id", ID).set("Subject", "x").set("Created_Time", "y");
		write(way, task);
		assertThat(sent()).isEqualTo(Map.of("Subject", "x"));
	}

	@ParameterizedTest
	@MethodSource("everyWayOfEveryType")
	void aRecordWithNothingToSendIsRefusedBeforeTheCall(WriteWay way, Kind kind) {
		Object empty = kind.make.apply(Map.of());
		Object full = kind.make.apply(Map.of("Subject", "x"));
		if (way.isStream()) {
			this.service.response(200, SUCCESS);
			StepVerifier.create(Flux.from(way.write(this.bigin, List.of(empty, full))))
				.assertNext((result) -> assertThat(result).isInstanceOfSatisfying(Rejected.class,
						(rejected) -> assertThat(rejected.error()).hasMessageContaining("record 0 of the stream")
							.hasMessageContaining("nothing to write")))
				.assertNext((result) -> assertThat(result).isInstanceOf(Written.class))
				.verifyComplete();
			assertThat(this.service.calls()).hasSize(1);
		}
		else {
			assertThatIllegalArgumentException().isThrownBy(() -> way.write(this.bigin, List.of(empty)))
				.withMessageContaining("nothing to write of a record of Tasks");
			assertThat(this.service.calls()).isEmpty();
		}
	}

	@Test
	void anUpdateOfWhatWasReadAndNotChangedIsRefused() {
		Task task = new Task();
		RecordAccess.get().load(task, new HashMap<>(Map.of("id", ID, "Subject", "Call")));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.update(task)).withMessageContaining("nothing");
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.updateAll(List.of(task, task)))
			.withMessageContaining("Number 0 of the list")
			.withMessageContaining("nothing");
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.update(new Guarded(ID, null, "y")))
			.withMessageContaining("nothing");
		assertThat(this.service.calls()).isEmpty();
	}

	@Test
	void aFieldToBeClearedIsSomethingToSend() {
		this.service.response(200, SUCCESS);
		StepVerifier
			.create(this.bigin.withOptions(WriteOptions.defaults().clearing("Due_Date"))
				.update(new Guarded(ID, null, "y")))
			.expectNextCount(1)
			.verifyComplete();
		assertThat(sent()).containsOnlyKeys("Due_Date");
	}

	private void write(WriteWay way, Object record) {
		this.service.response(200, SUCCESS);
		StepVerifier.create(Flux.from(way.write(this.bigin, List.of(record)))).expectNextCount(1).verifyComplete();
	}

	private Map<String, Object> sent() {
		List<BiginCall<?>> calls = this.service.calls();
		byte[] body = calls.get(calls.size() - 1).body();
		Map<String, Object> content = this.mapper.jsonMapper()
			.readValue(new String(body, StandardCharsets.UTF_8), new TypeReference<>() {
			});
		Map<String, Object> record = new TreeMap<>();
		((Map<?, ?>) ((List<?>) content.get("data")).get(0)).forEach((name, value) -> record.put((String) name, value));
		record.remove("id");
		return record;
	}

	private static Map<String, Object> some(List<String> names, Random random) {
		Map<String, Object> some = new TreeMap<>();
		some.put(names.get(random.nextInt(names.size())), "x");
		names.stream().filter((name) -> random.nextInt(3) == 0).forEach((name) -> some.put(name, "x"));
		return some;
	}

	enum Kind {

		UNTYPED((fields) -> filled(new BiginRecord(), fields)),

		READY_MADE((fields) -> filled(new Task(), fields)),

		SUBCLASS((fields) -> filled(new OwnTask(), fields)),

		JAVA_RECORD(OwnRecord::of),

		BEAN((fields) -> {
			OwnBean bean = new OwnBean();
			bean.all = fields;
			return bean;
		});

		private final Function<Map<String, Object>, Object> make;

		Kind(Function<Map<String, Object>, Object> make) {
			this.make = make;
		}

		private static BiginRecord filled(BiginRecord record, Map<String, Object> fields) {
			record.setId(ID);
			fields.forEach(record::set);
			return record;
		}

	}

	/**
	 * With accessors for some of the fields, of which none can be set by a setter.
	 */
	@BiginModule("Tasks")
	static class OwnTask extends BiginRecord {

		@BiginField("$related_module")
		public @Nullable String getModule() {
			return getText("$related_module");
		}

		@BiginField("Full_Name")
		public @Nullable String getName() {
			return getText("Full_Name");
		}

		public @Nullable String getSubject() {
			return getText("Subject");
		}

	}

	@BiginModule("Tasks")
	static class GuardedTask extends Task {

		@Override
		@BiginField(readOnly = true)
		public @Nullable OffsetDateTime getCreatedTime() {
			return super.getCreatedTime();
		}

		@BiginField(readOnly = true)
		public @Nullable String getScore() {
			return getText("Score");
		}

	}

	@BiginModule("Tasks")
	record Guarded(String id, @Nullable String subject,
			@BiginField(value = "$approval", readOnly = true) @Nullable String approval) {
	}

	@BiginModule("Tasks")
	record OwnRecord(String id, @Nullable String subject, @BiginField("Loyalty_Tier") @Nullable String tier,
			@BiginField("Locked__s") @Nullable String locked, @BiginField("$approval") @Nullable String approval,
			@BiginField("$editable") @Nullable String editable, @BiginField("$layout_id") @Nullable String layout,
			@Nullable String createdBy, @Nullable String createdTime, @Nullable String modifiedBy,
			@Nullable String modifiedTime, @Nullable String lastActivityTime, @Nullable String fullName,
			@BiginField("$related_module") @Nullable String relatedModule,
			@BiginField("$se_module") @Nullable String seModule,
			@BiginField("$send_notification") @Nullable String sendNotification) {

		static OwnRecord of(Map<String, Object> fields) {
			Map<String, Object> all = new LinkedHashMap<>(fields);
			all.put("id", ID);
			return RecordMapper.create().jsonMapper().convertValue(all, OwnRecord.class);
		}

	}

	/**
	 * Takes fields of any name, by Jackson's own annotations.
	 */
	@BiginModule("Tasks")
	static class OwnBean {

		private Map<String, Object> all = Map.of();

		public String getId() {
			return ID;
		}

		@JsonAnyGetter
		public Map<String, Object> getAll() {
			return this.all;
		}

	}

}
