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

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.biginspring.criteria.SearchExpression;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.paging.Page;
import io.github.biginspring.paging.PageRequest;
import io.github.biginspring.paging.PageSource;

/**
 * The pages of one reading of a search. The order is not known, so what comes twice,
 * because pages have shifted or because the search was split where the service gives no
 * more of them, is told by the ids of what was delivered, at most 2,000.
 */
final class SearchSource<T> implements PageSource<T> {

	static final int MOST_RECORDS = 2000;

	// two are needed to split a search
	private static final int MOST_CONDITIONS = SearchExpression.MAX_CONDITIONS - 2;

	private final DefaultRecordSearch<T> search;

	private final RecordCalls<T> calls;

	private final @Nullable String fields;

	private final DeliveredIds<T> delivered;

	private boolean found;

	SearchSource(DefaultRecordSearch<T> search, RecordCalls<T> calls, @Nullable String fields) {
		this.search = search;
		this.calls = calls;
		this.fields = fields;
		this.delivered = new DeliveredIds<>(search.mapping()::idOf);
	}

	@Override
	public Mono<Page<T>> page(PageRequest request) {
		return this.calls.fetch(this.search.call(this.fields, request));
	}

	@Override
	public List<T> following(@Nullable T last, PageRequest request, Page<T> page) {
		this.found = true;
		// most searches have one page
		return (request.page() == 1 && !page.hasNext()) ? page.items() : this.delivered.add(page.items());
	}

	@Override
	public @Nullable PageRequest ahead(PageRequest request) {
		return request.ahead(MOST_RECORDS);
	}

	@Override
	public @Nullable PageSource<T> resume(@Nullable T last, Throwable failure) {
		if (ReadingFailure.of(failure) != ReadingFailure.LIMIT_REACHED || !this.found
				|| !(failure instanceof BiginException exception)) {
			return null;
		}
		SearchExpression criteria = this.search.criteria();
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
				criteria.criteria(), this.search.mapping()::idOf, this.delivered);
	}

}
