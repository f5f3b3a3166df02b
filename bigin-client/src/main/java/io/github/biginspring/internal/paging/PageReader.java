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

import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * Reads the elements of a list, page after page. Without prefetch the next page is
 * fetched when all elements of the one before have been delivered and more are asked for,
 * so a stream that is cancelled or left alone makes no further call. A service that
 * promises more for ever and gives the same page, the same token or nothing is not asked
 * for ever: the reading fails.
 *
 * @param <T> the type of an element
 * @since 0.1.0
 */
public final class PageReader<T> {

	private final PageSource<T> source;

	private final IntConsumer delivered;

	/**
	 * Create a reader.
	 * @param source fetches a page; empty means that there is nothing
	 */
	public PageReader(PageSource<T> source) {
		this(source, (count) -> {
		});
	}

	/**
	 * Create a reader that counts.
	 * @param source fetches a page; empty means that there is nothing
	 * @param delivered takes how many elements of a page are delivered, before they are
	 */
	public PageReader(PageSource<T> source, IntConsumer delivered) {
		Assert.notNull(source, "'source' must not be null");
		Assert.notNull(delivered, "'delivered' must not be null");
		this.source = source;
		this.delivered = delivered;
	}

	/**
	 * Fetch one page.
	 * @param request which page
	 * @return the page, without elements where the service has none
	 */
	public Mono<RecordPage<T>> page(PageSpec request) {
		return fetch(this.source, request);
	}

	static <T> Mono<RecordPage<T>> fetch(PageSource<T> source, PageSpec request) {
		return Mono.defer(() -> source.page(request)).defaultIfEmpty(RecordPage.empty(request));
	}

	/**
	 * Read all elements.
	 * @param first where to begin
	 * @return the elements, with back-pressure; can be subscribed to several times, each
	 * of which reads anew
	 */
	public Flux<T> all(PageSpec first) {
		return all(first, 0);
	}

	/**
	 * Read all elements, and fetch pages before they are needed. Pages that can be asked
	 * for independently of one another are then under way side by side. A subscriber that
	 * asks for a few elements only gets no page more than it takes; for one that takes
	 * all or keeps coming back, reading ahead begins small and grows. What was fetched
	 * ahead and is not wanted is cancelled.
	 * @param first where to begin
	 * @param prefetch how many pages to fetch ahead of the one that is needed, 0 for none
	 * @return the elements, in order and with back-pressure; can be subscribed to several
	 * times, each of which reads anew
	 */
	public Flux<T> all(PageSpec first, int prefetch) {
		return all(first, prefetch, null);
	}

	/**
	 * Read all elements, and fetch pages before they are needed.
	 * @param paging how far ahead
	 * @return the elements, as by {@link #all(PageSpec, int)}
	 */
	public Flux<T> all(Paging paging) {
		return all(paging.first(), new ReadAhead(paging.prefetch(), paging.sideBySide()), null);
	}

	/**
	 * Read all elements that come after one, where another reading of the same source has
	 * ended.
	 * @param first where to begin
	 * @param prefetch how many pages to fetch ahead of the one that is needed, 0 for none
	 * @param last the last element that was delivered, or {@code null} if there was none
	 * @return the elements, as by {@link #all(PageSpec, int)}
	 */
	public Flux<T> all(PageSpec first, int prefetch, @Nullable T last) {
		Assert.isTrue(prefetch >= 0, () -> "'prefetch' must not be negative, not " + prefetch);
		return all(first, new ReadAhead(prefetch, prefetch), last);
	}

	private Flux<T> all(PageSpec first, ReadAhead readAhead, @Nullable T last) {
		return Flux.create(
				(sink) -> new PageSubscription<>(this.source, first, readAhead, last, this.delivered, sink).start());
	}

}
