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

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * Where the pages of a list come from.
 *
 * @param <T> the type of an element
 * @since 0.1.0
 */
@FunctionalInterface
public interface PageSource<T> {

	/**
	 * What is wrong with a page that says there are more, where none come.
	 */
	String BROKEN_PROMISE = "A page says that there are more, and nothing comes after it: read again";

	/**
	 * Fetch a page.
	 * @param request which page
	 * @return the page; empty means that there is nothing
	 */
	Mono<RecordPage<T>> page(PageSpec request);

	/**
	 * Return the page after one that has come and says that there are more.
	 * @param request the page that has come
	 * @param page its content
	 * @return the next request
	 */
	default PageSpec next(PageSpec request, RecordPage<T> page) {
		return request.after(page.info());
	}

	/**
	 * Return the page after one that has not come yet, where nothing of that one is
	 * needed to ask for the next, so that both can be under way at once.
	 * @param request the page that has not come yet
	 * @return the next request, or {@code null} where it has to wait
	 */
	default @Nullable PageSpec ahead(PageSpec request) {
		return null;
	}

	/**
	 * Return what is to be delivered of a page. The list may have shifted since the page
	 * before was fetched: where elements have come in front, a page repeats some that
	 * were delivered, and where some have gone, others have moved up to a page that was
	 * fetched already. A source that can tell leaves out the former and reports the
	 * latter.
	 * @param last the last element that was delivered, or {@code null} if there was none
	 * @param request the page that has come
	 * @param page its content
	 * @return the elements, or {@code null} where others may stand between the last one
	 * and this page, so that {@link #between} is to be fetched first
	 */
	default @Nullable List<T> following(@Nullable T last, PageSpec request, RecordPage<T> page) {
		return page.items();
	}

	/**
	 * Return the page to fetch before one that does not follow what was delivered. If it
	 * does not follow either, this is asked again, for the page before it.
	 * @param last the last element that was delivered
	 * @param request the page that does not follow
	 * @return the page to fetch first
	 */
	default PageSpec between(T last, PageSpec request) {
		throw new IllegalStateException("A source that reports missing elements has to say where they are");
	}

	/**
	 * Return the id of an element, by which the same page is known again.
	 * @param element the element
	 * @return the id, or {@code null} where there is none
	 */
	default @Nullable String idOf(T element) {
		return null;
	}

	/**
	 * Return what a page is asked for by, where it is not to be read twice.
	 * @param request the page
	 * @return by default its token, or {@code null} where the page can be read again, as
	 * by its number
	 */
	default @Nullable Object identity(PageSpec request) {
		return request.pageToken();
	}

	/**
	 * Whether the service gave nothing with a page. Elements that the client left out
	 * were given.
	 * @param page the page
	 * @return {@code true} if it gave nothing
	 */
	default boolean isEmpty(RecordPage<T> page) {
		return page.items().isEmpty() && page.info().count() == 0;
	}

	/**
	 * Return a source that reads the list anew and leaves out what was delivered.
	 * @param last the last element that was delivered
	 * @return the source, whose pages count from 1 again, or {@code null} where what was
	 * delivered could not be told
	 */
	default @Nullable PageSource<T> anew(T last) {
		return null;
	}

	/**
	 * Whether what was delivered is left out of a page that is read again.
	 * @param last the last element that was delivered, or {@code null} if there was none
	 * @return {@code true} if it is
	 */
	default boolean recognises(@Nullable T last) {
		return false;
	}

	/**
	 * Return the failure of a reading whose pages cannot be made sense of.
	 * @param message what is wrong with them
	 * @return the failure
	 */
	default BiginException unreadable(String message) {
		return new BiginUnreadableResponseException(
				ErrorDetails.responded(HttpMethod.GET, "/bigin/v2", 200).message(message).build());
	}

	/**
	 * Return a source whose pages a function fetches.
	 * @param pathTemplate the path of the calls with its variables in braces
	 * @param id gives the id of an element, or {@code null} where it has none
	 * @param pages fetches a page; empty means that there is nothing
	 * @param <T> the type of an element
	 * @return the source
	 */
	static <T> PageSource<T> of(String pathTemplate, Function<T, @Nullable String> id,
			Function<PageSpec, Mono<RecordPage<T>>> pages) {
		return new FunctionPageSource<>(pathTemplate, id, pages, new SmallerPages());
	}

	/**
	 * Return another source that goes on where this one has failed.
	 * @param last the last element that was delivered, or {@code null} if there was none
	 * @param failure what a page failed with
	 * @return the source, whose pages count from 1 again and of which only what comes
	 * after that element is {@link #following}, or {@code null} where there is none, so
	 * that the reading fails
	 */
	default @Nullable PageSource<T> resume(@Nullable T last, Throwable failure) {
		return null;
	}

}
