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
 * A list, as far as it has been put together.
 */
record DefaultRecordQuery<T>(RecordCalls<T> calls, FieldSelection selection, ListScope scope,
		int size) implements RecordQuery<T> {

	private static final String OPERATION = "list";

	@Override
	public RecordQuery<T> fields(String... names) {
		return new DefaultRecordQuery<>(this.calls, FieldSelection.of(names), this.scope, this.size);
	}

	@Override
	public RecordQuery<T> sort(Sort sort) {
		return with(this.scope.sort(sort));
	}

	@Override
	public RecordQuery<T> pageSize(int size) {
		return new DefaultRecordQuery<>(this.calls, this.selection, this.scope, PageRequest.of(1, size).perPage());
	}

	@Override
	public RecordQuery<T> customView(String id) {
		return with(this.scope.customView(PathVariable.recordId(id).value()));
	}

	@Override
	public RecordQuery<T> pipeline(String id) {
		return with(this.scope.pipeline(PathVariable.recordId(id).value()));
	}

	@Override
	public RecordQuery<T> modifiedSince(Instant time) {
		Assert.notNull(time, "'time' must not be null");
		return with(this.scope.modifiedSince(time));
	}

	private RecordQuery<T> with(ListScope scope) {
		return new DefaultRecordQuery<>(this.calls, this.selection, scope, this.size);
	}

	@Override
	public RecordSearch<T> matching(Criteria criteria) {
		return search("criteria", criteria.expression());
	}

	@Override
	public RecordSearch<T> matchingEmail(String email) {
		Assert.hasText(email, "'email' must not be empty");
		return search("email", email);
	}

	@Override
	public RecordSearch<T> matchingPhone(String phone) {
		Assert.hasText(phone, "'phone' must not be empty");
		return search("phone", phone);
	}

	@Override
	public RecordSearch<T> matchingWord(String word) {
		Assert.isTrue(word.strip().length() >= 2, "A search by word needs at least 2 characters");
		return search("word", word);
	}

	private RecordSearch<T> search(String parameter, String value) {
		Assert.isTrue(isWellFormed(value),
				() -> "The text of a search by " + parameter + " holds half a surrogate pair, as of a cut-off emoji");
		Assert.state(this.scope.equals(ListScope.WHOLE_MODULE),
				"A search takes no order, custom view, pipeline or time of change: Bigin knows them for lists only");
		return new DefaultRecordSearch<>(this.calls, this.selection, this.size, parameter, value);
	}

	// half a pair cannot be encoded and would go out as a question mark
	private static boolean isWellFormed(String text) {
		return text.codePoints().noneMatch((c) -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
	}

	@Override
	public Flux<T> all() {
		String fields = requiredFields();
		return this.calls.all(OPERATION, PageRequest.of(1, this.size), (request) -> call(fields, request));
	}

	@Override
	public Mono<Page<T>> page(int number) {
		return page(PageRequest.of(number, this.size));
	}

	@Override
	public Mono<Page<T>> page(PageRequest request) {
		String fields = requiredFields();
		return this.calls.page(OPERATION, request, call(fields, request));
	}

	@Override
	public Mono<T> first() {
		String fields = requiredFields();
		return this.calls.single(OPERATION, call(fields, PageRequest.of(1, 1)));
	}

	private String requiredFields() {
		return this.selection.requiredParameter(this.calls.module());
	}

	private BiginCallBuilder call(String fields, PageRequest request) {
		BiginCallBuilder call = BiginCall
			.gateway(HttpMethod.GET, "/bigin/v2/{module}", PathVariable.module(this.calls.module()))
			.query("fields", fields);
		this.scope.addTo(call);
		return PageParameters.add(call, request);
	}

}
