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

package io.github.biginspring.write.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class BatchFluxTests {

	private static final Duration WINDOW = ofSeconds(1);

	private final TestPublisher<Integer> source = TestPublisher.create();

	private final List<Long> requests = new ArrayList<>();

	@Test
	void cutsByCount() {
		StepVerifier.create(batches(Flux.range(0, 7), 3))
			.expectNext(new Batch<>(0, List.of(0, 1, 2)), new Batch<>(3, List.of(3, 4, 5)), new Batch<>(6, List.of(6)))
			.verifyComplete();
		StepVerifier.create(batches(Flux.range(0, 3), 3)).expectNextCount(1).verifyComplete();
		StepVerifier.create(batches(Flux.empty(), 3)).verifyComplete();
	}

	@Test
	void holdsARecordNoLongerThanTheWindowThatBeginsWithIt() {
		StepVerifier
			.withVirtualTime(() -> batches(Flux.just(0, 1, 2, 3, 4)
				.concatMap((i) -> Mono.delay((i == 3) ? ofSeconds(60) : ofMillis(400)).thenReturn(i))
				.concatWith(Mono.never()), 10))
			.expectSubscription()
			// the first comes after 400 ms
			.expectNoEvent(ofMillis(400 + 999))
			.thenAwait(ofMillis(1))
			.expectNext(new Batch<>(0, List.of(0, 1, 2)))
			.expectNoEvent(ofMillis(59_800 + 999))
			.thenAwait(ofMillis(1))
			.expectNext(new Batch<>(3, List.of(3, 4)))
			.thenCancel()
			.verify();
	}

	@Test
	void theWindowOfABatchThatIsFullDoesNotCutTheNext() {
		StepVerifier.withVirtualTime(() -> batches(this.source.flux(), 2))
			.then(() -> this.source.next(0))
			.thenAwait(ofMillis(900))
			.then(() -> this.source.next(1, 2))
			.expectNext(new Batch<>(0, List.of(0, 1)))
			.expectNoEvent(ofMillis(999))
			.thenAwait(ofMillis(1))
			.expectNext(new Batch<>(2, List.of(2)))
			.thenCancel()
			.verify();
	}

	@Test
	void asksForNoMoreThanTheBatchesHold() {
		StepVerifier.withVirtualTime(() -> batches(counted(this.source.flux()), 3), 0)
			.expectSubscription()
			.then(() -> assertThat(this.requests).isEmpty())
			.thenRequest(2)
			.then(() -> assertThat(this.requests).containsExactly(6L))
			.then(() -> this.source.next(0, 1, 2, 3))
			.expectNextCount(1)
			// a trickle: the window cuts a batch of one, 2 of the 6 have not come yet
			.thenAwait(WINDOW)
			.expectNext(new Batch<>(3, List.of(3)))
			.thenRequest(1)
			.then(() -> assertThat(this.requests).containsExactly(6L, 1L))
			.thenCancel()
			.verify();
	}

	@Test
	void keepsWhatComesWhileNoBatchIsAskedFor() {
		StepVerifier.withVirtualTime(() -> batches(this.source.flux(), 3), 1)
			.then(() -> this.source.next(0))
			.thenAwait(WINDOW)
			.expectNextCount(1)
			.then(() -> this.source.next(1, 2))
			.expectNoEvent(ofSeconds(10))
			.thenRequest(1)
			.expectNext(new Batch<>(1, List.of(1, 2)))
			.then(this.source::complete)
			.verifyComplete();
	}

	@Test
	void givesTheRestWithoutDelayAtTheEndOrBeforeAnError() {
		StepVerifier.withVirtualTime(() -> batches(this.source.flux(), 3))
			.then(() -> this.source.next(0).error(new IllegalStateException("source")))
			.expectNext(new Batch<>(0, List.of(0)))
			.verifyErrorMessage("source");
		StepVerifier.withVirtualTime(() -> batches(Flux.range(0, 4), 3), 1)
			.expectNextCount(1)
			.expectNoEvent(ofSeconds(10))
			.thenRequest(1)
			.expectNext(new Batch<>(3, List.of(3)))
			.verifyComplete();
	}

	@Test
	void cancelsTheSource() {
		StepVerifier.create(batches(this.source.flux(), 3)).then(() -> this.source.next(0)).thenCancel().verify();
		this.source.assertCancelled();
	}

	@Test
	void discardsWhatWasTakenWhenItIsCancelled() {
		List<Object> discarded = new ArrayList<>();
		StepVerifier.create(batches(this.source.flux(), 3).doOnDiscard(Integer.class, discarded::add))
			.then(() -> this.source.next(0, 1))
			.thenCancel()
			.verify();
		assertThat(discarded).containsExactly(0, 1);
	}

	@Test
	void aNullOfABrokenSourceEndsItByItsNumber() {
		Publisher<Integer> broken = (subscriber) -> {
			subscriber.onSubscribe(Operators.emptySubscription());
			subscriber.onNext(5);
			subscriber.onNext(null);
			subscriber.onNext(6);
			subscriber.onComplete();
		};
		StepVerifier.create(batches(Flux.from(broken), 3))
			.expectNext(new Batch<>(0, List.of(5)))
			.verifyErrorMessage("Record 1 of the stream, counted from 0, is null");
	}

	@Test
	@Timeout(60)
	void losesNothingAndKeepsTheOrderWhereAllComesOnManyThreads() {
		int count = 200_000;
		Flux<Integer> records = Flux.range(0, count).publishOn(Schedulers.parallel());
		List<Batch<Integer>> batches = new BatchFlux<>(records, 7, Duration.ofNanos(100_000))
			.publishOn(Schedulers.boundedElastic(), 3)
			.collectList()
			.block();
		assertThat(batches.stream().flatMap((batch) -> batch.records().stream()).toList())
			.isEqualTo(IntStream.range(0, count).boxed().toList());
		long next = 0;
		for (Batch<Integer> batch : batches) {
			assertThat(batch.first()).isEqualTo(next);
			assertThat(batch.records()).hasSizeBetween(1, 7);
			next += batch.records().size();
		}
	}

	private Flux<Integer> counted(Flux<Integer> source) {
		return source.doOnRequest(this.requests::add);
	}

	private static Flux<Batch<Integer>> batches(Flux<Integer> source, int size) {
		return new BatchFlux<>(source, size, WINDOW);
	}

}
