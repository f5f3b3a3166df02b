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

import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;

import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.RecordSearch;
import io.github.biginspring.query.SortOrder;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class QueryTemplateTests {

	private static final String ONE = """
			{"data":[{"id":"1","Last_Name":"Watson"}],"info":{"page":1,"per_page":200,"count":1,"more_records":false}}""";

	private final StubExchange service = new StubExchange();

	private final QueryTemplate bigin = template(200);

	@Test
	void listsWithTheFieldsOfTheType() {
		this.service.response(200, ONE);
		StepVerifier.create(this.bigin.query(Person.class).all())
			.expectNext(new Person("1", "Watson"))
			.verifyComplete();
		assertThat(this.service.call().method()).isEqualTo(HttpMethod.GET);
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/v2/{module}");
		assertThat(this.service.call().pathVariables()).extracting("value").containsExactly("Contacts");
		assertThat(this.service.call().isIdempotent()).isTrue();
		assertThat(this.service.query()).containsExactly("fields=Last_Name", "per_page=200", "page=1");
	}

	@Test
	void listsWithEverythingThatWasSaid() {
		this.service.response(200, ONE);
		StepVerifier
			.create(this.bigin.query("Pipelines")
				.fields("Deal_Name", "Stage")
				.sort(SortOrder.descending("Modified_Time"))
				.pageSize(50)
				.customView("11")
				.pipeline("22")
				.page(3))
			.assertNext((page) -> assertThat(page.items()).hasSize(1))
			.verifyComplete();
		assertThat(this.service.query()).containsExactly("fields=Deal_Name,Stage", "cvid=11", "pipeline_id=22",
				"sort_by=Modified_Time", "sort_order=desc", "per_page=50", "page=3");
	}

	@Test
	void goesByTokenOrByNumberButNeverByBoth() {
		this.service.response(200, ONE);
		StepVerifier.create(this.bigin.query(Person.class).page(new PageSpec(7, 100, "token")))
			.expectNextCount(1)
			.verifyComplete();
		assertThat(this.service.query()).containsExactly("fields=Last_Name", "per_page=100", "page_token=token");
	}

	@Test
	void readsPageAfterPage() {
		this.service.response(200, page(1, 2, true)).response(200, page(2, 3, true)).response(200, page(4, 2, false));
		StepVerifier
			.create(this.bigin.query("Contacts")
				.fields("Last_Name")
				.sort(SortOrder.ascending("id"))
				.all()
				.map(BiginRecord::getId))
			.expectNext("1", "2", "3", "4", "5")
			.verifyComplete();
		assertThat(this.service.calls()).hasSize(3);
		assertThat(this.service.query()).contains("page=3");
	}

	@Test
	void aSearchGivesNoRecordTwice() {
		this.service.response(200, page(1, 3, true)).response(200, page(3, 2, false));
		StepVerifier.create(this.bigin.query("Contacts").matchingWord("watson").all().map(BiginRecord::getId))
			.expectNext("1", "2", "3", "4")
			.verifyComplete();
	}

	@Test
	void listsAndSearchesWhatIsApprovedOrNot() {
		this.service.response(204, "").response(204, "").response(204, "");
		StepVerifier.create(this.bigin.query(Person.class).approved(false).sort(SortOrder.ascending("id")).all())
			.verifyComplete();
		assertThat(this.service.query()).contains("approved=false", "sort_by=id");
		StepVerifier.create(this.bigin.query(Person.class).approved(true).matchingWord("watson").pageSize(5).all())
			.verifyComplete();
		assertThat(this.service.query()).contains("approved=true", "word=watson", "per_page=5");
		StepVerifier.create(this.bigin.query(Person.class).matchingWord("watson").approved(false).fields("Email").all())
			.verifyComplete();
		assertThat(this.service.query()).contains("approved=false", "fields=Email");
		assertThatIllegalStateException().isThrownBy(() -> this.bigin.query(Person.class)
			.approved(true)
			.sort(SortOrder.ascending("id"))
			.matchingWord("watson"));
	}

	@Test
	void callsNothingBeforeItIsSubscribedToAndAnewForEachSubscription() {
		this.service.response(200, ONE).response(200, ONE);
		var all = this.bigin.query(Person.class).all();
		assertThat(this.service.calls()).isEmpty();
		StepVerifier.create(all).expectNextCount(1).verifyComplete();
		StepVerifier.create(all).expectNextCount(1).verifyComplete();
		assertThat(this.service.calls()).hasSize(2);
	}

	@Test
	void noMatchIsEmpty() {
		this.service.response(204, "").response(204, "").response(204, "").response(204, "");
		StepVerifier.create(this.bigin.query(Person.class).all()).verifyComplete();
		StepVerifier.create(this.bigin.query(Person.class).first()).verifyComplete();
		StepVerifier.create(this.bigin.query(Person.class).page(1))
			.expectNext(RecordPage.empty(PageSpec.of(1, 200)))
			.verifyComplete();
		StepVerifier.create(this.bigin.findById(Person.class, "1")).verifyComplete();
	}

	@Test
	void asksForOneRecordOnlyWhereTheFirstIsWanted() {
		this.service.response(200, ONE);
		StepVerifier.create(this.bigin.query(Person.class).pageSize(50).first())
			.expectNext(new Person("1", "Watson"))
			.verifyComplete();
		assertThat(this.service.query()).containsExactly("fields=Last_Name", "per_page=1", "page=1");
	}

	@Test
	void everyStepReturnsACopy() {
		this.service.response(204, "");
		RecordQuery<BiginRecord> query = this.bigin.query("Contacts").fields("Email");
		query.fields("Phone");
		query.sort(SortOrder.ascending("id"));
		query.pageSize(10);
		query.customView("1");
		query.pipeline("2");
		query.matching(where("Email").is("x"));
		StepVerifier.create(query.all()).verifyComplete();
		assertThat(this.service.query()).containsExactly("fields=Email", "per_page=200", "page=1");
	}

	@Test
	void everyStepOfASearchReturnsACopy() {
		this.service.response(204, "");
		RecordSearch<BiginRecord> search = this.bigin.query("Contacts").matchingWord("watson");
		search.fields("Email");
		search.pageSize(10);
		StepVerifier.create(search.all()).verifyComplete();
		assertThat(this.service.query()).containsExactly("word=watson", "per_page=200", "page=1");
	}

	@Test
	void aListNeedsToKnowItsFields() {
		assertThatIllegalStateException().isThrownBy(() -> this.bigin.query("Contacts").all())
			.withMessageContaining("Contacts")
			.withMessageContaining("fields(...)");
		assertThatIllegalStateException().isThrownBy(() -> this.bigin.query("Contacts").page(1));
		assertThatIllegalStateException().isThrownBy(() -> this.bigin.query("Contacts").first());
	}

	@Test
	void takesFiftyFieldsAndNoMore() {
		this.service.response(204, "");
		StepVerifier.create(this.bigin.query("Contacts").fields(names(50)).all()).verifyComplete();
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.query("Contacts").fields(names(51)).all())
			.withMessage("A call takes at most 50 fields, not 51: name those that are needed by fields(...)");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.bigin.query("Contacts").matchingWord("ab").fields(names(51)).all());
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.findById("Contacts", "1", names(51)));
	}

	@ParameterizedTest
	@CsvSource({ "email, ada+x@example.org", "phone, +44 20 7946 0000", "word, Watson & Co" })
	void searchesByOneThing(String parameter, String value) {
		this.service.response(200, ONE);
		RecordQuery<Person> query = this.bigin.query(Person.class);
		RecordSearch<Person> search = switch (parameter) {
			case "email" -> query.matchingEmail(value);
			case "phone" -> query.matchingPhone(value);
			default -> query.matchingWord(value);
		};
		StepVerifier.create(search.all()).expectNextCount(1).verifyComplete();
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/v2/{module}/search");
		assertThat(this.service.query()).containsExactly(parameter + "=" + value, "fields=Last_Name", "per_page=200",
				"page=1");
		assertThat(search.toString()).doesNotContain(value).contains(parameter);
	}

	@Test
	void searchesByCriteria() {
		this.service.response(200, ONE);
		StepVerifier.create(this.bigin.query("Contacts").pageSize(20).matching(where("Last_Name").is("O(x)")).page(2))
			.expectNextCount(1)
			.verifyComplete();
		assertThat(this.service.query()).containsExactly("criteria=(Last_Name:equals:O\\(x\\))", "per_page=20",
				"page=2");
	}

	@Test
	void aSearchHasNoTokens() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.bigin.query("Contacts").matchingWord("ab").page(new PageSpec(1, 10, "token")))
			.withMessageContaining("no page tokens");
	}

	@Test
	void aSearchTakesNoOrderViewOrPipeline() {
		RecordQuery<BiginRecord> query = this.bigin.query("Pipelines");
		assertThatIllegalStateException()
			.isThrownBy(() -> query.sort(SortOrder.ascending("id")).matching(where("A").is("1")));
		assertThatIllegalStateException().isThrownBy(() -> query.customView("1").matchingWord("ab"));
		assertThatIllegalStateException().isThrownBy(() -> query.pipeline("1").matchingEmail("a@example.org"));
		assertThatIllegalStateException().isThrownBy(() -> query.modifiedSince(Instant.EPOCH).matchingWord("ab"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a", " a " })
	void aWordNeedsTwoCharacters(String word) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.query("Contacts").matchingWord(word))
			.withMessage("A search by word needs at least 2 characters");
	}

	@Test
	void refusesWhatBiginWouldRefuse() {
		RecordQuery<BiginRecord> query = this.bigin.query("Contacts").fields("Email");
		assertThatIllegalArgumentException().isThrownBy(() -> query.page(0));
		assertThatIllegalArgumentException().isThrownBy(() -> query.pageSize(201));
		assertThatIllegalArgumentException().isThrownBy(() -> query.customView("all"));
		assertThatIllegalArgumentException().isThrownBy(() -> query.pipeline("1,2"));
		assertThatIllegalArgumentException().isThrownBy(() -> query.fields("Email,Phone"));
		assertThatIllegalArgumentException().isThrownBy(() -> query.matchingEmail(""));
		assertThatIllegalArgumentException().isThrownBy(() -> query.matchingPhone(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> new SortOrder("id", "up"));
		assertThatIllegalArgumentException().isThrownBy(() -> SortOrder.ascending("id,Email"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.query("Contacts/1"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.query(String.class));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.findById("Contacts", "../2"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.findById("..", "2"));
		assertThatIllegalArgumentException().isThrownBy(() -> template(0));
		assertThatIllegalArgumentException().isThrownBy(() -> template(201));
	}

	@Test
	void findsOneRecordByItsId() {
		this.service.response(200, "{\"data\":[{\"id\":\"7\",\"Last_Name\":\"Hopper\"}]}");
		StepVerifier.create(this.bigin.findById(Person.class, "7"))
			.expectNext(new Person("7", "Hopper"))
			.verifyComplete();
		assertThat(this.service.call().pathTemplate()).isEqualTo("/bigin/v2/{module}/{id}");
		assertThat(this.service.call().pathVariables()).extracting("value").containsExactly("Contacts", "7");
		assertThat(this.service.query()).containsExactly("fields=Last_Name");
	}

	@Test
	void findsOneRecordWithAllItsFieldsWhereNoneAreNamed() {
		this.service.response(200, "{\"data\":[{\"id\":\"7\",\"Own\":1}]}");
		StepVerifier.create(this.bigin.findById("Own_Module", "7"))
			.assertNext((record) -> assertThat(record.get("Own")).isEqualTo(1))
			.verifyComplete();
		assertThat(this.service.query()).isEmpty();
	}

	private QueryTemplate template(int pageSize) {
		return new QueryTemplate(this.service, OperationObserver.NONE, RecordMapper.create(), pageSize,
				InstantSource.system());
	}

	private static String[] names(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "F" + i).toArray(String[]::new);
	}

	private static String page(int firstId, int count, boolean more) {
		StringBuilder data = new StringBuilder();
		for (int i = 0; i < count; i++) {
			data.append((i > 0) ? "," : "").append("{\"id\":\"").append(firstId + i).append("\"}");
		}
		return "{\"data\":[" + data + "],\"info\":{\"more_records\":" + more + "}}";
	}

	@BiginModule("Contacts")
	record Person(String id, String lastName) {

	}

}
