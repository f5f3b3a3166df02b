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

package io.github.biginspring.simulator;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.organization.PageLimits;
import io.github.biginspring.simulator.organization.Records;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for searches.
 */
class RecordSearchTests {

	@RegisterExtension
	static final SimulatorFixture fixture = new SimulatorFixture(
			(builder) -> builder.pageLimits(PageLimits.defaults().withDiscreteRecords(20)).seed((organization) -> {
				String zylker = organization.records("Accounts").add(Map.of("Account_Name", "Zylker Corp"));
				organization.records("Accounts").add(Map.of("Account_Name", "Acme Other Test Product"));
				organization.records("Accounts").add(Map.of("Account_Name", "a,b (c) \\ d"));
				Records contacts = organization.records("Contacts");
				contacts.add(Map.of("Last_Name", "Watson", "First_Name", "Jo", "Email", "jo@zylker.com", "Phone",
						"+1 (503) 555-0100", "Account_Name", Map.of("id", zylker)));
				contacts.add(Map.of("Last_Name", "Holmes & Sons", "Title", "CEO", "Email_Opt_Out", true));
				Records deals = organization.records("Pipelines");
				for (int i = 1; i <= 4; i++) {
					deals.add(Map.of("Deal_Name", "Deal " + i, "Sub_Pipeline", "Sales Pipeline Standard", "Stage",
							(i < 3) ? "Qualification" : "Closed Won", "Amount", i * 100, "Closing_Date",
							"2026-12-0" + i));
				}
			}));

	private final Caller caller = fixture.caller();

	private String zylker;

	@BeforeEach
	void prepare() {
		this.zylker = fixture.simulator().organization().records("Accounts").all().get(0).get("id").toString();
	}

	private Reply search(String module, String criteria) {
		return this.caller.get("/" + module + "/search", "criteria", criteria);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "(Deal_Name:equals:Deal 2); Deal 2", "(Deal_Name:equals:deal); Deal 1|Deal 2|Deal 3|Deal 4",
					"(Deal_Name:starts_with:dEAL 3); Deal 3", "(Deal_Name:not_equal:Deal 2); Deal 1|Deal 3|Deal 4",
					"(Amount:equals:200.00); Deal 2", "(Amount:greater_than:300); Deal 4",
					"(Amount:greater_equal:300); Deal 3|Deal 4", "(Amount:less_than:200); Deal 1",
					"(Amount:less_equal:200); Deal 1|Deal 2", "(Amount:between:200,300); Deal 2|Deal 3",
					"(Amount:in:100,400,500); Deal 1|Deal 4", "(Stage:equals:closed won); Deal 3|Deal 4",
					"(Stage:equals:closed); ''", "(Closing_Date:between:2026-12-02,2026-12-03); Deal 2|Deal 3",
					"(Closing_Date:less_than:2026-12-02); Deal 1",
					"((Stage:equals:Qualification)and(Amount:greater_than:100)); Deal 2",
					"((Amount:equals:100)or(Amount:equals:400)); Deal 1|Deal 4",
					"(((Amount:equals:100)or(Amount:equals:400))and(Stage:starts_with:Closed)); Deal 4",
					"((Amount:equals:100)or((Amount:equals:400)and(Stage:starts_with:Closed))); Deal 1|Deal 4",
					"(Created_Time:greater_equal:2026-11-02T17:30:00+00:00); Deal 1|Deal 2|Deal 3|Deal 4",
					"(Created_Time:greater_than:2026-11-02T09:30:00-08:00); ''" })
	void findsWhatMatchesTheCriteria(String criteria, String names) {
		assertThat(String.join("|", search("Pipelines", criteria).values("Deal_Name"))).isEqualTo(names);
	}

	@Test
	void matchesTextByWordsAndNotByEquality() {
		assertThat(search("Accounts", "(Account_Name:equals:Acme Test Product)").values("Account_Name"))
			.containsExactly("Acme Other Test Product");
		assertThat(search("Accounts", "(Account_Name:equals:Acme Tes)").status()).isEqualTo(204);
	}

	@ParameterizedTest
	@ValueSource(strings = { "(Account_Name:equals:a\\,b \\(c\\) \\\\ d)", "(Account_Name:in:x,a\\,b \\(c\\) \\\\ d)",
			"(Account_Name:starts_with:a\\,b \\(c\\) \\\\)" })
	void readsEscapedCharactersAsThemselves(String criteria) {
		assertThat(search("Accounts", criteria).values("Account_Name")).containsExactly("a,b (c) \\ d");
	}

	@Test
	void readsAPercentEncodedAmpersandAsItself() {
		assertThat(search("Contacts", "(Last_Name:starts_with:holmes & s)").values("Title")).containsExactly("CEO");
	}

	@Test
	void findsByLookupBooleanAndId() {
		assertThat(search("Contacts", "(Account_Name:equals:zylker)").values("Last_Name")).containsExactly("Watson");
		assertThat(search("Contacts", "(Account_Name:equals:" + this.zylker + ")").values("Last_Name"))
			.containsExactly("Watson");
		assertThat(search("Contacts", "(Email_Opt_Out:equals:true)").values("Title")).containsExactly("CEO");
		assertThat(search("Accounts", "(id:equals:" + this.zylker + ")").values("Account_Name"))
			.containsExactly("Zylker Corp");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "(No_Such:equals:x); No_Such; equals", "(Deal_Name:like:x); Deal_Name; like",
					"(Deal_Name:greater_than:x); Deal_Name; greater_than",
					"(Sub_Pipeline:equals:Renewals); Sub_Pipeline; equals", "(Amount:equals:much); Amount; equals",
					"(Amount:between:1); Amount; between", "(Closing_Date:equals:2026-13-01); Closing_Date; equals",
					"(Created_Time:equals:2026-11-02T17:30:00Z); Created_Time; equals",
					"(Created_Time:equals:2026-11-02T17:30:00.000+00:00); Created_Time; equals",
					"(Deal_Name:equals:); Deal_Name; equals" })
	void refusesConditionsThatMakeNoSense(String criteria, String apiName, String operator) {
		Reply reply = search("Pipelines", criteria);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("INVALID_QUERY");
		assertThat(reply.body().get("details").get("reason").asString()).isNotEmpty();
		assertThat(reply.body().get("details").get("api_name").asString()).isEqualTo(apiName);
		assertThat(reply.body().get("details").get("operator").asString()).isEqualTo(operator);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Amount:equals:1", "(Amount:equals:1", "((Amount:equals:1)", "(Amount:equals:1))",
			"(Amount)", "(Amount:equals:1)but(Amount:equals:2)", "(Amount:equals:(1)", "()", "(Amount:equals:1\\" })
	void refusesMalformedCriteria(String criteria) {
		Reply reply = search("Pipelines", criteria);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("INVALID_QUERY");
	}

	@Test
	void takesAtMostTenCriteria() {
		String ten = IntStream.range(0, 10).mapToObj((i) -> "(Amount:equals:1)").collect(Collectors.joining("or"));
		assertThat(search("Pipelines", "(" + ten + ")").status()).isEqualTo(204);
		assertThat(search("Pipelines", "(" + ten + "or(Amount:equals:1))").code()).isEqualTo("INVALID_QUERY");
	}

	@Test
	void takesAtMostAHundredValues() {
		String hundred = IntStream.range(1000, 1100).mapToObj(Integer::toString).collect(Collectors.joining(","));
		assertThat(search("Pipelines", "(Amount:in:" + hundred + ")").status()).isEqualTo(204);
		assertThat(search("Pipelines", "(Amount:in:" + hundred + ",1)").code()).isEqualTo("INVALID_QUERY");
	}

	@ParameterizedTest
	@CsvSource({ "email,JO@zylker.com", "phone,15035550100", "word,wats", "word,jo", "word,zylker corp" })
	void findsByEmailPhoneAndWord(String parameter, String value) {
		assertThat(this.caller.get("/Contacts/search", parameter, value).values("Last_Name")).containsExactly("Watson");
	}

	@ParameterizedTest
	@CsvSource({ "email,jo@zylker.co", "phone,5550100", "word,atson" })
	void findsNothingWhereNothingMatches(String parameter, String value) {
		Reply reply = this.caller.get("/Contacts/search", parameter, value);
		assertThat(reply.status()).isEqualTo(204);
		assertThat(reply.text()).isEmpty();
	}

	@Test
	void refusesWordsOfOneCharacter() {
		assertThat(this.caller.get("/Contacts/search", "word", "w").status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "email", "phone" })
	void refusesModulesWithoutSuchFields(String parameter) {
		Reply reply = this.caller.get("/Pipelines/search", parameter, "5551234");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("INVALID_QUERY");
	}

	@Test
	void takesExactlyOneKindOfCondition() {
		assertThat(this.caller.get("/Contacts/search").status()).isEqualTo(400);
		assertThat(this.caller.get("/Contacts/search", "word", "watson", "email", "jo@zylker.com").status())
			.isEqualTo(400);
	}

	@Test
	void showsAllFieldsUnlessTold() {
		assertThat(this.caller.get("/Contacts/search", "word", "watson").first().propertyNames()).contains("Email",
				"Owner", "$approval", "$approval_state", "$layout_id", "$state", "Locked__s");
		assertThat(
				this.caller.get("/Contacts/search", "word", "watson", "fields", "Email,Nope").first().propertyNames())
			.containsExactlyInAnyOrder("Email", "id");
	}

	@Test
	void describesThePageWithoutTokens() {
		Reply reply = this.caller.get("/Pipelines/search", "word", "deal", "per_page", "3");
		assertThat(reply.info().toString()).isEqualTo(
				"{\"per_page\":3,\"count\":3,\"page\":1,\"more_records\":true,\"sort_by\":\"id\",\"sort_order\":\"desc\"}");
		assertThat(reply.values("Deal_Name")).containsExactly("Deal 1", "Deal 2", "Deal 3");
		Reply next = this.caller.get("/Pipelines/search", "word", "deal", "per_page", "3", "page", "2");
		assertThat(next.values("Deal_Name")).containsExactly("Deal 4");
		assertThat(next.info().get("more_records").asBoolean()).isFalse();
	}

	@Test
	void reachesOnlySoFar() {
		assertThat(this.caller.get("/Pipelines/search", "word", "deal", "per_page", "10", "page", "2").status())
			.isEqualTo(204);
		Reply reply = this.caller.get("/Pipelines/search", "word", "deal", "per_page", "10", "page", "3");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("LIMIT_REACHED");
		assertThat(reply.body().get("details").get("limit").asInt()).isEqualTo(20);
	}

}
