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

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

/**
 * A guard against readings that never end: a service that promises more for ever and
 * gives the same, or nothing, would be asked without end.
 */
final class PageGuard {

	/**
	 * How many pages in a row may be empty, or repeat the one before, while more are
	 * promised.
	 */
	static final int MAX_PAGES_IN_VAIN = 3;

	private final Set<Object> asked = new HashSet<>();

	private int pagesInVain;

	private @Nullable Edges previous;

	/**
	 * Check a page before its elements are delivered.
	 * @param source where the page comes from
	 * @param request the page
	 * @param page its content
	 * @param <T> the type of an element
	 * @throws BiginException if the reading would not end
	 */
	<T> void check(PageSource<T> source, PageSpec request, RecordPage<T> page) {
		Object identity = source.identity(request);
		if (identity != null && !this.asked.add(identity)) {
			throw unreadable(source, "the token of the next page leads to a page that was read already");
		}
		if (!page.hasNext()) {
			return;
		}
		Edges edges = edges(source, page.items());
		boolean inVain = source.isEmpty(page) || (edges != null && edges.equals(this.previous));
		this.previous = edges;
		this.pagesInVain = inVain ? this.pagesInVain + 1 : 0;
		if (this.pagesInVain > MAX_PAGES_IN_VAIN) {
			throw unreadable(source,
					this.pagesInVain + " pages in a row are empty or the same, and more are still promised");
		}
	}

	private static <T> @Nullable Edges edges(PageSource<T> source, List<T> items) {
		if (items.isEmpty()) {
			return null;
		}
		String first = source.idOf(items.get(0));
		String last = source.idOf(items.get(items.size() - 1));
		return (first != null && last != null) ? new Edges(items.size(), first, last) : null;
	}

	private static BiginException unreadable(PageSource<?> source, String reason) {
		return source.unreadable("The reading would never end: " + reason);
	}

	/**
	 * What tells a page from others.
	 */
	private record Edges(int size, String first, String last) {

	}

}
