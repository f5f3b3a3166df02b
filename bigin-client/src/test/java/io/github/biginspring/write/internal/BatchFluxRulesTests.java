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
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

import io.github.biginspring.internal.PublisherRules;

/**
 * A stream of batches keeps the rules of Reactive Streams.
 */
class BatchFluxRulesTests {

	private static final int SIZE = 2;

	private static final int MAX_ELEMENTS = 1000;

	@TestFactory
	Stream<DynamicTest> ofRecordsThatAreThere() {
		return PublisherRules.of((elements) -> batches(records(elements)), MAX_ELEMENTS);
	}

	@TestFactory
	Stream<DynamicTest> ofRecordsThatComeOnAnotherThread() {
		return PublisherRules.of((elements) -> batches(records(elements).publishOn(Schedulers.parallel())),
				MAX_ELEMENTS);
	}

	private static BatchFlux<Long> batches(Flux<Long> records) {
		return new BatchFlux<>(records, SIZE, Duration.ofMinutes(1));
	}

	private static Flux<Long> records(long batches) {
		return Flux.generate(() -> 0L, (number, sink) -> {
			if (number < batches * SIZE) {
				sink.next(number);
			}
			else {
				sink.complete();
			}
			return number + 1;
		});
	}

}
