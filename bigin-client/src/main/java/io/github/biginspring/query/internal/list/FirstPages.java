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
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.call.Turns;
import io.github.biginspring.internal.paging.Latency;
import io.github.biginspring.internal.paging.PageSource;
import io.github.biginspring.internal.paging.RecordCalls;
import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * The pages of a list that go by number, which remember where it goes on.
 */
final class FirstPages<T> implements PageSource<T> {

	private final ListSource<T> source;

	private final Turns turns = new Turns(() -> {
	});

	private final Consumer<T> slow;

	private volatile @Nullable T last;

	// how many records came after the first page
	private volatile int further;

	// the last page that was asked for
	private volatile @Nullable PageSpec newest;

	private volatile boolean endsEarly;

	private volatile @Nullable End<T> end;

	/**
	 * Create a source.
	 * @param source the pages
	 * @param slow is given the last record of the first page where that took long and
	 * others follow
	 */
	FirstPages(ListSource<T> source, Consumer<T> slow) {
		this.source = source;
		this.slow = slow;
	}

	@Override
	public Mono<RecordPage<T>> page(PageSpec request) {
		PageSpec before = this.newest;
		if (before == null || request.page() > before.page()) {
			this.newest = request;
		}
		return this.turns.of(this.source.page(request)).map((page) -> isEnd(request) ? end(request, page) : page);
	}

	private boolean isEnd(PageSpec request) {
		return this.source.isLastByNumber(request) || this.endsEarly && request.equals(this.newest);
	}

	/**
	 * Ask for no further page. Those that are under way come nevertheless.
	 */
	void endEarly() {
		this.endsEarly = true;
	}

	private RecordPage<T> end(PageSpec request, RecordPage<T> page) {
		List<T> items = page.items();
		if (items.isEmpty() || !page.hasNext()) {
			return page;
		}
		this.end = new End<>(request, page);
		return new RecordPage<>(items, new PageInfo(request.page(), request.perPage(), items.size(), false, null));
	}

	@Override
	public PageSpec next(PageSpec request, RecordPage<T> page) {
		return this.source.next(request, page);
	}

	@Override
	public @Nullable PageSpec ahead(PageSpec request) {
		return this.endsEarly ? null : this.source.ahead(request);
	}

	@Override
	public @Nullable List<T> following(@Nullable T last, PageSpec request, RecordPage<T> page) {
		List<T> items = this.source.following(last, request, page);
		if (items != null && !items.isEmpty()) {
			T end = items.get(items.size() - 1);
			this.last = end;
			if (last != null) {
				this.further += items.size();
			}
			else if (page.hasNext() && Latency.isLong(this.turns.latencyMillis())) {
				this.slow.accept(end);
			}
		}
		return items;
	}

	@Override
	public PageSpec between(T last, PageSpec request) {
		return this.source.between(last, request);
	}

	@Override
	public @Nullable String idOf(T record) {
		return this.source.idOf(record);
	}

	@Override
	public BiginException unreadable(String message) {
		return this.source.unreadable(message);
	}

	@Override
	public @Nullable PageSource<T> resume(@Nullable T last, Throwable failure) {
		return this.source.resume(last, failure);
	}

	/**
	 * Return the last of the records.
	 * @return the record, or {@code null} if there was none
	 */
	@Nullable T last() {
		return this.last;
	}

	/**
	 * Return how many records came after those of the first page.
	 * @return the count
	 */
	int further() {
		return this.further;
	}

	/**
	 * Return which page goes on.
	 * @return the page, or {@code null} where the list has ended
	 */
	@Nullable PageSpec next() {
		End<T> reached = this.end;
		return (reached != null) ? this.source.next(reached.request(), reached.page()) : null;
	}

	/**
	 * Read on in the same list.
	 * @param calls makes the calls
	 * @param next the page that goes on
	 * @param prefetch how many pages to fetch ahead
	 * @return the further records
	 */
	Flux<T> onward(RecordCalls<T> calls, PageSpec next, int prefetch) {
		return calls.reader(this.source).all(next, prefetch, this.last);
	}

	/**
	 * The last page by number, of a list that has more.
	 */
	private record End<T>(PageSpec request, RecordPage<T> page) {

	}

}
