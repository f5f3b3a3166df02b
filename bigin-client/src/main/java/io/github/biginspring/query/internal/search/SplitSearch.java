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

package io.github.biginspring.query.internal.search;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.paging.PageSource;
import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * A search that finds more than the service gives, split by the time at which the records
 * were created into parts that each find less. The service's order is not known, so what
 * was delivered before the search was split, or of the same part, is recognised by its
 * ids.
 * <p>
 * One reading, whose pages are asked for one after another.
 */
final class SplitSearch<T> implements PageSource<T> {

	private final BiFunction<CreationTimes, PageSpec, Mono<RecordPage<T>>> search;

	private final DeliveredIds<T> deliveredBefore;

	private final DeliveredIds<T> deliveredOfPart;

	private final Function<String, BiginException> unreadable;

	private final InstantSource clock;

	private final Deque<CreationTimes> parts = new ArrayDeque<>();

	private int page = 1;

	SplitSearch(BiFunction<CreationTimes, PageSpec, Mono<RecordPage<T>>> search, Function<T, @Nullable String> id,
			DeliveredIds<T> deliveredBefore, Function<String, BiginException> unreadable, InstantSource clock) {
		this.clock = clock;
		this.unreadable = unreadable;
		this.search = search;
		this.deliveredBefore = deliveredBefore;
		this.deliveredOfPart = new DeliveredIds<>(id);
		split(CreationTimes.ALL);
	}

	@Override
	public Mono<RecordPage<T>> page(PageSpec request) {
		return Mono.defer(() -> next(request.perPage()));
	}

	// a part without records is nothing unusual, and the reach of a search ends one
	@Override
	public boolean isEmpty(RecordPage<T> page) {
		return false;
	}

	@Override
	public BiginException unreadable(String message) {
		return this.unreadable.apply(message);
	}

	private Mono<RecordPage<T>> next(int size) {
		if ((this.page - 1L) * size >= SearchSpec.MAX_RECORDS) {
			return Mono.error(unreadable("The reading would never end: a search promises more than "
					+ SearchSpec.MAX_RECORDS + " records after it has reported fewer"));
		}
		PageSpec request = PageSpec.of(this.page, size);
		return fetch(request).flatMap((found) -> {
			if (request.page() > 1 && !found.hasNext() && found.items().isEmpty() && found.info().count() == 0) {
				return confirm(PageSpec.of(request.page() - 1, size)).then(Mono.fromSupplier(() -> take(found, size)));
			}
			if (request.page() > 1 || !found.hasNext()) {
				return Mono.just(take(found, size));
			}
			// the last page that can be had tells whether the part is small enough
			return fetch(PageSpec.of(SearchSpec.MAX_RECORDS / size, size)).flatMap((last) -> {
				if (!last.hasNext()) {
					return Mono.just(take(found, size));
				}
				split(this.parts.removeFirst());
				return next(size);
			});
		});
	}

	// what was promised may have been deleted meanwhile, or have been lost on the way
	private Mono<Void> confirm(PageSpec promising) {
		return fetch(promising).filter((page) -> !page.hasNext() && page.info().count() > 0)
			.switchIfEmpty(Mono.error(() -> unreadable(BROKEN_PROMISE)))
			.then();
	}

	private Mono<RecordPage<T>> fetch(PageSpec request) {
		return this.search.apply(this.parts.getFirst(), request).defaultIfEmpty(RecordPage.empty(request));
	}

	private void split(CreationTimes times) {
		List<CreationTimes> halves = times.halves(this.clock.instant());
		this.parts.addFirst(halves.get(1));
		this.parts.addFirst(halves.get(0));
	}

	private RecordPage<T> take(RecordPage<T> found, int size) {
		List<T> fresh = this.deliveredOfPart.add(this.deliveredBefore.others(found.items()));
		if (found.hasNext()) {
			this.page++;
		}
		else {
			this.parts.removeFirst();
			this.deliveredOfPart.clear();
			this.page = 1;
		}
		return new RecordPage<>(fresh, new PageInfo(1, size, fresh.size(), !this.parts.isEmpty(), null));
	}

}
