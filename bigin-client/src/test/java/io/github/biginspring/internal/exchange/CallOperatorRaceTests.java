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

package io.github.biginspring.internal.exchange;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;
import reactor.util.context.Context;

import io.github.biginspring.internal.call.LateFailures;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the operators of which a call consists where nothing fails: of all that can
 * end it at the same time, one does.
 */
@Timeout(60)
class CallOperatorRaceTests {

	private static final int ROUNDS = 300;

	@ParameterizedTest
	@MethodSource
	void aBracketIsToldOnceHowTheAttemptHasEnded(Ending ending) {
		for (int i = 0; i < ROUNDS; i++) {
			Counting bracket = new Counting();
			TestPublisher<String> attempt = TestPublisher.create();
			Signals signals = new Signals();
			bracket.around(attempt::mono).subscribe(signals);
			race(() -> ending.end(attempt), signals::cancel);
			assertThat(bracket.told).hasValue(1);
			assertThat(signals.terminal.get()).isLessThanOrEqualTo(1);
			assertThat(signals.values.get()).isLessThanOrEqualTo(1);
		}
	}

	static Stream<Ending> aBracketIsToldOnceHowTheAttemptHasEnded() {
		return Stream.of((attempt) -> attempt.emit("value"), TestPublisher::complete,
				(attempt) -> attempt.error(new IllegalStateException("attempt")));
	}

	@Test
	void aBracketIsToldBeforeTheCallerIs() {
		Counting bracket = new Counting();
		StepVerifier.create(bracket.around(() -> Mono.just("value")).doOnNext((value) -> {
			assertThat(bracket.told).hasValue(1);
			assertThat(bracket.succeeded).hasValue(1);
		})).expectNext("value").verifyComplete();
	}

	@Test
	void whatABracketFailsWithIsWhatTheCallFailsWith() {
		StepVerifier.create(new Broken().around(() -> Mono.just("value"))).verifyErrorMessage("succeeded");
		StepVerifier.create(new Broken().around(() -> Mono.error(new IllegalStateException("call"))))
			.verifyErrorSatisfies((failure) -> assertThat(failure).hasMessage("failed")
				.satisfies((shown) -> assertThat(shown.getSuppressed()).singleElement()
					.satisfies((call) -> assertThat(call).hasMessage("call"))));
	}

	@Test
	void anAttemptThatCannotBePutTogetherEndsItsBracket() {
		Counting bracket = new Counting();
		StepVerifier.create(bracket.around(() -> {
			throw new IllegalStateException("assembly");
		})).verifyErrorMessage("assembly");
		assertThat(bracket.told).hasValue(1);
	}

	@ParameterizedTest
	@MethodSource
	void aTimedCallEndsOnce(Ending ending) {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet(true);
		try {
			Deadlines deadlines = new Deadlines(Duration.ofSeconds(1));
			for (int i = 0; i < ROUNDS; i++) {
				TestPublisher<String> attempt = TestPublisher.create();
				Signals signals = new Signals();
				timed(attempt.mono(), deadlines).subscribe(signals);
				race(() -> time.advanceTimeBy(Duration.ofSeconds(1)), () -> ending.end(attempt));
				assertThat(signals.terminal).hasValue(1);
				assertThat(signals.values.get() + signals.errors.get()).isOne();
				assertThat(deadlines.waiting()).isZero();
			}
		}
		finally {
			VirtualTimeScheduler.reset();
		}
	}

	static Stream<Ending> aTimedCallEndsOnce() {
		return Stream.of((attempt) -> attempt.emit("value"),
				(attempt) -> attempt.error(new IllegalStateException("attempt")));
	}

	@Test
	void aTimedCallThatIsGivenUpWhenItIsLateEndsOnce() {
		VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet(true);
		try {
			Deadlines deadlines = new Deadlines(Duration.ofSeconds(1));
			for (int i = 0; i < ROUNDS; i++) {
				AtomicInteger cancelled = new AtomicInteger();
				Signals signals = new Signals();
				timed(Mono.<String>never().doOnCancel(cancelled::incrementAndGet), deadlines).subscribe(signals);
				race(() -> time.advanceTimeBy(Duration.ofSeconds(1)), signals::cancel);
				assertThat(cancelled).hasValue(1);
				assertThat(signals.errors.get()).isLessThanOrEqualTo(1);
				assertThat(deadlines.waiting()).isZero();
			}
		}
		finally {
			VirtualTimeScheduler.reset();
		}
	}

	@Test
	void aTimedCallThatIsGivenUpBeforeItBeginsDoesNotBegin() {
		AtomicInteger begun = new AtomicInteger();
		Deadlines deadlines = new Deadlines(Duration.ofSeconds(1));
		timed(Mono.fromCallable(begun::incrementAndGet), deadlines).subscribe(new BaseSubscriber<Object>() {
			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				cancel();
			}
		});
		assertThat(begun).hasValue(0);
		assertThat(deadlines.waiting()).isZero();
	}

	@Test
	void aRetriedCallIsClosedOnceWhenItIsGivenUpAtAFailure() {
		Hooks.onErrorDropped((failure) -> {
		});
		try {
			for (int i = 0; i < ROUNDS; i++) {
				Attempts attempts = new Attempts();
				Signals signals = new Signals();
				new RetriedCall<>(() -> attempts).subscribe(signals);
				race(() -> attempts.first.error(new IllegalStateException("first")), signals::cancel);
				assertThat(attempts.closed).hasValue(1);
				// a wait that has begun does not go on
				assertThat(attempts.waits.get()).isEqualTo(attempts.waitsCancelled.get());
				assertThat(signals.terminal).hasValue(0);
			}
		}
		finally {
			Hooks.resetOnErrorDropped();
		}
	}

	@Test
	void aRetriedCallIsClosedOnceWhenItIsGivenUpAtTheNextAttempt() {
		for (int i = 0; i < ROUNDS; i++) {
			Attempts attempts = new Attempts();
			Signals signals = new Signals();
			new RetriedCall<>(() -> attempts).subscribe(signals);
			attempts.first.error(new IllegalStateException("first"));
			race(() -> attempts.time.tryEmitValue(0L), signals::cancel);
			assertThat(attempts.closed).hasValue(1);
			assertThat(attempts.secondSubscribed.get()).isEqualTo(attempts.secondCancelled.get());
			assertThat(signals.terminal).hasValue(0);
		}
	}

	@Test
	void aRetriedCallGivesItsValueWhenItIsAskedForAndNotBefore() {
		Attempts attempts = new Attempts();
		attempts.second = Mono.just("value");
		StepVerifier.create(new RetriedCall<>(() -> attempts), 0)
			.expectSubscription()
			.then(() -> attempts.first.error(new IllegalStateException("first")))
			.then(() -> attempts.time.tryEmitValue(0L))
			.expectNoEvent(Duration.ofMillis(1))
			.thenRequest(1)
			.expectNext("value")
			.verifyComplete();
		assertThat(attempts.closed).hasValue(1);
	}

	@Test
	void operatorsShowWhatTheyStandBetween() {
		TestPublisher<String> attempt = TestPublisher.create();
		Mono<String> call = timed(new Counting().around(attempt::mono), new Deadlines(Duration.ofSeconds(1)));
		Signals signals = new Signals();
		call.subscribe(signals);
		Scannable subscription = Scannable.from(signals.subscription);
		assertThat(subscription.scanUnsafe(Scannable.Attr.ACTUAL)).isSameAs(signals);
		assertThat(subscription.parents().count()).isPositive();
		assertThat(subscription.scan(Scannable.Attr.CANCELLED)).isFalse();
		signals.cancel();
		assertThat(subscription.scan(Scannable.Attr.CANCELLED)).isTrue();
	}

	// on threads that no virtual time stops
	private static void race(Runnable first, Runnable second) {
		CountDownLatch ready = new CountDownLatch(2);
		CompletableFuture<Void> other = CompletableFuture.runAsync(() -> begin(ready, first));
		begin(ready, second);
		other.join();
	}

	private static void begin(CountDownLatch ready, Runnable action) {
		ready.countDown();
		while (ready.getCount() > 0) {
			Thread.onSpinWait();
		}
		action.run();
	}

	private static <T> Mono<T> timed(Mono<T> attempt, Deadlines deadlines) {
		return new TimedCall<>(attempt, deadlines, new CallProgress(), new LateFailures(Context.empty()),
				() -> new IllegalStateException("late"));
	}

	/**
	 * What ends an attempt.
	 */
	@FunctionalInterface
	interface Ending {

		void end(TestPublisher<String> attempt);

	}

	private static final class Counting implements Bracket {

		private final AtomicInteger told = new AtomicInteger();

		private final AtomicInteger succeeded = new AtomicInteger();

		@Override
		public void succeeded() {
			this.succeeded.incrementAndGet();
			this.told.incrementAndGet();
		}

		@Override
		public void failed(Throwable failure) {
			this.told.incrementAndGet();
		}

		@Override
		public void abandoned() {
			this.told.incrementAndGet();
		}

	}

	private static final class Broken implements Bracket {

		@Override
		public void succeeded() {
			throw new IllegalStateException("succeeded");
		}

		@Override
		public void failed(Throwable failure) {
			throw new IllegalStateException("failed");
		}

		@Override
		public void abandoned() {
			throw new IllegalStateException("abandoned");
		}

	}

	/**
	 * Two attempts with a wait between them.
	 */
	private static final class Attempts implements RetriedCall.Sequence<String> {

		private final TestPublisher<String> first = TestPublisher.create();

		private final Sinks.One<Long> time = Sinks.one();

		private final AtomicInteger begun = new AtomicInteger();

		private final AtomicInteger waits = new AtomicInteger();

		private final AtomicInteger waitsCancelled = new AtomicInteger();

		private final AtomicInteger secondSubscribed = new AtomicInteger();

		private final AtomicInteger secondCancelled = new AtomicInteger();

		private final AtomicInteger closed = new AtomicInteger();

		private Mono<String> second = Mono.<String>never()
			.doOnSubscribe((subscription) -> this.secondSubscribed.incrementAndGet())
			.doOnCancel(this.secondCancelled::incrementAndGet);

		@Override
		public @Nullable Throwable open() {
			return null;
		}

		@Override
		public Mono<String> attempt() {
			return (this.begun.getAndIncrement() == 0) ? this.first.mono() : this.second;
		}

		@Override
		public void succeeded(@Nullable String result) {
			// nothing is kept
		}

		@Override
		public Mono<Long> awaitNext(Throwable failure) {
			return this.time.asMono()
				.doOnSubscribe((subscription) -> this.waits.incrementAndGet())
				.doOnCancel(this.waitsCancelled::incrementAndGet);
		}

		@Override
		public void close() {
			this.closed.incrementAndGet();
		}

	}

	private static final class Signals implements CoreSubscriber<Object> {

		private final AtomicInteger values = new AtomicInteger();

		private final AtomicInteger errors = new AtomicInteger();

		private final AtomicInteger terminal = new AtomicInteger();

		private @Nullable Subscription subscription;

		void cancel() {
			if (this.subscription != null) {
				this.subscription.cancel();
			}
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.subscription = subscription;
			subscription.request(Long.MAX_VALUE);
		}

		@Override
		public void onNext(Object value) {
			this.values.incrementAndGet();
		}

		@Override
		public void onError(Throwable failure) {
			this.errors.incrementAndGet();
			this.terminal.incrementAndGet();
		}

		@Override
		public void onComplete() {
			this.terminal.incrementAndGet();
		}

	}

}
