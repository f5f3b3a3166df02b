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
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever the sizes, the demand, the latencies and the failures: each element comes
 * once, in order.
 */
class RandomReadingTests {

	private static final int CASES = 500;

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 1, 2, 3, 4 })
	void readsEachElementOnceAndInOrder(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < CASES; i++) {
			VirtualTimeScheduler time = VirtualTimeScheduler.create();
			int size = random.nextInt(300);
			int pageSize = 1 + random.nextInt(30);
			int prefetch = random.nextInt(10);
			Service service = new Service(random, time, size);
			Reader reader = new Reader();
			new PageReader<>(service.from(0)).all(PageSpec.of(1, pageSize), prefetch).subscribe(reader);
			while (!reader.isDisposed()) {
				if (random.nextBoolean()) {
					reader.request((random.nextInt(50) == 0) ? Long.MAX_VALUE : 1 + random.nextInt(2 * pageSize));
				}
				time.advanceTimeBy(Duration.ofMillis(random.nextInt(30)));
				assertThat(service.inFlight).as("calls at once").isLessThanOrEqualTo(prefetch + 1);
			}
			assertThat(reader.failure).isNull();
			assertThat(reader.received).as("%s elements in pages of %s, prefetch %s", size, pageSize, prefetch)
				.containsExactlyElementsOf(IntStream.range(0, size).boxed().toList());
			assertThat(service.inFlight).as("calls left over").isZero();
		}
	}

	@Test
	@Timeout(60)
	void deliversEachElementOnceHoweverManyThreadsAskAndRespond() throws Exception {
		Scheduler threads = Schedulers.newParallel("service", 3);
		ExecutorService callers = Executors.newFixedThreadPool(4);
		try {
			for (int round = 0; round < 50; round++) {
				PagedList list = new PagedList(2_000) {

					@Override
					public Mono<RecordPage<Integer>> page(PageSpec request) {
						return super.page(request).subscribeOn(threads);
					}

					@Override
					public @Nullable PageSpec ahead(PageSpec request) {
						return request.ahead(2_000);
					}

				};
				Reader reader = new Reader();
				new PageReader<>(list).all(PageSpec.of(1, 20), 5).subscribe(reader);
				List<Future<?>> asking = new ArrayList<>();
				for (int caller = 0; caller < 4; caller++) {
					asking.add(callers.submit(() -> {
						for (int i = 0; i < 500; i++) {
							reader.request(1);
						}
					}));
				}
				for (Future<?> asked : asking) {
					asked.get();
				}
				assertThat(reader.done.await(10, TimeUnit.SECONDS)).isTrue();
				assertThat(reader.received).containsExactlyElementsOf(IntStream.range(0, 2_000).boxed().toList());
			}
		}
		finally {
			callers.shutdownNow();
			threads.dispose();
		}
	}

	/**
	 * Gives the first elements by number and the others by token, and forgets tokens.
	 */
	private static final class Service {

		private final Random random;

		private final VirtualTimeScheduler time;

		private final int size;

		private final int byNumber;

		private int inFlight;

		Service(Random random, VirtualTimeScheduler time, int size) {
			this.random = random;
			this.time = time;
			this.size = size;
			this.byNumber = random.nextInt(size + 50);
		}

		PageSource<Integer> from(int start) {
			return new PageSource<>() {

				@Override
				public Mono<RecordPage<Integer>> page(PageSpec request) {
					return Mono.defer(() -> response(start, request))
						.doOnSubscribe((subscription) -> Service.this.inFlight++)
						.doFinally((signal) -> Service.this.inFlight--);
				}

				@Override
				public PageSpec next(PageSpec request, RecordPage<Integer> page) {
					PageSpec byNumber = ahead(request);
					return (byNumber != null) ? byNumber
							: new PageSpec(request.page() + 1, request.perPage(), page.nextPageToken());
				}

				@Override
				public @Nullable PageSpec ahead(PageSpec request) {
					return request.ahead(Service.this.byNumber);
				}

				@Override
				public @Nullable PageSource<Integer> resume(@Nullable Integer last, Throwable failure) {
					assertThat(failure).hasMessage("the token has expired");
					return from((last != null) ? last + 1 : start);
				}

			};
		}

		private Mono<RecordPage<Integer>> response(int start, PageSpec request) {
			Mono<RecordPage<Integer>> response = (request.pageToken() != null && request.page() > 2
					&& this.random.nextInt(8) == 0) ? Mono.error(new IllegalStateException("the token has expired"))
							: Mono.just(page(start, request));
			int latency = this.random.nextInt(40);
			return (latency == 0) ? response : response.delaySubscription(Duration.ofMillis(latency), this.time);
		}

		private RecordPage<Integer> page(int start, PageSpec request) {
			int from = Math.min(start + (request.page() - 1) * request.perPage(), this.size);
			int to = Math.min(from + request.perPage(), this.size);
			return new RecordPage<>(IntStream.range(from, to).boxed().toList(),
					new PageInfo(request.page(), request.perPage(), to - from, to < this.size, "token " + to));
		}

	}

	private static final class Reader extends BaseSubscriber<Integer> {

		private final List<Integer> received = new ArrayList<>();

		private final CountDownLatch done = new CountDownLatch(1);

		private @Nullable Throwable failure;

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			// the test asks
		}

		@Override
		protected void hookOnNext(Integer element) {
			this.received.add(element);
		}

		@Override
		protected void hookOnComplete() {
			this.done.countDown();
		}

		@Override
		protected void hookOnError(Throwable failure) {
			this.failure = failure;
		}

	}

}
