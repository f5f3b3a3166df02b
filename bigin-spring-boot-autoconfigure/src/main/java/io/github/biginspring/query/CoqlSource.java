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

import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.Failure;
import io.github.biginspring.paging.Page;
import io.github.biginspring.paging.PageInfo;
import io.github.biginspring.paging.PageRequest;
import io.github.biginspring.paging.PageSource;

/**
 * The rows of a query, page after page: by offset as far as the service allows, then, in
 * the order of ids, by what comes after the last row.
 */
final class CoqlSource<T> implements PageSource<T> {

	static final String PATH = "/bigin/v2/coql";

	private static final long MOST_BY_OFFSET = 10_000;

	private final RecordCalls<T> calls;

	private final Function<T, @Nullable String> id;

	private final Coql whole;

	// the part of it that is read
	private final Coql query;

	private final String text;

	private final long limit;

	CoqlSource(RecordCalls<T> calls, Function<T, @Nullable String> id, Coql query) {
		this(calls, id, query.ordered(), query.ordered());
	}

	private CoqlSource(RecordCalls<T> calls, Function<T, @Nullable String> id, Coql whole, Coql query) {
		this.calls = calls;
		this.id = id;
		this.whole = whole;
		this.query = query;
		this.text = query.text();
		this.limit = (query.limit() != null) ? query.limit() : Long.MAX_VALUE;
	}

	/**
	 * Return the rows that come after one.
	 * @param lastId the id of that row
	 * @param order the order of the rows
	 * @return the source of those rows, without a limit
	 */
	CoqlSource<T> after(String lastId, IdOrder order) {
		return new CoqlSource<>(this.calls, this.id, this.whole, this.whole.after(lastId, order));
	}

	@Override
	public Mono<Page<T>> page(PageRequest request) {
		long start = start(request);
		long reach = MOST_BY_OFFSET - this.query.offset();
		long rows = Math.min(request.perPage(), Math.min(this.limit, reach) - start);
		if (rows <= 0) {
			return (this.limit > reach) ? Mono.error(endReached()) : Mono.empty();
		}
		return fetch(rows, start).map((page) -> shown(page, request, start));
	}

	private Mono<Page<T>> fetch(long rows, long start) {
		return this.calls
			.fetch(this.calls.coql(this.text + " limit " + rows + " offset " + (this.query.offset() + start)));
	}

	// the service tells only of rows and whether there are more, and knows nothing of
	// the limit
	private Page<T> shown(Page<T> page, PageRequest request, long start) {
		int count = page.items().size();
		return new Page<>(page.items(), new PageInfo(request.page(), request.perPage(), count,
				page.hasNext() && start + count < this.limit, null));
	}

	private static long start(PageRequest request) {
		return (request.page() - 1L) * request.perPage();
	}

	@Override
	public PageRequest next(PageRequest request, Page<T> page) {
		return PageRequest.of(request.page() + 1, request.perPage());
	}

	@Override
	public @Nullable PageRequest ahead(PageRequest request) {
		long start = start(request) + request.perPage();
		return (start < this.limit && this.query.offset() + start < MOST_BY_OFFSET)
				? PageRequest.of(request.page() + 1, request.perPage()) : null;
	}

	@Override
	public @Nullable PageSource<T> resume(@Nullable T last, Throwable failure) {
		IdOrder order = this.query.idOrder();
		String lastId = (last != null) ? this.id.apply(last) : null;
		if (!(failure instanceof EndReachedException) || order == null || lastId == null) {
			return null;
		}
		Coql rest = this.whole.after(lastId, order);
		if (this.limit != Long.MAX_VALUE) {
			rest = rest.limit(this.limit - MOST_BY_OFFSET + this.query.offset());
		}
		return new CoqlSource<>(this.calls, this.id, this.whole, rest);
	}

	private static EndReachedException endReached() {
		return new EndReachedException(Failure.notSent(HttpMethod.POST, PATH)
			.message("a COQL query gives the first " + MOST_BY_OFFSET
					+ " rows, and goes on beyond them only in the order of ids, of rows with an id: order by id alone,"
					+ " select the id, or narrow the query")
			.build());
	}

	private static final class EndReachedException extends BiginInvalidRequestException {

		private static final long serialVersionUID = 1L;

		EndReachedException(Failure failure) {
			super(failure);
		}

	}

}
