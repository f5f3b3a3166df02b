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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.Exceptions;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

import io.github.biginspring.internal.call.Turns;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.query.internal.coql.RangePlan.Range;

/**
 * Reads ranges side by side, and delivers them in order. As many calls are under way as
 * the limits allow, half as many ranges besides wait for those before them, and none is
 * delivered that nobody has asked for.
 * <p>
 * All fields that are not final are used by one thread at a time, the one that works.
 */
final class RangeDelivery<T> {

	private final CoqlRanges<T> ranges;

	private final RangePlan<T> plan;

	private final FluxSink<T> sink;

	private final Turns turns = new Turns(this::work);

	private final AtomicLong demand = new AtomicLong();

	private final AtomicInteger working = new AtomicInteger();

	private final Disposable.Composite calls = Disposables.composite();

	private final Deque<RangeFetch<T>> fetches = new ArrayDeque<>();

	// the end of a section that is looked for
	private @Nullable RangeFetch<T> search;

	private @Nullable Throwable searchFailure;

	// the last record that was passed on
	private @Nullable String lastId;

	// how many ranges were delivered
	private int delivered;

	private boolean asked;

	private boolean ended;

	RangeDelivery(CoqlRanges<T> ranges, RangePlan<T> plan, @Nullable String lastId, FluxSink<T> sink) {
		this.ranges = ranges;
		this.plan = plan;
		this.lastId = lastId;
		this.sink = sink;
	}

	void start() {
		this.sink.onDispose(this.calls);
		this.sink.onRequest((count) -> {
			this.demand.accumulateAndGet(count, Operators::addCap);
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
			this.asked |= this.demand.get() > 0;
			return this.asked && (takeEnd() || search() || fetch() || deliver());
		}
		catch (RuntimeException ex) {
			Exceptions.throwIfFatal(ex);
			end(ex);
			return false;
		}
	}

	private boolean takeEnd() {
		RangeFetch<T> search = this.search;
		if (search == null || !search.hasCome()) {
			return false;
		}
		this.search = null;
		this.calls.remove(search.call);
		RecordPage<T> page = search.page;
		if (page == null) {
			this.searchFailure = search.failure;
			return true;
		}
		try {
			this.plan.found(page);
		}
		catch (RuntimeException ex) {
			// comes after what was found before
			this.searchFailure = ex;
		}
		return true;
	}

	private boolean search() {
		if (this.search != null || this.searchFailure != null || this.plan.knowsMore() && !isEager() || !mayCall()) {
			return false;
		}
		Range end = this.plan.end();
		if (end == null) {
			return false;
		}
		RangeFetch<T> fetch = new RangeFetch<>(end.index());
		this.search = fetch;
		start(fetch, end);
		return true;
	}

	private boolean fetch() {
		if (this.fetches.size() >= mostFetches()) {
			return false;
		}
		RangePlan.Known<T> end = this.plan.nextEnd();
		if (end != null) {
			RangeFetch<T> known = new RangeFetch<>(end.index());
			known.page = end.page();
			this.fetches.addLast(known);
			return true;
		}
		Range next = mayCall() ? this.plan.next() : null;
		if (next == null) {
			return false;
		}
		RangeFetch<T> fetch = new RangeFetch<>(next.index());
		this.fetches.addLast(fetch);
		start(fetch, next);
		return true;
	}

	/**
	 * How many ranges may be under way or wait to be delivered: for one that takes all as
	 * many as bring something, for others a few at first, and one more with each that was
	 * taken.
	 */
	private int mostFetches() {
		int half = this.ranges.atOnce() / 2;
		int most = this.ranges.atOnce() + half;
		long missing = this.demand.get();
		long needed = (missing > 0) ? (missing - 1) / CoqlRanges.RANGE + 1 : 0;
		return (int) Math.min(needed + Math.max(1, half) + this.delivered, most);
	}

	private boolean isEager() {
		return this.demand.get() == Long.MAX_VALUE || this.delivered >= this.ranges.atOnce();
	}

	private boolean mayCall() {
		if (this.turns.isWaiting()) {
			return false;
		}
		int inFlight = (this.search != null) ? 1 : 0;
		for (RangeFetch<T> fetch : this.fetches) {
			inFlight += fetch.hasCome() ? 0 : 1;
		}
		return inFlight < this.ranges.atOnce();
	}

	private void start(RangeFetch<T> fetch, Range range) {
		this.calls.add(fetch.call);
		fetch.call.update(this.turns.of(this.ranges.range(range.query(), range.index())).subscribe((page) -> {
			fetch.page = page;
			work();
		}, (failure) -> {
			fetch.failure = failure;
			work();
		}, null, Context.of(this.sink.contextView())));
	}

	private boolean deliver() {
		RangeFetch<T> fetch = this.fetches.peekFirst();
		if (fetch == null) {
			return endReached();
		}
		RecordPage<T> page = fetch.page;
		if (!fetch.hasCome() || this.demand.get() <= 0 && (page == null || !page.items().isEmpty())) {
			return false;
		}
		if (page == null) {
			end((fetch.failure != null) ? fetch.failure : this.ranges.endless());
			return true;
		}
		if (fetch.follows && !page.items().isEmpty() && isAhead(this.ranges.idOf(page.items().get(0)))) {
			fillUpTo(fetch);
			return true;
		}
		this.fetches.removeFirst();
		this.calls.remove(fetch.call);
		String before = this.lastId;
		deliver(page);
		RangeFetch<T> behind = fetch.behind;
		if (behind != null && page.items().isEmpty()) {
			// nothing lies between any more
			behind.follows = false;
		}
		else if (behind != null && before != null && before.equals(this.lastId)) {
			end(this.ranges.endless());
		}
		return true;
	}

	private boolean endReached() {
		Throwable failure = this.searchFailure;
		if (failure != null && this.demand.get() > 0) {
			end(failure);
			return true;
		}
		if (failure == null && this.search == null && this.plan.isAtEnd()) {
			this.ended = true;
			this.sink.complete();
		}
		return false;
	}

	// records were deleted meanwhile, so that ranges begin later
	private void fillUpTo(RangeFetch<T> behind) {
		RangeFetch<T> between = new RangeFetch<>(0);
		between.behind = behind;
		this.fetches.addFirst(between);
		start(between, new Range(this.ranges.after(this.lastId), 0));
	}

	private boolean isAhead(String id) {
		return this.lastId == null || this.ranges.order().isAfter(id, this.lastId);
	}

	private void deliver(RecordPage<T> page) {
		this.ranges.requireOrder(page);
		List<T> items = page.items();
		int from = 0;
		while (from < items.size() && !isAhead(this.ranges.idOf(items.get(from)))) {
			from++;
		}
		if (from == items.size()) {
			return;
		}
		this.lastId = this.ranges.idOf(items.get(items.size() - 1));
		int count = items.size() - from;
		this.demand.accumulateAndGet(-count, (missing, more) -> (missing == Long.MAX_VALUE) ? missing : missing + more);
		this.delivered++;
		this.ranges.calls().count(count);
		items.subList(from, items.size()).forEach(this.sink::next);
	}

	private void end(Throwable failure) {
		this.ended = true;
		this.sink.error(failure);
		this.calls.dispose();
	}

}
