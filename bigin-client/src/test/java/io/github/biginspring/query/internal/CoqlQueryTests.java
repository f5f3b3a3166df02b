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

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.CoqlQuery;
import io.github.biginspring.query.SortOrder;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link CoqlQuery}.
 */
class CoqlQueryTests {

	private static final String ONE = """
			{"data":[{"id":"1","Last_Name":"Watson"}],"info":{"count":1,"more_records":false}}""";

	private final StubExchange service = new StubExchange();

	private final QueryTemplate bigin = template(this.service);

	@Test
	void readsTheRowsOfAType() {
		this.service.response(200, ONE);
		StepVerifier
			.create(this.bigin.coql(Person.class)
				.matching(where("Last_Name").is("Wat\"son"))
				.matching(where("Email").isEmpty())
				.all())
			.expectNext(new Person("1", "Watson", null))
			.verifyComplete();
		assertThat(this.service.call().method()).isEqualTo(HttpMethod.POST);
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/v2/coql");
		assertThat(this.service.call().isIdempotent()).isTrue();
		assertThat(this.service.call().credits()).isOne();
		assertThat(this.service.body()).isEqualTo("{\"select_query\":\"select id, Last_Name from Contacts where"
				+ " (Last_Name = 'Wat\\\"son' and Email is null) order by id asc limit 200 offset 0\"}");
	}

	@Test
	void readsTheRowsOfAQueryWithAndWithoutAType() {
		Coql query = Coql.of("select Last_Name from Contacts where Last_Name = :name order by Email")
			.bind("name", "Watson");
		this.service.response(200, ONE).response(200, ONE);
		StepVerifier.create(this.bigin.coql(query).all().map((row) -> row.getText("Last_Name")))
			.expectNext("Watson")
			.verifyComplete();
		StepVerifier.create(this.bigin.coql(Person.class, query).all())
			.expectNext(new Person("1", "Watson", null))
			.verifyComplete();
		assertThat(this.service.calls()).extracting((call) -> PagedService.statement(call))
			.containsOnly(
					"select Last_Name from Contacts where Last_Name = 'Watson' order by Email" + " limit 200 offset 0");
	}

	@Test
	void leavesOutOfAReadyMadeTypeWhatCoqlDoesNotKnow() {
		this.service.response(204, "");
		StepVerifier.create(this.bigin.coql(Contact.class).all()).verifyComplete();
		assertThat(PagedService.statement(this.service.call())).contains("Last_Name", "Email", "Owner")
			.doesNotContain("Tag", "Record_Image", "Description", "$");
	}

	@Test
	void readsOneRowOnlyWhereTheFirstIsWanted() {
		this.service.response(200, ONE);
		StepVerifier.create(this.bigin.coql(Person.class).sort(SortOrder.descending("Created_Time")).first())
			.expectNextCount(1)
			.verifyComplete();
		assertThat(PagedService.statement(this.service.call())).endsWith("order by Created_Time desc limit 1 offset 0");
	}

	@Test
	void readsAPageWithinTheLimit() {
		this.service.response(204, "");
		StepVerifier.create(this.bigin.coql(Person.class).limit(500).page(3))
			.assertNext((page) -> assertThat(page.items()).isEmpty())
			.verifyComplete();
		assertThat(PagedService.statement(this.service.call())).endsWith(" limit 100 offset 400");
		StepVerifier.create(this.bigin.coql(Person.class).limit(400).page(3))
			.assertNext((page) -> assertThat(page.items()).isEmpty())
			.verifyComplete();
		assertThat(this.service.calls()).hasSize(1);
	}

	@Test
	void tellsAtOnceOfAParameterWithoutAValue() {
		Coql query = Coql.of("select A from M where A = :a");
		assertThatIllegalStateException().isThrownBy(() -> this.bigin.coql(query)).withMessageContaining(":a");
		assertThatIllegalStateException().isThrownBy(() -> this.bigin.coql(Person.class, query));
	}

	@Test
	void refusesWhatBiginWouldRefuse() {
		CoqlQuery<Person> query = this.bigin.coql(Person.class);
		assertThatIllegalArgumentException().isThrownBy(() -> query.limit(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> query.prefetch(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> query.page(0));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.coql(String.class));
		assertThat(query.matching(where("Email").is("secret")).toString()).doesNotContain("secret");
	}

	@ParameterizedTest
	@CsvSource({ "asc, 0", "desc, 0", "asc, 9", "asc, 1" })
	void readsAnyNumberOfRowsInTheOrderOfIds(String order, int prefetch) {
		Rows rows = new Rows(25_100);
		StepVerifier
			.create(template(rows).coql(Person.class)
				.matching(where("Email").isNotEmpty())
				.sort(new SortOrder("id", order))
				.prefetch(prefetch)
				.all()
				.map(Person::id)
				.collectList())
			.assertNext((ids) -> assertThat(ids).containsExactlyElementsOf(rows.ids(order)))
			.verifyComplete();
		assertThat(rows.calls()).hasSizeBetween(126, 126 + prefetch);
	}

	@Test
	void readsByOffsetWhereThereIsNoRoomForACondition() {
		Rows rows = new Rows(10_000);
		CoqlQuery<Person> query = template(rows).coql(Person.class);
		for (int i = 0; i < 25; i++) {
			query = query.matching(where("Email").isNotEmpty());
		}
		StepVerifier.create(query.all()).expectNextCount(10_000).verifyComplete();
		assertThat(rows.calls()).hasSize(50);
		assertThat(PagedService.statement(rows.calls().get(49))).endsWith("limit 200 offset 9800");
	}

	@Test
	void readsByOffsetWhereRowsHaveNoId() {
		Rows rows = new Rows(1_000);
		StepVerifier.create(template(rows).coql(Anonymous.class).prefetch(0).all())
			.expectNextCount(1_000)
			.verifyComplete();
		assertThat(PagedService.statement(rows.calls().get(4))).endsWith("limit 200 offset 800");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 199, 200, 201, 9_899, 9_900, 9_901, 20_500 })
	void stopsAtTheLimit(long limit) {
		Rows rows = new Rows(25_000);
		StepVerifier
			.create(template(rows).coql(Coql.select("Email").from("Contacts").offset(100).limit(limit))
				.prefetch(3)
				.all()
				.map(BiginRecord::getId)
				.collectList())
			.assertNext(
					(ids) -> assertThat(ids).containsExactlyElementsOf(rows.ids("asc").subList(100, 100 + (int) limit)))
			.verifyComplete();
	}

	@Test
	void saysWhyItStopsWhereItCannotGoOn() {
		Rows rows = new Rows(10_001);
		StepVerifier.create(template(rows).coql(Person.class).sort(SortOrder.ascending("Email")).all())
			.expectNextCount(10_000)
			.verifyErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(BiginInvalidRequestException.class)
				.hasMessageContaining("first 10000 rows")
				.hasMessageContaining("order by id alone"));
		assertThat(rows.calls()).hasSize(50);
	}

	@Test
	void endsWithoutAnErrorWhereThereAreNoMoreRowsThanOffsetsReach() {
		Rows rows = new Rows(10_000);
		StepVerifier.create(template(rows).coql(Person.class).sort(SortOrder.ascending("Email")).all())
			.expectNextCount(10_000)
			.verifyComplete();
	}

	private static QueryTemplate template(CallExchange service) {
		return new QueryTemplate(service, OperationObserver.NONE, RecordMapper.create(), 200, InstantSource.system());
	}

	@BiginModule("Contacts")
	record Person(String id, String lastName, @Nullable List<String> tag) {

	}

	@BiginModule("Contacts")
	record Anonymous(String lastName) {

	}

	/**
	 * Responds to queries in the order of ids, or in any other order as if it was that of
	 * ids.
	 */
	static final class Rows extends PagedService {

		private static final Pattern STATEMENT = Pattern
			.compile("select .* from Contacts where .*?(?:id ([<>]) '(\\d+)'\\)?)?"
					+ "(?: order by (\\w+) (asc|desc))? limit (\\d+) offset (\\d+)");

		// of five digits, then of six
		private static final int FIRST_ID = 99_000;

		private final int size;

		Rows(int size) {
			this.size = size;
		}

		List<String> ids(String order) {
			return IntStream.range(0, this.size)
				.map((i) -> FIRST_ID + (order.equals("asc") ? i : this.size - 1 - i))
				.mapToObj(String::valueOf)
				.toList();
		}

		@Override
		String response(BiginCall<?> call) {
			Matcher statement = STATEMENT.matcher(statement(call));
			assertThat(statement.matches()).as(statement(call)).isTrue();
			String order = (statement.group(4) != null) ? statement.group(4) : "asc";
			int limit = Integer.parseInt(statement.group(5));
			int offset = Integer.parseInt(statement.group(6));
			assertThat(limit).isBetween(1, 200);
			assertThat(limit + offset).isLessThanOrEqualTo(10_000);
			int rank = offset;
			if (statement.group(2) != null) {
				assertThat(statement.group(1)).isEqualTo(order.equals("asc") ? ">" : "<");
				int position = Integer.parseInt(statement.group(2)) - FIRST_ID;
				rank += 1 + (order.equals("asc") ? position : this.size - 1 - position);
			}
			int to = Math.min(rank + limit, this.size);
			List<String> rows = new ArrayList<>();
			for (int i = rank; i < to; i++) {
				rows.add("{\"id\":\"" + (FIRST_ID + (order.equals("asc") ? i : this.size - 1 - i)) + "\"}");
			}
			return page(rows, to < this.size, null);
		}

	}

}
