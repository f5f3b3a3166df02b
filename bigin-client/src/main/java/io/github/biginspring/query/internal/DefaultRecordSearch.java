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

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

import io.github.biginspring.criteria.SearchExpression;
import io.github.biginspring.internal.mapping.LenientMapping;
import io.github.biginspring.internal.mapping.Reading;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.internal.paging.Paging;
import io.github.biginspring.internal.paging.RecordCalls;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.query.RecordSearch;
import io.github.biginspring.query.UnreadableRecord;
import io.github.biginspring.query.internal.search.SearchSource;
import io.github.biginspring.query.internal.search.SearchSpec;

/**
 * A search that is being built.
 */
record DefaultRecordSearch<T>(RecordMapping<T> mapping, RecordCalls<T> calls, FieldSelection selection, Paging paging,
		@Nullable Boolean approved, String parameter, String value, @Nullable SearchExpression criteria,
		@Nullable Consumer<? super UnreadableRecord> unreadable) implements RecordSearch<T>, PagedQuery<T> {

	private static final String OPERATION = "search";

	@Override
	public RecordSearch<T> fields(String... names) {
		return with(FieldSelection.of(names), this.paging, this.approved);
	}

	@Override
	public RecordSearch<T> pageSize(int size) {
		return with(this.selection, this.paging.withSize(size), this.approved);
	}

	@Override
	public RecordSearch<T> prefetch(int pages) {
		return with(this.selection, this.paging.withPrefetch(pages), this.approved);
	}

	@Override
	public RecordSearch<T> approved(boolean approved) {
		return with(this.selection, this.paging, approved);
	}

	private RecordSearch<T> with(FieldSelection selection, Paging paging, @Nullable Boolean approved) {
		return new DefaultRecordSearch<>(this.mapping, this.calls, selection, paging, approved, this.parameter,
				this.value, this.criteria, this.unreadable);
	}

	@Override
	public RecordSearch<T> onUnreadable(Consumer<? super UnreadableRecord> handler) {
		Assert.notNull(handler, "'handler' must not be null");
		return new DefaultRecordSearch<>(this.mapping, this.calls, this.selection, this.paging, this.approved,
				this.parameter, this.value, this.criteria, handler);
	}

	@Override
	public DefaultRecordSearch<Reading<T>> readings() {
		LenientMapping<T> lenient = new LenientMapping<>(this.mapping);
		return new DefaultRecordSearch<>(lenient, this.calls.reading(lenient), this.selection, this.paging,
				this.approved, this.parameter, this.value, this.criteria, null);
	}

	@Override
	public Flux<T> readAll() {
		SearchSpec<T> search = spec();
		return this.calls.all(OPERATION, () -> new SearchSource<>(search), this.paging);
	}

	@Override
	public Mono<RecordPage<T>> readPage(PageSpec request) {
		Assert.isTrue(request.pageToken() == null, "A search has no page tokens: ask for a page by its number");
		return this.calls.page(OPERATION, request, spec().page(request));
	}

	@Override
	public Mono<T> readFirst() {
		SearchSpec<T> search = spec();
		// the first that is found need not match
		return (filter() != null) ? this.calls.first(OPERATION, () -> new SearchSource<>(search), this.paging)
				: this.calls.single(OPERATION, search.page(PageSpec.of(1, 1)));
	}

	@Override
	public Mono<T> one() {
		if (this.unreadable != null || filter() == null) {
			return PagedQuery.super.one();
		}
		SearchSpec<T> search = spec();
		return this.calls.observedOne(OPERATION,
				this.calls.read(() -> new SearchSource<>(search), this.paging)
					.take(2)
					.collectList()
					.flatMap(RecordCalls::onlyOne));
	}

	private @Nullable Predicate<Map<String, @Nullable Object>> filter() {
		return (this.criteria != null) ? this.criteria.filter() : null;
	}

	private SearchSpec<T> spec() {
		Predicate<Map<String, @Nullable Object>> filter = filter();
		RecordCalls<T> filtering = (filter != null) ? this.calls.reading((parser) -> this.mapping.read(parser, filter))
				: this.calls;
		return new SearchSpec<>(this.mapping, filtering, fields(), this.approved, this.parameter, this.value,
				(this.criteria != null) ? this.criteria.conditions() : 0);
	}

	private @Nullable String fields() {
		if (this.criteria == null) {
			return this.selection.parameter();
		}
		FieldSelection filtered = this.selection.including(this.criteria.filteredFields());
		Assert.isTrue(filtered.names().isEmpty() || filtered.names().containsAll(this.criteria.filteredFields()),
				() -> "A search by 'is' or 'in' has to read the fields " + this.criteria.filteredFields()
						+ " to compare them: name fewer other fields by fields(...), or use 'matches'");
		return filtered.parameter();
	}

	@Override
	public String toString() {
		return "search of " + this.calls.module() + " by " + this.parameter;
	}

}
