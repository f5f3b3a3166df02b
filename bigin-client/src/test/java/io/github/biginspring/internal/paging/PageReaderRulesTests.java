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

package io.github.biginspring.internal.paging;

import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.github.biginspring.internal.PublisherRules;
import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * A reading of pages keeps the rules of Reactive Streams.
 */
class PageReaderRulesTests {

	private static final int PER_PAGE = 3;

	private static final int MAX_ELEMENTS = 1000;

	@TestFactory
	Stream<DynamicTest> ofPagesThatAreThere() {
		return PublisherRules.of((elements) -> new PageReader<>(source(elements)).all(PageSpec.of(1, PER_PAGE)),
				MAX_ELEMENTS);
	}

	@TestFactory
	Stream<DynamicTest> ofPagesThatComeOnAnotherThread() {
		return PublisherRules.of((elements) -> new PageReader<>(threaded(elements)).all(PageSpec.of(1, PER_PAGE)),
				MAX_ELEMENTS);
	}

	@TestFactory
	Stream<DynamicTest> ofPagesThatAreFetchedAhead() {
		return PublisherRules.of((elements) -> new PageReader<>(threaded(elements)).all(PageSpec.of(1, PER_PAGE), 2),
				MAX_ELEMENTS);
	}

	private static PageSource<Long> threaded(long elements) {
		PageSource<Long> source = source(elements);
		return (request) -> source.page(request).subscribeOn(Schedulers.parallel());
	}

	private static PageSource<Long> source(long elements) {
		return (request) -> Mono.fromSupplier(() -> content(request, elements));
	}

	private static RecordPage<Long> content(PageSpec request, long elements) {
		long from = (request.page() - 1L) * request.perPage();
		long to = Math.min(from + request.perPage(), elements);
		boolean more = to < elements;
		return new RecordPage<>(LongStream.range(from, to).boxed().toList(), new PageInfo(request.page(),
				request.perPage(), (int) (to - from), more, more ? "token-" + (request.page() + 1) : null));
	}

}
