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
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Criteria} and the forms that they take.
 */
class CriteriaTests {

	private static final List<Value> VALUES = List.of(
			new Value("O'B (a,b) \\ \"x\" :é漢\ud83d\ude00", "O'B \\(a\\,b\\) \\\\ \"x\" :é漢\ud83d\ude00",
					"'O''B (a,b) \\ \"x\" :é漢\ud83d\ude00'", "\"O'B (a,b) \\\\ \\\"x\\\" :é漢\ud83d\ude00\""),
			new Value("x)or(F:equals:y", "x\\)or\\(F:equals:y", "'x)or(F:equals:y'", "\"x)or(F:equals:y\""),
			new Value("' or id is not null", "' or id is not null", "''' or id is not null'",
					"\"' or id is not null\""),
			new Value("", "", "''", "\"\""), new Value("a ${EMPTY}", "a ${EMPTY}", "'a ${EMPTY}'", "\"a ${EMPTY}\""),
			new Value(new StringBuilder("built"), "built", "'built'", "\"built\""),
			new Value(true, "true", "true", "true"), new Value(-7, "-7", "-7", "-7"),
			new Value(10.5, "10.5", "10.5", "10.5"), new Value(new BigDecimal("10.50"), "10.50", "10.50", "10.50"),
			new Value(new BigDecimal("1E+3"), "1000", "1000", "1000"),
			new Value(1.0E10, "10000000000", "10000000000", "10000000000"),
			new Value(LocalDate.of(2026, 2, 6), "2026-02-06", "'2026-02-06'", "\"2026-02-06\""),
			time(OffsetDateTime.parse("2026-02-06T00:28:53-08:00"), "2026-02-06T00:28:53-08:00"),
			// Bigin refuses a Z, a fraction and a time without seconds
			time(OffsetDateTime.parse("2026-02-06T10:00:00.123456Z"), "2026-02-06T10:00:00+00:00"),
			time(ZonedDateTime.parse("2026-02-06T10:00:00+01:00[Europe/Paris]"), "2026-02-06T10:00:00+01:00"),
			time(Instant.parse("2026-02-06T10:00:00.5Z"), "2026-02-06T10:00:00+00:00"));

	// $ stands for the value
	private static final List<Row> ROWS = List.of(row("is", Criteria.Condition::is, "(F:equals:$)", "F = $", "equal|$"),
			row("not", Criteria.Condition::not, "(F:not_equal:$)", "F != $", "not_equal|$"),
			row("matches", Criteria.Condition::matches, "(F:equals:$)", null, null),
			row("greaterThan", Criteria.Condition::greaterThan, "(F:greater_than:$)", "F > $", "greater_than|$"),
			row("greaterThanOrEquals", Criteria.Condition::greaterThanOrEquals, "(F:greater_equal:$)", "F >= $",
					"greater_equal|$"),
			row("lessThan", Criteria.Condition::lessThan, "(F:less_than:$)", "F < $", "less_than|$"),
			row("lessThanOrEquals", Criteria.Condition::lessThanOrEquals, "(F:less_equal:$)", "F <= $", "less_equal|$"),
			row("between", (field, value) -> field.between(value, value), "(F:between:$,$)", "F between $ and $",
					"greater_equal|$|less_equal|$"),
			row("in", (field, value) -> field.in(value, value), "(F:in:$,$)", "F in ($, $)", "in|[$,$]"),
			row("in", (field, value) -> field.in(List.of(value)), "(F:in:$)", "F in ($)", "in|[$]"),
			row("notIn", (field, value) -> field.notIn(value, value), null, "F not in ($, $)", "not_in|[$,$]"),
			row("notIn", (field, value) -> field.notIn(List.of(value)), null, "F not in ($)", "not_in|[$]"),
			row("isEmpty", (field, value) -> field.isEmpty(), null, "F is null", "equal|\"${EMPTY}\""),
			row("isNotEmpty", (field, value) -> field.isNotEmpty(), null, "F is not null", "not_equal|\"${EMPTY}\""));

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void everyOperatorWithEveryValueIsWrittenOrRefused(String name, Row row, Value value) {
		Criteria criteria = row.build().apply(where("F"), value.value());
		assertThat(criteria.toString()).isEqualTo("F " + row.operator() + (name.contains("mpty") ? "" : " ?"));
		if (row.search() != null) {
			assertThat(search(criteria)).isEqualTo(row.search().replace("$", value.search()));
		}
		else {
			assertRefused(CriteriaRenderer.SEARCH, criteria, "A search", row.operator());
		}
		if (row.coql() != null) {
			assertThat(coql(criteria)).isEqualTo(row.coql().replace("$", value.coql()));
		}
		else {
			assertRefused(CriteriaRenderer.COQL, criteria, "COQL", row.operator());
		}
		if (row.bulk() != null) {
			String[] parts = row.bulk().split("\\|");
			List<String> conditions = new ArrayList<>();
			for (int i = 0; i < parts.length; i += 2) {
				String json = parts[i + 1];
				conditions.add(condition(parts[i], json.contains("EMPTY") ? json : json.replace("$", value.bulk())));
			}
			assertThat(bulk(criteria))
				.isEqualTo("{\"group\":[" + String.join(",", conditions) + "],\"group_operator\":\"and\"}");
		}
		else {
			assertRefused(CriteriaRenderer.BULK, criteria, "A bulk read", row.operator());
		}
	}

	static Stream<Arguments> everyOperatorWithEveryValueIsWrittenOrRefused() {
		List<Arguments> all = new ArrayList<>();
		for (Row row : ROWS) {
			for (Value value : VALUES) {
				all.add(Arguments.of(
						row.operator() + " with a " + value.value().getClass().getSimpleName() + " " + value.search(),
						row, value));
			}
		}
		return all.stream();
	}

	@ParameterizedTest
	@MethodSource
	void patternsAreWrittenOrRefused(Criteria criteria, @Nullable String search, @Nullable String coql,
			@Nullable String comparator) {
		if (search != null) {
			assertThat(search(criteria)).isEqualTo(search);
		}
		else {
			assertRefused(CriteriaRenderer.SEARCH, criteria, "A search", "ike");
		}
		if (coql != null) {
			assertThat(coql(criteria)).isEqualTo(coql);
		}
		else {
			assertRefused(CriteriaRenderer.COQL, criteria, "COQL", "startsWith");
		}
		if (comparator != null) {
			assertThat(bulk(criteria)).contains(condition(comparator, "\"it's\""));
		}
		else {
			assertRefused(CriteriaRenderer.BULK, criteria, "A bulk read", "ike");
		}
	}

	static Stream<Arguments> patternsAreWrittenOrRefused() {
		return Stream.of(
				Arguments.of(where("F").startsWith("it's"), "(F:starts_with:it's)", "F like 'it''s%'", "starts_with"),
				Arguments.of(where("F").like("it's%"), null, "F like 'it''s%'", "starts_with"),
				Arguments.of(where("F").like("%it's"), null, "F like '%it''s'", "ends_with"),
				Arguments.of(where("F").like("%it's%"), null, "F like '%it''s%'", "contains"),
				Arguments.of(where("F").like("it's"), null, "F like 'it''s'", "equal"),
				Arguments.of(where("F").notLike("%it's%"), null, "F not like '%it''s%'", "not_contains"),
				Arguments.of(where("F").notLike("it's"), null, "F not like 'it''s'", "not_equal"),
				Arguments.of(where("F").notLike("it's%"), null, "F not like 'it''s%'", null),
				Arguments.of(where("F").notLike("%it's"), null, "F not like '%it''s'", null),
				Arguments.of(where("F").like("it%s"), null, "F like 'it%s'", null),
				Arguments.of(where("F").like("%"), null, "F like '%'", null),
				Arguments.of(where("F").like("%%"), null, "F like '%%'", null),
				Arguments.of(where("F").like("%${EMPTY}"), null, "F like '%${EMPTY}'", null));
	}

	@Test
	void aBulkReadHasARangeAsTwoConditionsThatStayTogether() {
		String bounds = "{\"api_name\":\"F\",\"comparator\":\"greater_equal\",\"value\":1},"
				+ "{\"api_name\":\"F\",\"comparator\":\"less_equal\",\"value\":9}";
		assertThat(bulk(where("F").between(1, 9).and("A").is(3)))
			.isEqualTo("{\"group\":[" + bounds + "," + part("A", 3) + "],\"group_operator\":\"and\"}");
		assertThat(bulk(where("A").is(3).or("F").between(1, 9))).isEqualTo("{\"group\":[" + part("A", 3)
				+ ",{\"group\":[" + bounds + "],\"group_operator\":\"and\"}],\"group_operator\":\"or\"}");
	}

	@Test
	void coqlDoesNotTakeAPercentSignForOneOfTheText() {
		assertRefused(CriteriaRenderer.COQL, where("F").startsWith("100%"), "COQL", "startsWith");
	}

	@ParameterizedTest
	@ValueSource(strings = { "${EMPTY}", "${", "${x} y", " ${EMPTY}", "\u2003${EMPTY}" })
	void aTextThatMayMeanNothingIsRefusedOrLookedAtAgain(String text) {
		Criteria.Condition field = where("F");
		for (Criteria criteria : List.of(field.is(text), field.not(text), field.in("a", text), field.notIn("a", text),
				field.startsWith(text), field.like(text), field.like(text + "%"), field.notLike(text),
				field.greaterThan(text), field.between("a", text), field.is("a").or(field.is(text)))) {
			assertThatIllegalArgumentException().isThrownBy(() -> CriteriaRenderer.BULK.render(criteria))
				.withMessageContaining("A bulk read")
				.withMessageContaining("field F")
				.withMessageContaining("'${'");
		}
		for (Criteria criteria : List.of(field.not(text), field.startsWith(text), field.matches(text),
				field.greaterThan(text), field.between("a", text))) {
			assertThatIllegalArgumentException().isThrownBy(() -> CriteriaRenderer.SEARCH.render(criteria))
				.withMessageContaining("field F")
				.withMessageContaining("'${'");
		}
		for (Criteria criteria : List.of(field.is(text), field.in("a", text))) {
			SearchExpression search = CriteriaRenderer.SEARCH.render(criteria);
			assertThat(search.filter()).rejects(Collections.singletonMap("F", null), Map.of("F", ""))
				.accepts(Map.of("F", text));
			assertThat(search.filteredFields()).containsExactly("F");
		}
		assertThat(coql(field.is(text))).isEqualTo("F = '" + text + "'");
	}

	@Test
	void onlyCoqlComparesFieldsOfRelatedRecords() {
		Criteria related = where("Account_Name.Phone").is("1");
		assertThat(coql(related)).isEqualTo("Account_Name.Phone = '1'");
		assertThatIllegalArgumentException().isThrownBy(() -> search(related))
			.withMessageStartingWith("A search compares no field of a related record")
			.withMessageContaining("'is'")
			.withMessageContaining("Account_Name.Phone");
		assertThatIllegalArgumentException().isThrownBy(() -> bulk(where("A").is(1).and(related)))
			.withMessageStartingWith("A bulk read compares no field of a related record");
		assertThat(search(where("$state").is("save"))).isEqualTo("($state:equals:save)");
	}

	@Test
	void joinsConditionsInTheOrderTheyWereJoined() {
		Criteria a = where("A").is(1);
		Criteria b = where("B").is(2);
		Criteria c = where("C").is(3);
		assertForms(a.and(b), "((A:equals:1)and(B:equals:2))", "(A = 1 and B = 2)");
		assertForms(a.and(b).or(c), "(((A:equals:1)and(B:equals:2))or(C:equals:3))", "((A = 1 and B = 2) or C = 3)");
		assertForms(a.and(b.or(c)), "((A:equals:1)and((B:equals:2)or(C:equals:3)))", "(A = 1 and (B = 2 or C = 3))");
		assertForms(a.or(b.or(c)), "(((A:equals:1)or(B:equals:2))or(C:equals:3))", "((A = 1 or B = 2) or C = 3)");
		assertForms(a, "(A:equals:1)", "A = 1");
		assertThat(a.and(b).or(c)).isEqualTo(where("A").is(1).and("B").is(2).or("C").is(3));
		assertThat(bulk(a.and(b).and(c.or(a))))
			.isEqualTo("{\"group\":[" + part("A", 1) + "," + part("B", 2) + ",{\"group\":[" + part("C", 3) + ","
					+ part("A", 1) + "],\"group_operator\":\"or\"}],\"group_operator\":\"and\"}");
	}

	private static void assertForms(Criteria criteria, String search, String coql) {
		assertThat(search(criteria)).isEqualTo(search);
		assertThat(coql(criteria)).isEqualTo(coql);
	}

	@Test
	void searchesTakeTenConditionsAndCoqlTwentyFive() {
		assertThat(search(conditions(10))).contains("F9:");
		assertThatIllegalArgumentException().isThrownBy(() -> search(conditions(6).or(conditions(5))))
			.withMessageStartingWith("A search takes at most 10 conditions, not 11");
		assertThat(coql(conditions(25))).contains("F24 ");
		assertThatIllegalArgumentException().isThrownBy(() -> coql(conditions(26)))
			.withMessage("A COQL query takes at most 25 conditions, not 26");
		assertThat(bulk(conditions(2000))).contains("F1999");
	}

	@Test
	void searchesTakeAHundredValues() {
		assertThat(search(where("F").in(Collections.nCopies(100, "v")))).contains("v,v");
		Criteria many = where("F").in(Collections.nCopies(101, "v"));
		assertThatIllegalArgumentException().isThrownBy(() -> search(many))
			.withMessageStartingWith("Field F: 'in' takes 1 to 100 values in a search, not 101");
		assertThat(coql(many)).contains("'v', 'v'");
		assertThat(bulk(many)).contains("\"v\",\"v\"");
	}

	@Test
	void needsAValue() {
		assertThatIllegalArgumentException().isThrownBy(() -> where("F").in())
			.withMessage("Field F: 'in' takes one value or more");
		assertThatIllegalArgumentException().isThrownBy(() -> where("F").notIn(List.of()))
			.withMessage("Field F: 'notIn' takes one value or more");
		assertThatIllegalArgumentException().isThrownBy(() -> where("F").in((Collection<?>) null));
		assertThatIllegalArgumentException().isThrownBy(() -> where("F").in((Object[]) null));
		assertThatIllegalArgumentException().isThrownBy(() -> where("F").is("x").and((Criteria) null))
			.withMessageContaining("'and'");
	}

	@ParameterizedTest
	@NullSource
	@MethodSource
	void refusesOtherTypesByTheNameOfTheFieldWithoutShowingTheValue(@Nullable Object value) {
		Criteria.Condition field = where("Some_Field");
		assertThatIllegalArgumentException().isThrownBy(() -> field.is(value))
			.withMessageContaining("Some_Field")
			.withMessageContaining("cannot be compared")
			.withMessageNotContaining("secret");
		assertThatIllegalArgumentException().isThrownBy(() -> field.in(Arrays.asList("a", value)))
			.withMessageContaining("Some_Field");
		assertThatIllegalArgumentException().isThrownBy(() -> field.notIn("a", value))
			.withMessageContaining("Some_Field");
		assertThatIllegalArgumentException().isThrownBy(() -> field.between(1, value))
			.withMessageContaining("Some_Field");
	}

	static Stream<Object> refusesOtherTypesByTheNameOfTheFieldWithoutShowingTheValue() {
		return Stream.of(Map.of("id", "secret"), List.of("secret"), LocalDateTime.of(2026, 2, 6, 10, 0),
				UUID.randomUUID(), 'c', Double.NaN, Double.POSITIVE_INFINITY, Float.NaN, new Fraction());
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\nb", "\u0000", "\u007f", "\t", "\u0085" })
	void refusesControlCharactersWithoutShowingTheValue(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> where("Last_Name").is("secret" + value))
			.withMessageContaining("Last_Name")
			.withMessageContaining("control character")
			.withMessageNotContaining("secret");
	}

	@ParameterizedTest(name = "{index}")
	@ValueSource(strings = { "a\ud83d", "\ude00b", "a\ude00\ud83db", "\ud83d\ud83d\ude00" })
	void refusesHalfASurrogatePairAsItCannotArriveAsItself(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> where("Last_Name").startsWith(value))
			.withMessageContaining("Last_Name")
			.withMessageContaining("surrogate");
	}

	@Test
	void refusesANumberOfEndlessDigits() {
		Criteria.Condition amount = where("Amount");
		assertThatIllegalArgumentException().isThrownBy(() -> amount.is(new BigDecimal("1E-2000000000")))
			.withMessageContaining("Amount");
		assertThatIllegalArgumentException().isThrownBy(() -> amount.is(new BigDecimal("0E+2000000000")))
			.withMessageContaining("Amount");
		assertThat(search(amount.is(Double.MIN_VALUE))).startsWith("(Amount:equals:0.000").endsWith("49)");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "Last Name", "A:equals:1)or(B", "A)", "A,B", "A\\", "Sch\u00f6n", "A\n", ".A", "A.",
			"A..B", "." })
	void refusesWhatIsNoField(@Nullable String field) {
		assertThatIllegalArgumentException().isThrownBy(() -> where(field))
			.withMessageContaining("Not a field's API name");
		assertThatIllegalArgumentException().isThrownBy(() -> where("A").is(1).and(field))
			.withMessageContaining("Not a field's API name");
	}

	@Test
	void hidesTheValuesAsText() {
		Criteria criteria = where("Email").is("ada@example.org")
			.and(where("Amount").between(4711, 4712).or("B").isEmpty());
		assertThat(criteria).hasToString("(Email is ? and (Amount between ? or B isEmpty))");
		assertThat(CriteriaRenderer.SEARCH.render(where("Email").is("ada@example.org"))).hasToString("Email is ?");
		assertThat(CriteriaRenderer.COQL.render(criteria).toString()).doesNotContain("ada");
	}

	@Test
	void isEqualByWhatItFinds() {
		assertThat(where("A").is("1")).isEqualTo(where("A").is("1"))
			.hasSameHashCodeAs(where("A").is("1"))
			.isNotEqualTo(where("A").is(1))
			.isNotEqualTo(where("A").matches("1"))
			.isNotEqualTo(where("A").is("2"))
			.isNotEqualTo(where("B").is("1"));
	}

	private static Criteria conditions(int count) {
		Criteria criteria = where("F0").is("v");
		for (int i = 1; i < count; i++) {
			criteria = criteria.and(where("F" + i).is("v"));
		}
		return criteria;
	}

	private static void assertRefused(CriteriaRenderer<?> renderer, Criteria criteria, String reader, String operator) {
		assertThatIllegalArgumentException().isThrownBy(() -> renderer.render(criteria))
			.withMessageStartingWith(reader + " cannot express '")
			.withMessageContaining(operator)
			.withMessageContaining("(field F): ");
	}

	private static String search(Criteria criteria) {
		return CriteriaRenderer.SEARCH.render(criteria).text();
	}

	private static String coql(Criteria criteria) {
		return CriteriaRenderer.COQL.render(criteria).text();
	}

	private static String bulk(Criteria criteria) {
		return JsonMapper.shared().writeValueAsString(CriteriaRenderer.BULK.render(criteria));
	}

	private static String condition(String comparator, String value) {
		return "{\"api_name\":\"F\",\"comparator\":\"" + comparator + "\",\"value\":" + value + "}";
	}

	private static String part(String field, int value) {
		return "{\"api_name\":\"" + field + "\",\"comparator\":\"equal\",\"value\":" + value + "}";
	}

	private static Row row(String operator, BiFunction<Criteria.Condition, Object, Criteria> build,
			@Nullable String search, @Nullable String coql, @Nullable String bulk) {
		return new Row(operator, build, search, coql, bulk);
	}

	private static Value time(Object value, String text) {
		return new Value(value, text, "'" + text + "'", "\"" + text + "\"");
	}

	/**
	 * What becomes of an operator; {@code null} where it is refused.
	 */
	private record Row(String operator, BiFunction<Criteria.Condition, Object, Criteria> build, @Nullable String search,
			@Nullable String coql, @Nullable String bulk) {

	}

	private record Value(Object value, String search, String coql, String bulk) {

	}

	@SuppressWarnings("serial")
	private static final class Fraction extends Number {

		@Override
		public int intValue() {
			return 0;
		}

		@Override
		public long longValue() {
			return 0;
		}

		@Override
		public float floatValue() {
			return 0.5f;
		}

		@Override
		public double doubleValue() {
			return 0.5;
		}

		@Override
		public String toString() {
			return "1/2";
		}

	}

}
