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

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageReader}.
 */
class PageReaderTests {

	@Test
	void callsNothingBeforeSomethingIsAskedFor() {
		PagedList list = new PagedList(1_000);
		StepVerifier.create(all(list), 0)
			.expectSubscription()
			.then(() -> assertThat(list.calls()).isZero())
			.thenCancel()
			.verify();
		assertThat(list.calls()).isZero();
	}

	@Test
	void fetchesOnePageForOneElement() {
		PagedList list = new PagedList(1_000);
		StepVerifier.create(all(list), 1).expectNext(0).thenCancel().verify();
		assertThat(list.requests()).containsExactly(PageSpec.first());
	}

	@Test
	void fetchesTheNextPageOnlyWhenMoreIsAskedForThanOneHolds() {
		PagedList list = new PagedList(1_000);
		StepVerifier.create(all(list), 1)
			.expectNext(0)
			.thenRequest(198)
			.expectNextCount(198)
			.thenRequest(1)
			.expectNext(199)
			.then(() -> assertThat(list.calls()).isOne())
			.thenRequest(1)
			.expectNext(200)
			.then(() -> assertThat(list.calls()).isEqualTo(2))
			.thenCancel()
			.verify();
		assertThat(list.calls()).isEqualTo(2);
	}

	@Test
	void fetchesAsManyPagesAsAreAskedForAtOnce() {
		PagedList list = new PagedList(1_000);
		StepVerifier.create(all(list), 401).expectNextCount(401).thenCancel().verify();
		assertThat(list.calls()).isEqualTo(3);
	}

	@Test
	void completesWithTheLastElementThatWasAskedFor() {
		PagedList list = new PagedList(400);
		StepVerifier.create(all(list), 400).expectNextCount(400).verifyComplete();
		assertThat(list.calls()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "1, 1", "199, 1", "200, 1", "201, 2", "1000, 5" })
	void readsEveryElementOnceAndInOrder(int size, int calls) {
		PagedList list = new PagedList(size);
		StepVerifier.create(all(list).collectList())
			.assertNext((elements) -> assertThat(elements).containsExactlyElementsOf(range(size)))
			.verifyComplete();
		assertThat(list.calls()).isEqualTo(calls);
	}

	@ParameterizedTest
	@CsvSource({ "200, 10", "150, 13", "199, 10", "100, 20" })
	void goesOnByTokenBeyondWhatIsGivenByNumber(int perPage, int byNumber) {
		PagedList list = new PagedList(2_500);
		StepVerifier.create(new PageReader<>(list).all(PageSpec.of(1, perPage)))
			.expectNextCount(2_500)
			.verifyComplete();
		List<PageSpec> requests = list.requests();
		assertThat(requests.subList(0, byNumber)).allMatch((request) -> request.pageToken() == null);
		assertThat(requests.subList(byNumber, requests.size())).isNotEmpty()
			.allMatch((request) -> request.pageToken().equals("token-" + request.page()));
		assertThat(requests)
			.allMatch((request) -> request.pageToken() != null || request.page() * request.perPage() <= 2_000);
	}

	@Test
	void beginsWhereItIsTold() {
		PagedList list = new PagedList(1_000);
		StepVerifier.create(new PageReader<>(list).all(PageSpec.of(3, 100)))
			.expectNext(200)
			.expectNextCount(799)
			.verifyComplete();
	}

	@Test
	void makesNoFurtherCallOnceCancelled() {
		PagedList list = new PagedList(1_000);
		StepVerifier.create(all(list).take(201)).expectNextCount(201).verifyComplete();
		assertThat(list.calls()).isEqualTo(2);
		StepVerifier.create(all(list).takeUntil((element) -> element == 199)).expectNextCount(200).verifyComplete();
		assertThat(list.calls()).isEqualTo(3);
	}

	@Test
	void cancelsTheCallThatIsUnderWay() {
		TestPublisher<RecordPage<Integer>> page = TestPublisher.create();
		StepVerifier.create(new PageReader<>((request) -> page.mono()).all(PageSpec.first()))
			.expectSubscription()
			.then(page::assertWasSubscribed)
			.thenCancel()
			.verify();
		page.assertCancelled();
	}

	@Test
	void waitsForAPageBeforeItFetchesTheNext() {
		PagedList list = new PagedList(600);
		List<TestPublisher<RecordPage<Integer>>> calls = new ArrayList<>();
		PageSource<Integer> source = (request) -> {
			TestPublisher<RecordPage<Integer>> call = TestPublisher.create();
			calls.add(call);
			return call.mono();
		};
		StepVerifier.create(new PageReader<>(source).all(PageSpec.first()))
			.expectSubscription()
			.then(() -> assertThat(calls).hasSize(1))
			.then(() -> calls.get(0).emit(list.content(PageSpec.of(1, 200))))
			.expectNextCount(200)
			.then(() -> assertThat(calls).hasSize(2))
			.then(() -> calls.get(1).emit(list.content(PageSpec.of(2, 200))))
			.expectNextCount(200)
			.then(() -> calls.get(2).emit(list.content(PageSpec.of(3, 200))))
			.expectNextCount(200)
			.verifyComplete();
		assertThat(calls).hasSize(3);
	}

	@Test
	void readsThousandsOfPagesThatComeAtOnceWithoutFillingTheStack() {
		PagedList list = new PagedList(10_000);
		StepVerifier.create(new PageReader<>(list).all(PageSpec.of(1, 2))).expectNextCount(10_000).verifyComplete();
		assertThat(list.calls()).isEqualTo(5_000);
	}

	@Test
	void readsThousandsOfPagesElementByElementWithoutFillingTheStack() {
		PagedList list = new PagedList(10_000);
		StepVerifier.create(new PageReader<>(list).all(PageSpec.of(1, 2)).limitRate(1))
			.expectNextCount(10_000)
			.verifyComplete();
		assertThat(list.calls()).isEqualTo(5_000);
	}

	@Test
	void goesOnPastEmptyPages() {
		List<RecordPage<Integer>> pages = List.of(new RecordPage<>(List.of(), new PageInfo(1, 2, 0, true, null)),
				new RecordPage<>(List.of(1), new PageInfo(2, 2, 1, true, null)),
				new RecordPage<>(List.of(), new PageInfo(3, 2, 0, true, null)),
				new RecordPage<>(List.of(), new PageInfo(4, 2, 0, true, null)),
				new RecordPage<>(List.of(2), new PageInfo(5, 2, 1, true, null)),
				new RecordPage<>(List.of(3), new PageInfo(6, 2, 1, false, null)));
		StepVerifier
			.create(new PageReader<>((request) -> Mono.just(pages.get(request.page() - 1))).all(PageSpec.of(1, 2)), 1)
			.expectNext(1)
			.thenRequest(1)
			.expectNext(2)
			.thenRequest(1)
			.expectNext(3)
			.verifyComplete();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void failsWhereAPageThatWasPromisedDoesNotCome(boolean noContent) {
		RecordPage<Integer> first = new RecordPage<>(List.of(1), new PageInfo(1, 1, 1, true, null));
		Mono<RecordPage<Integer>> second = noContent ? Mono.empty()
				: Mono.just(new RecordPage<>(List.of(), new PageInfo(2, 1, 0, false, null)));
		StepVerifier
			.create(new PageReader<Integer>((request) -> (request.page() == 1) ? Mono.just(first) : second)
				.all(PageSpec.of(1, 1)))
			.expectNext(1)
			.verifyErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(BiginUnreadableResponseException.class)
				.hasMessageContaining("nothing comes after it"));
	}

	@Test
	void completesWhereWhatWasPromisedIsGone() {
		AtomicInteger calls = new AtomicInteger();
		PageReader<Integer> reader = new PageReader<>((request) -> (request.page() == 1)
				? Mono.just(new RecordPage<>(List.of(1), new PageInfo(1, 1, 1, calls.getAndIncrement() == 0, null)))
				: Mono.empty());
		StepVerifier.create(reader.all(PageSpec.of(1, 1))).expectNext(1).verifyComplete();
		assertThat(calls).hasValue(2);
	}

	@Test
	void completesWhereThereIsNothing() {
		PageReader<Integer> reader = new PageReader<>((request) -> Mono.empty());
		StepVerifier.create(reader.all(PageSpec.first())).verifyComplete();
		StepVerifier.create(reader.page(PageSpec.first()))
			.expectNext(RecordPage.empty(PageSpec.first()))
			.verifyComplete();
	}

	@Test
	void passesAnErrorOnAfterTheElementsBeforeIt() {
		PagedList list = new PagedList(1_000);
		PageReader<Integer> reader = new PageReader<>((request) -> (request.page() == 2)
				? Mono.error(new IllegalStateException("no second page")) : list.page(request));
		StepVerifier.create(reader.all(PageSpec.first())).expectNextCount(200).verifyErrorMessage("no second page");
		assertThat(list.calls()).isOne();
	}

	@Test
	void passesOnWhatTheSourceThrows() {
		PageReader<Integer> reader = new PageReader<>((request) -> {
			throw new IllegalStateException("no call");
		});
		StepVerifier.create(reader.all(PageSpec.first())).verifyErrorMessage("no call");
	}

	@Test
	void readsAnewForEachSubscriber() {
		PagedList list = new PagedList(400);
		Flux<Integer> all = all(list);
		StepVerifier.create(all, 1).expectNext(0).thenCancel().verify();
		StepVerifier.create(all.zipWith(all)).expectNextCount(400).verifyComplete();
		assertThat(list.requests()).containsOnly(PageSpec.first(), PageSpec.of(2, 200)).hasSize(5);
	}

	@Test
	void letsTheSourceSeeTheContext() {
		Queue<Object> seen = new ConcurrentLinkedQueue<>();
		PagedList list = new PagedList(400);
		PageReader<Integer> reader = new PageReader<>((request) -> Mono.deferContextual((context) -> {
			seen.add(context.get("caller"));
			return list.page(request);
		}));
		StepVerifier.create(reader.all(PageSpec.first()).contextWrite((context) -> context.put("caller", "me")))
			.expectNextCount(400)
			.verifyComplete();
		assertThat(seen).containsExactly("me", "me");
	}

	@ParameterizedTest
	@ValueSource(longs = { Long.MAX_VALUE, Long.MAX_VALUE - 1 })
	void takesRequestsThatAddUpToMoreThanANumberHolds(long many) {
		PagedList list = new PagedList(1_000);
		BaseSubscriber<Integer> subscriber = new BaseSubscriber<>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				subscription.request(many);
			}

			@Override
			protected void hookOnNext(Integer element) {
				if (element == 0) {
					request(many);
				}
			}

		};
		all(list).subscribe(subscriber);
		assertThat(subscriber.isDisposed()).isTrue();
		assertThat(list.calls()).isEqualTo(5);
	}

	@Test
	@Timeout(60)
	void deliversEachElementOnceHoweverManyThreadsAsk() throws Exception {
		Scheduler service = Schedulers.newParallel("service", 2);
		ExecutorService callers = Executors.newFixedThreadPool(4);
		try {
			for (int round = 0; round < 50; round++) {
				PagedList list = new PagedList(2_000);
				Queue<Integer> received = new ConcurrentLinkedQueue<>();
				CountDownLatch done = new CountDownLatch(1);
				BaseSubscriber<Integer> subscriber = new BaseSubscriber<>() {

					@Override
					protected void hookOnSubscribe(Subscription subscription) {
						// the threads below ask
					}

					@Override
					protected void hookOnNext(Integer element) {
						received.add(element);
					}

					@Override
					protected void hookOnComplete() {
						done.countDown();
					}

				};
				new PageReader<>((PageSpec request) -> list.page(request).subscribeOn(service)).all(PageSpec.of(1, 20))
					.subscribe(subscriber);
				List<Future<?>> asking = new ArrayList<>();
				for (int caller = 0; caller < 4; caller++) {
					asking.add(callers.submit(() -> {
						for (int i = 0; i < 500; i++) {
							subscriber.request(1);
						}
					}));
				}
				for (Future<?> asked : asking) {
					asked.get();
				}
				assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
				assertThat(received).containsExactlyElementsOf(range(2_000));
				assertThat(list.calls()).isEqualTo(100);
			}
		}
		finally {
			callers.shutdownNow();
			service.dispose();
		}
	}

	@Test
	void fetchesOnePageByItself() {
		PagedList list = new PagedList(1_000);
		Mono<RecordPage<Integer>> page = new PageReader<>(list).page(PageSpec.of(5, 200));
		assertThat(list.calls()).isZero();
		StepVerifier.create(page).assertNext((last) -> {
			assertThat(last.items()).hasSize(200).startsWith(800);
			assertThat(last.hasNext()).isFalse();
		}).expectComplete().verify(Duration.ofSeconds(10));
	}

	private static Flux<Integer> all(PagedList list) {
		return new PageReader<>(list).all(PageSpec.first());
	}

	private static List<Integer> range(int size) {
		return IntStream.range(0, size).boxed().toList();
	}

}
