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

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.SortOrder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is written between any two calls: in the order of ids, what is there all the
 * time comes once, and nothing twice.
 */
class ConcurrentWritesTests {

	private static final int CASES = 30;

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3, 4 })
	void aListLosesAndDoublesNone(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < CASES; i++) {
			Service service = new Service(random, random.nextInt(4_500), 2_200 + random.nextInt(5_000));
			RecordQuery<Item> query = service.bigin()
				.query(Item.class)
				.pageSize(random.nextBoolean() ? 200 : 1 + random.nextInt(200))
				.prefetch(random.nextInt(10));
			boolean ascending = random.nextBoolean();
			assertNoneLostOrDoubled(service, (ascending ? query.sort(SortOrder.ascending("id")) : query).all(),
					ascending);
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3, 4 })
	void aCoqlQueryLosesAndDoublesNone(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < CASES; i++) {
			Service service = new Service(random, random.nextInt(13_000), Integer.MAX_VALUE);
			boolean ascending = random.nextBoolean();
			assertNoneLostOrDoubled(service,
					service.bigin()
						.coql(Item.class)
						.sort(new SortOrder("id", ascending ? "asc" : "desc"))
						.prefetch(random.nextInt(10))
						.all(),
					ascending);
		}
	}

	private static void assertNoneLostOrDoubled(Service service, Flux<Item> all, boolean ascending) {
		VirtualTimeScheduler time = VirtualTimeScheduler.create();
		service.responseLate(service.random, time);
		Reader reader = new Reader();
		all.map((item) -> Long.valueOf(item.id())).subscribe(reader);
		while (!reader.isDisposed()) {
			if (service.random.nextBoolean()) {
				reader.request((service.random.nextInt(10) == 0) ? Long.MAX_VALUE : 1 + service.random.nextInt(1_000));
			}
			time.advanceTimeBy(Duration.ofMillis(service.random.nextInt(60)));
			assertThat(service.calls()).as("calls").hasSizeLessThan(10_000);
		}
		assertThat(reader.failure).isNull();
		List<Long> sorted = new ArrayList<>(new HashSet<>(reader.received));
		sorted.sort(ascending ? null : Collections.reverseOrder());
		assertThat(reader.received.equals(sorted)).as("none twice, and all in order").isTrue();
		Set<Long> lost = new HashSet<>(service.alwaysThere);
		lost.removeAll(new HashSet<>(reader.received));
		assertThat(lost).isEmpty();
	}

	@Test
	void aListThatNobodyWritesToCostsOneCallMoreInTwoThousandRecords() {
		Service service = new Service(new Random(), 20_000, 100_000);
		service.writing = false;
		StepVerifier.create(service.bigin().query(Item.class).prefetch(0).all())
			.expectNextCount(20_000)
			.verifyComplete();
		assertThat(service.calls()).hasSize(101);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 199, 200 })
	void aListOfOnePageCostsOneCallAsEver(int size) {
		Service service = new Service(new Random(), size, 100_000);
		service.writing = false;
		StepVerifier.create(service.bigin().query(Item.class).prefetch(9).all()).expectNextCount(size).verifyComplete();
		assertThat(service.calls()).hasSize(1);
		assertThat(PagedService.parameter(service.calls().get(0), "per_page")).isEqualTo("200");
		assertThat(PagedService.parameter(service.calls().get(0), "page")).isEqualTo("1");
	}

	@ParameterizedTest
	@CsvSource({ "1, 13", "20, 14", "150, 17", "600, 20" })
	void whatHasMovedOnceCostsAFewCalls(int deleted, int calls) {
		Service service = new Service(new Random(), 1_900, 100_000) {

			@Override
			void write() {
				if (calls().size() == 5) {
					for (int i = 0; i < deleted; i++) {
						remove(this.ids.size() - 1);
					}
				}
			}

		};
		StepVerifier.create(service.bigin().query(Item.class).prefetch(0).all().map(Item::id).collectList())
			.assertNext((ids) -> assertThat(ids).hasSize(1_900))
			.verifyComplete();
		assertThat(service.calls()).hasSizeLessThanOrEqualTo(calls);
	}

	@Test
	void aListInAnotherOrderGoesByTokenFromTheFirstPageOn() {
		Service service = new Service(new Random(), 1_000, 100_000);
		service.writing = false;
		for (Flux<?> all : List.of(
				service.bigin().query(Item.class).sort(SortOrder.descending("Created_Time")).prefetch(9).all(),
				service.bigin().query(Item.class).customView("1").prefetch(9).all(),
				service.bigin().query(Anonymous.class).prefetch(9).all())) {
			service.calls().clear();
			StepVerifier.create(all).expectNextCount(1_000).verifyComplete();
			assertThat(service.calls()).hasSize(5);
			assertThat(service.calls().subList(1, 5))
				.allMatch((call) -> PagedService.parameter(call, "page_token") != null);
		}
	}

	@Test
	void aListThatIsNotInTheOrderOfIdsFailsRatherThanLosingRecords() {
		Service service = new Service(new Random(), 500, 100_000) {

			@Override
			String response(BiginCall<?> call) {
				return page(this.ids.stream().map((id) -> "{\"id\":\"" + id + "\"}").toList(), true, null);
			}

		};
		StepVerifier.create(service.bigin().query(Item.class).all())
			.verifyErrorMatches((failure) -> failure instanceof BiginUnreadableResponseException
					&& failure.getMessage().contains("in the order of ids"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 7, 200 })
	void aListWithoutTokensGoesOnByNumber(int pageSize) {
		Service service = new Service(new Random(), 2_500, 100_000);
		service.writing = false;
		service.withoutTokens = true;
		StepVerifier.create(service.bigin().query(Item.class).pageSize(pageSize).prefetch(3).all())
			.expectNextCount(2_500)
			.verifyComplete();
	}

	@Test
	void anEmptyPageDoesNotEndAListThatGoesOnSayingThereIsMore() {
		Service service = new Service(new Random(), 250, 100_000) {

			@Override
			String response(BiginCall<?> call) {
				return super.response(call).replace("\"more_records\":false", "\"more_records\":true");
			}

		};
		service.writing = false;
		StepVerifier.create(service.bigin().query(Item.class).all())
			.expectNextCount(250)
			.verifyErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(BiginUnreadableResponseException.class)
				.hasMessageContaining("nothing comes after it"));
		assertThat(service.calls()).hasSizeLessThan(12);
	}

	@BiginModule("Pipelines")
	record Item(String id, @Nullable String dealName) {

	}

	@BiginModule("Pipelines")
	record Anonymous(@Nullable String dealName) {

	}

	/**
	 * A module in which something is written before the response to each call.
	 */
	private static class Service extends PagedService {

		private static final Pattern ROWS = Pattern
			.compile("select .*?(?: id ([<>]) '(\\d+)')? order by id (asc|desc) limit (\\d+) offset (\\d+)");

		private final Random random;

		// ascending
		final List<Long> ids = new ArrayList<>();

		private final Set<Long> alwaysThere = new HashSet<>();

		private final int listed;

		private final int writes;

		private final int inserts;

		private boolean writing = true;

		private boolean withoutTokens;

		Service(Random random, int size, int listed) {
			this.random = random;
			this.listed = listed;
			LongStream.range(0, size).forEach((i) -> this.ids.add(9_999_990_000L + 3 * i));
			this.alwaysThere.addAll(this.ids);
			this.writes = List.of(0, 1, 3, 30).get(random.nextInt(4));
			this.inserts = List.of(0, 50, 100).get(random.nextInt(3));
		}

		QueryTemplate bigin() {
			return new QueryTemplate(this, OperationObserver.NONE, RecordMapper.create(), 200, InstantSource.system());
		}

		void write() {
			int count = (this.random.nextInt(20) == 0) ? 10 * this.writes : this.random.nextInt(this.writes + 1);
			for (int i = 0; i < count; i++) {
				if (this.random.nextInt(100) < this.inserts) {
					// a new one, or one that a change has brought into the list
					add(this.random.nextBoolean() ? 10_000_100_000L + this.random.nextInt(1_000_000)
							: 9_999_990_000L + this.random.nextInt(50_000));
				}
				else if (!this.ids.isEmpty()) {
					// mostly where it moves others
					remove((this.random.nextInt(4) == 0) ? this.random.nextInt(this.ids.size())
							: this.random.nextBoolean() ? 0 : this.ids.size() - 1);
				}
			}
		}

		private void add(long id) {
			int index = Collections.binarySearch(this.ids, id);
			if (index < 0) {
				this.ids.add(-index - 1, id);
			}
		}

		void remove(int index) {
			this.alwaysThere.remove(this.ids.remove(index));
		}

		@Override
		String response(BiginCall<?> call) {
			if (this.writing) {
				write();
			}
			return call.pathTemplate().equals("/bigin/v2/coql") ? rows(call) : list(call);
		}

		private String list(BiginCall<?> call) {
			boolean ascending = "asc".equals(parameter(call, "sort_order"));
			String token = parameter(call, "page_token");
			int size = number(call, "per_page");
			int start = (number(call, "page") - 1) * size;
			if (token != null) {
				assertThat(token).endsWith("of " + size);
				start = after(token.substring(0, token.indexOf(' ')), ascending);
			}
			else if (start + size > 2_000 && !this.withoutTokens) {
				throw refusal(call, "DISCRETE_PAGINATION_LIMIT_EXCEEDED");
			}
			if (start + size > this.listed && !this.withoutTokens) {
				throw refusal(call, "LIMIT_REACHED");
			}
			return page(ascending, start, size);
		}

		private String rows(BiginCall<?> call) {
			Matcher rows = ROWS.matcher(statement(call));
			assertThat(rows.matches()).as(statement(call)).isTrue();
			boolean ascending = rows.group(3).equals("asc");
			int start = 0;
			if (rows.group(2) != null) {
				assertThat(rows.group(1)).isEqualTo(ascending ? ">" : "<");
				start = after(rows.group(2), ascending);
			}
			int limit = Integer.parseInt(rows.group(4));
			int offset = Integer.parseInt(rows.group(5));
			assertThat(offset + limit).isLessThanOrEqualTo(10_000);
			return page(ascending, start + offset, limit);
		}

		private int after(String id, boolean ascending) {
			int index = Collections.binarySearch(this.ids, Long.valueOf(id));
			int smaller = (index >= 0) ? index : -index - 1;
			return ascending ? smaller + ((index >= 0) ? 1 : 0) : this.ids.size() - smaller;
		}

		private String page(boolean ascending, int start, int size) {
			int end = Math.min(start + size, this.ids.size());
			List<String> found = new ArrayList<>();
			for (int i = start; i < end; i++) {
				found.add("{\"id\":\"" + id(i, ascending) + "\"}");
			}
			boolean more = end < this.ids.size();
			return page(found, more, (more && !this.withoutTokens) ? id(end - 1, ascending) + " of " + size : null);
		}

		private Long id(int rank, boolean ascending) {
			return this.ids.get(ascending ? rank : this.ids.size() - 1 - rank);
		}

	}

	private static final class Reader extends BaseSubscriber<Long> {

		private final List<Long> received = new ArrayList<>();

		private @Nullable Throwable failure;

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			// the test asks
		}

		@Override
		protected void hookOnNext(Long id) {
			this.received.add(id);
		}

		@Override
		protected void hookOnError(Throwable failure) {
			this.failure = failure;
		}

	}

}
