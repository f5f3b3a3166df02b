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

package io.github.biginspring.query.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.criteria.CriteriaRenderer;
import io.github.biginspring.internal.IdOrder;
import io.github.biginspring.internal.coql.CoqlParser;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.SortOrder;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Coql}.
 */
class CoqlTests {

	private static final Coql CONTACTS = Coql.select("Last_Name").from("Contacts");

	@ParameterizedTest
	@MethodSource
	void writesEveryOperatorAsBiginReadsIt(Criteria criteria, String text) {
		assertThat(CONTACTS.where(criteria).text()).isEqualTo("select id, Last_Name from Contacts where " + text);
	}

	static Stream<Arguments> writesEveryOperatorAsBiginReadsIt() {
		return Stream.of(Arguments.of(where("Last_Name").is("Watson"), "Last_Name = 'Watson'"),
				Arguments.of(where("Stage").not("Lost"), "Stage != 'Lost'"),
				Arguments.of(where("Amount").lessThan(10), "Amount < 10"),
				Arguments.of(where("Amount").lessThanOrEquals(10.5), "Amount <= 10.5"),
				Arguments.of(where("Amount").greaterThan(new BigDecimal("1E+3")), "Amount > 1000"),
				Arguments.of(where("Amount").greaterThanOrEquals(10L), "Amount >= 10"),
				Arguments.of(where("Amount").between(1, 2), "Amount between 1 and 2"),
				Arguments.of(where("Stage").in("New", "Won"), "Stage in ('New', 'Won')"),
				Arguments.of(where("Stage").in(List.of("New")), "Stage in ('New')"),
				Arguments.of(where("Stage").notIn("New", "Won"), "Stage not in ('New', 'Won')"),
				Arguments.of(where("Email").like("%@x.com"), "Email like '%@x.com'"),
				Arguments.of(where("Email").notLike("%@x.com"), "Email not like '%@x.com'"),
				Arguments.of(where("Email").isEmpty(), "Email is null"),
				Arguments.of(where("Account_Name.Phone").isNotEmpty(), "Account_Name.Phone is not null"),
				Arguments.of(where("Email_Opt_Out").is(true), "Email_Opt_Out = true"),
				Arguments.of(where("Closing_Date").is(LocalDate.of(2026, 2, 6)), "Closing_Date = '2026-02-06'"),
				Arguments.of(where("Created_Time").is(Instant.parse("2026-01-01T00:00:00.5Z")),
						"Created_Time = '2026-01-01T00:00:00+00:00'"),
				Arguments.of(where("Created_Time").is(OffsetDateTime.parse("2026-02-06T00:28:53-08:00")),
						"Created_Time = '2026-02-06T00:28:53-08:00'"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "O'Brien | 'O''Brien'", "' or id is not null | ''' or id is not null'", "'' | ''''''",
					":name | ':name'", "a\\b | 'a\\b'", "\" limit 0\" | ' limit 0'", "(漢 é) | '(漢 é)'" })
	void aValueStaysAValueWhateverItHolds(String value, String literal) {
		assertThat(CONTACTS.where(where("F").is(value)).text()).endsWith(" where F = " + literal);
		assertThat(Coql.of("select F from M where F = :value").bind("value", value).text())
			.isEqualTo("select F from M where F = " + literal);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\nb", "\u0000", "\u007f", "\t" })
	void refusesControlCharactersWithoutShowingTheValue(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> where("Last_Name").is("secret" + value))
			.withMessageContaining("Last_Name")
			.withMessageContaining("control character")
			.withMessageNotContaining("secret");
	}

	@Test
	void refusesWhatCannotBeCompared() {
		assertThatIllegalArgumentException().isThrownBy(() -> where("F").is(null)).withMessageContaining("F");
		assertThatIllegalArgumentException().isThrownBy(() -> where("F").is(Map.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> where("F").is("cut off \ud83d"));
		assertThatIllegalArgumentException().isThrownBy(() -> where("F").in());
		assertThatIllegalArgumentException().isThrownBy(() -> where("F = 1 or G"));
		assertThatIllegalArgumentException().isThrownBy(() -> Coql.select("F, G"));
		assertThatIllegalArgumentException().isThrownBy(() -> Coql.select("F").from("M where"));
	}

	@Test
	void pairsConditionsByParentheses() {
		Criteria a = where("A").is(1);
		Criteria b = where("B").is(2);
		Criteria c = where("C").is(3);
		assertThat(CONTACTS.where(a.and(b).and(c)).text()).endsWith(" where ((A = 1 and B = 2) and C = 3)");
		assertThat(CONTACTS.where(a.or(b.and(c))).text()).endsWith(" where (A = 1 or (B = 2 and C = 3))");
		assertThat(CONTACTS.where(a).and(b).or(c).text()).endsWith(" where ((A = 1 and B = 2) or C = 3)");
		assertThat(CONTACTS.where(a.or(b)).and(b.or(c)).text())
			.endsWith(" where ((A = 1 or B = 2) and (B = 2 or C = 3))");
	}

	@Test
	void writesTheOrder() {
		assertThat(CONTACTS.orderBy(SortOrder.ascending("Last_Name"), SortOrder.descending("id")).text())
			.endsWith(" order by Last_Name asc, id desc");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> CONTACTS.orderBy(SortOrder.ascending("id"), SortOrder.descending("id")));
		assertThatIllegalArgumentException().isThrownBy(() -> CONTACTS.orderBy());
	}

	@Test
	void alwaysHasAConditionAndTheId() {
		assertThat(CONTACTS.text()).isEqualTo("select id, Last_Name from Contacts where id is not null");
		assertThat(Coql.select("Last_Name", "id").from("Contacts").text()).startsWith("select Last_Name, id from ");
	}

	@Test
	void takesTwentyFiveConditionsAndNoMore() {
		Criteria most = conditions(25);
		assertThat(CONTACTS.where(most).text()).contains("F24");
		assertThatIllegalArgumentException().isThrownBy(() -> CONTACTS.where(most.and(where("F").is(1))))
			.withMessage("A COQL query takes at most 25 conditions, not 26");
		assertThatIllegalArgumentException().isThrownBy(() -> CONTACTS.where(most).or(where("F").is(1)));
		Coql written = Coql.of("select F from M where " + CriteriaRenderer.COQL.render(most).text());
		assertThatIllegalArgumentException().isThrownBy(() -> written.and(where("F").is(1)));
	}

	@Test
	void countsABetweenAsOneCondition() {
		String betweens = String.join(" or ", Collections.nCopies(25, "A between 1 and 2"));
		assertThat(Coql.of("select F from M where " + betweens).text()).contains("between");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Coql.of("select F from M where " + betweens + " and B = 1"))
			.withMessageContaining("26");
	}

	@Test
	void joinsTwoModulesAndNoMore() {
		assertThat(Coql.select("A.F", "A.G", "A.B.F", "C.id").from("M").text()).contains("A.B.F");
		assertThatIllegalArgumentException().isThrownBy(() -> Coql.select("A.F", "B.F", "C.F").from("M"))
			.withMessageContaining("joins at most 2 modules");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Coql.select("A.F", "B.F").from("M").where(where("C.F").isEmpty()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Coql.select("A.F", "B.F").from("M").orderBy(SortOrder.ascending("C.F")));
		assertThat(Coql.select("A.F", "B.F").from("M").where(where("F").is("C.D")).text()).contains("'C.D'");
	}

	@Test
	void takesFiftyColumnsAndNoMore() {
		assertThat(Coql.select(names(49)).from("M").text()).contains("F48");
		assertThatIllegalArgumentException().isThrownBy(() -> Coql.select(names(50)))
			.withMessageContaining("at most 50 columns with the id, not 51");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			value = { "select A from M where B = 1 | select A from M where B = 1",
					"SELECT A , B FROM M WHERE B = 1 ORDER BY C desc LIMIT 5 |"
							+ " select A , B from M where B = 1 order by C desc",
					"select A from M | select A from M where id is not null",
					"select COUNT(id), A from M where A = 1 group by A |"
							+ " select COUNT(id), A from M where A = 1 group by A",
					"select A from M where (A = 'from M limit 1' and (B in (1, 2) or C is null)) offset 3 |"
							+ " select A from M where (A = 'from M limit 1' and (B in (1, 2) or C is null))" })
	void readsAWrittenQuery(String written, String text) {
		assertThat(Coql.of(written).text()).isEqualTo(text);
	}

	@Test
	void readsAQueryOfSeveralLines() {
		assertThat(Coql.of("""
				select Last_Name,
					Email
				from Contacts
				where Email like '%@x.com'
					and Last_Name = 'a  b'
				limit 10
				""").text())
			.isEqualTo("select Last_Name, Email from Contacts where Email like '%@x.com' and Last_Name = 'a  b'");
	}

	@ParameterizedTest
	@CsvSource({ "limit 5, 5, 0", "limit 5 offset 7, 5, 7", "offset 7, , 7", "'limit 400, 200', 200, 400" })
	void readsTheLimit(String written, @Nullable Long limit, long offset) {
		Coql query = Coql.of("select A from M where B = 1 " + written);
		assertThat(query.limit()).isEqualTo(limit);
		assertThat(query.offset()).isEqualTo(offset);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "A from M", "select A", "select from M", "from M select A",
			"select A from M where B = 1 from N", "select A from M limit x", "select A from M limit -1",
			"select A from M where (B = 1", "select A from M where B = 1)", "select A from M where B = 'x",
			"select A from M where B = 'O\\'Brien'", "select A from M N", "select A from M where B = 'x\ny'",
			"select A\u0000 from M", "update M set A = 1" })
	void refusesWhatIsNoQuery(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Coql.of(text));
	}

	@Test
	void bindsParametersOutsideOfQuotesOnly() {
		Coql query = Coql
			.of("select A from M where (A = :a and B = ':a') and (C in (:c) and D > '2026-01-01T10:00:00+00:00')");
		assertThat(query.bind("a", ":c").bind(Map.of("c", List.of(1, "x'y"))).text())
			.isEqualTo("select A from M where (A = ':c' and B = ':a') and (C in (1, 'x''y')"
					+ " and D > '2026-01-01T10:00:00+00:00')");
		assertThat(query.bind("a", "1").bind("a", "2").bind("c", 3).text()).contains("A = '2'");
	}

	@Test
	void bindsAllParametersAndNoOthers() {
		Coql query = Coql.of("select A from M where A = :a and B = :a_b");
		assertThatIllegalStateException().isThrownBy(query.bind("a", 1)::text)
			.withMessage("Parameter :a_b of the COQL query has no value: bind one");
		assertThatIllegalArgumentException().isThrownBy(() -> query.bind("b", 1))
			.withMessage("The COQL query has no parameter :b, only [a, a_b]");
		assertThatIllegalArgumentException().isThrownBy(() -> query.bind("a", null)).withMessageContaining(":a");
		assertThatIllegalArgumentException().isThrownBy(() -> query.bind("a", List.of())).withMessageContaining(":a");
		assertThatIllegalArgumentException().isThrownBy(() -> query.bind("a", "secret\n"))
			.withMessageContaining(":a")
			.withMessageNotContaining("secret");
	}

	@Test
	void addsConditionsToAWrittenQuery() {
		assertThat(Coql.of("select A from M where A = :a or B = 2").bind("a", 1).and(where("C").is(3)).text())
			.isEqualTo("select A from M where ((A = 1 or B = 2) and C = 3)");
		assertThat(Coql.of("select A from M where (A = 1) or (B = 2)").and(where("C").is(3)).text())
			.isEqualTo("select A from M where (((A = 1) or (B = 2)) and C = 3)");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null", value = { "'', ASCENDING", "order by id, ASCENDING", "order by ID asc, ASCENDING",
			"order by id desc, DESCENDING", "order by Email, null", "'order by id, Email', null", "group by id, null" })
	void knowsWhetherRowsAreInTheOrderOfIds(String written, @Nullable IdOrder order) {
		assertThat(CoqlParser.parse("select A from M where A = 1 " + written).idOrder()).isEqualTo(order);
	}

	@Test
	void everyStepReturnsACopy() {
		String before = CONTACTS.text();
		CONTACTS.where(where("A").is(1));
		CONTACTS.or(where("A").is(1));
		CONTACTS.orderBy(SortOrder.ascending("A"));
		assertThat(CONTACTS.limit(5)).isNotSameAs(CONTACTS);
		assertThat(CONTACTS.limit()).isNull();
		assertThat(CONTACTS.text()).isEqualTo(before);
	}

	@Test
	void hidesTheValuesAsText() {
		assertThat(CONTACTS.where(where("Email").is("ada@example.org").and(where("Amount2").in(4711, -12.5))))
			.hasToString("select id, Last_Name from Contacts where (Email = ? and Amount2 in (?, -?))");
		assertThat(Coql.of("select A from M where A = :a and B = 'x'").bind("a", "secret"))
			.hasToString("select A from M where A = :a and B = ?");
		assertThat(where("Email").is("it's")).hasToString("Email is ?");
	}

	private static Criteria conditions(int count) {
		Criteria condition = where("F0").is(0);
		for (int i = 1; i < count; i++) {
			condition = condition.and(where("F" + i).is(i));
		}
		return condition;
	}

	private static String[] names(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "F" + i).toArray(String[]::new);
	}

}
