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

package io.github.biginspring.internal.mapping;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonView;
import com.fasterxml.jackson.annotation.Nulls;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.StdConverter;

import io.github.biginspring.model.BiginField;
import io.github.biginspring.model.FieldNaming;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.Tag;
import io.github.biginspring.model.UserLookup;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JavaRecordReader}: whatever is read, it comes out as Jackson reads it.
 */
class JavaRecordReaderTests {

	private static final InjectableValues INJECTED = new InjectableValues.Std().addValue("where", "injected");

	private final JsonMapper ours = RecordMapper.create().jsonMapper();

	// a handler leaves all types to Jackson
	private final JsonMapper jacksons = RecordMapper
		.create(FieldNaming.BIGIN, (builder) -> builder.addHandler(new DeserializationProblemHandler() {
		}))
		.jsonMapper();

	@ParameterizedTest
	@ValueSource(classes = { Plain.class, Annotated.class, Aliased.class, Ignoring.class, IgnoringNames.class,
			IncludingNames.class, Viewed.class, Outer.class, Required.class, Converted.class, Injected.class, Any.class,
			Picky.class, Factory.class, Varied.class, AsArray.class, Shape.class, NotNull.class, Careless.class,
			Holder.class, Wide.class, WideAsALong.class, Empty.class, One.class, Hidden.class, Throwing.class })
	void readsAsJacksonDoes(Class<?> type) {
		Random random = new Random(5);
		int read = 0;
		for (int i = 0; i < 1500; i++) {
			String json = object(random, type);
			String expected = outcome(this.jacksons.readerFor(type), json);
			assertThat(outcome(this.ours.readerFor(type), json)).as(json).isEqualTo(expected);
			read += expected.startsWith("failed") ? 0 : 1;
		}
		assertThat(read).as("objects that could be read").isPositive();
	}

	@ParameterizedTest
	@ValueSource(classes = { Viewed.class, Plain.class })
	void showsOnlyTheView(Class<?> type) {
		Random random = new Random(6);
		for (int i = 0; i < 300; i++) {
			String json = object(random, type);
			assertThat(outcome(this.ours.readerFor(type).withView(Small.class), json)).as(json)
				.isEqualTo(outcome(this.jacksons.readerFor(type).withView(Small.class), json));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "FAIL_ON_UNKNOWN_PROPERTIES", "FAIL_ON_NULL_CREATOR_PROPERTIES",
			"FAIL_ON_MISSING_CREATOR_PROPERTIES", "FAIL_ON_NULL_FOR_PRIMITIVES", "UNWRAP_SINGLE_VALUE_ARRAYS" })
	void keepsToEveryFeature(String name) {
		DeserializationFeature feature = DeserializationFeature.valueOf(name);
		Random random = new Random(7);
		for (int i = 0; i < 600; i++) {
			String json = object(random, Plain.class);
			assertThat(outcome(this.ours.readerFor(Plain.class).with(feature), json)).as(json)
				.isEqualTo(outcome(this.jacksons.readerFor(Plain.class).with(feature), json));
		}
	}

	@Test
	void makesARecordOfAMap() {
		Map<String, Object> fields = Map.of("B", 7, "A", "text", "C", Map.of("id", "1", "name", "x"));
		assertThat(this.ours.convertValue(fields, Plain.class))
			.isEqualTo(this.jacksons.convertValue(fields, Plain.class));
	}

	@Test
	void readsPlainRecordsItself() {
		assertThat(this.ours.readValue("{\"A\":\"text\"}", Traced.class).a()).isEqualTo("text read by ours");
		assertThat(this.ours.readValue("{\"C\":1,\"A\":\"x\"}", Traced.class).a()).isEqualTo("x read by ours");
		assertThat(this.jacksons.readValue("{\"A\":\"text\"}", Traced.class).a()).isEqualTo("text");
	}

	@Test
	void learnsTheOrder() {
		ExpectedFields expected = ExpectedFields.NONE.with(0, "a", null).with(1, "c", null).with(1, "b", null);
		assertThat(IntStream.range(0, 3).mapToObj((i) -> expected.encodedName(i).getValue())).containsExactly("a", "b",
				"c");
		assertThat(expected.find("c")).isEqualTo(2);
		assertThat(expected.after(1)).isSameAs(expected);
		assertThat(expected.after(2).size()).isZero();
	}

	@Test
	void learnsOnlySoMuch() {
		ExpectedFields expected = ExpectedFields.NONE;
		for (int i = 0; i < 1000; i++) {
			expected = expected.with(0, "n" + i, null);
		}
		assertThat(expected.size()).isEqualTo(200);
		assertThat(ExpectedFields.NONE.with(0, "n".repeat(1000), null).size()).isZero();
		ExpectedFields shuffled = ExpectedFields.NONE;
		for (int i = 0; i < 100; i++) {
			shuffled = shuffled.after(100).with(0, "a", null);
		}
		ExpectedFields last = shuffled;
		assertThat(last.after(100)).isSameAs(last);
	}

	@RepeatedTest(3)
	void severalThreadsLearnAtATime() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<Callable<Void>> readings = new ArrayList<>();
			for (int thread = 0; thread < 4; thread++) {
				int seed = thread;
				readings.add(() -> {
					Random random = new Random(seed);
					for (int i = 0; i < 800; i++) {
						String json = object(random, Plain.class);
						assertThat(outcome(this.ours.readerFor(Plain.class), json)).as(json)
							.isEqualTo(outcome(this.jacksons.readerFor(Plain.class), json));
					}
					return null;
				});
			}
			for (Future<Void> reading : threads.invokeAll(readings)) {
				reading.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static String outcome(ObjectReader reader, String json) {
		try {
			Object value = reader.with(INJECTED).readValue(json);
			return String.valueOf(value);
		}
		catch (JacksonException ex) {
			return "failed: " + ex.getClass().getName() + ": " + ex.getOriginalMessage() + " at " + ex.getPath()
					+ " by " + ex.getCause();
		}
	}

	private static String object(Random random, Class<?> type) {
		List<String> names = new ArrayList<>(List.of("A", "B", "C", "D", "E", "F", "G"));
		if (type == Wide.class || type == WideAsALong.class) {
			IntStream.range(0, 70).forEach((i) -> names.add("C" + i));
		}
		if (random.nextInt(3) == 0) {
			Collections.shuffle(names, random);
		}
		if (random.nextInt(3) == 0) {
			names.removeIf((name) -> random.nextInt(4) == 0);
		}
		if (random.nextInt(4) == 0) {
			names.add(random.nextInt(names.size() + 1), List.of("Unknown", "a", "Alias", "$x").get(random.nextInt(4)));
		}
		if (random.nextInt(8) == 0) {
			names.add(List.of("A", "B").get(random.nextInt(2)));
		}
		boolean odd = random.nextInt(3) == 0;
		String fields = names.stream()
			.map((name) -> "\"" + name + "\":" + (odd ? anyValue(random) : value(name, random)))
			.collect(Collectors.joining(","));
		if (type == AsArray.class && random.nextBoolean()) {
			return "[\"a\",2]";
		}
		if (type == Shape.class) {
			return "{\"kind\":\"" + (random.nextBoolean() ? "circle" : "square") + "\"" + (fields.isEmpty() ? "" : ",")
					+ fields + "}";
		}
		if (type == Holder.class) {
			return "{\"A\":{" + fields + "},\"B\":[{" + fields + "},null,{" + fields + "}],\"C\":{\"A\":{" + fields
					+ "}}}";
		}
		return "{" + fields + "}";
	}

	private static String value(String name, Random random) {
		return switch (name) {
			case "A", "Alias", "a" -> "\"text " + random.nextInt(100) + "\"";
			case "B" -> String.valueOf(random.nextInt(100));
			case "C" -> "{\"id\":\"1\",\"name\":\"n" + random.nextInt(9) + "\"}";
			case "D" -> "{\"name\":\"u\",\"id\":\"2\",\"email\":\"e@example.com\"}";
			case "E" -> "\"2026-02-06T00:28:53-08:00\"";
			case "F" -> "[{\"name\":\"vip\",\"id\":\"3\",\"color_code\":null}]";
			case "G" -> String.valueOf(random.nextBoolean());
			default -> "{\"x\":[1,{}]}";
		};
	}

	private static String anyValue(Random random) {
		return List.of("null", "1", "\"\"", "\"x\"", "true", "[]", "{}", "1.5", "\"2026-02-06\"", "[null]")
			.get(random.nextInt(10));
	}

	interface Small {

	}

	record Plain(String a, int b, Lookup c, UserLookup d, OffsetDateTime e, List<Tag> f, boolean g) {

	}

	record Annotated(@BiginField("B") long first, @JsonProperty("A") String second,
			@BiginField(value = "G", readOnly = true) Boolean third) {

	}

	record Aliased(@JsonAlias( {
			"Alias", "a" }) String a, int b){

	}

	record Ignoring(String a, @JsonIgnore int b, Object c) {

	}

	@JsonIgnoreProperties({ "B", "Unknown" })
	record IgnoringNames(String a, int b, Object c) {

	}

	@JsonIncludeProperties({ "A", "C" })
	record IncludingNames(String a, int b, Object c) {

	}

	record Viewed(@JsonView(Small.class) String a, @JsonView(String.class) int b, Object c) {

	}

	record Inner(@JsonProperty("x") Object x) {

	}

	record Outer(String a, @JsonUnwrapped(prefix = "$") Inner inner) {

	}

	record Required(@JsonProperty(value = "A", required = true) String a,
			@JsonProperty(value = "B", required = true) Integer b) {

	}

	record Converted(@JsonDeserialize(converter = UpperCase.class) String a, Optional<Integer> b,
			@JsonFormat(pattern = "dd.MM.uuuu") LocalDate e) {

	}

	static class UpperCase extends StdConverter<String, String> {

		@Override
		public String convert(String value) {
			return value.toUpperCase(Locale.ROOT);
		}

	}

	record Injected(String a, @JacksonInject("where") String b, int c) {

	}

	record Any(String a, @JsonAnySetter Map<String, Object> rest) {

	}

	record Picky(String a, int b) {

		Picky {
			if (b % 2 == 0) {
				throw new IllegalArgumentException("odd numbers only");
			}
		}

	}

	record Throwing(String a, int b) {

		Throwing {
			if (b % 3 == 0) {
				throw new UnsupportedOperationException();
			}
			if (a == null) {
				throw new NullPointerException("a");
			}
		}

	}

	record Traced(String a, int b) {

		Traced {
			String ours = JavaRecordConstructor.class.getName();
			if (StackWalker.getInstance().walk((frames) -> frames.anyMatch((f) -> f.getClassName().equals(ours)))) {
				a += " read by ours";
			}
		}

	}

	record Factory(String a, int b) {

		@JsonCreator
		static Factory of(@JsonProperty("A") String a, @JsonProperty("G") boolean g) {
			return new Factory(a + g, -1);
		}

	}

	record Varied(String a, Object... f) {

		@Override
		public String toString() {
			return this.a + Arrays.toString(this.f);
		}

	}

	@JsonFormat(shape = JsonFormat.Shape.ARRAY)
	record AsArray(String a, int b) {

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Circle.class, name = "circle"),
			@JsonSubTypes.Type(value = Square.class, name = "square") })
	interface Shape {

	}

	record Circle(String a, int b) implements Shape {

	}

	record Square(int b, Object c) implements Shape {

	}

	record NotNull(@JsonSetter(nulls = Nulls.FAIL) String a, @JsonSetter(nulls = Nulls.AS_EMPTY) String c, double b) {

	}

	@JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
	record Careless(String a, int b) {

	}

	record Holder(Plain a, List<Plain> b, Box<Plain> c) {

	}

	record Box<T>(T a) {

	}

	record Empty() {

	}

	record One(String a) {

	}

	private record Hidden(String a, byte b) {

	}

	record WideAsALong(Object c0, Object c1, Object c2, Object c3, Object c4, Object c5, Object c6, Object c7,
			Object c8, Object c9, Object c10, Object c11, Object c12, Object c13, Object c14, Object c15, Object c16,
			Object c17, Object c18, Object c19, Object c20, Object c21, Object c22, Object c23, Object c24, Object c25,
			Object c26, Object c27, Object c28, Object c29, Object c30, Object c31, Object c32, Object c33, Object c34,
			Object c35, Object c36, Object c37, Object c38, Object c39, Object c40, Object c41, Object c42, Object c43,
			Object c44, Object c45, Object c46, Object c47, Object c48, Object c49, Object c50, Object c51, Object c52,
			Object c53, Object c54, Object c55, Object c56, Object c57, Object c58, Object c59, Object c60, Object c61,
			Object c62, int c63) {

	}

	record Wide(Object c0, Object c1, Object c2, Object c3, Object c4, Object c5, Object c6, Object c7, Object c8,
			Object c9, Object c10, Object c11, Object c12, Object c13, Object c14, Object c15, Object c16, Object c17,
			Object c18, Object c19, Object c20, Object c21, Object c22, Object c23, Object c24, Object c25, Object c26,
			Object c27, Object c28, Object c29, Object c30, Object c31, Object c32, Object c33, Object c34, Object c35,
			Object c36, Object c37, Object c38, Object c39, Object c40, Object c41, Object c42, Object c43, Object c44,
			Object c45, Object c46, Object c47, Object c48, Object c49, Object c50, Object c51, Object c52, Object c53,
			Object c54, Object c55, Object c56, Object c57, Object c58, Object c59, Object c60, Object c61, Object c62,
			Object c63, int c64) {

	}

}
