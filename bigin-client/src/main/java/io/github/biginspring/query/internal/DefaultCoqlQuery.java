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

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.internal.coql.CoqlParser;
import io.github.biginspring.internal.coql.CoqlStatement;
import io.github.biginspring.internal.mapping.LenientMapping;
import io.github.biginspring.internal.mapping.Reading;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.internal.paging.Paging;
import io.github.biginspring.internal.paging.RecordCalls;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.CoqlQuery;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.query.UnreadableRecord;
import io.github.biginspring.query.internal.coql.CoqlSource;

/**
 * A query in COQL that is being built.
 */
record DefaultCoqlQuery<T>(RecordMapping<T> mapping, RecordCalls<T> calls, Coql query, Paging paging,
		@Nullable Consumer<? super UnreadableRecord> unreadable) implements CoqlQuery<T>, PagedQuery<T> {

	private static final String OPERATION = "coql";

	@Override
	public CoqlQuery<T> matching(Criteria criteria) {
		return with(this.query.and(criteria), this.paging);
	}

	@Override
	public CoqlQuery<T> sort(SortOrder... sorts) {
		return with(this.query.orderBy(sorts), this.paging);
	}

	@Override
	public CoqlQuery<T> limit(long rows) {
		return with(this.query.limit(rows), this.paging);
	}

	@Override
	public CoqlQuery<T> prefetch(int pages) {
		return with(this.query, this.paging.withPrefetch(pages));
	}

	private CoqlQuery<T> with(Coql query, Paging paging) {
		return new DefaultCoqlQuery<>(this.mapping, this.calls, query, paging, this.unreadable);
	}

	@Override
	public CoqlQuery<T> onUnreadable(Consumer<? super UnreadableRecord> handler) {
		Assert.notNull(handler, "'handler' must not be null");
		return new DefaultCoqlQuery<>(this.mapping, this.calls, this.query, this.paging, handler);
	}

	@Override
	public DefaultCoqlQuery<Reading<T>> readings() {
		LenientMapping<T> lenient = new LenientMapping<>(this.mapping);
		return new DefaultCoqlQuery<>(lenient, this.calls.reading(lenient), this.query, this.paging, null);
	}

	@Override
	public Flux<T> readAll() {
		Long limit = this.query.limit();
		return this.calls.all(OPERATION, this::source, this.paging, (limit != null) ? limit : Long.MAX_VALUE);
	}

	@Override
	public Mono<RecordPage<T>> readPage(PageSpec request) {
		Assert.isTrue(request.pageToken() == null, "COQL has no page tokens: ask for a page by its number");
		return this.calls.page(OPERATION, request, source().page(request));
	}

	@Override
	public Mono<T> readFirst() {
		return this.calls.single(OPERATION, source().page(PageSpec.of(1, 1)));
	}

	private CoqlSource<T> source() {
		return new CoqlSource<>(this.calls, this.mapping::idOf, statement());
	}

	@Override
	public String toString() {
		return this.query.toString();
	}

	private CoqlStatement statement() {
		CoqlStatement statement = CoqlParser.parse(this.query.text()).withOffset(this.query.offset());
		Long limit = this.query.limit();
		return (limit != null) ? statement.withLimit(limit) : statement;
	}

}
