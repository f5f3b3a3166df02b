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

package io.github.biginspring.paging;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.FluxSink;

/**
 * One reading of a list. The sink keeps what is left of a page for which nobody has asked
 * yet; a further page is fetched only when more was asked for than all pages so far held.
 */
final class PageSubscription<T> {

	private final PageReader<T> reader;

	private final FluxSink<T> sink;

	private final Disposable.Swap call = Disposables.swap();

	// asked for and not yet read; below zero while the sink has a rest of a page
	private final AtomicLong missing = new AtomicLong();

	private final AtomicInteger working = new AtomicInteger();

	private volatile boolean fetching;

	private volatile @Nullable PageRequest next;

	PageSubscription(PageReader<T> reader, PageRequest first, FluxSink<T> sink) {
		this.reader = reader;
		this.next = first;
		this.sink = sink;
	}

	void start() {
		this.sink.onDispose(this.call);
		this.sink.onRequest((count) -> {
			this.missing.accumulateAndGet(count, PageSubscription::add);
			fetchWhileMissing();
		});
	}

	// a loop and not a recursion: a source that answers at once would fill the stack
	private void fetchWhileMissing() {
		if (this.working.getAndIncrement() != 0) {
			return;
		}
		int rounds = 1;
		do {
			PageRequest request = this.next;
			if (request != null && !this.fetching && this.missing.get() > 0 && !this.sink.isCancelled()) {
				this.fetching = true;
				this.call.update(this.reader.page(request)
					.contextWrite(this.sink.contextView())
					.subscribe((page) -> deliver(request, page), this.sink::error));
			}
			rounds = this.working.addAndGet(-rounds);
		}
		while (rounds != 0);
	}

	private void deliver(PageRequest request, Page<T> page) {
		this.next = page.hasNext() ? request.after(page) : null;
		this.missing.accumulateAndGet(-page.items().size(), PageSubscription::add);
		page.items().forEach(this.sink::next);
		if (this.next == null) {
			this.sink.complete();
		}
		this.fetching = false;
		fetchWhileMissing();
	}

	private static long add(long count, long more) {
		if (count == Long.MAX_VALUE || more == Long.MAX_VALUE) {
			return Long.MAX_VALUE;
		}
		long sum = count + more;
		// two large requests add up to an unbounded one
		return (count > 0 && more > 0 && sum < 0) ? Long.MAX_VALUE : sum;
	}

}
