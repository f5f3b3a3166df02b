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
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.biginspring.paging.Page;
import io.github.biginspring.paging.PageRequest;
import io.github.biginspring.paging.PageSource;

/**
 * Counts the records of each page that are passed on, and none that came with a page
 * before.
 *
 * @param delegate gives the pages
 * @param counter is told how many
 */
record CountingSource<T>(PageSource<T> delegate, IntConsumer counter) implements PageSource<T> {

	@Override
	public Mono<Page<T>> page(PageRequest request) {
		return this.delegate.page(request);
	}

	@Override
	public PageRequest next(PageRequest request, Page<T> page) {
		return this.delegate.next(request, page);
	}

	@Override
	public @Nullable PageRequest ahead(PageRequest request) {
		return this.delegate.ahead(request);
	}

	@Override
	public @Nullable List<T> following(@Nullable T last, PageRequest request, Page<T> page) {
		List<T> items = this.delegate.following(last, request, page);
		if (items != null) {
			this.counter.accept(items.size());
		}
		return items;
	}

	@Override
	public PageRequest between(T last, PageRequest request) {
		return this.delegate.between(last, request);
	}

	@Override
	public @Nullable PageSource<T> resume(@Nullable T last, Throwable failure) {
		PageSource<T> other = this.delegate.resume(last, failure);
		return (other != null) ? new CountingSource<>(other, this.counter) : null;
	}

}
