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

package io.github.biginspring.query.internal.list;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.IdOrder;
import io.github.biginspring.internal.coql.CoqlStatement;
import io.github.biginspring.internal.paging.IdSequence;
import io.github.biginspring.internal.paging.PageSource;
import io.github.biginspring.internal.paging.ReadFailure;
import io.github.biginspring.internal.paging.SmallerPages;
import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.query.internal.coql.CoqlSource;

/**
 * The pages of one reading of a list.
 * <p>
 * In the order of ids each page by number begins with the last record of the one before.
 * If it is not there any more, those behind it have moved up to a page that was fetched
 * before, and are fetched again. In any other order nothing of that can be told, so pages
 * go by token from the first one on, as they do after the last page number: how far
 * tokens keep their place is up to the service.
 * <p>
 * Where the token of a page has expired, the list is read again and what was delivered is
 * left out; where the service gives no more by pages, COQL goes on. Both need the order
 * of ids too.
 */
public final class ListSource<T> implements PageSource<T> {

	private final ListSpec<T> list;

	private final @Nullable IdSequence<T> sequence;

	private final PageChain chain;

	private final SmallerPages smaller;

	// whether the records are in the order of ids and have them
	private boolean ordered;

	// whether page numbers have to go on where a token should
	private boolean tokenMissing;

	// whether the last page held less than it could
	private boolean shortPage;

	public ListSource(ListSpec<T> list) {
		this(list, new SmallerPages());
	}

	private ListSource(ListSpec<T> list, SmallerPages smaller) {
		this.list = list;
		this.smaller = smaller;
		IdOrder order = list.scope().idOrder();
		this.sequence = (order != null) ? new IdSequence<>(list.mapping()::idOf, order) : null;
		this.chain = new PageChain(list.paging().size());
	}

	@Override
	public Mono<RecordPage<T>> page(PageSpec request) {
		Function<PageSpec, Mono<RecordPage<T>>> pages = (part) -> this.list.page(part)
			.map((page) -> emitted(part, page));
		// what comes twice is left out in the order of ids alone
		return (this.sequence != null) ? this.smaller.around(request, pages) : this.smaller.page(request, pages);
	}

	// where the service does not say, a full page may have others after it
	private static <T> RecordPage<T> emitted(PageSpec request, RecordPage<T> page) {
		int count = page.items().size();
		return (page.info() == PageInfo.NONE && count >= request.perPage())
				? new RecordPage<>(page.items(), new PageInfo(request.page(), request.perPage(), count, true, null))
				: page;
	}

	@Override
	public PageSpec next(PageSpec request, RecordPage<T> page) {
		if (this.sequence != null && !page.items().isEmpty()) {
			this.ordered = this.sequence.lastId(page) != null;
		}
		PageSpec ahead = ahead(request);
		if (ahead != null) {
			return ahead;
		}
		this.tokenMissing |= page.nextPageToken() == null;
		return new PageSpec(request.page() + 1, request.perPage(), page.nextPageToken());
	}

	@Override
	public @Nullable PageSpec ahead(PageSpec request) {
		return (this.ordered && !this.tokenMissing && request.pageToken() == null) ? this.chain.after(request) : null;
	}

	@Override
	public @Nullable List<T> following(@Nullable T last, PageSpec request, RecordPage<T> page) {
		IdSequence<T> ids = this.sequence;
		String lastId = (ids != null) ? ids.idOf(last) : null;
		if (ids != null && lastId != null && !follows(ids, lastId, request, page)) {
			return null;
		}
		// of the first page only where others follow it
		if (ids != null && (lastId != null || page.hasNext())) {
			ids.requireOrder(page, this::unreadable);
		}
		if (request.pageToken() == null) {
			this.chain.read(request);
		}
		this.shortPage = page.items().size() < request.perPage();
		return (ids != null && lastId != null) ? ids.after(lastId, page) : page.items();
	}

	private boolean follows(IdSequence<T> ids, String lastId, PageSpec request, RecordPage<T> page) {
		if (request.pageToken() != null || request.page() == 1 || this.tokenMissing) {
			return true;
		}
		// where nothing comes after a page that was not full, the list ends
		return page.items().isEmpty() ? this.shortPage : ids.overlaps(lastId, page);
	}

	/**
	 * Whether the page after one has to go by token.
	 * @param request the page
	 * @return {@code true} where page numbers reach no further
	 */
	boolean isLastByNumber(PageSpec request) {
		return request.pageToken() != null || this.chain.isEnd(request);
	}

	@Override
	public PageSpec between(T last, PageSpec request) {
		return this.chain.before(request);
	}

	@Override
	public @Nullable PageSource<T> anew(T last) {
		return (this.sequence != null && this.sequence.idOf(last) != null) ? new ListSource<>(this.list, this.smaller)
				: null;
	}

	@Override
	public @Nullable String idOf(T record) {
		return this.list.mapping().idOf(record);
	}

	@Override
	public BiginException unreadable(String message) {
		return this.list.calls().unreadable(HttpMethod.GET, ListSpec.PATH, message);
	}

	@Override
	public @Nullable PageSource<T> resume(@Nullable T last, Throwable failure) {
		if (SmallerPages.isTooLarge(failure)) {
			return readOnInSmallerPages(last);
		}
		ReadFailure kind = ReadFailure.of(failure);
		if (kind == null || last == null || !(failure instanceof BiginException exception)) {
			return null;
		}
		String lastId = this.list.mapping().idOf(last);
		IdOrder order = this.list.scope().idOrder();
		return (kind == ReadFailure.TOKEN_EXPIRED) ? readAgain(exception, lastId, order)
				: readOn(exception, lastId, order);
	}

	// COQL gives any number of rows after an id, and a token pages of one size; where
	// COQL cannot, the list is read again up to there
	private @Nullable PageSource<T> readOnInSmallerPages(@Nullable T last) {
		String lastId = (last != null) ? this.list.mapping().idOf(last) : null;
		IdOrder order = this.list.scope().idOrder();
		if (!this.smaller.takeTokenTooLarge() || lastId == null || order == null) {
			return null;
		}
		CoqlStatement whole = this.list.scope().isWholeModule() ? this.list.all() : null;
		return (whole != null)
				? new CoqlSource<>(this.list.calls(), this.list.mapping()::idOf, whole).after(lastId, order)
				: new ListSource<>(this.list, this.smaller);
	}

	private PageSource<T> readAgain(BiginException failure, @Nullable String lastId, @Nullable IdOrder order) {
		if (lastId == null || order == null) {
			throw ReadFailure.explained(failure,
					"A list whose page token has expired can only go on in the order of ids, of records with an id:"
							+ " sort by id, or read the list again");
		}
		return new ListSource<>(this.list, this.smaller);
	}

	private PageSource<T> readOn(BiginException failure, @Nullable String lastId, @Nullable IdOrder order) {
		if (lastId == null || order == null || !this.list.scope().isWholeModule()) {
			throw ReadFailure.explained(failure,
					"A list can only go on beyond it in the order of ids, of records with an id and without a custom"
							+ " view, pipeline, approval or time of change: read it in parts");
		}
		CoqlStatement whole = this.list.all();
		if (whole == null) {
			throw ReadFailure.explained(failure,
					"A list can only go on beyond it by COQL, which cannot give it: " + this.list.obstacle());
		}
		return new CoqlSource<>(this.list.calls(), this.list.mapping()::idOf, whole).after(lastId, order);
	}

}
