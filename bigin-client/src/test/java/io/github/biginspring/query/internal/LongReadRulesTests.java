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
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.github.biginspring.internal.PublisherRules;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.query.ReadPlan;

/**
 * A long reading keeps the rules of Reactive Streams.
 */
class LongReadRulesTests {

	private static final int MAX_ELEMENTS = 3_000;

	@TestFactory
	Stream<DynamicTest> ofRangesThatAreThere() {
		return PublisherRules.of((elements) -> read(new ModuleService((int) elements), ReadPlan.coql()), MAX_ELEMENTS);
	}

	@TestFactory
	Stream<DynamicTest> ofRangesThatComeOnAnotherThread() {
		return PublisherRules.of((elements) -> read(threaded(elements), ReadPlan.coql()), MAX_ELEMENTS);
	}

	@TestFactory
	Stream<DynamicTest> ofPagesThatComeOnAnotherThread() {
		return PublisherRules.of((elements) -> read(threaded(elements), ReadPlan.automatic()), MAX_ELEMENTS);
	}

	private static Flux<String> read(CallExchange service, ReadPlan plan) {
		return new QueryTemplate(service, OperationObserver.NONE, RecordMapper.create(), 200, InstantSource.system(),
				ReadPlan.automatic())
			.query(Deal.class)
			.plan(plan)
			.all()
			.map(Deal::id);
	}

	private static CallExchange threaded(long elements) {
		ModuleService service = new ModuleService((int) elements);
		return new CallExchange() {

			@Override
			public <T> Mono<T> exchange(BiginCall<T> call) {
				// one call at a time gets its response
				return Mono.delay(Duration.ofNanos(1), Schedulers.single())
					.then(service.exchange(call))
					.publishOn(Schedulers.parallel());
			}

		};
	}

	@BiginModule("Pipelines")
	record Deal(String id, @Nullable String dealName) {

	}

}
