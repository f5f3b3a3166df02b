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
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.criteria.CriteriaRenderer;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.RecordSearch;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.Records;

import static io.github.biginspring.contract.ClientFixture.await;
import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class SearchContractTests {

	private static final Instant START = Instant.parse("2026-11-02T17:30:00Z");

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.with((builder) -> builder.seed(SearchContractTests::seed));

	private final RecordQuery<BiginRecord> deals = fixture.bigin().query("Pipelines");

	private final RecordQuery<BiginRecord> contacts = fixture.bigin().query("Contacts");

	private static void seed(Organization organization) {
		Records deals = organization.records("Pipelines");
		for (int i = 1; i <= 4; i++) {
			deals.add(Map.of("Deal_Name", "Deal " + i, "Sub_Pipeline", "Renewals", "Stage",
					(i < 3) ? "Qualification" : "Closed Won", "Amount", i * 100, "Closing_Date", "2026-12-0" + i),
					START.plusSeconds(i * 3600L));
		}
		String zylker = organization.records("Accounts").add(Map.of("Account_Name", "Zylker Corp"));
		organization.records("Accounts").add(Map.of("Account_Name", "Acme Other Test Product"));
		organization.records("Contacts")
			.add(Map.of("Last_Name", "Watson", "First_Name", "Jo", "Email", "jo+crm@zylker.com", "Mobile",
					"+1 (503) 555-0100", "Account_Name", Map.of("id", zylker), "Email_Opt_Out", true));
		organization.records("Contacts").add(Map.of("Last_Name", "Holmes", "Title", "CEO"));
	}

	private static List<String> values(RecordSearch<BiginRecord> search, String field) {
		return await(search.all().map((record) -> record.getText(field)).sort());
	}

	static Stream<Arguments> criteria() {
		OffsetDateTime third = START.plusSeconds(3 * 3600).atZone(ZoneId.of("America/Los_Angeles")).toOffsetDateTime();
		return Stream.of(arguments(where("Deal_Name").is("Deal 2"), "2"),
				arguments(where("Deal_Name").startsWith("dEAL 3"), "3"),
				arguments(where("Deal_Name").not("Deal 2"), "134"),
				arguments(where("Deal_Name").in("Deal 1", "Deal 4", "Deal 5"), "14"),
				arguments(where("Amount").is(200), "2"), arguments(where("Amount").greaterThan(300), "4"),
				arguments(where("Amount").greaterThanOrEquals(300), "34"),
				arguments(where("Amount").lessThan(200), "1"), arguments(where("Amount").lessThanOrEquals(200.0), "12"),
				arguments(where("Amount").between(200, 300), "23"),
				arguments(where("Amount").in(IntStream.range(300, 400).boxed().toList()), "3"),
				arguments(where("Stage").not("Closed Won"), "12"),
				arguments(where("Closing_Date").is(LocalDate.of(2026, 12, 2)), "2"),
				arguments(where("Closing_Date").between(LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 3)), "23"),
				arguments(where("Created_Time").is(third), "3"),
				arguments(where("Created_Time").lessThan(third.toInstant()), "12"),
				arguments(where("Created_Time").greaterThanOrEquals(third.toZonedDateTime()), "34"),
				// a fraction of a second and Z are both refused by the service
				arguments(where("Created_Time").greaterThan(START.plusSeconds(7200).plusMillis(500)), "34"),
				arguments(where("Created_Time").lessThan(third).and(where("Amount").greaterThan(100)), "2"),
				arguments(where("Amount").is(100).or(where("Amount").is(400)), "14"),
				arguments(where("Amount").is(100).or(where("Amount").is(400)).and(where("Stage").startsWith("Closed")),
						"4"),
				arguments(where("Amount").is(100).or(where("Amount").is(400).and(where("Stage").startsWith("Closed"))),
						"14"));
	}

	@ParameterizedTest
	@MethodSource("criteria")
	void findsByCriteria(Criteria criteria, String deals) {
		assertThat(values(this.deals.matching(criteria), "Deal_Name"))
			.isEqualTo(deals.chars().mapToObj((number) -> "Deal " + (char) number).toList());
		assertThat(fixture.sentParameter("criteria")).isEqualTo(CriteriaRenderer.SEARCH.render(criteria).text());
	}

	@Test
	void takesTenCriteria() {
		Criteria ten = IntStream.rangeClosed(1, 10)
			.mapToObj((number) -> where("Amount").is(number * 100))
			.reduce(Criteria::or)
			.orElseThrow();
		assertThat(values(this.deals.matching(ten), "Deal_Name")).hasSize(4);
	}

	@Test
	void findsByLookupBooleanAndId() {
		BiginRecord watson = await(this.contacts.matching(where("Email_Opt_Out").is(true)).first());
		assertThat(watson.getText("Last_Name")).isEqualTo("Watson");
		assertThat(values(this.contacts.matching(where("Account_Name").is("zylker corp")), "id"))
			.containsExactly(watson.getId());
		assertThat(values(this.contacts.matching(where("Account_Name").is("zylker")), "id")).isEmpty();
		assertThat(values(this.contacts.matching(where("Account_Name").matches("zylker")), "id"))
			.containsExactly(watson.getId());
		assertThat(
				values(this.contacts.matching(where("Account_Name").is(watson.getLookup("Account_Name").id())), "id"))
			.containsExactly(watson.getId());
		assertThat(values(this.contacts.matching(where("id").is(watson.getId())), "Last_Name"))
			.containsExactly("Watson");
	}

	@Test
	void findsTextByItsWords() {
		RecordQuery<BiginRecord> companies = fixture.bigin().query("Accounts");
		assertThat(values(companies.matching(where("Account_Name").matches("Acme Test Product")), "Account_Name"))
			.containsExactly("Acme Other Test Product");
		assertThat(values(companies.matching(where("Account_Name").matches("Acme Tes")), "Account_Name")).isEmpty();
		assertThat(values(companies.matching(where("Account_Name").is("Acme Test Product")), "Account_Name")).isEmpty();
		assertThat(values(companies.matching(where("Account_Name").is("acme other test product")), "Account_Name"))
			.containsExactly("Acme Other Test Product");
	}

	@Test
	void findsByEmail() {
		assertThat(values(this.contacts.matchingEmail("JO+crm@zylker.com"), "Last_Name")).containsExactly("Watson");
		assertThat(fixture.simulator().requests().last().url()).contains("email=JO%2Bcrm%40zylker.com");
		assertThat(values(this.contacts.matchingEmail("jo@zylker.com"), "Last_Name")).isEmpty();
	}

	@Test
	void findsByPhone() {
		assertThat(values(this.contacts.matchingPhone("+1 503 555 0100"), "Last_Name")).containsExactly("Watson");
		assertThat(fixture.sentParameter("phone")).isEqualTo("+1 503 555 0100");
	}

	@Test
	void findsByWord() {
		assertThat(values(this.contacts.matchingWord("wat"), "Last_Name")).containsExactly("Watson");
		assertThat(values(this.contacts.matchingWord("zylker"), "Last_Name")).containsExactly("Watson");
		assertThat(fixture.sentParameter("word")).isEqualTo("zylker");
	}

	@Test
	void sendsExactlyOneKindOfCondition() {
		await(this.contacts.matchingWord("watson").all());
		assertThat(fixture.simulator().requests().last().parameters().keySet()).containsExactlyInAnyOrder("word",
				"per_page", "page");
	}

	@Test
	void givesAllFieldsUnlessSomeAreNamed() {
		BiginRecord contact = await(this.contacts.matchingWord("holmes").first());
		assertThat(contact.asMap()).containsKeys("$approval", "$layout_id", "$state", "Created_By", "Title");
		contact = await(this.contacts.matchingWord("holmes").fields("Title").first());
		assertThat(contact.asMap().keySet()).containsExactlyInAnyOrder("Title", "id");
	}

	@Test
	void givesAnEmptyResultWhereNothingMatches() {
		RecordSearch<BiginRecord> search = this.contacts.matching(where("Last_Name").is("Moriarty"));
		assertThat(await(search.all())).isEmpty();
		assertThat(await(search.first())).isNull();
		assertThat(await(search.page(1)).items()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "No_Such", "Sub_Pipeline" })
	void isToldWhichFieldCannotBeSearched(String field) {
		assertThatExceptionOfType(BiginInvalidRequestException.class)
			.isThrownBy(() -> await(this.deals.matching(where(field).is("Renewals")).all()))
			.satisfies((ex) -> {
				assertThat(ex.getStatus()).isEqualTo(400);
				assertThat(ex.getCode()).isEqualTo("INVALID_QUERY");
				assertThat(ex.getField()).isEqualTo(field);
				assertThat(ex.getDetails()).containsEntry("operator", "equals").containsKey("reason");
			});
	}

	@Test
	void isToldThatAModuleHasNoEmailOrPhone() {
		assertThatExceptionOfType(BiginInvalidRequestException.class)
			.isThrownBy(() -> await(this.deals.matchingEmail("jo@zylker.com").all()))
			.satisfies((ex) -> assertThat(ex.getStatus()).isEqualTo(400));
		assertThatExceptionOfType(BiginInvalidRequestException.class)
			.isThrownBy(() -> await(this.deals.matchingPhone("5550100").all()))
			.satisfies((ex) -> assertThat(ex.getStatus()).isEqualTo(400));
	}

}
