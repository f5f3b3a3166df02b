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

package io.github.biginspring.query.internal.coql;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.IdOrder;
import io.github.biginspring.internal.coql.CoqlStatement;
import io.github.biginspring.internal.paging.IdSequence;
import io.github.biginspring.internal.paging.PageSource;
import io.github.biginspring.internal.paging.RecordCalls;
import io.github.biginspring.internal.paging.SmallerPages;
import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * The rows of a query, page after page.
 * <p>
 * In the order of ids a page is what comes after the last row of another one, whose id
 * stands where lists have their page token; rows that come and go do not move it. Pages
 * that are fetched ahead go by offset from there, each from the last row of the one
 * before: if that is gone, they wait for what comes after the row before it. So a query
 * gives any number of rows. In any other order pages go by offset, as far as the service
 * allows.
 */
public final class CoqlSource<T> implements PageSource<T> {

	private static final long MAX_BY_OFFSET = 10_000;

	private final RecordCalls<T> calls;

	private final Function<T, @Nullable String> id;

	private final CoqlStatement whole;

	// the part of it that is read
	private final CoqlStatement query;

	private final String text;

	private final long limit;

	private final @Nullable IdSequence<T> sequence;

	private final SmallerPages smaller = new SmallerPages();

	public CoqlSource(RecordCalls<T> calls, Function<T, @Nullable String> id, CoqlStatement query) {
		this(calls, id, query.ordered(), query.ordered());
	}

	private CoqlSource(RecordCalls<T> calls, Function<T, @Nullable String> id, CoqlStatement whole,
			CoqlStatement query) {
		this.calls = calls;
		this.id = id;
		this.whole = whole;
		this.query = query;
		this.text = query.text();
		this.limit = (query.limit() != null) ? query.limit() : Long.MAX_VALUE;
		IdOrder order = whole.takesCondition() ? whole.idOrder() : null;
		this.sequence = (order != null) ? new IdSequence<>(id, order) : null;
	}

	/**
	 * Return the rows that come after one.
	 * @param lastId the id of that row
	 * @param order the order of the rows
	 * @return the source of those rows, without a limit
	 */
	public CoqlSource<T> after(String lastId, IdOrder order) {
		return new CoqlSource<>(this.calls, this.id, this.whole, this.whole.after(lastId, order));
	}

	/**
	 * {@inheritDoc}
	 * <p>
	 * The limit holds for pages by number; who reads all pages stops there.
	 */
	@Override
	public Mono<RecordPage<T>> page(PageSpec request) {
		String afterId = request.pageToken();
		if (this.sequence != null && afterId != null) {
			return fetch(this.whole.after(afterId, this.sequence.order()).text(), request.perPage(),
					overlappingStart(request));
		}
		long start = start(request);
		long reach = MAX_BY_OFFSET - this.query.offset();
		long rows = Math.min(request.perPage(), Math.min(this.limit, reach) - start);
		if (rows <= 0) {
			return (this.limit > reach) ? Mono.error(endReached()) : Mono.empty();
		}
		return fetch(this.text, rows, this.query.offset() + start).map((page) -> shown(page, request, start));
	}

	private Mono<RecordPage<T>> fetch(String statement, long rows, long offset) {
		return this.smaller.rows(rows, offset,
				(count, from) -> this.calls.fetch(this.calls.coql(statement + " limit " + count + " offset " + from)));
	}

	// the service tells only of rows and whether there are more, and knows nothing of
	// the limit
	private RecordPage<T> shown(RecordPage<T> page, PageSpec request, long start) {
		int count = page.items().size();
		return new RecordPage<>(page.items(), new PageInfo(request.page(), request.perPage(), count,
				page.hasNext() && start + count < this.limit, null));
	}

	private static long start(PageSpec request) {
		return (request.page() - 1L) * request.perPage();
	}

	private static long overlappingStart(PageSpec request) {
		return (request.page() - 1L) * (request.perPage() - 1);
	}

	@Override
	public PageSpec next(PageSpec request, RecordPage<T> page) {
		String lastId = (this.sequence != null) ? this.sequence.lastId(page) : null;
		return (lastId != null) ? after(lastId, request) : further(request);
	}

	private static PageSpec after(String lastId, PageSpec request) {
		return new PageSpec(1, request.perPage(), lastId);
	}

	private static PageSpec further(PageSpec request) {
		return new PageSpec(request.page() + 1, request.perPage(), request.pageToken());
	}

	@Override
	public @Nullable PageSpec ahead(PageSpec request) {
		PageSpec further = further(request);
		if (request.pageToken() != null) {
			return (request.perPage() > 1 && overlappingStart(further) + further.perPage() <= MAX_BY_OFFSET) ? further
					: null;
		}
		if (this.sequence != null && request.page() == 1) {
			// tells whether rows have an id
			return null;
		}
		long start = start(further);
		return (start < this.limit && this.query.offset() + start < MAX_BY_OFFSET) ? further : null;
	}

	@Override
	public @Nullable List<T> following(@Nullable T last, PageSpec request, RecordPage<T> page) {
		IdSequence<T> ids = this.sequence;
		String lastId = (ids != null) ? ids.idOf(last) : null;
		// of the first page only where others follow it
		if (ids != null && (lastId != null || page.hasNext())) {
			ids.requireOrder(page, this::unreadable);
		}
		if (ids == null || lastId == null) {
			return page.items();
		}
		// the first page is read again where nothing came after it
		return (request.pageToken() == null || request.page() == 1 || ids.overlaps(lastId, page))
				? ids.after(lastId, page) : null;
	}

	@Override
	public PageSpec between(T last, PageSpec request) {
		String lastId = (this.sequence != null) ? this.sequence.idOf(last) : null;
		Assert.state(lastId != null, "Rows without an id do not tell what is missing");
		return after(lastId, request);
	}

	@Override
	public boolean recognises(@Nullable T last) {
		return this.sequence != null && this.sequence.idOf(last) != null;
	}

	@Override
	public @Nullable String idOf(T row) {
		return this.id.apply(row);
	}

	// several pages begin after the same id
	@Override
	public @Nullable Object identity(PageSpec request) {
		return (request.pageToken() != null) ? request : null;
	}

	@Override
	public BiginException unreadable(String message) {
		return this.calls.unreadable(HttpMethod.POST, RecordCalls.COQL_PATH, message);
	}

	private static BiginInvalidRequestException endReached() {
		return new BiginInvalidRequestException(ErrorDetails.notSent(HttpMethod.POST, RecordCalls.COQL_PATH)
			.message("a COQL query gives the first " + MAX_BY_OFFSET
					+ " rows, and goes on beyond them only in the order of ids, of rows with an id: order by id alone,"
					+ " select the id, or narrow the query")
			.build());
	}

}
