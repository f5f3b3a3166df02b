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

package io.github.biginspring.internal.paging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.StubbedTemplate;
import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.DeletedRecord;
import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.ReadPlan;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.query.SortOrder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Readings of records so large that a page of them is larger than the client takes.
 */
class SmallerPagesTests {

	private static final String SORTED_BY_TIME = "Created_Time";

	@ParameterizedTest(name = "{0}")
	@MethodSource("readings")
	void readsEachRecordOnceAndInOrder(String name, Function<BiginOperations, Flux<String>> reading) {
		Service service = new Service(700, 150, (record) -> record % 97 == 5);
		StepVerifier.create(reading.apply(service.bigin()).collectList())
			.assertNext((ids) -> assertThat(ids).containsExactlyElementsOf(service.ids()))
			.verifyComplete();
		assertThat(service.tooLarge).isPositive();
	}

	static List<Arguments> readings() {
		return List.of(reading("list", (bigin) -> ids(bigin.query("Contacts").fields("Last_Name").all())),
				reading("list of other pages",
						(bigin) -> ids(bigin.query("Contacts").fields("Last_Name").pageSize(150).prefetch(5).all())),
				reading("list by pages",
						(bigin) -> ids(bigin.query("Contacts").fields("Last_Name").plan(ReadPlan.pages()).all())),
				reading("list by COQL",
						(bigin) -> ids(bigin.query("Contacts").fields("Last_Name").plan(ReadPlan.coql()).all())),
				reading("list in another order", (bigin) -> ids(
						bigin.query("Contacts").fields("Last_Name").sort(SortOrder.ascending(SORTED_BY_TIME)).all())),
				reading("search",
						(bigin) -> ids(bigin.query("Contacts")
							.matching(Criteria.where("Last_Name").is("Ada"))
							.fields("Last_Name")
							.all())),
				reading("COQL by id", (bigin) -> ids(
						bigin.coql(Coql.of("select id from Contacts where id is not null order by id asc")).all())),
				reading("COQL in another order",
						(bigin) -> ids(bigin
							.coql(Coql.of("select id from Contacts where id is not null order by Last_Name asc"))
							.all())),
				reading("deleted", (bigin) -> bigin.deleted("Contacts").all().map(DeletedRecord::id)),
				reading("related", (bigin) -> ids(bigin.related("Contacts", "1").list("Products", "Last_Name").all())));
	}

	private static Arguments reading(String name, Function<BiginOperations, Flux<String>> reading) {
		return arguments(name, reading);
	}

	private static Flux<String> ids(Flux<BiginRecord> records) {
		return records.map((record) -> String.valueOf(record.getId()));
	}

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3 })
	void readsAnyListOfAnyRecords(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 30; i++) {
			int oneOf = 1 + random.nextInt(60);
			int salt = random.nextInt(1_000);
			Service service = new Service(random.nextInt(2_500), 100 + random.nextInt(2_000),
					(record) -> new Random(record * 31L + salt).nextInt(oneOf) == 0);
			int pageSize = 1 + random.nextInt(200);
			int prefetch = random.nextInt(4);
			StepVerifier.create(ids(
					service.bigin().query("Contacts").fields("Last_Name").pageSize(pageSize).prefetch(prefetch).all())
				.collectList())
				.assertNext((ids) -> assertThat(ids).as("pages of %s, prefetch %s", pageSize, prefetch)
					.containsExactlyElementsOf(service.ids()))
				.verifyComplete();
		}
	}

	@Test
	void laterPagesStaySmall() {
		Service service = new Service(600, 150, (record) -> false);
		StepVerifier.create(
				service.bigin().query("Contacts").fields("Last_Name").sort(SortOrder.ascending(SORTED_BY_TIME)).all())
			.expectNextCount(600)
			.verifyComplete();
		assertThat(service.tooLarge).isOne();
		assertThat(service.sizes).startsWith(200, 100, 100).doesNotContain(50);
		assertThat(service.sizes.subList(1, service.sizes.size())).containsOnly(100);
	}

	@Test
	void aListThatCoqlCannotGiveIsReadAgainInSmallerPages() {
		Service service = new Service(2_900, 500, (record) -> record >= 2_400 && record % 40 == 0);
		StepVerifier
			.create(ids(service.bigin()
				.query("Contacts")
				.fields("Last_Name")
				.customView("1")
				.sort(SortOrder.descending("id"))
				.all()).collectList())
			.assertNext((ids) -> assertThat(ids).containsExactlyElementsOf(service.ids()))
			.verifyComplete();
		assertThat(service.sizes).contains(50);
		assertThat(service.tooLarge).isOne();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 199, 198, 150, 101, 7, 1 })
	void cutsTheElementsOfAPageOutOfSmallerOnes(int size) {
		for (int page = 1; page <= 4; page++) {
			SmallerPages smaller = new SmallerPages();
			PageSpec request = PageSpec.of(page, size);
			List<Integer> expected = IntStream.range((page - 1) * size, page * size).boxed().toList();
			StepVerifier.create(smaller.cutOut(request, (part) -> numbers(part, 30))).assertNext((found) -> {
				assertThat(found.items()).isEqualTo(expected);
				assertThat(found.hasNext()).isTrue();
			}).verifyComplete();
		}
	}

	private static Mono<RecordPage<Integer>> numbers(PageSpec request, int most) {
		if (request.perPage() > most) {
			return Mono.error(new BiginUnreadableResponseException(
					ErrorDetails.responded(HttpMethod.GET, "/bigin/v2/{module}", 200)
						.cause(new DataBufferLimitException("too large"))
						.build()));
		}
		List<Integer> items = IntStream
			.range((request.page() - 1) * request.perPage(), request.page() * request.perPage())
			.boxed()
			.toList();
		return Mono
			.just(new RecordPage<>(items, new PageInfo(request.page(), request.perPage(), items.size(), true, null)));
	}

	@Test
	void nothingIsAskedForAgainWhereAllPagesFit() {
		Service service = new Service(600, 1_000, (record) -> false);
		StepVerifier.create(service.bigin().deleted("Contacts").all()).expectNextCount(600).verifyComplete();
		assertThat(service.sizes).containsExactly(200, 200, 200);
	}

	@Test
	void aSingleRecordThatIsTooLargeIsAnErrorThatSaysWhichAndWhatToDo() {
		Service service = new Service(600, 90, (record) -> record == 250);
		StepVerifier.create(service.bigin().deleted("Contacts").all())
			.expectNextCount(200)
			.verifyErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(BiginUnreadableResponseException.class)
				.hasMessageContaining("a single record of page 2 is larger than the client takes")
				.hasMessageContaining("bigin.max-response-size")
				.hasMessageContaining("[module Contacts]")
				.hasMessageEndingWith("Raise bigin.max-response-size, or ask for fewer fields."));
		assertThat(service.tooLarge).isEqualTo(8);
	}

	@Test
	void aTokenHoldsForItsPageSizeAlone() {
		Service service = new Service(600, 1_000, (record) -> record > 220 && record < 240);
		StepVerifier.create(
				service.bigin().query("Contacts").fields("Last_Name").sort(SortOrder.ascending(SORTED_BY_TIME)).all())
			.expectNextCount(200)
			.verifyErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(BiginUnreadableResponseException.class)
				.hasMessageContaining("page 2, whose token holds for its page size alone, is larger")
				.hasMessageEndingWith("Set a smaller page size, sort by id, or raise bigin.max-response-size."));
		assertThat(service.sizes).containsExactly(200, 200);
	}

	@Test
	void aListInTheOrderOfIdsGoesOnByCoqlWhereAPageByTokenIsTooLarge() {
		Service service = new Service(2_600, 1_000, (record) -> record > 2_220 && record < 2_240);
		StepVerifier
			.create(ids(service.bigin().query("Contacts").fields("Last_Name").plan(ReadPlan.pages()).all())
				.collectList())
			.assertNext((ids) -> assertThat(ids).containsExactlyElementsOf(service.ids()))
			.verifyComplete();
		assertThat(service.tooLarge).isPositive();
	}

	/**
	 * Records of which some weigh as much as a hundred others, and which come by whatever
	 * is called.
	 */
	private static final class Service implements CallExchange {

		private static final Pattern COQL = Pattern
			.compile(".*?(?:id ([<>]) '(\\d+)'.*)? limit (\\d+) offset (\\d+).*");

		private static final long FIRST = 5_000_000_000L;

		private final int count;

		private final int most;

		private final IntPredicate heavy;

		private final List<Integer> sizes = new ArrayList<>();

		private int tooLarge;

		private boolean ascending;

		Service(int count, int most, IntPredicate heavy) {
			this.count = count;
			this.most = most;
			this.heavy = heavy;
		}

		BiginOperations bigin() {
			return StubbedTemplate.of(this, OperationObserver.NONE, RecordMapper.create());
		}

		List<String> ids() {
			return IntStream.range(0, this.count).mapToObj(this::id).toList();
		}

		private String id(int rank) {
			return String.valueOf(this.ascending ? FIRST + rank : FIRST + this.count - rank);
		}

		@Override
		public <T> Mono<T> exchange(BiginCall<T> call) {
			return Mono.defer(() -> {
				String json = (call.body() != null) ? rows(call) : list(call);
				return Mono.justOrEmpty(call.reader()
					.read(new BiginResponse(json.isEmpty() ? 204 : 200, HttpHeaders.EMPTY,
							json.getBytes(StandardCharsets.UTF_8), false)));
			});
		}

		private String list(BiginCall<?> call) {
			int size = Integer.parseInt(String.valueOf(parameter(call, "per_page")));
			String token = parameter(call, "page_token");
			boolean tokens = !call.pathTemplate().endsWith("search");
			int start;
			if (token != null) {
				String[] parts = token.split("-");
				start = Integer.parseInt(parts[0]);
				if (Integer.parseInt(parts[1]) != size) {
					throw refusal(call, "TOKEN_BOUND_DATA_MISMATCH");
				}
			}
			else {
				start = (Integer.parseInt(String.valueOf(parameter(call, "page"))) - 1) * size;
				if (start + size > 2_000) {
					throw refusal(call, tokens ? "DISCRETE_PAGINATION_LIMIT_EXCEEDED" : "LIMIT_REACHED");
				}
			}
			return page(call, start, size, tokens);
		}

		private String rows(BiginCall<?> call) {
			String statement = new String(call.body(), StandardCharsets.UTF_8);
			this.ascending = statement.contains(" asc ");
			Matcher query = COQL.matcher(statement);
			assertThat(query.matches()).as(statement).isTrue();
			int offset = Integer.parseInt(query.group(4));
			String last = query.group(2);
			if (last != null) {
				assertThat(query.group(1)).isEqualTo(this.ascending ? ">" : "<");
				offset += ids().indexOf(last) + 1;
			}
			return page(call, offset, Integer.parseInt(query.group(3)), false);
		}

		private String page(BiginCall<?> call, int start, int size, boolean tokens) {
			this.sizes.add(size);
			int end = Math.min(start + size, this.count);
			if (IntStream.range(Math.min(start, end), end)
				.map((rank) -> this.heavy.test(rank) ? 100 : 1)
				.sum() > this.most) {
				this.tooLarge++;
				throw new BiginUnreadableResponseException(call.responded(200)
					.message("too large")
					.cause(new DataBufferLimitException("too large"))
					.build());
			}
			if (start >= end) {
				return "";
			}
			boolean more = end < this.count;
			List<String> records = IntStream.range(start, end)
				.mapToObj((rank) -> "{\"id\":\"" + id(rank) + "\",\"Last_Name\":\"Ada\"}")
				.toList();
			String token = (more && tokens) ? "\"" + end + "-" + size + "\"" : "null";
			return "{\"data\":[" + String.join(",", records) + "],\"info\":{\"count\":" + records.size()
					+ ",\"more_records\":" + more + ",\"next_page_token\":" + token + "}}";
		}

		private static BiginException refusal(BiginCall<?> call, String code) {
			return call.responded(400).code(code).toException();
		}

		private static @Nullable String parameter(BiginCall<?> call, String name) {
			return call.query()
				.stream()
				.filter((parameter) -> parameter.name().equals(name))
				.map(BiginCall.QueryParameter::value)
				.findFirst()
				.orElse(null);
		}

	}

}
