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
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.github.biginspring.internal.call.AdmissionListener;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.exchange.DistantService;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.write.RecordWriter;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResult.Written;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stream of records takes what the limits allow, and no more.
 */
class LongWriteTests {

	private static final int RECORDS = 10_000;

	private final List<WriteResult<BiginRecord>> results = new ArrayList<>();

	private VirtualTimeScheduler time;

	@BeforeEach
	void useVirtualTime() {
		this.time = VirtualTimeScheduler.getOrSet();
	}

	@AfterEach
	void useRealTime() {
		VirtualTimeScheduler.reset();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void fillsTheRateWhereResponsesTakeTheirTime(boolean ordered) {
		DistantService service = service(RateLimit.defaults(), Duration.ofSeconds(1), null);
		Duration passed = write(service, ordered ? writer(service) : writer(service).unordered());
		assertThat(service.calls()).isEqualTo(100);
		assertThat(service.mostInFlight()).isLessThanOrEqualTo(10);
		assertThat(passed).isLessThan(Duration.ofSeconds(12));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3 })
	void takesAllCallsThatAConnectionMayHaveAtOnce(long seed) {
		DistantService service = service(DistantService.NO_RATE, Duration.ofMillis(50), null);
		assertThat(write(service, writer(service))).isLessThan(Duration.ofMillis(1_000 / 20 * 12));
		assertThat(service.mostInFlight()).isEqualTo(10);
		this.results.clear();
		DistantService uneven = service(DistantService.NO_RATE, Duration.ofMillis(50), new Random(seed));
		assertThat(write(uneven, writer(uneven).unordered())).isLessThan(Duration.ofMillis(1_000 / 20 * 14));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 5 })
	void keepsToWhatTheConnectionMayHaveAtOnce(int most) {
		DistantService service = service(RateLimit.defaults().withMaxInFlight(most), Duration.ofSeconds(1), null);
		assertThat(write(service, writer(service))).isLessThan(Duration.ofSeconds(100 / most + 3));
		assertThat(service.mostInFlight()).isEqualTo(most);
	}

	@ParameterizedTest
	@ValueSource(ints = { 50, 1_000 })
	void hasOneCallInLineAtMostBeforeThoseOfOthers(int latency) {
		DistantService service = service(RateLimit.defaults(), Duration.ofMillis(latency), null);
		writer(service).create(records(RECORDS)).subscribe(this.results::add);
		for (int i = 0; i < 10; i++) {
			this.time.advanceTimeBy(Duration.ofMillis(733));
			int before = service.calls();
			AtomicInteger after = new AtomicInteger(-1);
			AdmissionListener noting = () -> () -> after.set(service.calls());
			new WriteTemplate(service, OperationObserver.NONE, RecordMapper.create())
				.create("Contacts", new BiginRecord().set("Last_Name", "urgent"))
				.contextWrite((context) -> context.put(AdmissionListener.class, noting))
				.subscribe();
			this.time.advanceTimeBy(Duration.ofMillis(400));
			assertThat(after.get() - before).isBetween(0, 1);
		}
	}

	@Test
	void asksASourceThatTakesItsTimeForSeveralCallsAtOnce() {
		DistantService service = service(DistantService.NO_RATE, Duration.ofSeconds(1), null);
		TestPublisher<BiginRecord> source = TestPublisher.create();
		List<Long> asked = new ArrayList<>();
		writer(service).create(source.flux().doOnRequest(asked::add)).subscribe(this.results::add);
		for (int i = 0; i < 10; i++) {
			Flux.range(0, 100).subscribe((number) -> source.next(record(number)));
			this.time.advanceTimeBy(Duration.ofMillis(1));
		}
		// until the results are there, nothing else can be sent
		assertThat(asked).startsWith(100L, 200L, 300L);
		assertThat(asked.stream().mapToLong(Long::longValue).sum()).isEqualTo(10 * 100);
	}

	@Test
	void makesNoFurtherCallWhereNobodyTakesTheResults() {
		DistantService service = service(DistantService.NO_RATE, Duration.ofMillis(50), null);
		writer(service).create(records(RECORDS)).subscribe(new BaseSubscriber<>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
				subscription.request(10);
			}

		});
		this.time.advanceTimeBy(Duration.ofMinutes(10));
		assertThat(service.calls()).isBetween(1, 12);
	}

	private Duration write(DistantService service, RecordWriter<BiginRecord> writer) {
		AtomicInteger end = new AtomicInteger();
		long[] passed = new long[1];
		writer.create(records(RECORDS)).doOnComplete(() -> {
			end.incrementAndGet();
			passed[0] = service.passed().toMillis();
		}).subscribe(this.results::add);
		this.time.advanceTimeBy(Duration.ofMinutes(5));
		assertThat(end).hasValue(1);
		assertThat(this.results).hasSize(RECORDS).allMatch((result) -> result instanceof Written);
		assertThat(service.inFlight()).isZero();
		return Duration.ofMillis(passed[0]);
	}

	private DistantService service(RateLimit limit, Duration latency, @Nullable Random random) {
		return new DistantService(new WritingService(), limit, latency, random, this.time);
	}

	private static RecordWriter<BiginRecord> writer(CallExchange service) {
		return new WriteTemplate(service, OperationObserver.NONE, RecordMapper.create()).batch("Contacts");
	}

	private static Flux<BiginRecord> records(int count) {
		return Flux.range(0, count).map(LongWriteTests::record);
	}

	private static BiginRecord record(int number) {
		return new BiginRecord().set("Last_Name", "name " + number);
	}

	private static final class WritingService implements CallExchange {

		@Override
		public <T> Mono<T> exchange(BiginCall<T> call) {
			return Mono.fromSupplier(() -> HeldService.read(call,
					HeldService.records(call).stream().map(HeldService::success).toList()));
		}

	}

}
