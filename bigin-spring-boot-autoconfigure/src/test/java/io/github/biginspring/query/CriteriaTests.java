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

package io.github.biginspring.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.biginspring.query.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CriteriaTests {

	@ParameterizedTest
	@MethodSource
	void writesEveryOperatorAsBiginReadsIt(Criteria criteria, String expression) {
		assertThat(criteria.expression()).isEqualTo(expression);
	}

	static Stream<Arguments> writesEveryOperatorAsBiginReadsIt() {
		return Stream.of(Arguments.of(where("Last_Name").is("Watson"), "(Last_Name:equals:Watson)"),
				Arguments.of(where("Stage").isNot("Lost"), "(Stage:not_equal:Lost)"),
				Arguments.of(where("Email").startsWith("ada"), "(Email:starts_with:ada)"),
				Arguments.of(where("Amount").greaterThan(10), "(Amount:greater_than:10)"),
				Arguments.of(where("Amount").greaterThanOrEqualTo(10L), "(Amount:greater_equal:10)"),
				Arguments.of(where("Amount").lessThan(10.5), "(Amount:less_than:10.5)"),
				Arguments.of(where("Amount").lessThanOrEqualTo(new BigDecimal("10.50")), "(Amount:less_equal:10.50)"),
				Arguments.of(where("Amount").between(1, 2), "(Amount:between:1,2)"),
				Arguments.of(where("Stage").in("New", "Won"), "(Stage:in:New,Won)"),
				Arguments.of(where("Stage").in(List.of("New")), "(Stage:in:New)"),
				Arguments.of(where("Account_Name.id").is("42"), "(Account_Name.id:equals:42)"),
				Arguments.of(where("$state").is("save"), "($state:equals:save)"));
	}

	@ParameterizedTest
	@MethodSource
	void writesEveryTypeOfValueAsBiginReadsIt(Object value, String text) {
		assertThat(where("F").is(value).expression()).isEqualTo("(F:equals:" + text + ")");
	}

	static Stream<Arguments> writesEveryTypeOfValueAsBiginReadsIt() {
		return Stream.of(Arguments.of("text", "text"), Arguments.of(new StringBuilder("built"), "built"),
				Arguments.of(true, "true"), Arguments.of(-7, "-7"), Arguments.of(new BigDecimal("1E+3"), "1000"),
				Arguments.of(1.0E10, "10000000000"), Arguments.of(LocalDate.of(2026, 2, 6), "2026-02-06"),
				Arguments.of(OffsetDateTime.parse("2026-02-06T00:28:53-08:00"), "2026-02-06T00:28:53-08:00"),
				// Bigin refuses a Z, a fraction and a time without seconds
				Arguments.of(OffsetDateTime.parse("2026-02-06T10:00:00.123456Z"), "2026-02-06T10:00:00+00:00"),
				Arguments.of(ZonedDateTime.parse("2026-02-06T10:00:00+01:00[Europe/Paris]"),
						"2026-02-06T10:00:00+01:00"),
				Arguments.of(Instant.parse("2026-02-06T10:00:00.5Z"), "2026-02-06T10:00:00+00:00"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "(x) | \\(x\\)", "a,b | a\\,b", "a\\b | a\\\\b", "\\( | \\\\\\(",
					"x)or(Email:starts_with:a | x\\)or\\(Email:starts_with:a", "x)) | x\\)\\)",
					"a:b & c+d %28 'é' \"漢\" | a:b & c+d %28 'é' \"漢\"", "in:1 | in:1" })
	void aValueStaysAValueWhateverItHolds(String value, String escaped) {
		assertThat(where("F").is(value).expression()).isEqualTo("(F:equals:" + escaped + ")");
		assertThat(where("F").startsWith(value).expression()).isEqualTo("(F:starts_with:" + escaped + ")");
		assertThat(where("F").in(value, "b").expression()).isEqualTo("(F:in:" + escaped + ",b)");
		assertThat(where("F").between(value, value).expression())
			.isEqualTo("(F:between:" + escaped + "," + escaped + ")");
	}

	@Test
	void joinsConditionsInTheOrderTheyWereJoined() {
		Criteria a = where("A").is("1");
		Criteria b = where("B").is("2");
		Criteria c = where("C").is("3");
		assertThat(a.and(b).expression()).isEqualTo("((A:equals:1)and(B:equals:2))");
		assertThat(a.and(b).or(c).expression()).isEqualTo("(((A:equals:1)and(B:equals:2))or(C:equals:3))");
		assertThat(a.and(b.or(c)).expression()).isEqualTo("((A:equals:1)and((B:equals:2)or(C:equals:3)))");
		assertThat(a.expression()).isEqualTo("(A:equals:1)");
	}

	@Test
	void takesTenConditionsAndNoMore() {
		Criteria ten = conditions(10);
		assertThat(ten.expression()).contains("F9:").doesNotContain("F10:");
		assertThatIllegalArgumentException().isThrownBy(() -> ten.and(where("G").is("1")))
			.withMessage("A search takes at most 10 conditions, not 11");
		assertThatIllegalArgumentException().isThrownBy(() -> conditions(6).or(conditions(5)))
			.withMessage("A search takes at most 10 conditions, not 11");
	}

	@Test
	void takesOneToAHundredValues() {
		assertThat(where("F").in(Collections.nCopies(100, "v")).expression()).contains("v,v");
		assertThatIllegalArgumentException().isThrownBy(() -> where("F").in(Collections.nCopies(101, "v")))
			.withMessage("Field F: 'in' takes 1 to 100 values, not 101");
		assertThatIllegalArgumentException().isThrownBy(() -> where("F").in())
			.withMessage("Field F: 'in' takes 1 to 100 values, not 0");
	}

	@ParameterizedTest
	@NullSource
	@MethodSource
	void refusesOtherTypesByTheNameOfTheFieldWithoutShowingTheValue(@Nullable Object value) {
		assertThatIllegalArgumentException().isThrownBy(() -> where("Some_Field").is(value))
			.withMessageContaining("Some_Field")
			.withMessageContaining("cannot be compared")
			.withMessageNotContaining("secret");
		assertThatIllegalArgumentException().isThrownBy(() -> where("Some_Field").in(Arrays.asList("a", value)))
			.withMessageContaining("Some_Field");
		assertThatIllegalArgumentException().isThrownBy(() -> where("Some_Field").in("a", value))
			.withMessageContaining("Some_Field");
		assertThatIllegalArgumentException().isThrownBy(() -> where("Some_Field").between(1, value))
			.withMessageContaining("Some_Field");
	}

	static Stream<Object> refusesOtherTypesByTheNameOfTheFieldWithoutShowingTheValue() {
		return Stream.of(Map.of("id", "secret"), List.of("secret"), LocalDateTime.of(2026, 2, 6, 10, 0),
				UUID.randomUUID(), 'c', Double.NaN, Double.POSITIVE_INFINITY, Float.NaN);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "Last Name", "A:equals:1)or(B", "A)", "A,B", "A\\", "Sch\u00f6n", "A\n" })
	void refusesWhatIsNoField(@Nullable String field) {
		assertThatIllegalArgumentException().isThrownBy(() -> where(field))
			.withMessageContaining("Not a field's API name");
	}

	@Test
	void hidesTheValuesAsText() {
		Criteria criteria = where("Email").is("ada@example.org").and(where("Amount").between(4711, 4712));
		assertThat(criteria).hasToString("((Email:equals:?)and(Amount:between:?))");
	}

	@Test
	void isEqualByItsExpression() {
		assertThat(where("A").is("1")).isEqualTo(where("A").is(1))
			.hasSameHashCodeAs(where("A").is(1))
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

}
