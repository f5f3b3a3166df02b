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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.retry.backoff.FixedBackOffPolicy;
import org.springframework.retry.policy.MaxAttemptsRetryPolicy;

import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.exchange.RetryInterceptor;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.retry.RetryBudget;
import io.github.biginspring.write.RecordWriter;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResult.Rejected;
import io.github.biginspring.write.WriteResult.Unknown;
import io.github.biginspring.write.WriteResult.Written;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stream of records, a service that fails in every way at random, and what must hold of
 * each record nevertheless.
 */
class NothingLostNothingDoubledTests {

	private static final int RECORDS = 600;

	private static final int MAX_UNDER_WAY = 5;

	private final List<String> taken = new ArrayList<>();

	private VirtualTimeScheduler time;

	@BeforeEach
	void useVirtualTime() {
		this.time = VirtualTimeScheduler.getOrSet();
	}

	@AfterEach
	void useRealTime() {
		VirtualTimeScheduler.reset();
	}

	@RepeatedTest(60)
	void everyRecordHasOneResultThatIsTrue(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		FlakyService service = new FlakyService(random, false);
		boolean ordered = random.nextBoolean();
		Outcome outcome = run(writer(service, random, ordered).create(source(random, null)), random);
		assertThat(outcome.end).isEqualTo(SignalType.ON_COMPLETE);
		assertThat(this.taken).hasSize(RECORDS);
		assertTold(outcome, service);
		assertThat(service.accepted.values()).allMatch((times) -> times == 1);
		if (ordered) {
			assertThat(outcome.order).isEqualTo(this.taken);
		}
	}

	@RepeatedTest(60)
	void everyRecordThatWasTakenHasOneResultAlsoWhereTheStreamEndsEarly(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		FlakyService service = new FlakyService(random, true);
		IllegalStateException broken = new IllegalStateException("source");
		Outcome outcome = run(writer(service, random, random.nextBoolean()).create(source(random, broken)), random);
		assertThat(outcome.end).isEqualTo(SignalType.ON_ERROR);
		assertTold(outcome, service);
		assertThat(service.accepted.values()).allMatch((times) -> times == 1);
	}

	@RepeatedTest(60)
	void everyRecordHasOneResultThatIsTrueAlsoWhereCallsAreMadeAgain(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		FlakyService service = new FlakyService(random, false);
		Outcome outcome = run(
				writer(retrying(service), random, random.nextBoolean()).upsert(source(random, null), "Last_Name"),
				random);
		assertThat(outcome.end).isEqualTo(SignalType.ON_COMPLETE);
		assertThat(this.taken).hasSize(RECORDS);
		assertTold(outcome, service);
	}

	@RepeatedTest(30)
	void nothingIsDoubledWhereTheSubscriberCancels(RepetitionInfo repetition) {
		Random random = new Random(repetition.getCurrentRepetition());
		FlakyService service = new FlakyService(random, true);
		int wanted = random.nextInt(RECORDS);
		Outcome outcome = run(writer(service, random, random.nextBoolean()).create(source(random, null)).take(wanted),
				random);
		assertThat(service.accepted.values()).allMatch((times) -> times == 1);
		outcome.results.forEach((record, results) -> assertTrue(results.get(0), service.accepted.get(record)));
		assertThat(service.inFlight).isZero();
		int calls = service.accepted.size();
		this.time.advanceTimeBy(Duration.ofDays(1));
		assertThat(service.accepted).hasSize(calls);
	}

	private void assertTold(Outcome outcome, FlakyService service) {
		assertThat(outcome.results.keySet()).containsExactlyInAnyOrderElementsOf(this.taken);
		outcome.results.forEach((record, results) -> {
			assertThat(results).as(record).hasSize(1);
			assertTrue(results.get(0), service.accepted.get(record));
		});
		assertThat(service.accepted.keySet()).isSubsetOf(this.taken);
		assertThat(service.mostUnderWay).isLessThanOrEqualTo(MAX_UNDER_WAY);
		assertThat(service.largest).isLessThanOrEqualTo(100);
	}

	private static void assertTrue(WriteResult<BiginRecord> result, @Nullable Integer accepted) {
		if (result instanceof Written) {
			assertThat(accepted).as(() -> name(result.input())).isPositive();
		}
		else if (result instanceof Rejected<BiginRecord> rejected) {
			assertThat(accepted).as(() -> name(result.input())).isNull();
			assertThat(rejected.error().isOutcomeUnknown()).isFalse();
		}
		else if (result instanceof Unknown<BiginRecord> unknown) {
			assertThat(unknown.error().isOutcomeUnknown()).isTrue();
		}
	}

	/**
	 * Records that come in bursts and pauses, and a few that cannot be sent.
	 */
	private Flux<BiginRecord> source(Random random, @Nullable RuntimeException failure) {
		Flux<BiginRecord> records = Flux.range(0, RECORDS)
			.concatMap((i) -> (random.nextInt(50) == 0)
					? Mono.delay(Duration.ofMillis(random.nextInt(3000))).thenReturn(i) : Mono.just(i))
			.map((i) -> new BiginRecord().set("Last_Name", "name " + i))
			.doOnNext((record) -> this.taken.add(name(record)));
		return (failure != null) ? records.concatWith(Mono.error(failure)) : records;
	}

	private static RecordWriter<BiginRecord> writer(CallExchange exchange, Random random, boolean ordered) {
		RecordWriter<BiginRecord> writer = new WriteTemplate(exchange, OperationObserver.NONE, RecordMapper.create())
			.batch("Contacts")
			.batchSize(1 + random.nextInt(random.nextBoolean() ? 100 : 9))
			.window(Duration.ofMillis(1 + random.nextInt(2000)))
			.concurrency(1 + random.nextInt(MAX_UNDER_WAY));
		return ordered ? writer : writer.unordered();
	}

	private static CallExchange retrying(CallExchange service) {
		FixedBackOffPolicy pauses = new FixedBackOffPolicy();
		pauses.setBackOffPeriod(300);
		return new RetryInterceptor(new MaxAttemptsRetryPolicy(2), pauses, Duration.ZERO, Duration.ZERO,
				new RetryBudget(1_000_000), List.of(), OperationObserver.NONE, new CallLifecycle())
			.apply(service);
	}

	/**
	 * Subscribe and take the results a few at a time, with pauses.
	 */
	private Outcome run(Flux<WriteResult<BiginRecord>> results, Random random) {
		Outcome outcome = new Outcome(random);
		results.subscribe(outcome);
		this.time.advanceTimeBy(Duration.ofDays(1));
		return outcome;
	}

	private static String name(BiginRecord record) {
		return String.valueOf(record.getText("Last_Name"));
	}

	private final class Outcome extends BaseSubscriber<WriteResult<BiginRecord>> {

		final Map<String, List<WriteResult<BiginRecord>>> results = new HashMap<>();

		final List<String> order = new ArrayList<>();

		private final Random random;

		private int requested;

		@Nullable SignalType end;

		Outcome(Random random) {
			this.random = random;
		}

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			requestSome();
		}

		@Override
		protected void hookOnNext(WriteResult<BiginRecord> result) {
			String name = name(result.input());
			this.results.computeIfAbsent(name, (key) -> new ArrayList<>()).add(result);
			this.order.add(name);
			if (--this.requested == 0) {
				NothingLostNothingDoubledTests.this.time.schedule(this::requestSome, this.random.nextInt(2000),
						TimeUnit.MILLISECONDS);
			}
		}

		@Override
		protected void hookOnError(Throwable failure) {
			// that it has come is what a test wants to know
		}

		@Override
		protected void hookFinally(SignalType type) {
			this.end = type;
		}

		private void requestSome() {
			this.requested = 1 + this.random.nextInt(150);
			request(this.requested);
		}

	}

}
