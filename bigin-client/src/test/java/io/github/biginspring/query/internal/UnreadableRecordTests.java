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
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.call.UnfitRecordException;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.query.QueryOperations;
import io.github.biginspring.query.ReadPlan;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.query.TerminatingQuery;
import io.github.biginspring.query.UnreadableRecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Records that do not fit their type.
 */
class UnreadableRecordTests {

	private static final String PAGE = "{\"data\":[{\"id\":\"1\",\"Stage\":\"OPEN\"},{\"id\":\"2\",\"Stage\":\"odd\"},"
			+ "{\"id\":\"3\",\"Stage\":\"WON\"}],\"info\":{\"more_records\":false}}";

	private final List<UnreadableRecord> unreadable = new ArrayList<>();

	private final StubExchange service = new StubExchange();

	private final QueryOperations bigin = new QueryTemplate(this.service, OperationObserver.NONE, RecordMapper.create(),
			200, InstantSource.system(), ReadPlan.pages());

	static Stream<ReadPlan> plans() {
		return Stream.of(ReadPlan.pages(), ReadPlan.coql(), ReadPlan.automatic());
	}

	@ParameterizedTest
	@MethodSource("plans")
	void aLongReadingLeavesThemOutAndGoesOn(ReadPlan plan) {
		OddService service = new OddService(4_321);
		QueryOperations bigin = new QueryTemplate(service, OperationObserver.NONE, RecordMapper.create(), 200,
				InstantSource.system(), plan);
		for (String direction : List.of("asc", "desc")) {
			this.unreadable.clear();
			SortOrder order = direction.equals("asc") ? SortOrder.ascending("id") : SortOrder.descending("id");
			List<String> ids = service.ids(direction);
			Flux<Row> rows = bigin.query(Row.class).sort(order).onUnreadable(this.unreadable::add).all();
			StepVerifier.create(rows.map(Row::id).collectList())
				.assertNext((read) -> assertThat(read)
					.containsExactlyElementsOf(ids.stream().filter((id) -> !isOdd(id)).toList()))
				.verifyComplete();
			assertThat(this.unreadable).extracting(UnreadableRecord::id)
				.containsExactlyElementsOf(ids.stream().filter(UnreadableRecordTests::isOdd).toList());
		}
	}

	@Test
	void theFirstOfThemEndsAReadingWithoutAHandler() {
		this.service.response(200, PAGE);
		StepVerifier.create(this.bigin.query(Row.class).all()).verifyError(UnfitRecordException.class);
	}

	@Test
	void everyQueryKnowsThem() {
		Consumer<UnreadableRecord> handler = this.unreadable::add;
		for (TerminatingQuery<Row> query : List.of(this.bigin.query(Row.class).onUnreadable(handler),
				this.bigin.query(Row.class).onUnreadable(handler).matchingWord("ab"),
				this.bigin.query(Row.class).matching(Criteria.where("id").in(1, 2, 3)).onUnreadable(handler),
				this.bigin.coql(Row.class).onUnreadable(handler))) {
			this.unreadable.clear();
			this.service.response(200, PAGE).response(200, PAGE).response(200, PAGE).response(200, PAGE);
			StepVerifier.create(query.all().map(Row::id)).expectNext("1", "3").verifyComplete();
			assertThat(this.unreadable).hasSize(1).first().satisfies((bad) -> {
				assertThat(bad.module()).isEqualTo("Pipelines");
				assertThat(bad.id()).isEqualTo("2");
				assertThat(bad.field()).isEqualTo("Stage");
				assertThat(bad.reason()).isEqualTo("field Stage does not fit the type Stage");
			});
			StepVerifier.create(query.page(1))
				.assertNext((page) -> assertThat(page.items()).hasSize(2))
				.verifyComplete();
			StepVerifier.create(query.first().map(Row::id)).expectNext("1").verifyComplete();
			StepVerifier.create(query.count()).expectNext(2L).verifyComplete();
			assertThat(this.unreadable).hasSizeBetween(3, 4);
		}
	}

	@Test
	void theOnlyOneThatFitsIsTheOne() {
		this.service.response(200, PAGE.replace("WON", "odd"));
		Mono<Row> one = this.bigin.query(Row.class).onUnreadable(this.unreadable::add).one();
		StepVerifier.create(one.map(Row::id)).expectNext("1").verifyComplete();
		assertThat(this.unreadable).hasSize(2);
	}

	@Test
	void whatTheHandlerThrowsEndsTheReading() {
		this.service.response(200, PAGE);
		StepVerifier.create(this.bigin.query(Row.class).onUnreadable((bad) -> {
			throw new IllegalStateException("enough");
		}).all()).expectNextCount(1).verifyErrorMessage("enough");
	}

	@Test
	void aBodyThatIsBrokenStaysAnError() {
		this.service.response(200, PAGE.substring(0, 60));
		StepVerifier.create(this.bigin.query(Row.class).onUnreadable(this.unreadable::add).all()).verifyError();
		assertThat(this.unreadable).isEmpty();
	}

	@Test
	void refusesNoHandler() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.query(Row.class).onUnreadable(null));
	}

	private static boolean isOdd(String id) {
		return id.endsWith("7") || id.endsWith("98") || id.endsWith("99");
	}

	enum Stage {

		OPEN, WON

	}

	@BiginModule("Pipelines")
	record Row(@Nullable String id, @Nullable Stage stage) {

	}

	private static final class OddService extends ModuleService {

		OddService(int size) {
			super(size);
		}

		@Override
		String response(BiginCall<?> call) {
			return super.response(call).replaceAll("\"id\":\"(\\d+7|\\d+9[89])\"", "$0,\"Stage\":\"odd\"");
		}

	}

}
