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

package io.github.biginspring.query.internal.search;

import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.paging.PageSource;
import io.github.biginspring.internal.paging.ReadFailure;
import io.github.biginspring.internal.paging.SmallerPages;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * The pages of one reading of a search. The order is not known, so what comes twice,
 * because pages have shifted or because the search was split where the service gives no
 * more of them, is recognised by the ids of what was delivered, at most 2,000.
 */
public final class SearchSource<T> implements PageSource<T> {

	private final SearchSpec<T> search;

	private final DeliveredIds<T> delivered;

	private final SmallerPages smaller = new SmallerPages();

	private boolean found;

	public SearchSource(SearchSpec<T> search) {
		this.search = search;
		this.delivered = new DeliveredIds<>(search.mapping()::idOf);
	}

	@Override
	public Mono<RecordPage<T>> page(PageSpec request) {
		return this.smaller.page(request, this.search::page);
	}

	@Override
	public List<T> following(@Nullable T last, PageSpec request, RecordPage<T> page) {
		this.found = true;
		// most searches have one page
		return (request.page() == 1 && !page.hasNext()) ? page.items() : this.delivered.add(page.items());
	}

	@Override
	public @Nullable PageSpec ahead(PageSpec request) {
		return request.ahead(SearchSpec.MAX_RECORDS);
	}

	@Override
	public boolean recognises(@Nullable T last) {
		return last != null && idOf(last) != null;
	}

	@Override
	public @Nullable String idOf(T record) {
		return this.search.mapping().idOf(record);
	}

	@Override
	public BiginException unreadable(String message) {
		return this.search.calls().unreadable(HttpMethod.GET, SearchSpec.PATH, message);
	}

	@Override
	public @Nullable PageSource<T> resume(@Nullable T last, Throwable failure) {
		if (ReadFailure.of(failure) != ReadFailure.LIMIT_REACHED || !this.found
				|| !(failure instanceof BiginException exception)) {
			return null;
		}
		int conditions = this.search.conditions();
		if (conditions == 0) {
			throw ReadFailure.explained(exception,
					"Only a search by criteria can be split to find more: search for something narrower");
		}
		if (conditions > SearchSpec.MAX_CONDITIONS) {
			throw ReadFailure.explained(exception, "Only a search with at most " + SearchSpec.MAX_CONDITIONS
					+ " conditions can be split to find more: search for something narrower");
		}
		if (last != null && this.search.mapping().idOf(last) == null) {
			throw ReadFailure.explained(exception,
					"Only a search for records with an id can be split to find more: add the id to the type");
		}
		return new SplitSearch<>((times, request) -> this.smaller.page(request, this.search.within(times)::page),
				this.search.mapping()::idOf, this.delivered, this::unreadable, this.search.calls().clock());
	}

}
