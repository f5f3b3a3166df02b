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

package io.github.biginspring.related.internal;

import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.Note;
import io.github.biginspring.query.TerminatingQuery;
import io.github.biginspring.related.NoteOperations;
import io.github.biginspring.related.RelatedOperations;
import io.github.biginspring.related.RelatedQuery;
import io.github.biginspring.related.RelationOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RelationTemplate} and what it hands out.
 */
class RelationTemplateTests {

	private static final String DONE = "{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"id\":\"7\"},"
			+ "\"message\":\"relation added\",\"status\":\"success\"}]}";

	private final StubExchange exchange = new StubExchange();

	private final RelationOperations relations = new RelationTemplate(this.exchange, OperationObserver.NONE,
			RecordMapper.create(), 2);

	private final RelatedOperations related = this.relations.related(Contact.class, "42");

	@Test
	void readsARelatedListPageAfterPageByTheFieldsOfAType() {
		this.exchange.response(200,
				"{\"data\":[{\"id\":\"1\",\"Product_Name\":\"a\"},{\"id\":\"2\"}],\"info\":{\"more_records\":true}}")
			.response(200, "{\"data\":[{\"id\":\"3\"}],\"info\":{\"more_records\":false}}");
		StepVerifier.create(this.related.list("Products", Item.class).all().map(Item::id))
			.expectNext("1", "2", "3")
			.verifyComplete();
		assertThat(this.exchange.query()).containsExactly("fields=Product_Name", "per_page=2", "page=2");
		BiginCall<?> call = this.exchange.calls().get(0);
		assertThat(call).hasToString("GET /bigin/v2/{module}/{id}/{relatedList}");
		assertThat(call.pathVariables()).extracting("value").containsExactly("Contacts", "42", "Products");
	}

	@Test
	void asksForNoPageThatIsNotNeeded() {
		this.exchange.response(200, "{\"data\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"info\":{\"more_records\":true}}");
		StepVerifier.create(this.related.list("Products", "Product_Name").all(), 2)
			.expectNextCount(2)
			.thenCancel()
			.verify();
		assertThat(this.exchange.calls()).hasSize(1);
	}

	@Test
	void readsOnePageOrTheFirstRecord() {
		this.exchange.response(200, "{\"data\":[{\"id\":\"1\"}],\"info\":{\"more_records\":true}}")
			.response(204, "")
			.response(200, "{\"data\":[{\"id\":\"1\"}],\"info\":{\"more_records\":true}}");
		TerminatingQuery<BiginRecord> reading = this.related.list("Products", "Product_Name");
		StepVerifier.create(reading.page(3)).assertNext((page) -> assertThat(page.items()).hasSize(1)).verifyComplete();
		assertThat(this.exchange.query()).containsExactly("fields=Product_Name", "per_page=2", "page=3");
		StepVerifier.create(reading.page(4)).assertNext((page) -> assertThat(page.items()).isEmpty()).verifyComplete();
		StepVerifier.create(reading.first().map(BiginRecord::getId)).expectNext("1").verifyComplete();
		assertThat(this.exchange.query()).contains("per_page=1");
	}

	@Test
	void listsTheDealsOfATeamPipelineOnEachPage() {
		this.exchange.response(200, "{\"data\":[{\"id\":\"1\"},{\"id\":\"2\"}],\"info\":{\"more_records\":true}}")
			.response(200, "{\"data\":[{\"id\":\"3\"}],\"info\":{\"more_records\":false}}");
		RelatedQuery<BiginRecord> deals = this.related.list("Pipelines", "Stage");
		StepVerifier.create(deals.pipeline("9").all()).expectNextCount(3).verifyComplete();
		assertThat(this.exchange.query()).containsExactly("fields=Stage", "pipeline_id=9", "per_page=2", "page=2");
		this.exchange.response(204, "");
		StepVerifier.create(deals.first()).verifyComplete();
		assertThat(this.exchange.query()).noneMatch((parameter) -> parameter.startsWith("pipeline_id"));
	}

	@Test
	void refusesWhatIsNoTeamPipeline() {
		RelatedQuery<BiginRecord> deals = this.related.list("Pipelines", "Stage");
		assertThatIllegalArgumentException().isThrownBy(() -> deals.pipeline("Sales Pipeline"))
			.withMessageContaining("'Sales Pipeline'");
	}

	@Test
	void linksAndUnlinks() {
		this.exchange.response(200, DONE).response(200, DONE);
		StepVerifier.create(this.related.link("Products", "7")).verifyComplete();
		assertThat(this.exchange.body()).isEqualTo("{\"data\":[{}]}");
		StepVerifier.create(this.related.unlink("Products", "7")).verifyComplete();
		assertThat(this.exchange.calls()).map(BiginCall::toString)
			.containsExactly("PUT /bigin/v2/{module}/{id}/{relatedList}/{relatedId}",
					"DELETE /bigin/v2/{module}/{id}/{relatedList}/{relatedId}");
		assertThat(this.exchange.calls()).allMatch(BiginCall::isIdempotent);
	}

	@Test
	void aRefusedLinkIsAnError() {
		this.exchange.response(400,
				"{\"data\":[{\"code\":\"INVALID_DATA\",\"details\":{},\"message\":\"no\",\"status\":\"error\"}]}");
		StepVerifier.create(this.related.link("Products", "7")).verifyError(BiginInvalidRequestException.class);
	}

	@Test
	void unlinksSeveralWithAResultForEach() {
		this.exchange.response(207, """
				{"data":[{"code":"SUCCESS","details":{"id":"7"},"status":"success"},
				{"code":"INVALID_DATA","details":{"id":"8"},"message":"no","status":"error"}]}""");
		StepVerifier.create(this.related.unlinkAll("Products", List.of("7", "8"))).assertNext((results) -> {
			assertThat(results.written()).extracting("id").containsExactly("7");
			assertThat(results.rejected()).extracting("input").containsExactly("8");
		}).verifyComplete();
		assertThat(this.exchange.query()).containsExactly("ids=7,8");
		assertThat(this.exchange.call().method()).isEqualTo(HttpMethod.DELETE);
	}

	@Test
	void aResponseThatDoesNotTellOfEachIsNotTaken() {
		this.exchange.response(200, DONE);
		StepVerifier.create(this.related.unlinkAll("Products", List.of("7", "8")))
			.verifyError(BiginUnreadableResponseException.class);
	}

	@Test
	void unlinkingNoneMakesNoCall() {
		StepVerifier.create(this.related.unlinkAll("Products", List.of())).expectNextCount(1).verifyComplete();
		assertThat(this.exchange.calls()).isEmpty();
	}

	@Test
	void refusesWhatIsNoRelation() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.related.link("Products/1", "7"))
			.withMessageContaining("related list");
		assertThatIllegalArgumentException().isThrownBy(() -> this.related.link("Products", "7a"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.related.unlinkAll("Products", Collections.nCopies(101, "7")))
			.withMessageContaining("at most 100");
		assertThatIllegalArgumentException().isThrownBy(() -> this.relations.related("Contacts", "x"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a,b", "a b", "a\nb", "a&b" })
	void refusesWhatIsNoField(String field) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.related.list("Products", field))
			.withMessageContaining("Not a field's API name");
	}

	@Test
	void aListNeedsItsFieldsAndNotTooMany() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.related.list("Products", new String[0]))
			.withMessageContaining("1 to 50 fields");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.related.list("Products", Collections.nCopies(51, "A").toArray(String[]::new)));
	}

	@Test
	void readsNotes() {
		this.exchange.response(200, "{\"data\":[{\"id\":\"1\",\"Note_Content\":\"text\"}]}");
		StepVerifier.create(this.relations.notes(Contact.class, "42").all().map(Note::getNoteContent))
			.expectNext("text")
			.verifyComplete();
		assertThat(this.exchange.call().pathVariables()).extracting("value").containsExactly("Contacts", "42", "Notes");
		assertThat(this.exchange.query().get(0)).startsWith("fields=").contains("Note_Title", "Note_Content");
	}

	@Test
	void addsANoteToTheRecord() {
		this.exchange.response(201, DONE);
		Note note = note("text");
		StepVerifier.create(this.relations.notes("Contacts", "42").add(note)).assertNext((written) -> {
			assertThat(written.id()).isEqualTo("7");
			assertThat(written.input()).isSameAs(note);
		}).verifyComplete();
		assertThat(this.exchange.call()).hasToString("POST /bigin/v2/{module}/{id}/Notes");
		assertThat(this.exchange.call().isIdempotent()).isFalse();
		assertThat(this.exchange.body()).isEqualTo("{\"data\":[{\"Note_Content\":\"text\"}]}");
	}

	@Test
	void refusesANoteOnAnotherRecord() {
		Note note = note("text");
		note.setParent(Lookup.of("43"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.relations.notes("Contacts", "42").add(note))
			.withMessageContaining("another record");
		assertThat(this.exchange.calls()).isEmpty();
	}

	@Test
	void updatesAndDeletesANoteByItsOwnId() {
		this.exchange.response(200, DONE).response(200, DONE);
		Note note = note("text");
		note.setId("7");
		NoteOperations notes = this.relations.notes("Contacts", "42");
		StepVerifier.create(notes.update(note)).expectNextCount(1).verifyComplete();
		StepVerifier.create(notes.delete("7")).expectNextCount(1).verifyComplete();
		assertThat(this.exchange.calls())
			.extracting((call) -> call.method() + " " + call.pathVariables().get(0).value())
			.containsExactly("PUT Notes", "DELETE Notes");
		assertThatIllegalArgumentException().isThrownBy(() -> notes.update(note("no id")));
	}

	private static Note note(String content) {
		Note note = new Note();
		note.setNoteContent(content);
		return note;
	}

	@BiginModule("Products")
	record Item(String id, @Nullable String productName) {

	}

}
