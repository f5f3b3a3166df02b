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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link PageReader#all(PageSpec, int)}.
 */
class PrefetchTests {

	private final AwaitedPages pages = new AwaitedPages(2_000);

	@Test
	void readsPagesSideBySideAndMoreOfThemWithEachThatWasThere() {
		StepVerifier.create(all(9))
			.then(() -> assertThat(this.pages.open()).containsExactly(1))
			.then(() -> this.pages.response(1))
			.expectNextCount(200)
			.then(() -> assertThat(this.pages.open()).containsExactly(2))
			.then(() -> this.pages.response(2))
			.expectNextCount(200)
			.then(() -> assertThat(this.pages.open()).containsExactly(3, 4))
			.then(() -> this.pages.response(3))
			.expectNextCount(200)
			.then(() -> assertThat(this.pages.open()).containsExactly(4, 5, 6, 7))
			.then(() -> this.pages.response(4))
			.expectNextCount(200)
			.then(() -> assertThat(this.pages.open()).containsExactly(5, 6, 7, 8, 9, 10))
			.thenCancel()
			.verify();
		assertThat(this.pages.open()).isEmpty();
	}

	@Test
	void readsNoFurtherAheadThanItWasTold() {
		StepVerifier.create(all(2))
			.then(() -> IntStream.rangeClosed(1, 6).forEach(this.pages::response))
			.expectNextCount(1_200)
			.then(() -> assertThat(this.pages.open()).containsExactly(7, 8, 9))
			.thenCancel()
			.verify();
	}

	@Test
	void readsOnePageAfterAnotherWhereItIsTurnedOff() {
		StepVerifier.create(all(0)).then(() -> {
			for (int page = 1; page < 10; page++) {
				assertThat(this.pages.open()).containsExactly(page);
				this.pages.response(page);
			}
		}).expectNextCount(1_800).thenCancel().verify();
	}

	@Test
	void deliversInOrderWhateverComesFirst() {
		StepVerifier.create(all(3).collectList()).then(() -> {
			this.pages.response(1);
			this.pages.response(2);
			this.pages.response(4);
			this.pages.response(3);
			while (!this.pages.open().isEmpty()) {
				this.pages.response(this.pages.open().get(this.pages.open().size() - 1));
			}
		}).assertNext((elements) -> assertThat(elements).containsExactlyElementsOf(range(2_000))).verifyComplete();
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "10, 1", "200, 1", "201, 2", "400, 2", "401, 3", "1000, 5" })
	void fetchesNoPageMoreThanAFewElementsTake(int elements, int calls) {
		PagedList list = new NumberedList(2_000);
		StepVerifier.create(new PageReader<>(list).all(PageSpec.first(), 9).take(elements))
			.expectNextCount(elements)
			.verifyComplete();
		assertThat(list.calls()).isEqualTo(calls);
	}

	@Test
	void fetchesOnePageForTheFirstElementOfAll() {
		PagedList list = new NumberedList(2_000);
		StepVerifier.create(new PageReader<>(list).all(PageSpec.first(), 9).next()).expectNext(0).verifyComplete();
		assertThat(list.calls()).isOne();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 200, 201, 400 })
	void asksForNothingBeyondAShortList(int size) {
		PagedList list = new NumberedList(size);
		StepVerifier.create(new PageReader<>(list).all(PageSpec.first(), 9)).expectNextCount(size).verifyComplete();
		assertThat(list.calls()).isEqualTo((size > 200) ? 2 : 1);
	}

	@Test
	void fetchesAPageThatIsThereForSureBeforeItIsNeeded() {
		PagedList list = new PagedList(1_000);
		StepVerifier.create(new PageReader<>(list).all(PageSpec.first(), 1), 150)
			.expectNextCount(150)
			.then(() -> assertThat(list.calls()).isOne())
			.thenRequest(50)
			.expectNextCount(50)
			.then(() -> assertThat(list.calls()).isEqualTo(2))
			.thenRequest(10)
			.expectNextCount(10)
			.then(() -> assertThat(list.calls()).isEqualTo(3))
			.thenCancel()
			.verify();
	}

	@Test
	void holdsNoMorePagesThanItWasTold() {
		PagedList list = new NumberedList(2_000);
		StepVerifier.create(new PageReader<>(list).all(PageSpec.first(), 2).limitRate(100), 600)
			.expectNextCount(600)
			.then(() -> assertThat(list.calls()).isLessThanOrEqualTo(6))
			.thenCancel()
			.verify();
	}

	@Test
	void whatFailsBeyondTheEndIsOfNoInterest() {
		PageSource<Integer> source = new PageSource<>() {

			@Override
			public Mono<RecordPage<Integer>> page(PageSpec request) {
				return (request.page() > 3) ? Mono.error(new IllegalStateException("beyond the end"))
						: Mono.just(new RecordPage<>(List.of(request.page()),
								new PageInfo(request.page(), 1, 1, request.page() < 3, null)));
			}

			@Override
			public @Nullable PageSpec ahead(PageSpec request) {
				return request.ahead(2_000);
			}

		};
		StepVerifier.create(new PageReader<>(source).all(PageSpec.of(1, 1), 9)).expectNext(1, 2, 3).verifyComplete();
	}

	@Test
	void aFailureComesAfterTheElementsBeforeIt() {
		StepVerifier.create(all(3)).then(() -> {
			this.pages.response(1);
			this.pages.response(2);
			this.pages.fail(4);
			this.pages.response(3);
		}).expectNextCount(600).verifyErrorMessage("no page 4");
		assertThat(this.pages.open()).isEmpty();
	}

	@Test
	void cancelsAllThatIsUnderWay() {
		StepVerifier.create(all(3)).then(() -> {
			this.pages.response(1);
			this.pages.response(2);
			this.pages.response(3);
		}).expectNextCount(600).then(() -> assertThat(this.pages.open()).hasSizeGreaterThan(1)).thenCancel().verify();
		assertThat(this.pages.open()).isEmpty();
	}

	@Test
	void givesUpWhereTheSourceThatGoesOnFailsAtOnce() {
		PageSource<Integer> failing = new PageSource<>() {

			@Override
			public Mono<RecordPage<Integer>> page(PageSpec request) {
				return Mono.error(new IllegalStateException("no page"));
			}

			@Override
			public PageSource<Integer> resume(@Nullable Integer last, Throwable failure) {
				return this;
			}

		};
		StepVerifier.create(new PageReader<>(failing).all(PageSpec.first())).verifyErrorMessage("no page");
	}

	@Test
	void failsWithWhatTheSourceSaysOfNotGoingOn() {
		PageSource<Integer> failing = new PageSource<>() {

			@Override
			public Mono<RecordPage<Integer>> page(PageSpec request) {
				return Mono.error(new IllegalStateException("no page"));
			}

			@Override
			public PageSource<Integer> resume(@Nullable Integer last, Throwable failure) {
				throw new IllegalStateException("narrow the search", failure);
			}

		};
		StepVerifier.create(new PageReader<>(failing).all(PageSpec.first())).verifyErrorMessage("narrow the search");
	}

	@Test
	void refusesLessThanNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> new PageReader<>(this.pages).all(PageSpec.first(), -1));
	}

	private Flux<Integer> all(int prefetch) {
		return new PageReader<>(this.pages).all(PageSpec.first(), prefetch);
	}

	private static List<Integer> range(int size) {
		return IntStream.range(0, size).boxed().toList();
	}

	/**
	 * Pages by number that come when the test says.
	 */
	private static final class AwaitedPages implements PageSource<Integer> {

		private final PagedList list;

		private final Map<Integer, TestPublisher<RecordPage<Integer>>> calls = new HashMap<>();

		private final SortedSet<Integer> open = new TreeSet<>();

		AwaitedPages(int size) {
			this.list = new PagedList(size);
		}

		@Override
		public Mono<RecordPage<Integer>> page(PageSpec request) {
			TestPublisher<RecordPage<Integer>> call = TestPublisher.create();
			this.calls.put(request.page(), call);
			this.open.add(request.page());
			return call.mono().doFinally((signal) -> this.open.remove(request.page()));
		}

		@Override
		public @Nullable PageSpec ahead(PageSpec request) {
			return request.ahead(2_000);
		}

		void response(int page) {
			this.calls.get(page).emit(this.list.content(PageSpec.of(page, 200)));
		}

		void fail(int page) {
			this.calls.get(page).error(new IllegalStateException("no page " + page));
		}

		List<Integer> open() {
			return List.copyOf(this.open);
		}

	}

	private static final class NumberedList extends PagedList {

		NumberedList(int size) {
			super(size);
		}

		@Override
		public @Nullable PageSpec ahead(PageSpec request) {
			return request.ahead(2_000);
		}

	}

}
