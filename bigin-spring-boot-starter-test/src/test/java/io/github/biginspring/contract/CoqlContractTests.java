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

package io.github.biginspring.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.Records;

import static io.github.biginspring.contract.ClientFixture.await;
import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class CoqlContractTests {

	private static final Instant START = Instant.parse("2026-11-02T17:30:00Z");

	private static final Coql DEALS = Coql.select("Deal_Name", "Amount").from("Pipelines");

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.with((builder) -> builder.seed(CoqlContractTests::seed));

	private static void seed(Organization organization) {
		Records deals = organization.records("Pipelines");
		String zylker = organization.records("Accounts").add(Map.of("Account_Name", "Zylker Corp"));
		for (int i = 1; i <= 4; i++) {
			deals.add(Map.of("Deal_Name", "Deal " + i, "Sub_Pipeline", "Renewals", "Stage",
					(i < 3) ? "Qualification" : "Closed Won", "Amount", i * 100, "Closing_Date", "2026-12-0" + i,
					"Account_Name", Map.of("id", zylker)), START.plusSeconds(i * 3600L));
		}
		organization.records("Contacts").add(Map.of("Last_Name", "O'Brien", "Email", "ob@example.org"));
	}

	static Stream<Arguments> conditions() {
		return Stream.of(arguments(where("Deal_Name").is("Deal 2"), "2"),
				arguments(where("Deal_Name").not("Deal 2"), "134"), arguments(where("Amount").lessThan(200), "1"),
				arguments(where("Amount").lessThanOrEquals(200.0), "12"),
				arguments(where("Amount").greaterThan(300), "4"),
				arguments(where("Amount").greaterThanOrEquals(300), "34"),
				arguments(where("Amount").between(200, 300), "23"), arguments(where("Amount").in(100, 400, 500), "14"),
				arguments(where("Deal_Name").notIn("Deal 1", "Deal 4"), "23"),
				arguments(where("Stage").like("Closed%"), "34"), arguments(where("Stage").like("%Won"), "34"),
				arguments(where("Deal_Name").notLike("%3"), "124"), arguments(where("Owner").isEmpty(), ""),
				arguments(where("Amount").isNotEmpty(), "1234"),
				arguments(where("Closing_Date").greaterThan(LocalDate.of(2026, 12, 2)), "34"),
				arguments(where("Created_Time").lessThan(START.plusSeconds(7300)), "12"),
				arguments(where("Account_Name.Account_Name").is("Zylker Corp"), "1234"),
				arguments(where("Amount").is(100).or(where("Amount").is(400)), "14"),
				arguments(where("Amount").is(100)
					.or(where("Amount").is(400))
					.or(where("Amount").is(300).and(where("Stage").like("Closed%"))), "134"),
				arguments(where("Deal_Name").is("x' or Amount > 0 or Deal_Name = 'x"), ""));
	}

	@ParameterizedTest
	@MethodSource("conditions")
	void findsByEveryComparator(Criteria condition, String deals) {
		assertThat(await(fixture.bigin().coql(DEALS.where(condition)).all()))
			.extracting((deal) -> deal.getText("Deal_Name"))
			.containsExactlyElementsOf(deals.chars().mapToObj((number) -> "Deal " + (char) number).toList());
	}

	@Test
	void readsRowsAsATypeInTheOrderThatIsAskedFor() {
		assertThat(await(fixture.bigin()
			.coql(Deal.class)
			.matching(where("Amount").greaterThan(100))
			.sort(SortOrder.descending("Amount"))
			.limit(2)
			.all())).extracting(Deal::dealName).containsExactly("Deal 4", "Deal 3");
	}

	@Test
	void readsAReadyMadeType() {
		Contact contact = await(fixture.bigin().coql(Contact.class).matching(where("Last_Name").is("O'Brien")).first());
		assertThat(contact.getEmail()).isEqualTo("ob@example.org");
	}

	@Test
	void bindsTheParametersOfAWrittenQuery() {
		Coql query = Coql.of("""
				select Deal_Name, Account_Name.Account_Name
				from Pipelines
				where (Stage in (:stages) and Amount > :amount) and Account_Name.Account_Name = 'Zylker Corp'
				order by Amount desc
				limit 0, 3
				""").bind(Map.of("stages", List.of("Qualification", "Closed Won"), "amount", 100));
		assertThat(await(fixture.bigin().coql(query).all())).extracting((deal) -> deal.getText("Deal_Name"))
			.containsExactly("Deal 4", "Deal 3", "Deal 2");
	}

	@Test
	void findsNothing() {
		assertThat(await(fixture.bigin().coql(DEALS.where(where("Amount").is(7))).all())).isEmpty();
		assertThat(await(fixture.bigin().coql(DEALS.where(where("Amount").is(7))).first())).isNull();
		assertThat(await(fixture.bigin().coql(DEALS).page(2)).items()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			select Deal_Name from Pipelines where Amount ~ 1                                    | SYNTAX_ERROR
			select Deal_Name from Pipelines where Amount > 1 and Amount > 2 and Amount > 3      | SYNTAX_ERROR
			select No_Such from Pipelines where Amount > 1                                      | INVALID_QUERY
			select Description from Pipelines where Amount > 1                                  | INVALID_QUERY
			select Tag from Pipelines where Amount > 1                                          | INVALID_QUERY
			select Deal_Name from Pipelines where Created_Time > '2026-11-02T17:30:00Z'         | INVALID_QUERY
			select Deal_Name from Deals where Amount > 1                                        | INVALID_MODULE
			""")
	void isToldWhatIsWrongWithAQuery(String text, String code) {
		assertThatExceptionOfType(BiginException.class)
			.isThrownBy(() -> await(fixture.bigin().coql(Coql.of(text)).all()))
			.satisfies((ex) -> {
				assertThat(ex.getStatus()).isEqualTo(400);
				assertThat(ex.getCode()).isEqualTo(code);
			});
	}

	@Test
	void pairsAsManyConditionsAsTheServiceTakes() {
		Criteria all = IntStream.rangeClosed(1, 25)
			.mapToObj((number) -> where("Amount").is(number * 100))
			.reduce(Criteria::or)
			.orElseThrow();
		assertThat(await(fixture.bigin().coql(DEALS.where(all)).all())).hasSize(4);
		Coql query = DEALS;
		for (int i = 0; i < 25; i++) {
			query = query.and(where("Amount").greaterThan(200 - i));
		}
		assertThat(await(fixture.bigin().coql(query).all())).hasSize(2);
		assertThat(await(fixture.bigin()
			.coql(Coql.of("select Deal_Name from Pipelines where Amount > 100 and Amount < 400")
				.or(where("Amount").is(400)))
			.all())).hasSize(3);
	}

	@Test
	void joinsTwoModules() {
		Coql query = Coql.select("Account_Name.Account_Name", "Contact_Name.Last_Name").from("Pipelines");
		assertThat(await(fixture.bigin().coql(query).all())).hasSize(4).allSatisfy((deal) -> {
			assertThat(deal.getText("Account_Name.Account_Name")).isEqualTo("Zylker Corp");
			assertThat(deal.get("Contact_Name.Last_Name")).isNull();
		});
	}

	@Test
	void readsTwoHundredRowsWithACall() {
		fixture.records("Contacts").generate(450, (number) -> Map.of("Last_Name", "Contact " + number));
		assertThat(await(fixture.bigin()
			.coql(Coql.select("Last_Name").from("Contacts").where(where("Last_Name").like("Contact%")))
			.prefetch(0)
			.all())).hasSize(450);
		assertThat(fixture.simulator().requests().count("POST /coql")).isEqualTo(3);
		assertThat(fixture.simulator().requests().last().body()).contains("limit 200 offset 0").contains("id > '");
	}

	@Test
	void aQuoteIsDoubledAndTheOtherEscapeIsUnderstoodToo() {
		assertThat(await(fixture.bigin()
			.coql(Coql.select("Last_Name").from("Contacts").where(where("Last_Name").is("O'Brien")))
			.all())).hasSize(1);
		assertThat(fixture.simulator().requests().last().body()).contains("'O''Brien'");
		JsonNode found = await(fixture.bigin()
			.request(HttpMethod.POST, "/bigin/v2/coql")
			.body(Map.of("select_query", "select Last_Name from Contacts where Last_Name = 'O\\'Brien'"))
			.retrieveJson());
		assertThat(found.at("/info/count").asInt()).isEqualTo(1);
		assertThat(found.at("/info/more_records").asBoolean()).isFalse();
	}

	@Test
	void goesOnByIdBeyondWhatOffsetsReach() {
		Records contacts = fixture.records("Contacts");
		contacts.generate(10_300, (number) -> Map.of("Last_Name", "Contact " + number));
		assertThat(await(fixture.bigin()
			.coql(Coql.select("Last_Name").from("Contacts").where(where("Last_Name").like("Contact%")))
			.all())).extracting(BiginRecord::getId).hasSize(10_300).doesNotHaveDuplicates();
	}

	@BiginModule("Pipelines")
	record Deal(String id, String dealName) {

	}

}
