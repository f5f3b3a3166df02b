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

package io.github.biginspring.sync;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.paging.PageRequest;

/**
 * The page to read next, which begins with something that has been read already: if that
 * is not there any more, the list has shifted.
 */
final class OverlappingPage {

	private OverlappingPage() {
	}

	/**
	 * Find the page that holds the last element that was read, and as many as possible
	 * after it.
	 * @param read how many elements were read, from the beginning of the list
	 * @param pageSize how many elements a page holds at most
	 * @param reach how many elements can be reached by page number
	 * @return the page, or {@code null} where none gives much more
	 */
	static @Nullable PageRequest after(int read, int pageSize, int reach) {
		PageRequest best = null;
		int most = Math.max(1, pageSize / 4) - 1;
		for (int size = pageSize; size > pageSize / 2; size--) {
			int page = (read - 1) / size + 1;
			int more = page * size - read;
			if (more > most && page * size <= reach) {
				best = PageRequest.of(page, size);
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
	static int start(PageRequest request) {
		return (request.page() - 1) * request.perPage();
	}

}
