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

package io.github.biginspring.query;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.paging.Page;
import io.github.biginspring.paging.PageRequest;
import io.github.biginspring.paging.PageSource;

/**
 * The pages of a search. Where the service gives no more of them, the search is split;
 * the ids of what was delivered are kept for that, at most 2,000.
 */
final class SearchSource<T> implements PageSource<T> {

	static final int MOST_RECORDS = 2000;

	// two are needed to split a search
	private static final int MOST_CONDITIONS = Criteria.MOST_CONDITIONS - 2;

	private final DefaultRecordSearch<T> search;

	private final RecordCalls<T> calls;

	private final @Nullable String fields;

	private final Map<Integer, List<String>> ids = new ConcurrentHashMap<>();

	private final AtomicInteger failedPage = new AtomicInteger(Integer.MAX_VALUE);

	SearchSource(DefaultRecordSearch<T> search, RecordCalls<T> calls, @Nullable String fields) {
		this.search = search;
		this.calls = calls;
		this.fields = fields;
	}

	@Override
	public Mono<Page<T>> page(PageRequest request) {
		Mono<Page<T>> page = this.calls.fetch(this.search.call(this.fields, request));
		return (this.search.criteria() != null) ? page.doOnNext((found) -> keepIds(request, found))
			.doOnError((failure) -> this.failedPage.accumulateAndGet(request.page(), Math::min)) : page;
	}

	@Override
	public @Nullable PageRequest ahead(PageRequest request) {
		return request.ahead(MOST_RECORDS);
	}

	@Override
	public @Nullable PageSource<T> resume(@Nullable T last, Throwable failure) {
		if (ReadingFailure.of(failure) != ReadingFailure.LIMIT_REACHED || this.failedPage.get() == 1
				|| !(failure instanceof BiginException exception)) {
			return null;
		}
		Criteria criteria = this.search.criteria();
		if (criteria == null) {
			throw ReadingFailure.explained(exception,
					"Only a search by criteria can be split to find more: search for something narrower");
		}
		if (criteria.conditions() > MOST_CONDITIONS) {
			throw ReadingFailure.explained(exception, "Only a search with at most " + MOST_CONDITIONS
					+ " conditions can be split to find more: search for something narrower");
		}
		if (last != null && this.search.mapping().idOf(last) == null) {
			throw ReadingFailure.explained(exception,
					"Only a search for records with an id can be split to find more: add the id to the type");
		}
		return new SplitSearch<>((part, request) -> this.calls.fetch(this.search.by(part).call(this.fields, request)),
				criteria, this.search.mapping()::idOf, delivered());
	}

	private void keepIds(PageRequest request, Page<T> page) {
		// most searches have one page
		if (request.page() > 1 || page.hasNext()) {
			this.ids.put(request.page(),
					page.items().stream().map(this.search.mapping()::idOf).filter(Objects::nonNull).toList());
		}
	}

	private Set<String> delivered() {
		Set<String> delivered = new HashSet<>();
		this.ids.forEach((page, found) -> {
			if (page < this.failedPage.get()) {
				delivered.addAll(found);
			}
		});
		return delivered;
	}

}
