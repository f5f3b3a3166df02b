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
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.scheduler.VirtualTimeScheduler;

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

	@ParameterizedTest
	@CsvSource("100000, 505")
	void fillsTheRateWhereNothingIsKnown(int size, int calls) {
		DistantService service = service(size, RateLimit.defaults(), SLOW);
		Duration passed = read(size, service, ReadPlan.automatic());
		assertThat(service.calls()).isLessThanOrEqualTo(calls);
		assertThat(passed).isLessThan(Duration.ofMillis(120 * service.calls()));
	}

	@ParameterizedTest
	@ValueSource(ints = 100_000)
	void takesAllCallsThatAConnectionMayHaveAtOnce(int size) {
		DistantService service = service(size, DistantService.NO_RATE, FAST);
		Duration passed = read(size, service, ReadPlan.automatic());
		assertThat(service.mostInFlight()).isEqualTo(10);
		assertThat(passed).isLessThan(FAST.multipliedBy(service.calls()).dividedBy(10).multipliedBy(12).dividedBy(10));
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
