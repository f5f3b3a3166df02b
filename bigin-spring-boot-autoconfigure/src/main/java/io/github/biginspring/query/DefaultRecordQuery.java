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

import java.time.Instant;

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
 * A list, as far as it has been put together.
 */
record DefaultRecordQuery<T>(RecordMapping<T> mapping, RecordCalls<T> calls, ListStrategies strategies, ReadPlan plan,
		FieldSelection selection, ListScope scope, Paging paging) implements RecordQuery<T> {

	static final String OPERATION = "list";

	@Override
	public RecordQuery<T> fields(String... names) {
		return with(FieldSelection.of(names), this.scope, this.paging);
	}

	@Override
	public RecordQuery<T> sort(Sort sort) {
		return withScope(this.scope.sort(sort));
	}

	@Override
	public RecordQuery<T> pageSize(int size) {
		return with(this.selection, this.scope, this.paging.withSize(size));
	}

	@Override
	public RecordQuery<T> prefetch(int pages) {
		return with(this.selection, this.scope, this.paging.withPrefetch(pages));
	}

	@Override
	public RecordQuery<T> plan(ReadPlan plan) {
		Assert.notNull(plan, "'plan' must not be null");
		return new DefaultRecordQuery<>(this.mapping, this.calls, this.strategies, plan, this.selection, this.scope,
				this.paging);
	}

	@Override
	public RecordQuery<T> customView(String id) {
		return withScope(this.scope.customView(PathVariable.recordId(id).value()));
	}

	@Override
	public RecordQuery<T> pipeline(String id) {
		return withScope(this.scope.pipeline(PathVariable.recordId(id).value()));
	}

	@Override
	public RecordQuery<T> modifiedSince(Instant time) {
		Assert.notNull(time, "'time' must not be null");
		return withScope(this.scope.modifiedSince(time));
	}

	@Override
	public RecordQuery<T> approved(boolean approved) {
		return withScope(this.scope.approved(approved));
	}

	private RecordQuery<T> withScope(ListScope scope) {
		return with(this.selection, scope, this.paging);
	}

	private RecordQuery<T> with(FieldSelection selection, ListScope scope, Paging paging) {
		return new DefaultRecordQuery<>(this.mapping, this.calls, this.strategies, this.plan, selection, scope, paging);
	}

	@Override
	public RecordSearch<T> matching(Criteria criteria) {
		return search("criteria", criteria.expression(), criteria);
	}

	@Override
	public RecordSearch<T> matchingEmail(String email) {
		Assert.hasText(email, "'email' must not be empty");
		return search("email", email, null);
	}

	@Override
	public RecordSearch<T> matchingPhone(String phone) {
		Assert.hasText(phone, "'phone' must not be empty");
		return search("phone", phone, null);
	}

	@Override
	public RecordSearch<T> matchingWord(String word) {
		Assert.isTrue(word.strip().length() >= 2, "A search by word needs at least 2 characters");
		return search("word", word, null);
	}

	private RecordSearch<T> search(String parameter, String value, @Nullable Criteria criteria) {
		Assert.isTrue(ValueText.isWellFormed(value),
				() -> "The text of a search by " + parameter + " holds half a surrogate pair, as of a cut-off emoji");
		Assert.state(this.scope.isSearchable(),
				"A search takes no order, custom view, pipeline or time of change: Bigin knows them for lists only");
		return new DefaultRecordSearch<>(this.mapping, this.calls, this.selection, this.paging, this.scope.approved(),
				parameter, value, criteria);
	}

	@Override
	public Flux<T> all() {
		return this.strategies.of(this.plan).all(this);
	}

	@Override
	public Mono<Page<T>> page(int number) {
		return page(this.paging.page(number));
	}

	@Override
	public Mono<Page<T>> page(PageRequest request) {
		String fields = requiredFields();
		return this.calls.page(OPERATION, request, this.calls.fetch(call(fields, request)));
	}

	@Override
	public Mono<T> first() {
		String fields = requiredFields();
		return this.calls.single(OPERATION, this.calls.fetch(call(fields, PageRequest.of(1, 1))));
	}

	String requiredFields() {
		return this.selection.requiredParameter(this.calls.module());
	}

	BiginCallBuilder call(String fields, PageRequest request) {
		BiginCallBuilder call = BiginCall
			.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/{module}", PathVariable.module(this.calls.module()))
			.query("fields", fields);
		this.scope.addTo(call);
		return PageParameters.add(call, request);
	}

}
