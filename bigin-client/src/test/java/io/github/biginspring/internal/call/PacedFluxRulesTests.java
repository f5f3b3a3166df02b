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
package io.github.biginspring.internal.call;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.github.biginspring.internal.PublisherRules;

/**
 * What keeps the pace of the limits keeps the rules of Reactive Streams.
 */
class PacedFluxRulesTests {

	private static final int MAX_ELEMENTS = 1000;

	@TestFactory
	Stream<DynamicTest> ofElementsThatAreThere() {
		return PublisherRules.of((elements) -> paced(numbers(elements)), MAX_ELEMENTS);
	}

	@TestFactory
	Stream<DynamicTest> ofElementsThatComeOnAnotherThread() {
		return PublisherRules.of((elements) -> paced(numbers(elements).publishOn(Schedulers.parallel())), MAX_ELEMENTS);
	}

	@TestFactory
	Stream<DynamicTest> ofCallsThatWaitForTheirTurn() {
		return PublisherRules.of((elements) -> PacedFlux.of(numbers(elements),
				(paced, turns) -> paced.concatMap((number) -> turns.of(waiting(number)), 0)), MAX_ELEMENTS);
	}

	private static Flux<Long> paced(Flux<Long> numbers) {
		return PacedFlux.of(numbers, (paced, turns) -> paced);
	}

	private static Mono<Long> waiting(long number) {
		return Mono.deferContextual((context) -> {
			Runnable turn = context.get(AdmissionListener.class).waiting();
			return Mono.just(number).publishOn(Schedulers.parallel()).doOnNext((passed) -> turn.run());
		});
	}

	private static Flux<Long> numbers(long elements) {
		return Flux.generate(() -> 0L, (number, sink) -> {
			if (number < elements) {
				sink.next(number);
			}
			else {
				sink.complete();
			}
			return number + 1;
		});
	}

}
