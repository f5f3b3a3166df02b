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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.SortOrder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * A list of any length is read whole, whatever becomes of its page tokens.
 */
class ListReadingTests {

	private static final String LIST = "/bigin/v2/{module}";

	private static final String COQL = "/bigin/v2/coql";

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3, 4 })
	void readsEachRecordOnceAndInOrder(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 40; i++) {
			VirtualTimeScheduler time = VirtualTimeScheduler.create();
			ListService service = new ListService(random.nextInt(6_000), 2_200 + random.nextInt(3_000));
			service.expireTokens(random, 8);
			service.responseLate(random, time);
			String order = random.nextBoolean() ? "asc" : "desc";
			int pageSize = 20 + random.nextInt(181);
			int prefetch = random.nextInt(10);
			Reader reader = new Reader();
			RecordQuery<Item> query = bigin(service).query(Item.class).pageSize(pageSize).prefetch(prefetch);
			((order.equals("desc") && random.nextBoolean()) ? query : query.sort(new SortOrder("id", order))).all()
				.map(Item::id)
				.subscribe(reader);
			while (!reader.isDisposed()) {
				if (random.nextBoolean()) {
					reader.request((random.nextInt(10) == 0) ? Long.MAX_VALUE : 1 + random.nextInt(1_000));
				}
				time.advanceTimeBy(Duration.ofMillis(random.nextInt(60)));
			}
			assertThat(reader.failure).isNull();
			assertThat(reader.received)
				.as("%s records %s in pages of %s, prefetch %s", service.size(), order, pageSize, prefetch)
				.containsExactlyElementsOf(service.ids(order));
		}
	}

	@Test
	void losesNothingWhereRecordsComeAndGoWhileTheListIsReadAgain() {
		ListService service = new ListService(3_000, 100_000) {

			@Override
			void expired(long start) {
				// the last one that was delivered, and a new one at the beginning of the
				// list
				remove(start - 1);
				add();
			}

		};
		List<String> before = service.ids("desc");
		service.expireTokens(new Random(1), 1);
		StepVerifier.create(bigin(service).query(Item.class).prefetch(0).all().map(Item::id).collectList())
			.assertNext((ids) -> assertThat(ids).containsExactlyElementsOf(before))
			.verifyComplete();
		assertThat(service.expiries).isPositive();
	}

	@ParameterizedTest
	@CsvSource({ "EXPIRED_VALUE", "TOKEN_BOUND_DATA_MISMATCH" })
	void readsAgainWhereTheTokenDoesNotHold(String code) {
		ListService service = new ListService(2_300, 100_000);
		service.tokenFailure = code;
		service.expireTokens(new Random(), 1);
		StepVerifier.create(bigin(service).query(Item.class).prefetch(0).all()).expectNextCount(2_300).verifyComplete();
		// eleven pages by number lead to the first one by token, and that one to the
		// second
		assertThat(service.expiries).isEqualTo(2);
		assertThat(service.calls(LIST)).isEqualTo(12 + 13 + 13);
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "199, 1", "200, 2", "650, 4" })
	void goesOnAfterAFullPageThatDoesNotSayWhetherThereAreMore(int size, int calls) {
		ListService service = new ListService(size, 100_000);
		service.silent = true;
		StepVerifier.create(bigin(service).query(Item.class).prefetch(0).all()).expectNextCount(size).verifyComplete();
		assertThat(service.calls(LIST)).isEqualTo(calls);
	}

	@Test
	void saysWhatToDoWhereAListInAnotherOrderCannotGoOn() {
		ListService service = new ListService(2_300, 100_000);
		service.expireTokens(new Random(), 1);
		RecordQuery<Item> query = bigin(service).query(Item.class);
		for (Flux<Item> all : List.of(query.sort(SortOrder.ascending("Created_Time")).all(),
				query.customView("1").all())) {
			StepVerifier.create(all)
				.expectNextCount(200)
				.verifyErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(BiginInvalidRequestException.class)
					.hasMessageContaining("EXPIRED_VALUE")
					.hasMessageContaining("sort by id")
					.hasCauseInstanceOf(BiginInvalidRequestException.class));
			service.expireTokens(new Random(), 1);
		}
	}

	@Test
	void goesOnByCoqlWhereTheServiceListsNoMore() {
		ListService service = new ListService(12_600, 2_400);
		StepVerifier.create(bigin(service).query(Item.class).prefetch(0).all().map(Item::id).collectList())
			.assertNext((ids) -> assertThat(ids).containsExactlyElementsOf(service.ids("desc")))
			.verifyComplete();
		assertThat(service.calls(LIST)).isEqualTo(14);
		assertThat(service.calls(COQL)).isEqualTo(51);
		assertThat(PagedService.statement(service.calls().get(14))).startsWith(
				"select id, Deal_Name from Pipelines where id < '5" + "000010200' order by id desc limit 200 offset 0");
	}

	@Test
	void saysWhatToDoWhereCoqlCannotGoOn() {
		ListService service = new ListService(2_600, 2_400);
		RecordQuery<Item> query = bigin(service).query(Item.class);
		for (RecordQuery<Item> part : List.of(query.sort(SortOrder.ascending("Created_Time")), query.customView("1"),
				query.pipeline("1"), query.modifiedSince(Instant.EPOCH))) {
			StepVerifier.create(part.all())
				.expectNextCount(2_400)
				.verifyErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(BiginInvalidRequestException.class)
					.hasMessageContaining("LIMIT_REACHED")
					.hasMessageContaining("read it in parts"));
		}
		StepVerifier.create(bigin(service).query(Anonymous.class).all())
			.expectNextCount(2_400)
			.verifyErrorSatisfies((failure) -> assertThat(failure).hasMessageContaining("with an id"));
		assertThat(service.calls(COQL)).isZero();
	}

	@Test
	void aRequestThatIsItselfTooLargeFails() {
		PagedService service = new PagedService() {

			@Override
			String response(BiginCall<?> call) {
				throw refusal(call, "LIMIT_EXCEEDED");
			}

		};
		StepVerifier.create(bigin(service).query(Item.class).all())
			.verifyErrorSatisfies(
					(failure) -> assertThat(((BiginException) failure).getCode()).isEqualTo("LIMIT_EXCEEDED"));
		assertThat(service.calls()).hasSize(1);
	}

	@Test
	void readsOnePageMoreThanNeededAtMostUnlessTold() {
		ListService service = new ListService(2_000, 100_000);
		StepVerifier.create(bigin(service).query(Item.class).all()).expectNextCount(2_000).verifyComplete();
		assertThat(service.calls()).hasSize(11);
		StepVerifier.create(bigin(service).query(Item.class).all().take(10)).expectNextCount(10).verifyComplete();
		StepVerifier.create(bigin(service).query(Item.class).first()).expectNextCount(1).verifyComplete();
		assertThat(service.calls()).hasSize(13);
		assertThatIllegalArgumentException().isThrownBy(() -> bigin(service).query(Item.class).prefetch(-1));
	}

	@Test
	void everySubscriptionReadsAnew() {
		ListService service = new ListService(2_300, 100_000);
		service.expireTokens(new Random(), 1);
		Flux<Item> all = bigin(service).query(Item.class).all();
		StepVerifier.create(all).expectNextCount(2_300).verifyComplete();
		StepVerifier.create(all).expectNextCount(2_300).verifyComplete();
	}

	private static QueryTemplate bigin(PagedService service) {
		return new QueryTemplate(service, OperationObserver.NONE, RecordMapper.create(), 200, InstantSource.system());
	}

	@BiginModule("Pipelines")
	record Item(String id, @Nullable String dealName) {

	}

	@BiginModule("Pipelines")
	record Anonymous(@Nullable String dealName) {

	}

	/**
	 * A module whose list gives 2,000 records by number and some more by token.
	 */
	private static class ListService extends PagedService {

		private static final Pattern REST = Pattern
			.compile("select .* where id ([<>]) '(\\d+)' order by id (asc|desc) limit (\\d+) offset (\\d+)");

		private final List<Long> ids = new ArrayList<>();

		private final int most;

		private String tokenFailure = "EXPIRED_VALUE";

		private @Nullable Random random;

		private int oneOf;

		// an expired token does not stand in the way twice
		private long lastExpired;

		private int expiries;

		private boolean silent;

		ListService(int size, int most) {
			LongStream.range(0, size).forEach((i) -> this.ids.add(5_000_000_000L + i));
			this.most = most;
		}

		void expireTokens(Random random, int oneOf) {
			this.random = random;
			this.oneOf = oneOf;
			this.lastExpired = 0;
		}

		void expired(long start) {
		}

		void remove(long rank) {
			this.ids.remove((int) (this.ids.size() - 1 - rank));
		}

		void add() {
			this.ids.add(this.ids.get(this.ids.size() - 1) + 1);
		}

		int size() {
			return this.ids.size();
		}

		List<String> ids(String order) {
			List<Long> sorted = new ArrayList<>(this.ids);
			if (order.equals("desc")) {
				Collections.reverse(sorted);
			}
			return sorted.stream().map(String::valueOf).toList();
		}

		@Override
		String response(BiginCall<?> call) {
			return call.pathTemplate().equals(COQL) ? rows(call) : list(call);
		}

		private String list(BiginCall<?> call) {
			String order = parameter(call, "sort_order");
			int size = number(call, "per_page");
			String token = parameter(call, "page_token");
			int start = (token != null) ? Integer.parseInt(token.substring(1)) : (number(call, "page") - 1) * size;
			if (token == null && start + size > 2_000) {
				throw refusal(call, "DISCRETE_PAGINATION_LIMIT_EXCEEDED");
			}
			if (start + size > this.most) {
				throw refusal(call, "LIMIT_REACHED");
			}
			if (token != null && this.random != null && start > this.lastExpired
					&& this.random.nextInt(this.oneOf) == 0) {
				this.lastExpired = start;
				this.expiries++;
				expired(start);
				throw refusal(call, this.tokenFailure);
			}
			String page = page(ids((order != null) ? order : "desc"), start, size);
			return this.silent ? page.replaceFirst(",\"info\".*", "}") : page;
		}

		private String rows(BiginCall<?> call) {
			Matcher rest = REST.matcher(statement(call));
			assertThat(rest.matches()).as(statement(call)).isTrue();
			List<String> sorted = ids(rest.group(3));
			int from = sorted.indexOf(rest.group(2)) + 1;
			assertThat(rest.group(1)).isEqualTo(rest.group(3).equals("asc") ? ">" : "<");
			return page(sorted, from + Integer.parseInt(rest.group(5)), Integer.parseInt(rest.group(4)));
		}

		private static String page(List<String> sorted, int start, int size) {
			int from = Math.min(start, sorted.size());
			int to = Math.min(from + size, sorted.size());
			List<String> records = sorted.subList(from, to).stream().map((id) -> "{\"id\":\"" + id + "\"}").toList();
			return page(records, to < sorted.size(), (to < sorted.size()) ? "t" + to : null);
		}

	}

	private static final class Reader extends BaseSubscriber<String> {

		private final List<String> received = new ArrayList<>();

		private @Nullable Throwable failure;

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			// the test asks
		}

		@Override
		protected void hookOnNext(String id) {
			this.received.add(id);
		}

		@Override
		protected void hookOnError(Throwable failure) {
			this.failure = failure;
		}

	}

}
