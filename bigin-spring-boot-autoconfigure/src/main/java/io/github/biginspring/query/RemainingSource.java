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

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.biginspring.paging.Page;
import io.github.biginspring.paging.PageRequest;
import io.github.biginspring.paging.PageSource;

/**
 * What comes after a record, of a list in the order of ids that is read again from its
 * beginning.
 */
final class RemainingSource<T> implements PageSource<T> {

	private final PageSource<T> source;

	private final Function<T, @Nullable String> id;

	private final IdOrder order;

	private final String lastId;

	RemainingSource(PageSource<T> source, Function<T, @Nullable String> id, IdOrder order, String lastId) {
		this.source = source;
		this.id = id;
		this.order = order;
		this.lastId = lastId;
	}

	@Override
	public Mono<Page<T>> page(PageRequest request) {
		return this.source.page(request).map(this::remaining);
	}

	@Override
	public PageRequest next(PageRequest request, Page<T> page) {
		return this.source.next(request, page);
	}

	@Override
	public @Nullable PageRequest ahead(PageRequest request) {
		return this.source.ahead(request);
	}

	@Override
	public @Nullable PageSource<T> resume(@Nullable T last, Throwable failure) {
		return this.source.resume(last, failure);
	}

	// the page is in the order of ids, so a few of them tell where it begins
	private Page<T> remaining(Page<T> page) {
		List<T> items = page.items();
		int from = 0;
		int to = items.size();
		while (from < to) {
			int middle = (from + to) / 2;
			if (isRemaining(items.get(middle))) {
				to = middle;
			}
			else {
				from = middle + 1;
			}
		}
		return (from == 0) ? page : new Page<>(items.subList(from, items.size()), page.info());
	}

	private boolean isRemaining(T item) {
		String itemId = this.id.apply(item);
		return itemId == null || this.order.isAfter(itemId, this.lastId);
	}

}
