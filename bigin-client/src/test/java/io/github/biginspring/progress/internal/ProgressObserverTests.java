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

package io.github.biginspring.progress.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.CapturedLog;
import io.github.biginspring.LogCaptureExtension;
import io.github.biginspring.StubbedTemplate;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.RecordOutcome;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.exchange.RateLimitInterceptor;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.limit.internal.RateLimiter;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.progress.Progress;
import io.github.biginspring.progress.ProgressListener;
import io.github.biginspring.progress.ProgressOptions;
import io.github.biginspring.query.SortOrder;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ProgressObserver}, most of them with a client that it watches and in
 * virtual time.
 */
@ExtendWith(LogCaptureExtension.class)
class ProgressObserverTests {

	private static final Operation READ = Operation.of("list", "Contacts");

	private final List<Progress> emitted = new ArrayList<>();

	private final StubExchange service = new StubExchange();

	@Test
	void tellsOfAStreamNowAndThenAndBeforeItsEnd() {
		for (int page = 1; page < 5; page++) {
			this.service.response(200, records(2, true));
		}
		this.service.response(200, records(1, false));
		// each call waits half a second for its turn and takes as long again
		StepVerifier
			.withVirtualTime(() -> client(ProgressOptions.defaults().every(ofMillis(2600)).outOf(9)).query("Contacts")
				.fields("Email")
				.sort(SortOrder.ascending("Created_Time"))
				.prefetch(0)
				.all()
				.doOnComplete(() -> assertThat(this.emitted).hasSize(2)))
			.expectSubscription()
			.thenAwait(ofSeconds(5))
			.expectNextCount(9)
			.verifyComplete();
		assertThat(this.emitted).containsExactly(
				Progress.builder().read(6).total(9L).elapsed(ofSeconds(3)).waited(ofMillis(1500)).running(true).build(),
				Progress.builder().read(9).total(9L).elapsed(ofSeconds(5)).waited(ofMillis(2500)).build());
	}

	@Test
	void tellsOfWrites() {
		this.service.response(202, """
				{"data":[{"code":"SUCCESS","details":{"id":"1"},"status":"success"},
				{"code":"MANDATORY_NOT_FOUND","details":{},"status":"error"}]}""");
		StepVerifier
			.withVirtualTime(() -> client(ProgressOptions.defaults()).createAll("Contacts",
					List.of(new BiginRecord().set("F", "v"), new BiginRecord().set("F", "v"))))
			.expectSubscription()
			.thenAwait(ofSeconds(1))
			.expectNextCount(1)
			.verifyComplete();
		assertThat(this.emitted).last()
			.isEqualTo(Progress.builder().written(1).rejected(1).elapsed(ofSeconds(1)).waited(ofMillis(500)).build());
	}

	@Test
	void countsWhatMayHaveBeenWrittenAsDone() {
		this.service.fail(ErrorDetails.responseLost(HttpMethod.POST, "/bigin/v2/{module}").toException());
		StepVerifier
			.withVirtualTime(() -> client(ProgressOptions.defaults()).batch("Contacts")
				.create(Flux.just(new BiginRecord().set("F", "v"), new BiginRecord().set("F", "v"))))
			.expectSubscription()
			.thenAwait(ofSeconds(1))
			.expectNextCount(2)
			.verifyComplete();
		assertThat(this.emitted).last().satisfies((progress) -> {
			assertThat(progress.unknown()).isEqualTo(2);
			assertThat(progress.done()).isEqualTo(2);
		});
	}

	@Test
	void tellsTheEndOfWhatFails() {
		this.service.fail(new IllegalStateException("down"));
		StepVerifier.withVirtualTime(() -> client(ProgressOptions.defaults()).query("Contacts").fields("Email").all())
			.expectSubscription()
			.thenAwait(ofSeconds(1))
			.verifyErrorMessage("down");
		assertThat(this.emitted).last().extracting(Progress::running).isEqualTo(false);
	}

	@Test
	void tellsTheEndOfWhatIsCancelled() {
		ProgressObserver observer = observer(this.emitted::add);
		observer.observe(READ, Flux.never()).subscribe().dispose();
		observer.observe(READ, Mono.never()).subscribe().dispose();
		assertThat(this.emitted).extracting(Progress::running).containsExactly(false, false);
	}

	@Test
	void countsAllOperationsTogetherAndTellsTheEndOfTheLastOne() {
		ProgressObserver observer = observer(this.emitted::add);
		Flux<String> inner = observer.observe(READ, Flux.just("a").doOnNext((item) -> count(observer, 3)));
		StepVerifier.create(observer.observe(READ, inner.concatWith(inner))).expectNextCount(2).verifyComplete();
		assertThat(this.emitted).extracting(Progress::done).containsExactly(6L);
		StepVerifier.create(observer.observe(READ, Mono.fromRunnable(() -> count(observer, 4)))).verifyComplete();
		assertThat(this.emitted).extracting(Progress::done).containsExactly(6L, 10L);
	}

	@Test
	void whatIsNotSubscribedToIsNotUnderWay() {
		ProgressObserver observer = observer(this.emitted::add);
		observer.observe(READ, Flux.just("a"));
		StepVerifier.create(observer.observe(READ, Flux.just("a"))).expectNextCount(1).verifyComplete();
		assertThat(this.emitted).extracting(Progress::running).containsExactly(false);
	}

	@Test
	void aListenerThatFailsHarmsNothingAndIsLoggedOnce(CapturedLog output) {
		AtomicInteger calls = new AtomicInteger();
		ProgressObserver observer = new ProgressObserver(OperationObserver.NONE, (progress) -> {
			calls.incrementAndGet();
			throw new IllegalStateException("broken listener");
		}, ProgressOptions.defaults().every(Duration.ZERO), System::nanoTime);
		StepVerifier.create(observer.observe(READ, Flux.just("a", "b").doOnNext((item) -> count(observer, 1))))
			.expectNext("a", "b")
			.verifyComplete();
		assertThat(calls).hasValue(3);
		assertThat(output.toString().split("IllegalStateException: broken listener", -1)).hasSize(2);
	}

	@Test
	void nobodyWaitsForAListenerThatIsBeingTold() throws Exception {
		CountDownLatch toldFirst = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		AtomicReference<@Nullable Progress> last = new AtomicReference<>();
		ProgressObserver observer = new ProgressObserver(OperationObserver.NONE, (progress) -> {
			last.set(progress);
			toldFirst.countDown();
			await(goOn);
		}, ProgressOptions.defaults().every(Duration.ZERO), System::nanoTime);
		ExecutorService executor = Executors.newSingleThreadExecutor();
		try {
			executor.execute(() -> count(observer, 1));
			await(toldFirst);
			// would never come back
			count(observer, 2);
			count(observer, 4);
			goOn.countDown();
		}
		finally {
			executor.shutdown();
		}
		assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
		assertThat(last.get()).extracting(Progress::done).isEqualTo(7L);
	}

	@Test
	void losesNoCountAndTellsOneAtATime() throws Exception {
		int threads = 4;
		int rounds = 1000;
		AtomicInteger inside = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		AtomicReference<@Nullable Progress> last = new AtomicReference<>();
		ProgressObserver observer = new ProgressObserver(OperationObserver.NONE, (progress) -> {
			most.accumulateAndGet(inside.incrementAndGet(), Math::max);
			last.set(progress);
			inside.decrementAndGet();
		}, ProgressOptions.defaults().every(Duration.ZERO), System::nanoTime);
		CyclicBarrier start = new CyclicBarrier(threads);
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		for (int i = 0; i < threads; i++) {
			executor.submit(() -> {
				start.await();
				for (int round = 0; round < rounds; round++) {
					observer.observe(READ, Mono.fromRunnable(() -> count(observer, 1))).subscribe();
				}
				return null;
			});
		}
		executor.shutdown();
		assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
		assertThat(most).hasValue(1);
		assertThat(last.get()).satisfies((progress) -> {
			assertThat(progress.done()).isEqualTo(threads * rounds);
			assertThat(progress.running()).isFalse();
		});
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void count(OperationObserver observer, int count) {
		observer.records("Contacts", RecordOutcome.READ, count);
	}

	private static ProgressObserver observer(ProgressListener listener) {
		return new ProgressObserver(OperationObserver.NONE, listener,
				ProgressOptions.defaults().every(Duration.ofDays(1)), System::nanoTime);
	}

	private BiginOperations client(ProgressOptions options) {
		CallExchange slow = new CallExchange() {

			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				return Mono.delay(ofMillis(500)).then(ProgressObserverTests.this.service.exchange(call));
			}

		};
		RateLimiter limiter = (call) -> Mono.delay(ofMillis(500)).map((tick) -> new NoPermit());
		OperationObserver observer = new ProgressObserver(OperationObserver.NONE, this.emitted::add, options,
				() -> Schedulers.parallel().now(TimeUnit.NANOSECONDS));
		return StubbedTemplate.of(new RateLimitInterceptor(limiter).apply(slow), observer, RecordMapper.create());
	}

	private static String records(int count, boolean more) {
		List<String> records = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			records.add("{\"id\":\"" + i + "\"}");
		}
		return "{\"data\":[" + String.join(",", records) + "],\"info\":{\"more_records\":" + more + "}}";
	}

	private static final class NoPermit implements RateLimiter.Permit {

		@Override
		public void succeeded() {
		}

		@Override
		public void rateLimited(BiginRateLimitException failure) {
		}

		@Override
		public void abandoned() {
		}

	}

}
