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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Tag;
import io.github.biginspring.related.TagOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link TagTemplate}.
 */
class TagTemplateTests {

	private static final String SUCCESS = "{\"code\":\"SUCCESS\",\"details\":{\"id\":\"1\"},\"status\":\"success\"}";

	private final StubExchange exchange = new StubExchange();

	private final TagOperations tags = new TagTemplate(this.exchange, OperationObserver.NONE, RecordMapper.create());

	@Test
	void listsTheTagsOfAModule() {
		this.exchange.response(200,
				"{\"tags\":[{\"id\":\"1\",\"name\":\"VIP\",\"color_code\":null,\"created_by\":{}},{\"name\":\"New\",\"id\":\"2\"}],\"info\":{\"count\":2}}");
		StepVerifier.create(this.tags.list("Contacts").map(Tag::name)).expectNext("VIP", "New").verifyComplete();
		assertThat(this.exchange.call()).hasToString("GET /bigin/v2/settings/tags");
		assertThat(this.exchange.query()).containsExactly("module=Contacts");
	}

	@Test
	void aModuleWithoutTagsHasAnEmptyList() {
		this.exchange.response(204, "");
		StepVerifier.create(this.tags.list("Contacts")).verifyComplete();
	}

	@Test
	void createsTagsWithAResultForEach() {
		this.exchange.response(207, "{\"tags\":[" + SUCCESS
				+ ",{\"code\":\"DUPLICATE_DATA\",\"details\":{\"id\":\"2\"},\"message\":\"no\",\"status\":\"error\"}]}");
		StepVerifier.create(this.tags.create("Contacts", "VIP", "New")).assertNext((results) -> {
			assertThat(results.written()).extracting("input", "id").containsExactly(tuple("VIP", "1"));
			assertThat(results.rejected()).extracting("input").containsExactly("New");
		}).verifyComplete();
		assertThat(this.exchange.body()).isEqualTo("{\"tags\":[{\"name\":\"VIP\"},{\"name\":\"New\"}]}");
		assertThat(this.exchange.call().isIdempotent()).isFalse();
	}

	@Test
	void renamesAndDeletesATag() {
		this.exchange.response(200, "{\"tags\":[" + SUCCESS + "]}")
			.response(200, "{\"tags\":{\"code\":\"SUCCESS\",\"details\":{\"id\":1},\"status\":\"success\"}}");
		StepVerifier.create(this.tags.rename("Contacts", "1", "Gold")).verifyComplete();
		assertThat(this.exchange.body()).contains("\"id\":\"1\"").contains("\"name\":\"Gold\"");
		StepVerifier.create(this.tags.delete("Contacts", "1")).verifyComplete();
		assertThat(this.exchange.calls()).map(BiginCall::toString)
			.containsExactly("PUT /bigin/v2/settings/tags", "DELETE /bigin/v2/settings/tags/{id}");
		assertThat(this.exchange.query()).containsExactly("module=Contacts");
	}

	@Test
	void aRefusedRenameIsAnError() {
		this.exchange.response(400,
				"{\"tags\":[{\"code\":\"INVALID_DATA\",\"details\":{},\"message\":\"no\",\"status\":\"error\"}]}");
		StepVerifier.create(this.tags.rename("Contacts", "1", "Gold")).verifyError(BiginException.class);
	}

	@Test
	void addsTagsToRecordsWithAResultForEach() {
		this.exchange.response(207, "{\"data\":[" + SUCCESS
				+ ",{\"code\":\"INVALID_DATA\",\"details\":{\"id\":\"2\"},\"message\":\"no\",\"status\":\"error\"}]}");
		StepVerifier.create(this.tags.addTo(Contact.class, List.of("1", "2"), "VIP", "A & B")).assertNext((results) -> {
			assertThat(results.written()).extracting("id").containsExactly("1");
			assertThat(results.rejected()).extracting("input").containsExactly("2");
		}).verifyComplete();
		assertThat(this.exchange.call()).hasToString("POST /bigin/v2/{module}/actions/add_tags");
		assertThat(this.exchange.query()).containsExactly("ids=1,2", "tag_names=VIP,A & B");
		assertThat(this.exchange.call().isIdempotent()).isTrue();
	}

	@Test
	void removesTagsFromRecords() {
		this.exchange.response(200, "{\"data\":[" + SUCCESS + "]}");
		StepVerifier.create(this.tags.removeFrom("Contacts", List.of("1"), "VIP"))
			.assertNext((results) -> assertThat(results.isComplete()).isTrue())
			.verifyComplete();
		assertThat(this.exchange.call()).hasToString("POST /bigin/v2/{module}/actions/remove_tags");
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "50,1", "51,2", "500,10" })
	void costsACreditForEachFiftyRecords(int records, int credits) {
		List<String> ids = IntStream.rangeClosed(1, records).mapToObj(String::valueOf).toList();
		this.exchange.response(200, "{\"data\":["
				+ ids.stream().map((id) -> SUCCESS.replace("\"1\"", "\"" + id + "\"")).collect(Collectors.joining(","))
				+ "]}");
		StepVerifier.create(this.tags.addTo("Contacts", ids, "VIP")).expectNextCount(1).verifyComplete();
		assertThat(this.exchange.call().credits()).isEqualTo(credits);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"17\"", "17" })
	void countsTheRecordsOfATag(String count) {
		this.exchange.response(200, "{\"count\":" + count + "}");
		StepVerifier.create(this.tags.countRecords(Contact.class, "5")).expectNext(17L).verifyComplete();
		assertThat(this.exchange.call()).hasToString("GET /bigin/v2/settings/tags/{id}/actions/records_count");
		assertThat(this.exchange.call().effect()).isEqualTo(CallEffect.READ);
		assertThat(this.exchange.query()).containsExactly("module=Contacts");
	}

	@Test
	void countsNoneWhereTheServiceHasNothingToSay() {
		this.exchange.response(204, "");
		StepVerifier.create(this.tags.countRecords("Contacts", "5")).expectNext(0L).verifyComplete();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"count\":null}", "{\"count\":\"many\"}", "{\"count\":1.5}" })
	void aCountThatIsNoneIsUnreadable(String body) {
		this.exchange.response(200, body);
		StepVerifier.create(this.tags.countRecords("Contacts", "5"))
			.verifyError(BiginUnreadableResponseException.class);
	}

	@Test
	void refusesACountOfWhatIsNoTag() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.tags.countRecords("Contacts", "VIP"))
			.withMessageContaining("'VIP'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.tags.countRecords("Con tacts", "5"))
			.withMessageContaining("'Con tacts'");
	}

	@Test
	void makesNoCallForNothing() {
		StepVerifier.create(this.tags.addTo("Contacts", List.of(), "VIP")).expectNextCount(1).verifyComplete();
		StepVerifier.create(this.tags.removeFrom("Contacts", List.of("1"))).expectNextCount(1).verifyComplete();
		StepVerifier.create(this.tags.create("Contacts")).expectNextCount(1).verifyComplete();
		assertThat(this.exchange.calls()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a,b", "a\nb" })
	void refusesWhatCannotBeTheNameOfATag(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.tags.create("Contacts", name));
		assertThatIllegalArgumentException().isThrownBy(() -> this.tags.rename("Contacts", "1", name));
		assertThatIllegalArgumentException().isThrownBy(() -> this.tags.addTo("Contacts", List.of("1"), name));
	}

	@Test
	void refusesTooManyRecordsAndWhatIsNoId() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.tags.addTo("Contacts", Collections.nCopies(501, "1"), "VIP"))
			.withMessageContaining("at most 500");
		assertThatIllegalArgumentException().isThrownBy(() -> this.tags.removeFrom("Contacts", List.of("1,2"), "VIP"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.tags.list("Con tacts"));
	}

}
