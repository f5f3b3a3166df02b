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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Signal;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.github.biginspring.internal.call.AdmissionListener;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.exchange.DistantService;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.query.ReadPlan;
import io.github.biginspring.query.RecordQuery;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A long reading takes what the limits allow, and no more.
 */
class LongReadTests {

	private static final Duration SLOW = Duration.ofSeconds(1);

	private static final Duration FAST = Duration.ofMillis(50);

	private VirtualTimeScheduler time;

	private @Nullable ModuleService module;

	@BeforeEach
	void useVirtualTime() {
		this.time = VirtualTimeScheduler.getOrSet();
	}

	@AfterEach
	void useRealTime() {
		VirtualTimeScheduler.reset();
	}

	@ParameterizedTest
	@CsvSource({ "20000, 106", "50000, 257", "100000, 508" })
	void fillsTheRateWhereManyAreExpected(int size, int calls) {
		for (ReadPlan plan : List.of(ReadPlan.automatic(), ReadPlan.coql())) {
			DistantService service = service(size, RateLimit.defaults(), SLOW);
			Duration passed = read(size, service, plan.expecting(size));
			assertThat(service.calls()).isLessThanOrEqualTo(calls);
			assertThat(service.mostInFlight()).isLessThanOrEqualTo(10);
			assertThat(passed).isLessThan(Duration.ofMillis(120 * service.calls()));
		}
	}

	// what is not known is found out while the first pages come
	@ParameterizedTest
	@CsvSource({ "20000, 104, 130", "50000, 257, 120", "100000, 508, 120" })
	void fillsTheRateWhereNothingIsKnown(int size, int calls, int millis) {
		DistantService service = service(size, RateLimit.defaults(), SLOW);
		Duration passed = read(size, service, ReadPlan.automatic());
		assertThat(service.calls()).isLessThanOrEqualTo(calls);
		assertThat(passed).isLessThan(Duration.ofMillis((long) millis * service.calls()));
	}

	@Test
	void takesAllCallsThatAConnectionMayHaveAtOnce() {
		DistantService service = service(100_000, DistantService.NO_RATE, FAST);
		Duration passed = read(100_000, service, ReadPlan.automatic());
		assertThat(service.calls()).isLessThanOrEqualTo(508);
		assertThat(service.mostInFlight()).isEqualTo(10);
		assertThat(passed).isLessThan(FAST.multipliedBy(service.calls()).dividedBy(10).multipliedBy(12).dividedBy(10));
	}

	@ParameterizedTest
	@CsvSource({ "0, 50, 1", "200, 50, 1", "201, 50, 2", "1950, 50, 11", "0, 1000, 1", "200, 1000, 1", "201, 1000, 4",
			"1950, 1000, 12", "2001, 1000, 13" })
	void fewRecordsCostFewCallsMoreAndOnlyWhereResponsesTakeLong(int size, int latency, int calls) {
		DistantService service = service(size, RateLimit.defaults(), Duration.ofMillis(latency));
		read(size, service, ReadPlan.automatic());
		assertThat(service.calls()).isEqualTo(calls);
	}

	@Test
	void readsTheFirstPagesAtOnceWhereResponsesTakeLong() {
		for (ReadPlan plan : List.of(ReadPlan.automatic(), ReadPlan.pages())) {
			DistantService service = service(1_950, RateLimit.defaults(), SLOW);
			// 1, then 2, 4 and the rest, with the rate between
			assertThat(read(1_950, service, plan)).isLessThan(Duration.ofSeconds(5));
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6 })
	void losesAndDoublesNothingWhileRecordsComeAndGo(long seed) {
		Random random = new Random(seed);
		for (int i = 0; i < 4; i++) {
			ModuleService module = new ModuleService(1 + random.nextInt(30_000));
			DistantService service = new DistantService(module, DistantService.NO_RATE,
					random.nextBoolean() ? SLOW : FAST, random, this.time);
			Set<String> stay = new HashSet<>(module.ids("desc"));
			List<String> received = new ArrayList<>();
			AtomicReference<Signal<String>> end = new AtomicReference<>();
			deals(service).all().map(Deal::id).materialize().subscribe((signal) -> {
				if (signal.isOnNext()) {
					received.add(signal.get());
				}
				else {
					end.set(signal);
				}
			});
			while (end.get() == null) {
				if (random.nextInt(4) == 0) {
					List<String> ids = module.ids("asc");
					int from = random.nextInt(ids.size());
					// some, or more than a range
					int count = (random.nextInt(8) == 0) ? 700 : random.nextInt(3);
					ids.subList(from, Math.min(from + count, ids.size() - 1)).forEach((id) -> {
						module.remove(Long.parseLong(id));
						stay.remove(id);
					});
					module.add();
				}
				this.time.advanceTimeBy(Duration.ofMillis(random.nextInt(400)));
			}
			assertThat(end.get().isOnComplete()).as("" + end).isTrue();
			assertThat(received).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
			received.forEach(stay::remove);
			assertThat(stay).as("not read, but always there").isEmpty();
			assertThat(service.inFlight()).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 50, 500, 1_000, 1_500, 2_050, 3_050, 5_000 })
	void cancelsWhateverIsUnderWay(int millis) {
		DistantService service = service(30_000, RateLimit.defaults(), SLOW);
		Disposable reading = deals(service).all().subscribe();
		this.time.advanceTimeBy(Duration.ofMillis(millis));
		assertThat(service.inFlight()).isPositive();
		reading.dispose();
		assertThat(service.inFlight()).isZero();
		int made = service.calls();
		this.time.advanceTimeBy(Duration.ofMinutes(1));
		assertThat(service.calls()).isEqualTo(made);
	}

	@ParameterizedTest
	@ValueSource(ints = { 50, 1_000 })
	void hasTwoCallsInLineAtMostBeforeThoseOfOthers(int latency) {
		DistantService service = service(60_000, RateLimit.defaults(), Duration.ofMillis(latency));
		deals(service).all().subscribe();
		for (int i = 0; i < 10; i++) {
			this.time.advanceTimeBy(Duration.ofMillis(733));
			int before = service.calls();
			AtomicInteger after = new AtomicInteger(-1);
			AdmissionListener noting = () -> () -> after.set(service.calls());
			deals(service).first().contextWrite((context) -> context.put(AdmissionListener.class, noting)).subscribe();
			this.time.advanceTimeBy(Duration.ofMillis(400));
			assertThat(after.get() - before).isBetween(0, 2);
		}
	}

	@Test
	void aReaderThatStopsIsGivenNoMoreThanItAskedForAndLittleIsHeld() {
		DistantService service = service(60_000, DistantService.NO_RATE, SLOW);
		List<String> received = new ArrayList<>();
		BaseSubscriber<String> reader = new BaseSubscriber<>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				subscription.request(256);
			}

			@Override
			protected void hookOnNext(String id) {
				received.add(id);
			}

		};
		deals(service).all().map(Deal::id).subscribe(reader);
		for (int asked = 256; asked <= 20_000; asked += 256) {
			this.time.advanceTimeBy(Duration.ofMinutes(1));
			assertThat(received).hasSize(asked);
			// all that came, and at most 15 pages, 3 ends of sections and some in vain
			assertThat(service.calls()).isLessThan(asked / 199 + 30);
			reader.request(256);
		}
		reader.cancel();
	}

	private Duration read(int size, DistantService service, ReadPlan plan) {
		List<String> ids = new ArrayList<>();
		AtomicInteger millis = new AtomicInteger(-1);
		deals(service).plan(plan)
			.all()
			.doOnComplete(() -> millis.set((int) service.passed().toMillis()))
			.map(Deal::id)
			.subscribe(ids::add);
		this.time.advanceTimeBy(Duration.ofMinutes(10));
		assertThat(ids).hasSize(size).isEqualTo(this.module.ids("desc"));
		assertThat(service.inFlight()).isZero();
		return Duration.ofMillis(millis.get());
	}

	private DistantService service(int size, RateLimit limit, Duration latency) {
		return service(size, limit, latency, null);
	}

	private DistantService service(int size, RateLimit limit, Duration latency, @Nullable Random random) {
		this.module = new ModuleService(size);
		return new DistantService(this.module, limit, latency, random, this.time);
	}

	private static RecordQuery<Deal> deals(DistantService service) {
		return new QueryTemplate(service, OperationObserver.NONE, RecordMapper.create(), 200, InstantSource.system(),
				ReadPlan.automatic())
			.query(Deal.class);
	}

	@BiginModule("Pipelines")
	record Deal(String id, @Nullable String dealName) {

	}

}
