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

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Where the pages of a list come from.
 *
 * @param <T> the type of an element
 * @since 0.1.0
 */
@FunctionalInterface
public interface PageSource<T> {

	/**
	 * Fetch a page.
	 * @param request which page
	 * @return the page; empty means that there is nothing
	 */
	Mono<Page<T>> page(PageRequest request);

	/**
	 * Return the page after one that has come and says that there are more.
	 * @param request the page that has come
	 * @param page its content
	 * @return the next request
	 */
	default PageRequest next(PageRequest request, Page<T> page) {
		return request.after(page);
	}

	/**
	 * Return the page after one that has not come yet, where nothing of that one is
	 * needed to ask for the next, so that both can be under way at once.
	 * @param request the page that has not come yet
	 * @return the next request, or {@code null} where it has to wait
	 */
	default @Nullable PageRequest ahead(PageRequest request) {
		return null;
	}

	/**
	 * Return another source that goes on where this one has failed.
	 * @param last the last element that was delivered, or {@code null} if there was none
	 * @param failure what a page failed with
	 * @return the source, whose pages count from 1 again and hold only what comes after
	 * that element, or {@code null} where there is none, so that the reading fails
	 */
	default @Nullable PageSource<T> resume(@Nullable T last, Throwable failure) {
		return null;
	}

}
