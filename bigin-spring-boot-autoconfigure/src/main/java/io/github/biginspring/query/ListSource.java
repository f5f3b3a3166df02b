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
import reactor.core.publisher.Mono;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.paging.Page;
import io.github.biginspring.paging.PageRequest;
import io.github.biginspring.paging.PageSource;

/**
 * The pages of a list. Where the token of a page has expired, the list is read again and
 * what was delivered is left out; where the service gives no more by pages, COQL goes on.
 * Both need the order of ids, in which the records after the last one can be told.
 */
final class ListSource<T> implements PageSource<T> {

	private final DefaultRecordQuery<T> list;

	private final String fields;

	ListSource(DefaultRecordQuery<T> list) {
		this.list = list;
		this.fields = list.requiredFields();
	}

	@Override
	public Mono<Page<T>> page(PageRequest request) {
		return this.list.calls().fetch(this.list.call(this.fields, request));
	}

	@Override
	public @Nullable PageRequest ahead(PageRequest request) {
		return request.ahead(PageRequest.MOST_BY_NUMBER);
	}

	@Override
	public @Nullable PageSource<T> resume(@Nullable T last, Throwable failure) {
		ReadingFailure kind = ReadingFailure.of(failure);
		if (kind == null || last == null || !(failure instanceof BiginException exception)) {
			return null;
		}
		String lastId = this.list.mapping().idOf(last);
		IdOrder order = this.list.scope().idOrder();
		return (kind == ReadingFailure.TOKEN_EXPIRED) ? readAgain(exception, lastId, order)
				: readOn(exception, lastId, order);
	}

	private PageSource<T> readAgain(BiginException failure, @Nullable String lastId, @Nullable IdOrder order) {
		if (lastId == null || order == null) {
			throw ReadingFailure.explained(failure,
					"A list whose page token has expired can only go on in the order of ids, of records with an id:"
							+ " sort by id, or read the list anew");
		}
		return new RemainingSource<>(this, this.list.mapping()::idOf, order, lastId);
	}

	private PageSource<T> readOn(BiginException failure, @Nullable String lastId, @Nullable IdOrder order) {
		if (lastId == null || order == null || !this.list.scope().isWholeModule()) {
			throw ReadingFailure.explained(failure,
					"A list can only go on beyond it in the order of ids, of records with an id and without a custom"
							+ " view, pipeline or time of change: read it in parts");
		}
		Coql whole = Coql.select(this.list.selection().names())
			.from(this.list.mapping().module())
			.orderBy(new Sort("id", order.keyword()));
		return new CoqlSource<>(this.list.calls(), this.list.mapping()::idOf, whole).after(lastId, order);
	}

}
