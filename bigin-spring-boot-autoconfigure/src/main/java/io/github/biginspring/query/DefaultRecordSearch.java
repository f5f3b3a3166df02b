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

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.call.BiginCall;
import io.github.biginspring.call.BiginCallBuilder;
import io.github.biginspring.call.CallEffect;
import io.github.biginspring.call.PathVariable;
import io.github.biginspring.mapping.RecordMapping;
import io.github.biginspring.paging.Page;
import io.github.biginspring.paging.PageRequest;

/**
 * A search, as far as it has been put together.
 */
record DefaultRecordSearch<T>(RecordMapping<T> mapping, RecordCalls<T> calls, FieldSelection selection, Paging paging,
		@Nullable Boolean approved, String parameter, String value,
		@Nullable Criteria criteria) implements RecordSearch<T> {

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
				this.value, this.criteria);
	}

	/**
	 * Return the same search by other criteria.
	 * @param criteria the criteria, with the same filter
	 * @return a copy
	 */
	DefaultRecordSearch<T> by(Criteria criteria) {
		return new DefaultRecordSearch<>(this.mapping, this.calls, this.selection, this.paging, this.approved,
				this.parameter, criteria.expression(), criteria);
	}

	@Override
	public Flux<T> all() {
		String fields = fields();
		RecordCalls<T> filtering = filtering();
		return this.calls.all(OPERATION, () -> new SearchSource<>(this, filtering, fields), this.paging);
	}

	@Override
	public Mono<Page<T>> page(int number) {
		return page(this.paging.page(number));
	}

	@Override
	public Mono<Page<T>> page(PageRequest request) {
		Assert.isTrue(request.pageToken() == null, "A search has no page tokens: ask for a page by its number");
		RecordCalls<T> filtering = filtering();
		return filtering.page(OPERATION, request, filtering.fetch(call(fields(), request)));
	}

	@Override
	public Mono<T> first() {
		String fields = fields();
		if (filter() == null) {
			return this.calls.single(OPERATION, this.calls.fetch(call(fields, PageRequest.of(1, 1))));
		}
		// the first that is found need not match
		RecordCalls<T> filtering = filtering();
		return this.calls.first(OPERATION, () -> new SearchSource<>(this, filtering, fields), this.paging);
	}

	private @Nullable RecordFilter filter() {
		return (this.criteria != null) ? this.criteria.filter() : null;
	}

	private RecordCalls<T> filtering() {
		RecordFilter filter = filter();
		return (filter != null) ? this.calls.reading((parser) -> this.mapping.read(parser, filter)) : this.calls;
	}

	private @Nullable String fields() {
		RecordFilter filter = filter();
		return ((filter != null) ? this.selection.including(filter.fields()) : this.selection).parameter();
	}

	BiginCallBuilder call(@Nullable String fields, PageRequest request) {
		return BiginCall
			.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/{module}/search",
					PathVariable.module(this.calls.module()))
			.query(this.parameter, this.value)
			.query("fields", fields)
			.query("approved", this.approved)
			.query("per_page", request.perPage())
			.query("page", request.page());
	}

	@Override
	public String toString() {
		return "search of " + this.calls.module() + " by " + this.parameter;
	}

}
