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

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

import io.github.biginspring.internal.mapping.Reading;
import io.github.biginspring.internal.paging.Paging;
import io.github.biginspring.internal.paging.RecordCalls;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.query.TerminatingQuery;
import io.github.biginspring.query.UnreadableRecord;

/**
 * What the ends of all queries have in common: pages by number have the size that the
 * query was given, and records that cannot be read go to the handler, where there is one.
 *
 * @param <T> the type of the records
 */
interface PagedQuery<T> extends TerminatingQuery<T> {

	Paging paging();

	RecordCalls<T> calls();

	@Nullable Consumer<? super UnreadableRecord> unreadable();

	/**
	 * Return the same query for readings, which a record that cannot be read does not
	 * end.
	 * @return the query, without a handler
	 */
	PagedQuery<Reading<T>> readings();

	Flux<T> readAll();

	Mono<RecordPage<T>> readPage(PageSpec request);

	Mono<T> readFirst();

	@Override
	default Flux<T> all() {
		Consumer<? super UnreadableRecord> unreadable = unreadable();
		return (unreadable != null) ? Reading.records(readings().all(), calls().module(), unreadable) : readAll();
	}

	@Override
	default Mono<RecordPage<T>> page(int number) {
		return page(paging().page(number));
	}

	@Override
	default Mono<RecordPage<T>> page(PageSpec request) {
		Assert.notNull(request, "'request' must not be null");
		Consumer<? super UnreadableRecord> unreadable = unreadable();
		return (unreadable != null) ? readings().page(request)
			.map((page) -> new RecordPage<>(Reading.records(page.items(), calls().module(), unreadable), page.info()))
				: readPage(request);
	}

	@Override
	default Mono<T> first() {
		return (unreadable() != null) ? all().next() : readFirst();
	}

	@Override
	default Mono<T> one() {
		return (unreadable() != null) ? all().take(2).collectList().flatMap(RecordCalls::onlyOne)
				: TerminatingQuery.super.one();
	}

}
