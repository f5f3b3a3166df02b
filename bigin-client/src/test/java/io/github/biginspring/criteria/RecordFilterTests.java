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

package io.github.biginspring.criteria;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.internal.MissingFieldException;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RecordFilter}.
 */
class RecordFilterTests {

	@ParameterizedTest
	@MethodSource
	void keepsWhatIsEqual(Object value, Object wire) {
		assertThat(keeps(where("F").is(value), wire)).isTrue();
		assertThat(keeps(where("F").in("other", value), wire)).isTrue();
	}

	static Stream<Arguments> keepsWhatIsEqual() {
		return Stream.of(Arguments.of("Acme Product", "Acme Product"), Arguments.of("acme PRODUCT", "Acme Product"),
				Arguments.of(" Acme ", "Acme"), Arguments.of("Acme", " Acme "), Arguments.of("ÄRGER", "Ärger"),
				Arguments.of("10", 10), Arguments.of(10, 10L), Arguments.of(10, new BigDecimal("10.00")),
				Arguments.of(10.5, new BigDecimal("10.50")), Arguments.of(10, "10.0"),
				Arguments.of(new BigDecimal("1E+3"), 1000), Arguments.of(true, true), Arguments.of("TRUE", true),
				Arguments.of(false, "False"), Arguments.of(LocalDate.of(2026, 2, 6), "2026-02-06"),
				Arguments.of("2026-02-06", "2026-02-06"),
				Arguments.of(Instant.parse("2026-02-06T08:28:53.7Z"), "2026-02-06T00:28:53-08:00"),
				Arguments.of("2026-02-06T08:28:53+00:00", "2026-02-06T00:28:53-08:00"),
				Arguments.of("42", Map.of("id", "42", "name", "Acme")),
				Arguments.of("acme", Map.of("id", "42", "name", "Acme")), Arguments.of("", ""), Arguments.of("", " "),
				Arguments.of("null", "null"), Arguments.of("${x}", "${x}"), Arguments.of("${EMPTY}", "${empty}"),
				Arguments.of("${x}", Map.of("name", "${x}")),
				Arguments.of("ada@example.org", Map.of("id", "1", "name", "Ada", "email", "ada@example.org")));
	}

	@ParameterizedTest
	@MethodSource
	void leavesOutWhatIsNotEqual(Object value, @Nullable Object wire) {
		assertThat(keeps(where("F").is(value), wire)).isFalse();
		assertThat(keeps(where("F").in(value, value), wire)).isFalse();
	}

	static Stream<Arguments> leavesOutWhatIsNotEqual() {
		return Stream.of(Arguments.of("Acme Product", "Acme Other Product"), Arguments.of("Acme", null),
				Arguments.of("00123", "123"), Arguments.of("10", 11), Arguments.of(10, 11), Arguments.of(10, "11"),
				Arguments.of(true, false), Arguments.of("true", false), Arguments.of(true, "false"),
				Arguments.of(LocalDate.of(2026, 2, 6), "2026-02-07"),
				Arguments.of(Instant.parse("2026-02-06T08:28:53Z"), "2026-02-06T00:28:54-08:00"),
				Arguments.of("${EMPTY}", null), Arguments.of("${EMPTY}", ""), Arguments.of("${x}", "x"),
				Arguments.of("${EMPTY}", List.of()), Arguments.of("null", null), Arguments.of("", "x"),
				Arguments.of("43", Map.of("id", "42", "name", "Acme")), Arguments.of("Acme", withoutName()));
	}

	@ParameterizedTest
	@MethodSource
	void leavesOutWhatIsOfAnotherKind(Object value, Object wire) {
		assertThat(keeps(where("F").is(value), wire)).isFalse();
		assertThat(keeps(where("F").in("other", value), wire)).isFalse();
	}

	static Stream<Arguments> leavesOutWhatIsOfAnotherKind() {
		return Stream.of(Arguments.of("VIP", List.of(Map.of("name", "New"))), Arguments.of("A;C", List.of("A", "B")),
				Arguments.of("x", Map.of("amount", 5)), Arguments.of(10, "A-10"), Arguments.of("ten", 10),
				Arguments.of("${x}", 10), Arguments.of("${x}", true), Arguments.of("${x}", List.of("x")),
				Arguments.of("${x}", Map.of("amount", 5)), Arguments.of(1e300, 5), Arguments.of("9".repeat(60), 5),
				Arguments.of("yes", true), Arguments.of(true, "1"), Arguments.of(true, 1), Arguments.of(1, true),
				Arguments.of(LocalDate.of(2026, 2, 8), "2026-02-06T00:28:53-08:00"),
				Arguments.of(Instant.parse("2026-02-08T00:00:00Z"), "2026-02-06"));
	}

	@ParameterizedTest
	@MethodSource
	void keepsWhatIsEqualInParts(Object value, Object wire) {
		assertThat(keeps(where("F").is(value), wire)).isTrue();
	}

	static Stream<Arguments> keepsWhatIsEqualInParts() {
		return Stream.of(Arguments.of("vip", List.of(Map.of("name", "New"), Map.of("name", "VIP"))),
				Arguments.of("A;B", List.of("A", "B")), Arguments.of("B, A", List.of("A", "B")),
				Arguments.of("B", List.of("A", "B")), Arguments.of("a;b", List.of("a;b")), Arguments.of(1e300, 1e300),
				Arguments.of(LocalDate.of(2026, 2, 6), "2026-02-06T00:28:53-08:00"),
				Arguments.of(LocalDate.of(2026, 2, 7), "2026-02-06T20:28:53-08:00"),
				Arguments.of(Instant.parse("2026-02-06T00:00:00Z"), "2026-02-06"));
	}

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 11, 12, 13, 14 })
	void letsThroughWhatEqualsAValueAndNothingElse(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 20_000; i++) {
			List<Object> values = new ArrayList<>();
			for (int j = 1 + random.nextInt(4); j > 0; j--) {
				values.add(odd(random));
			}
			Object wire = (random.nextInt(5) == 0) ? Map.of("id", "77", "name", odd(random)) : odd(random);
			Set<String> named = (wire instanceof Map<?, ?> map) ? Set.of("77", plain(map.get("name")))
					: Set.of(plain(wire));
			boolean equal = values.stream().map(RecordFilterTests::plain).anyMatch(named::contains);
			Criteria criteria = (values.size() == 1) ? where("F").is(values.get(0)) : where("F").in(values);
			assertThat(keeps(criteria, wire)).as("%s and %s", values, wire).isEqualTo(equal);
		}
	}

	private static Object odd(Random random) {
		return switch (random.nextInt(5)) {
			case 0 -> random.nextInt(4);
			case 1 -> BigDecimal.valueOf(random.nextInt(40), 1);
			case 2 -> random.nextBoolean();
			default -> List
				.of("${x}", "${EMPTY}", "x", "ten", "1", "2.5", "true", "FALSE", "(x)", "a,b", "\\", "'", "%", "null",
						"A-1", "2026-02-06", "\ud83d\ude00", "9".repeat(50), "NaN", "-", "E", "1 2", "[]", "{}")
				.get(random.nextInt(24));
		};
	}

	private static String plain(Object value) {
		return (value instanceof Number) ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
				: value.toString().toLowerCase(Locale.ROOT);
	}

	@Test
	void cannotTellOfAFieldThatDidNotCome() {
		assertMissing(where("F").is("x"), Map.of("G", "y"), "F");
		assertThat(filter(where("F").in("x", "${EMPTY}")).test(Map.of("G", "y"))).isFalse();
	}

	@Test
	void needsNoFieldThatDecidesNothing() {
		Criteria missing = where("F").is("x");
		Criteria there = where("G").is("y");
		for (Criteria both : List.of(missing.and(there), there.and(missing))) {
			assertThat(filter(both).test(Map.of("G", "z"))).isFalse();
			assertMissing(both, Map.of("G", "y"), "F");
		}
		for (Criteria either : List.of(missing.or(there), there.or(missing))) {
			assertThat(filter(either).test(Map.of("G", "y"))).isTrue();
			assertMissing(either, Map.of("G", "z"), "F");
		}
	}

	private static void assertMissing(Criteria criteria, Map<String, @Nullable Object> fields, String name) {
		assertThatExceptionOfType(MissingFieldException.class).isThrownBy(() -> filter(criteria).test(fields))
			.satisfies((ex) -> assertThat(ex.field()).isEqualTo(name))
			.withMessageContaining("field " + name + " did not come")
			.withMessageContaining("'matches'");
	}

	@Test
	void leavesAllElseToBigin() {
		Criteria.Condition field = where("F");
		assertThat(List.of(field.matches("x"), field.not("x"), field.startsWith("x"), field.greaterThan(1),
				field.greaterThanOrEquals(1), field.lessThan(1), field.lessThanOrEquals(1), field.between(1, 2)))
			.allSatisfy((criteria) -> assertThat(filter(criteria)).isNull());
	}

	@Test
	void whatCannotBeToldMakesAnOrImpossibleToTellButNotAnAnd() {
		Criteria known = where("F").is("x");
		Criteria unknown = where("G").startsWith("y");
		assertThat(filter(known.or(unknown))).isNull();
		for (Criteria both : List.of(known.and(unknown), unknown.and(known))) {
			assertThat(filter(both).fields()).containsExactly("F");
			assertThat(filter(both).test(Map.of("F", "x", "G", "z"))).isTrue();
			assertThat(filter(both).test(Map.of("F", "z", "G", "y"))).isFalse();
		}
		assertThat(filter(unknown.and(unknown))).isNull();
	}

	@Test
	void isNotSwitchedOffForATextThatBiginMayTakeForAWordOfItsOwn() {
		Criteria odd = where("F").is("${EMPTY}");
		assertThat(filter(odd.or(where("G").is("y"))).requiredFields()).isEqualTo(Set.of("F"));
		assertThat(filter(odd.and(where("G").startsWith("y"))).requiredFields()).isEqualTo(Set.of("F"));
		for (Criteria rejected : List.of(odd.or(where("G").startsWith("y")), where("G").startsWith("y").or(odd),
				where("A").is("1").and(where("G").not("y").or(odd)), where("G").not(1).or(where("H").not(1)).or(odd))) {
			assertThatIllegalArgumentException().isThrownBy(() -> filter(rejected)).withMessageContaining("'${'");
		}
	}

	@Test
	void saysWhichFieldsItNeeds() {
		Criteria criteria = where("A").is("1")
			.and(where("Account_Name").is("2").or(where("id").in("3", "4")))
			.and(where("B").startsWith("x"));
		assertThat(filter(criteria).fields()).isEqualTo(Set.of("A", "Account_Name"));
	}

	@Test
	void makesCriteriaUnequalThatFindDifferentRecords() {
		assertThat(where("F").is("x")).isNotEqualTo(where("F").matches("x"))
			.isEqualTo(where("F").is("x"))
			.hasSameHashCodeAs(where("F").is("x"));
	}

	@Test
	void hidesItsValues() {
		assertThat(filter(where("F").is("secret")).toString()).doesNotContain("secret");
	}

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3, 4 })
	void neverLeavesOutARecordThatMatches(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 2000; i++) {
			Model model = Model.random(random, 1 + random.nextInt(6), random.nextInt(3) > 0);
			RecordFilter filter = filter(model.criteria());
			for (int j = 0; j < 20; j++) {
				Map<String, @Nullable Object> record = record(random);
				boolean kept = filter == null || keeps(filter, record);
				if (model.matches(record)) {
					assertThat(kept).as("%s of %s", model.criteria(), record).isTrue();
				}
				else if (model.isExact() && record.size() == 3) {
					assertThat(kept).as("%s of %s", model.criteria(), record).isFalse();
				}
			}
		}
	}

	private static boolean keeps(RecordFilter filter, Map<String, @Nullable Object> record) {
		try {
			return filter.test(record);
		}
		catch (MissingFieldException ex) {
			assertThat(record).doesNotContainKey(ex.field());
			return true;
		}
	}

	private static Map<String, @Nullable Object> record(Random random) {
		Map<String, @Nullable Object> record = new HashMap<>();
		for (String field : List.of("A", "B", "C")) {
			if (random.nextInt(8) > 0) {
				record.put(field, (random.nextInt(6) == 0) ? null : value(random));
			}
		}
		return record;
	}

	private static String value(Random random) {
		return List.of("one", "two", "one two", "three").get(random.nextInt(4));
	}

	private static RecordFilter filter(Criteria criteria) {
		return (RecordFilter) CriteriaRenderer.SEARCH.render(criteria).filter();
	}

	private static boolean keeps(Criteria criteria, @Nullable Object wire) {
		Map<String, @Nullable Object> fields = new HashMap<>();
		fields.put("F", wire);
		RecordFilter filter = filter(criteria);
		assertThat(filter).isNotNull();
		return filter.test(fields);
	}

	private static Map<String, @Nullable Object> withoutName() {
		Map<String, @Nullable Object> reference = new HashMap<>();
		reference.put("id", "42");
		reference.put("name", null);
		return reference;
	}

	/**
	 * Criteria, and what they mean where a field that was not read could be anything.
	 */
	private interface Model {

		Criteria criteria();

		boolean matches(Map<String, @Nullable Object> fields);

		boolean isExact();

		static Model random(Random random, int conditions, boolean exact) {
			if (conditions == 1) {
				String field = List.of("A", "B", "C").get(random.nextInt(3));
				String value = value(random);
				return switch (exact ? random.nextInt(2) : random.nextInt(4)) {
					case 0 -> new Is(field, List.of(value));
					case 1 -> new Is(field, Arrays.asList(value, value(random)));
					case 2 -> new Words(field, value);
					default -> new Beginning(field, value);
				};
			}
			int left = 1 + random.nextInt(conditions - 1);
			return new Joined(random.nextBoolean(), random(random, left, exact),
					random(random, conditions - left, exact));
		}

	}

	private record Is(String field, List<String> values) implements Model {

		@Override
		public Criteria criteria() {
			return (this.values.size() == 1) ? where(this.field).is(this.values.get(0))
					: where(this.field).in(this.values);
		}

		@Override
		public boolean matches(Map<String, @Nullable Object> fields) {
			return !fields.containsKey(this.field)
					|| fields.get(this.field) instanceof String text && this.values.contains(text);
		}

		@Override
		public boolean isExact() {
			return true;
		}

	}

	private record Words(String field, String value) implements Model {

		@Override
		public Criteria criteria() {
			return where(this.field).matches(this.value);
		}

		@Override
		public boolean matches(Map<String, @Nullable Object> fields) {
			return !fields.containsKey(this.field) || fields.get(this.field) instanceof String text
					&& List.of(text.split(" ")).containsAll(List.of(this.value.split(" ")));
		}

		@Override
		public boolean isExact() {
			return false;
		}

	}

	private record Beginning(String field, String value) implements Model {

		@Override
		public Criteria criteria() {
			return where(this.field).startsWith(this.value);
		}

		@Override
		public boolean matches(Map<String, @Nullable Object> fields) {
			return !fields.containsKey(this.field)
					|| fields.get(this.field) instanceof String text && text.startsWith(this.value);
		}

		@Override
		public boolean isExact() {
			return false;
		}

	}

	private record Joined(boolean both, Model left, Model right) implements Model {

		@Override
		public Criteria criteria() {
			return this.both ? this.left.criteria().and(this.right.criteria())
					: this.left.criteria().or(this.right.criteria());
		}

		@Override
		public boolean matches(Map<String, @Nullable Object> fields) {
			return this.both ? this.left.matches(fields) && this.right.matches(fields)
					: this.left.matches(fields) || this.right.matches(fields);
		}

		@Override
		public boolean isExact() {
			return this.left.isExact() && this.right.isExact();
		}

	}

}
