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

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.paging.PageParameters;
import io.github.biginspring.internal.paging.PageSource;
import io.github.biginspring.internal.paging.Paging;
import io.github.biginspring.internal.paging.RecordCalls;
import io.github.biginspring.query.DeletedQuery;
import io.github.biginspring.query.DeletedRecord;
import io.github.biginspring.query.DeletedType;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * A list of deleted records that is being built.
 */
record DefaultDeletedQuery(RecordCalls<DeletedRecord> calls, Paging paging, @Nullable DeletedType type,
		@Nullable Instant modifiedSince) implements DeletedQuery {

	private static final String OPERATION = "deleted";

	private static final String PATH = "/bigin/v2/{module}/deleted";

	@Override
	public DeletedQuery type(DeletedType type) {
		Assert.notNull(type, "'type' must not be null");
		return new DefaultDeletedQuery(this.calls, this.paging, type, this.modifiedSince);
	}

	@Override
	public DeletedQuery modifiedSince(Instant time) {
		Assert.notNull(time, "'time' must not be null");
		return new DefaultDeletedQuery(this.calls, this.paging, this.type, time);
	}

	@Override
	public DeletedQuery pageSize(int size) {
		return new DefaultDeletedQuery(this.calls, this.paging.withSize(size), this.type, this.modifiedSince);
	}

	@Override
	public Flux<DeletedRecord> all() {
		return this.calls.all(OPERATION, () -> PageSource.of(PATH, DeletedRecord::id, this::fetch), this.paging);
	}

	@Override
	public Mono<RecordPage<DeletedRecord>> page(int number) {
		return page(this.paging.page(number));
	}

	@Override
	public Mono<RecordPage<DeletedRecord>> page(PageSpec request) {
		Assert.notNull(request, "'request' must not be null");
		return this.calls.page(OPERATION, request, fetch(request));
	}

	@Override
	public Mono<DeletedRecord> first() {
		return this.calls.single(OPERATION, fetch(PageSpec.of(1, 1)));
	}

	private Mono<RecordPage<DeletedRecord>> fetch(PageSpec request) {
		return this.calls.fetch(call(request));
	}

	private BiginCallBuilder call(PageSpec request) {
		BiginCallBuilder call = BiginCall
			.gateway(CallEffect.READ, HttpMethod.GET, PATH, UriVariable.module(this.calls.module()))
			.query("type", (this.type != null) ? this.type.parameter() : null);
		if (this.modifiedSince != null) {
			PageParameters.addModifiedSince(call, this.modifiedSince);
		}
		return PageParameters.add(call, request);
	}

}
