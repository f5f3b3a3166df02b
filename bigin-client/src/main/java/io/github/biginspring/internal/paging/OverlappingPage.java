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

import org.jspecify.annotations.Nullable;

import io.github.biginspring.query.PageSpec;

/**
 * Pages by number that begin with something that has been read already. If that is not
 * there any more, the list has shifted. The service counts pages in their own size, so a
 * page can begin a little earlier only by being a little smaller: after 200 elements the
 * second page of 199 begins with the last of them.
 *
 * @since 0.1.0
 */
public final class OverlappingPage {

	private OverlappingPage() {
	}

	/**
	 * Find the page that holds the last element that was read, and as many as possible
	 * after it.
	 * @param read how many elements were read, from the beginning of the list, at least 1
	 * @param pageSize how many elements a page holds at most
	 * @param reach how many elements can be reached by page number
	 * @return the page, or {@code null} where none gives much more
	 */
	public static @Nullable PageSpec after(int read, int pageSize, int reach) {
		PageSpec best = null;
		int most = Math.max(1, pageSize / 4) - 1;
		for (int size = pageSize; size > pageSize / 2; size--) {
			int page = (read - 1) / size + 1;
			int more = page * size - read;
			if (more > most && page * size <= reach) {
				best = PageSpec.of(page, size);
				most = more;
			}
		}
		return best;
	}

	/**
	 * Return how many elements stand before a page.
	 * @param request the page, by number
	 * @return the count
	 */
	public static int start(PageSpec request) {
		return (request.page() - 1) * request.perPage();
	}

	/**
	 * Return how many elements stand before the end of a page that is full.
	 * @param request the page, by number
	 * @return the count
	 */
	public static int end(PageSpec request) {
		return request.page() * request.perPage();
	}

}
