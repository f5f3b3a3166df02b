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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import io.github.biginspring.simulator.Caller.Reply;
import io.github.biginspring.simulator.organization.DataType;
import io.github.biginspring.simulator.organization.FieldDefinition;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.Records;
import io.github.biginspring.simulator.organization.Scope;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for queries in COQL.
 */
class CoqlTests {

	@RegisterExtension
	static final SimulatorFixture fixture = SimulatorFixture.empty();

	private static final JsonMapper JSON = new JsonMapper();

	private final Caller caller = fixture.caller();

	private Records contacts;

	private String zylker;

	private final List<String> ids = new ArrayList<>();

	@BeforeEach
	void prepare() {
		Organization organization = fixture.simulator().organization();
		organization.addFields("Contacts", FieldDefinition.of("Visits", DataType.INTEGER));
		this.contacts = organization.records("Contacts");
		this.zylker = organization.records("Accounts").add(Map.of("Account_Name", "Zylker Corp", "Phone", "555"));
		add(Map.of("Last_Name", "Watson", "First_Name", "John", "Email", "john@x.com", "Visits", 9, "Account_Name",
				Map.of("id", this.zylker)));
		add(Map.of("Last_Name", "Adler", "Email", "irene@y.com", "Visits", 10));
		add(Map.of("Last_Name", "O'Neill", "Email_Opt_Out", true, "Visits", 100));
		add(Map.of("Last_Name", "adler", "Mailing_City", "C:\\"));
	}

	private void add(Map<String, ?> contact) {
		this.ids.add(this.contacts.add(contact));
		fixture.clock().advance(Duration.ofMinutes(1));
	}

	private Reply query(String query) {
		return this.caller.post("/coql", JSON.writeValueAsString(Map.of("select_query", query)));
	}

	private List<Integer> found(String where) {
		Reply reply = query("select id from Contacts where " + where);
		assertThat(reply.status()).as(reply.text()).isIn(200, 204);
		return reply.values("id").stream().map(this.ids::indexOf).toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			Last_Name = 'Adler'                                            | 1,3
			Last_Name = 'Adl'                                              |
			Last_Name != 'Adler'                                           | 0,2
			Last_Name in ('Watson', 'O''Neill')                            | 0,2
			Last_Name not in ('Watson', 'O''Neill')                        | 1,3
			Last_Name = 'O\\'Neill'                                        | 2
			Mailing_City = 'C:\\'                                          | 3
			((Mailing_City = 'C:\\' and Last_Name = 'adler') or id = '1')  | 3
			Last_Name like 'A%'                                            | 1,3
			Email like '%@X.com'                                           | 0
			Email like '%i%e%@%'                                           | 1
			Email not like '%@x.com'                                       | 1
			Email is null                                                  | 2,3
			Email is not null                                              | 0,1
			Email != 'john@x.com'                                          | 1
			Full_Name = 'John Watson'                                      | 0
			Visits > 9                                                     | 1,2
			Visits >= 10                                                   | 1,2
			Visits < 10                                                    | 0
			Visits <= 10                                                   | 0,1
			Visits = 9.0                                                   | 0
			Visits between 10 and 100                                      | 1,2
			Visits in (9, 100)                                             | 0,2
			Email_Opt_Out = true                                           | 2
			Email_Opt_Out = false                                          | 0,1,3
			Account_Name is not null                                       | 0
			Account_Name.Account_Name = 'zylker corp'                      | 0
			Account_Name.Phone = '555'                                     | 0
			Account_Name.Owner.last_name = 'Boyle'                         | 0
			Owner.email = 'patricia.boyle@zylker.com'                      | 0,1,2,3
			Created_Time >= '2026-11-02T17:32:00+00:00'                    | 2,3
			Created_Time > '2026-11-02T09:32:00-08:00'                     | 3
			Created_Time between '2026-11-02T17:31:00+00:00' and '2026-11-02T17:32:00+00:00' | 1,2
			Last_Name = 'Adler' and Email is null                          | 3
			Last_Name = 'Watson' or Visits = 10                            | 0,1
			(Last_Name = 'Adler' or Visits = 100) and Email is null        | 2,3
			Last_Name = 'Adler' or (Visits = 100 and Email is null)        | 1,2,3
			((Visits > 9 and Visits < 99) or Last_Name = 'Watson')         | 0,1
			(((Email is null)))                                            | 2,3
			""")
	void findsWhatMeetsTheConditions(String where, String expected) {
		List<Integer> numbers = (expected == null) ? List.of()
				: List.of(expected.split(",")).stream().map(Integer::valueOf).toList();
		assertThat(found(where)).isEqualTo(numbers);
	}

	@Test
	void comparesIds() {
		assertThat(found("id = " + this.ids.get(2))).containsExactly(2);
		assertThat(found("id > '" + this.ids.get(1) + "'")).containsExactly(2, 3);
		assertThat(found("id > " + this.ids.get(0) + " and id <= " + this.ids.get(2))).containsExactly(1, 2);
		assertThat(found("id in (" + this.ids.get(3) + "," + this.ids.get(0) + ")")).containsExactly(0, 3);
		assertThat(found("id != " + this.ids.get(0))).containsExactly(1, 2, 3);
		assertThat(found("Account_Name = '" + this.zylker + "'")).containsExactly(0);
		assertThat(found("Account_Name.id = " + this.zylker)).containsExactly(0);
	}

	@Test
	void showsTheColumnsThatWereAskedForAndTheId() {
		Reply reply = query("select Last_Name, Account_Name, Account_Name.Account_Name, Email_Opt_Out, Owner "
				+ "from Contacts where Last_Name in ('Watson', 'Adler') limit 1");
		assertThat(reply.first().propertyNames()).containsExactly("Last_Name", "Account_Name",
				"Account_Name.Account_Name", "Email_Opt_Out", "Owner", "id");
		assertThat(reply.first().get("Account_Name.Account_Name").asString()).isEqualTo("Zylker Corp");
		assertThat(reply.first().get("Account_Name").toString())
			.isEqualTo("{\"name\":\"Zylker Corp\",\"id\":\"" + this.zylker + "\"}");
		assertThat(reply.body().get("info").toString()).isEqualTo("{\"count\":1,\"more_records\":true}");
	}

	@Test
	void showsNothingOfWhatIsReferredToByNothing() {
		Reply reply = query(
				"select Account_Name, Account_Name.Account_Name from Contacts where Last_Name = 'O''Neill'");
		assertThat(reply.first().get("Account_Name").isNull()).isTrue();
		assertThat(reply.first().get("Account_Name.Account_Name").isNull()).isTrue();
		assertThat(reply.info().get("more_records").asBoolean()).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			                              | 0,1,2,3
			order by id desc              | 3,2,1,0
			order by Last_Name            | 1,3,2,0
			order by Last_Name desc       | 0,2,1,3
			order by Last_Name, id desc   | 3,1,2,0
			order by Visits asc           | 3,0,1,2
			order by Visits desc          | 2,1,0,3
			order by Created_Time desc    | 3,2,1,0
			order by Modified_Time asc, id asc | 0,1,2,3
			order by Account_Name.Account_Name desc, Last_Name asc | 0,1,3,2
			order by id desc limit 2      | 3,2
			limit 2 offset 1              | 1,2
			limit 1, 2                    | 1,2
			order by Last_Name limit 2 offset 2 | 2,0
			limit 200 offset 4            |
			""")
	void sortsAndCuts(String end, String expected) {
		Reply reply = query("select Last_Name from Contacts where id is not null " + ((end != null) ? end : ""));
		assertThat(reply.values("id").stream().map((id) -> this.ids.indexOf(id) + "").collect(Collectors.joining(",")))
			.isEqualTo((expected != null) ? expected : "");
	}

	@Test
	void followsChangesInAnOrderOfTime() {
		assertThat(query("select id from Contacts order by Modified_Time").values("id")).isEqualTo(this.ids);
		this.contacts.update(this.ids.get(0), Map.of("Visits", 1));
		this.contacts.delete(this.ids.get(1));
		assertThat(query("select id from Contacts order by Modified_Time").values("id"))
			.containsExactly(this.ids.get(2), this.ids.get(3), this.ids.get(0));
		assertThat(found("Modified_Time >= '2026-11-02T17:34:00+00:00'")).containsExactly(0);
	}

	@Test
	void tellsWhetherThereIsMore() {
		assertThat(query("select id from Contacts limit 3").info().get("more_records").asBoolean()).isTrue();
		assertThat(query("select id from Contacts limit 4").info().get("more_records").asBoolean()).isFalse();
		assertThat(query("select id from Contacts order by Visits limit 3").info().get("more_records").asBoolean())
			.isTrue();
		assertThat(query("select id from Contacts order by Visits limit 1, 3").info().get("more_records").asBoolean())
			.isFalse();
	}

	@Test
	void respondsWithoutABodyWhenThereIsNothing() {
		Reply reply = query("select id from Products");
		assertThat(reply.status()).isEqualTo(204);
		assertThat(reply.text()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "select", "select * from Contacts", "select id from", "select id, from Contacts",
			"select id from Contacts where", "select id from Contacts where Email",
			"select id from Contacts where Email =", "select id from Contacts where Email = x",
			"select id from Contacts where Email = 'x", "select id from Contacts where Email = 'x\ny'",
			"select id from Contacts where Email in ()", "select id from Contacts where Email is x",
			"select id from Contacts where (Email is null", "select id from Contacts where Email is null)",
			"select id from Contacts where Visits between 1", "select id from Contacts where Email is null and",
			"select id from Contacts; drop", "select id from Contacts limit x", "select id from Contacts limit -1",
			"select id from Contacts limit 1,2 offset 3",
			"select id from Contacts where Email is null and Phone is null and Mobile is null",
			"select id from Contacts where Email is null or Phone is null and Mobile is null",
			"select id from Contacts where (Email is null and Phone is null) and Mobile is null and Title is null" })
	void refusesWhatItCannotRead(String query) {
		Reply reply = query(query);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("SYNTAX_ERROR");
	}

	@Test
	void saysWhereTheSyntaxIsWrong() {
		Reply reply = query("select id from Contacts where Email is null and Phone is null and Mobile is null");
		assertThat(reply.body().get("details").get("near").asString()).isEqualTo("and");
		assertThat(reply.body().get("details").get("column").asInt()).isEqualTo(63);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			select Nothing from Contacts                               | Nothing
			select id from Contacts where email is null                | email
			select id from Contacts order by Nothing                   | Nothing
			select Account_Name.Nothing from Contacts                  | Account_Name.Nothing
			select Last_Name.id from Contacts                          | Last_Name.id
			select Description from Contacts                           | Description
			select id from Contacts where Tag is null                  | Tag
			select id from Contacts where Visits > 'many'              | Visits
			select id from Contacts where Visits like '1%'             | Visits
			select id from Contacts where Email_Opt_Out > false        | Email_Opt_Out
			select id from Contacts where Account_Name = 'Zylker Corp' | Account_Name
			select id from Contacts where Created_Time > '2026-11-02T17:30:00Z' | Created_Time
			select id from Contacts where Created_Time > '2026-11-02T17:30:00.000+00:00' | Created_Time
			""")
	void refusesQueriesThatMakeNoSense(String query, String column) {
		Reply reply = query(query);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("INVALID_QUERY");
		assertThat(reply.body().get("details").get("api_name").asString()).isEqualTo(column);
	}

	@ParameterizedTest
	@ValueSource(strings = { "limit 201", "limit 0", "limit 200 offset 9801", "limit 9801, 200" })
	void refusesToGoBeyondItsLimits(String end) {
		Reply reply = query("select id from Contacts " + end);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.code()).isEqualTo("LIMIT_EXCEEDED");
		assertThat(query("select id from Contacts limit 200 offset 9800").status()).isEqualTo(204);
	}

	@Test
	void takesAtMostTwentyFiveConditions() {
		assertThat(query("select id from Contacts where " + conditions(25)).status()).isEqualTo(204);
		assertThat(query("select id from Contacts where " + conditions(26)).code()).isEqualTo("LIMIT_EXCEEDED");
	}

	private static String conditions(int count) {
		return IntStream.range(1, count)
			.boxed()
			.reduce("Visits = 0", (left, number) -> "(" + left + " and Visits = " + number + ")",
					(left, right) -> left);
	}

	@Test
	void takesAtMostTwoJoins() {
		String two = "select Account_Name.Account_Name, Account_Name.Phone, Owner.email from Contacts";
		assertThat(query(two).status()).isEqualTo(200);
		assertThat(query(two + " where Created_By.email is not null").code()).isEqualTo("LIMIT_EXCEEDED");
		assertThat(query("select Account_Name.Owner.email, Owner.email from Contacts").code())
			.isEqualTo("LIMIT_EXCEEDED");
	}

	@Test
	void refusesAnUnknownModule() {
		assertThat(query("select id from Deals").code()).isEqualTo("INVALID_MODULE");
	}

	@Test
	void refusesABodyWithoutAQuery() {
		assertThat(this.caller.post("/coql", "{}").code()).isEqualTo("MANDATORY_NOT_FOUND");
		assertThat(this.caller.post("/coql", "{\"select_query\":1}").code()).isEqualTo("INVALID_DATA");
		assertThat(this.caller.get("/coql").code()).isEqualTo("INVALID_REQUEST_METHOD");
	}

	@Test
	void needsTheScopesOfQueriesAndOfTheModule() {
		String query = "select id from Contacts";
		fixture.simulator().account().connections().get(0).withoutScope(Scope.COQL);
		assertThat(query(query).code()).isEqualTo("OAUTH_SCOPE_MISMATCH");
		fixture.simulator().account().connections().get(0).withAllScopes().withoutScope("Contacts");
		assertThat(query(query).code()).isEqualTo("OAUTH_SCOPE_MISMATCH");
		assertThat(query("select id from Products").status()).isEqualTo(204);
	}

}
