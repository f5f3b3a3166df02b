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
import io.github.biginspring.call.PathVariable;
import io.github.biginspring.paging.Page;
import io.github.biginspring.paging.PageRequest;

/**
 * A search, as far as it has been put together.
 */
record DefaultRecordSearch<T>(RecordCalls<T> calls, FieldSelection selection, int size, String parameter,
		String value) implements RecordSearch<T> {

	private static final String OPERATION = "search";

	@Override
	public RecordSearch<T> fields(String... names) {
		return new DefaultRecordSearch<>(this.calls, FieldSelection.of(names), this.size, this.parameter, this.value);
	}

	@Override
	public RecordSearch<T> pageSize(int size) {
		return new DefaultRecordSearch<>(this.calls, this.selection, PageRequest.of(1, size).perPage(), this.parameter,
				this.value);
	}

	@Override
	public Flux<T> all() {
		String fields = fields();
		return this.calls.all(OPERATION, PageRequest.of(1, this.size), (request) -> call(fields, request));
	}

	@Override
	public Mono<Page<T>> page(int number) {
		return page(PageRequest.of(number, this.size));
	}

	@Override
	public Mono<Page<T>> page(PageRequest request) {
		Assert.isTrue(request.pageToken() == null, "A search has no page tokens: ask for a page by its number");
		return this.calls.page(OPERATION, request, call(fields(), request));
	}

	@Override
	public Mono<T> first() {
		return this.calls.single(OPERATION, call(fields(), PageRequest.of(1, 1)));
	}

	private @Nullable String fields() {
		return this.selection.parameter();
	}

	private BiginCallBuilder call(@Nullable String fields, PageRequest request) {
		return BiginCall.gateway(HttpMethod.GET, "/bigin/v2/{module}/search", PathVariable.module(this.calls.module()))
			.query(this.parameter, this.value)
			.query("fields", fields)
			.query("per_page", request.perPage())
			.query("page", request.page());
	}

	@Override
	public String toString() {
		return "search of " + this.calls.module() + " by " + this.parameter;
	}

}
