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

package io.github.biginspring.internal.paging;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.Exceptions;
import reactor.core.publisher.FluxSink;
import reactor.util.context.Context;

import org.springframework.util.Assert;

import io.github.biginspring.internal.call.Turns;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * One reading of a list. Pages are delivered in order, each as soon as something of it
 * was asked for; the sink keeps the rest of a page for which nobody has asked yet.
 * <p>
 * All fields that are not final are used by one thread at a time, the one that works.
 */
final class PageSubscription<T> {

	private final FluxSink<T> sink;

	private final int pageSize;

	private final ReadAhead readAhead;

	private final Turns turns = new Turns(this::work);

	private final IntConsumer delivered;

	private final Demand demand = new Demand();

	private final AtomicInteger working = new AtomicInteger();

	private final Disposable.Composite calls = Disposables.composite();

	private final Deque<PageFetch<T>> fetches = new ArrayDeque<>();

	private PageSource<T> source;

	private PageGuard guard = new PageGuard();

	// the next page, where it is there for certain
	private @Nullable PageSpec next;

	// whether the next page is there for certain, as the one before it says
	private boolean certain = true;

	private int pages;

	private @Nullable T last;

	// the page after the last one that was delivered
	private @Nullable PageSpec onward;

	// the last page that was delivered, where it promises more
	private @Nullable PageSpec promising;

	// that page, asked for again because nothing came after it
	private @Nullable PageFetch<T> confirmation;

	private int brokenPromises;

	private boolean resumedInVain;

	private boolean ended;

	PageSubscription(PageSource<T> source, PageSpec first, ReadAhead readAhead, @Nullable T last, IntConsumer delivered,
			FluxSink<T> sink) {
		this.source = source;
		this.next = first;
		this.pageSize = first.perPage();
		this.readAhead = readAhead;
		this.last = last;
		this.delivered = delivered;
		this.sink = sink;
	}

	void start() {
		this.sink.onDispose(this.calls);
		this.sink.onRequest((count) -> {
			this.demand.ask(count);
			work();
		});
	}

	// a loop and not a recursion: a source that responds at once would fill the stack
	private void work() {
		if (this.working.getAndIncrement() != 0) {
			return;
		}
		int rounds = 1;
		do {
			while (!this.ended && !this.sink.isCancelled() && step()) {
				continue;
			}
			rounds = this.working.addAndGet(-rounds);
		}
		while (rounds != 0);
	}

	private boolean step() {
		try {
			return fetchPage() || deliverPage();
		}
		catch (RuntimeException ex) {
			Exceptions.throwIfFatal(ex);
			end(ex);
			return false;
		}
	}

	private boolean fetchPage() {
		PageFetch<T> newest = this.fetches.peekLast();
		if (newest != null) {
			if (newest.failure() != null) {
				return false;
			}
			learnNext(newest);
		}
		PageSpec request = (this.certain || newest == null) ? this.next : this.source.ahead(newest.request());
		if (request == null || this.confirmation != null || this.fetches.size() >= mostFetches()) {
			return false;
		}
		if (newest != null && this.turns.isWaiting()) {
			return false;
		}
		PageFetch<T> fetch = new PageFetch<>(request);
		this.fetches.addLast(fetch);
		this.next = null;
		this.certain = false;
		start(fetch);
		return true;
	}

	private void start(PageFetch<T> fetch) {
		this.calls.add(fetch.call());
		fetch.call()
			.update(this.turns.of(PageReader.fetch(this.source, fetch.request()))
				.subscribe((page) -> came(fetch, page), (failure) -> failed(fetch, failure), null,
						Context.of(this.sink.contextView())));
	}

	private void came(PageFetch<T> fetch, RecordPage<T> page) {
		fetch.succeeded(page);
		work();
	}

	private void failed(PageFetch<T> fetch, Throwable failure) {
		fetch.failed(failure);
		work();
	}

	private void learnNext(PageFetch<T> newest) {
		RecordPage<T> page = newest.page();
		if (page != null && !this.certain) {
			this.next = page.hasNext() ? this.source.next(newest.request(), page) : null;
			this.certain = true;
		}
	}

	// how many pages may be under way or wait to be delivered
	private int mostFetches() {
		int needed = this.demand.isMissing() ? 1 : 0;
		if (this.pages == 0 || this.readAhead.prefetch() == 0) {
			return needed;
		}
		int ahead = this.readAhead.pages(this.certain, this.pages, this.turns.latencyMillis());
		return this.demand.goesOn(this.pageSize) ? needed + ahead
				: Math.min(this.demand.missingPages(this.pageSize), needed + ahead);
	}

	private boolean deliverPage() {
		PageFetch<T> fetch = this.fetches.peekFirst();
		if (fetch == null) {
			return false;
		}
		Throwable failure = fetch.failure();
		RecordPage<T> page = fetch.page();
		if (failure != null && this.demand.isMissing()) {
			fail(failure);
			return true;
		}
		if (page == null || !page.items().isEmpty() && !this.demand.isMissing()) {
			return false;
		}
		boolean again = fetch == this.confirmation;
		if (again && confirm(page)) {
			return true;
		}
		List<T> items = this.source.following(this.last, fetch.request(), page);
		if (items == null) {
			return closeGap(fetch);
		}
		if (this.promising != null && !page.hasNext() && this.source.isEmpty(page)) {
			askAgain(this.promising);
			return true;
		}
		if (!again) {
			this.guard.check(this.source, fetch.request(), page);
		}
		if (this.fetches.size() == 1) {
			learnNext(fetch);
		}
		this.fetches.removeFirst();
		this.calls.remove(fetch.call());
		this.onward = page.hasNext() ? this.source.next(fetch.request(), page) : null;
		this.promising = page.hasNext() ? fetch.request() : null;
		deliver(items, page.hasNext());
		return true;
	}

	// what was promised may have been deleted meanwhile, which the page that promised it
	// then says, or have been lost on the way
	private void askAgain(PageSpec promising) {
		cancelFetches();
		// known when that page has come
		this.next = null;
		this.certain = false;
		PageFetch<T> fetch = new PageFetch<>(promising);
		this.confirmation = fetch;
		this.fetches.addFirst(fetch);
		start(fetch);
	}

	// returns whether the reading ends: where the list has shifted, it goes on from there
	private boolean confirm(RecordPage<T> page) {
		this.confirmation = null;
		if (!this.source.isEmpty(page)) {
			if (!page.hasNext()) {
				deliver(List.of(), false);
				return true;
			}
			if (this.source.recognises(this.last) && ++this.brokenPromises <= PageGuard.MAX_PAGES_IN_VAIN) {
				return false;
			}
		}
		T last = this.last;
		PageSource<T> anew = (last != null && !this.resumedInVain) ? this.source.anew(last) : null;
		if (anew == null) {
			throw this.source.unreadable(PageSource.BROKEN_PROMISE);
		}
		resume(anew);
		return true;
	}

	private boolean closeGap(PageFetch<T> fetch) {
		T last = this.last;
		Assert.state(last != null, "Nothing can be missing before the first page");
		if (!this.demand.isMissing()) {
			return false;
		}
		if (fetch.isWaiting()) {
			// what was fetched to come before it ends before it: go on from there
			cancelFetches();
			this.next = this.onward;
			this.certain = true;
			return true;
		}
		fetch.await();
		PageFetch<T> between = new PageFetch<>(this.source.between(last, fetch.request()));
		this.fetches.addFirst(between);
		start(between);
		return true;
	}

	private void deliver(List<T> items, boolean hasNext) {
		this.pages++;
		if (!items.isEmpty()) {
			this.last = items.get(items.size() - 1);
			this.resumedInVain = false;
			this.brokenPromises = 0;
			this.demand.delivered(items.size());
			this.delivered.accept(items.size());
			items.forEach(this.sink::next);
		}
		if (!hasNext) {
			this.ended = true;
			// cancels what was fetched ahead and is not there
			this.sink.complete();
			this.calls.dispose();
		}
	}

	private void fail(Throwable failure) {
		PageSource<T> other = null;
		Throwable reason = failure;
		try {
			other = this.resumedInVain ? null : this.source.resume(this.last, failure);
		}
		catch (RuntimeException ex) {
			reason = ex;
		}
		if (other == null) {
			end(reason);
			return;
		}
		resume(other);
	}

	private void resume(PageSource<T> other) {
		cancelFetches();
		this.source = other;
		this.guard = new PageGuard();
		this.promising = null;
		this.confirmation = null;
		this.next = PageSpec.of(1, this.pageSize);
		this.certain = true;
		this.resumedInVain = true;
	}

	private void end(Throwable failure) {
		this.ended = true;
		cancelFetches();
		this.sink.error(failure);
	}

	private void cancelFetches() {
		this.fetches.forEach((fetch) -> this.calls.remove(fetch.call()));
		this.fetches.forEach((fetch) -> fetch.call().dispose());
		this.fetches.clear();
	}

}
