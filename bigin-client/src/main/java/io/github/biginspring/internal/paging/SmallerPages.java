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

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBufferLimitException;

import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * Pages that are too large for the client, assembled from smaller ones that hold the same
 * elements. What one page has shown holds for all that are asked for later, so there is
 * one of these for each reading.
 * <p>
 * A token holds for the page size that it was given for, so a page by token has the size
 * of the one before it, and cannot be made smaller.
 */
public final class SmallerPages {

	// each of them divides the number of elements that pages by number reach
	private static final int[] SIZES = { 100, 50, 25, 20, 10, 5, 4, 2, 1 };

	// a list is read again once for it
	private static final int SHRINK_BEFORE_TOKEN = 4;

	// how many elements came in a page that was not too large
	private volatile int size = Integer.MAX_VALUE;

	private volatile @Nullable Issued token;

	private volatile boolean tokenTooLarge;

	/**
	 * Fetch a page, by number or by token.
	 * @param request the page
	 * @param pages fetches one of any size
	 * @param <T> the type of an element
	 * @return the page, or one with the same elements
	 */
	public <T> Mono<RecordPage<T>> page(PageSpec request, Function<PageSpec, Mono<RecordPage<T>>> pages) {
		return (request.pageToken() != null) ? byToken(request, request.pageToken(), pages) : fitting(
				"page " + request.page(), () -> divisor(request.perPage()), (size) -> byNumber(request, size, pages));
	}

	/**
	 * Fetch a page by number, or by token, of a list in which elements that come twice
	 * are told.
	 * @param request the page
	 * @param pages fetches one of any size
	 * @param <T> the type of an element
	 * @return the page, or one that begins a little before it and ends a little after it
	 */
	public <T> Mono<RecordPage<T>> around(PageSpec request, Function<PageSpec, Mono<RecordPage<T>>> pages) {
		return (request.pageToken() != null) ? byToken(request, request.pageToken(), pages) : fitting(
				"page " + request.page(), () -> roundSize(request.perPage()), (size) -> byNumber(request, size, pages));
	}

	/**
	 * Fetch a page by number, or by token, of a list of which no element is left out, so
	 * that elements can be told by their position.
	 * @param request the page
	 * @param pages fetches one of any size
	 * @param <T> the type of an element
	 * @return the page, or one with the same elements
	 */
	public <T> Mono<RecordPage<T>> cutOut(PageSpec request, Function<PageSpec, Mono<RecordPage<T>>> pages) {
		return (request.pageToken() != null) ? byToken(request, request.pageToken(), pages)
				: fitting("page " + request.page(), () -> roundSize(request.perPage()),
						(size) -> byNumber(request, size, pages).map((page) -> cut(request, size, page)));
	}

	private static <T> RecordPage<T> cut(PageSpec request, int size, RecordPage<T> page) {
		List<T> items = page.items();
		int from = Math.min((size < request.perPage()) ? OverlappingPage.start(request) % size : 0, items.size());
		int to = Math.min(from + request.perPage(), items.size());
		if (from == 0 && to == items.size()) {
			return page;
		}
		return new RecordPage<>(items.subList(from, to),
				new PageInfo(request.page(), request.perPage(), to - from, page.hasNext() || to < items.size(), null));
	}

	/**
	 * Fetch rows by their position.
	 * @param count how many
	 * @param offset how many stand before them
	 * @param rows fetches some
	 * @param <T> the type of a row
	 * @return the rows
	 */
	public <T> Mono<RecordPage<T>> rows(long count, long offset, Rows<T> rows) {
		return fitting("the " + count + " rows after " + offset, () -> (int) Math.min(count, this.size),
				(size) -> rowsOf(size, count, offset, rows));
	}

	private <T> Mono<RecordPage<T>> fitting(String place, IntSupplier size, IntFunction<Mono<RecordPage<T>>> pages) {
		return Mono.defer(() -> {
			int tried = size.getAsInt();
			return pages.apply(tried)
				.onErrorResume(SmallerPages::isTooLarge,
						(failure) -> shrink(tried, failure, place).then(fitting(place, size, pages)));
		});
	}

	private <T> Mono<RecordPage<T>> rowsOf(int size, long count, long offset, Rows<T> rows) {
		if (size == count) {
			return rows.fetch(count, offset);
		}
		PageSpec whole = PageSpec.of(1, (int) count);
		long last = (count - 1) / size + 1;
		return joined(whole, PageSpec.of(1, size), last, (part) -> {
			long before = (part.page() - 1L) * size;
			return rows.fetch(Math.min(size, count - before), offset + before);
		});
	}

	private <T> Mono<RecordPage<T>> byNumber(PageSpec request, int size,
			Function<PageSpec, Mono<RecordPage<T>>> pages) {
		if (size == request.perPage()) {
			return pages.apply(request);
		}
		int first = OverlappingPage.start(request) / size + 1;
		int last = (OverlappingPage.end(request) - 1) / size + 1;
		return joined(request, PageSpec.of(first, size), last, pages)
			.doOnNext((page) -> issued(page.nextPageToken(), size));
	}

	private <T> Mono<RecordPage<T>> byToken(PageSpec request, String token,
			Function<PageSpec, Mono<RecordPage<T>>> pages) {
		return Mono.defer(() -> {
			Issued issued = this.token;
			int size = (issued != null) ? issued.sizeOf(token, request.perPage()) : request.perPage();
			return pages.apply(new PageSpec(request.page(), size, token)).doOnNext((page) -> {
				if (size != request.perPage()) {
					issued(page.nextPageToken(), size);
				}
			}).onErrorMap(SmallerPages::isTooLarge, (failure) -> {
				this.size = Math.min(this.size, Math.max(1, size / SHRINK_BEFORE_TOKEN));
				this.tokenTooLarge = true;
				return explained(failure, "page " + request.page() + ", whose token holds for its page size alone,",
						"Set a smaller page size, sort by id, or raise bigin.max-response-size.");
			});
		});
	}

	private void issued(@Nullable String token, int size) {
		if (token != null) {
			Issued before = this.token;
			this.token = new Issued(token, size, (before != null) ? before.token() : token,
					(before != null) ? before.size() : size);
		}
	}

	private static <T> Mono<RecordPage<T>> joined(PageSpec whole, PageSpec first, long last,
			Function<PageSpec, Mono<RecordPage<T>>> pages) {
		return part(first, pages)
			.expand((part) -> (part.page().hasNext() && part.request().page() < last)
					? part(PageSpec.of(part.request().page() + 1, first.perPage()), pages) : Mono.empty())
			.collectList()
			.map((parts) -> join(whole, parts));
	}

	private static <T> Mono<Part<T>> part(PageSpec request, Function<PageSpec, Mono<RecordPage<T>>> pages) {
		return pages.apply(request).defaultIfEmpty(RecordPage.empty(request)).map((page) -> new Part<>(request, page));
	}

	private static <T> RecordPage<T> join(PageSpec whole, List<Part<T>> parts) {
		List<T> items = parts.stream().flatMap((part) -> part.page().items().stream()).toList();
		int count = parts.stream().mapToInt((part) -> part.page().info().count()).sum();
		RecordPage<T> last = parts.get(parts.size() - 1).page();
		// nothing has come of what was promised: the next page tells whether that is so
		boolean broken = parts.size() > 1 && last.items().isEmpty() && last.info().count() == 0;
		return new RecordPage<>(items,
				new PageInfo(whole.page(), whole.perPage(), count, last.hasNext() || broken, last.nextPageToken()));
	}

	private Mono<Void> shrink(int tooLarge, Throwable failure, String place) {
		if (tooLarge == 1) {
			return Mono.error(explained(failure, "a single record of " + place,
					"Raise bigin.max-response-size, or ask for fewer fields."));
		}
		this.size = Math.min(this.size, tooLarge / 2);
		return Mono.empty();
	}

	private int divisor(int pageSize) {
		int most = Math.min(this.size, pageSize);
		while (pageSize % most != 0) {
			most--;
		}
		return most;
	}

	private int roundSize(int pageSize) {
		int most = this.size;
		if (pageSize <= most) {
			return pageSize;
		}
		for (int size : SIZES) {
			if (size <= most) {
				return size;
			}
		}
		return 1;
	}

	/**
	 * Whether a page by token was too large since this was asked last, so that the list
	 * has to be read again to get smaller ones.
	 * @return {@code true} if so
	 */
	public boolean takeTokenTooLarge() {
		boolean taken = this.tokenTooLarge;
		this.tokenTooLarge = false;
		return taken;
	}

	public static boolean isTooLarge(Throwable failure) {
		return failure instanceof BiginUnreadableResponseException
				&& failure.getCause() instanceof DataBufferLimitException;
	}

	private static BiginUnreadableResponseException explained(Throwable failure, String what, String nextStep) {
		ErrorDetails details = ((BiginUnreadableResponseException) failure).getErrorDetails();
		Integer status = details.status();
		return new BiginUnreadableResponseException(
				ErrorDetails.responded(details.method(), details.pathTemplate(), (status != null) ? status : 200)
					.message(what + " is larger than the client takes (bigin.max-response-size)")
					.operation(details.operation())
					.module(details.module())
					.connectionId(details.connectionId())
					.nextStep(nextStep)
					.cause(failure.getCause())
					.build());
	}

	/**
	 * Fetches rows by their position.
	 *
	 * @param <T> the type of a row
	 */
	@FunctionalInterface
	public interface Rows<T> {

		/**
		 * Fetch rows.
		 * @param count how many
		 * @param offset how many stand before them
		 * @return the rows
		 */
		Mono<RecordPage<T>> fetch(long count, long offset);

	}

	private record Part<T>(PageSpec request, RecordPage<T> page) {

	}

	/**
	 * The last two tokens that do not hold for the size that is asked for: a page can be
	 * asked for again when the one after it is there.
	 */
	private record Issued(String token, int size, String previous, int previousSize) {

		int sizeOf(String token, int otherwise) {
			if (token.equals(this.token)) {
				return this.size;
			}
			return token.equals(this.previous) ? this.previousSize : otherwise;
		}

	}

}
