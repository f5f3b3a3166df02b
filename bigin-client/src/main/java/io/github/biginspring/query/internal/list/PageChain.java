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

package io.github.biginspring.query.internal.list;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.internal.paging.OverlappingPage;
import io.github.biginspring.query.PageSpec;

/**
 * Pages by number of which each begins with something of the one before. They are known
 * ahead, so that several can be under way side by side. One record is enough in a list
 * that nobody writes to; once that was too little, an eighth of a page is taken.
 */
final class PageChain {

	private final int pageSize;

	private final PageSpec end;

	private int overlap = 1;

	// how many records have been read, from the beginning of the list
	private int read;

	private int back;

	PageChain(int pageSize) {
		this.pageSize = pageSize;
		// of the full size, which its token keeps for all pages after it
		this.end = PageSpec.of(PageSpec.MAX_BY_NUMBER / pageSize, pageSize);
	}

	/**
	 * Whether a page is the last one by number.
	 * @param request the page
	 * @return {@code true} if it is
	 */
	boolean isEnd(PageSpec request) {
		return request.equals(this.end);
	}

	/**
	 * Return the page after one.
	 * @param request that page, by number
	 * @return the page, or {@code null} where page numbers reach no further
	 */
	@Nullable PageSpec after(PageSpec request) {
		if (isEnd(request)) {
			return null;
		}
		int overlapping = OverlappingPage.end(request) - this.overlap + 1;
		return (OverlappingPage.start(this.end) < overlapping) ? this.end
				: OverlappingPage.after(overlapping, this.pageSize, PageSpec.MAX_BY_NUMBER);
	}

	/**
	 * Return a page to fetch where what was read last does not stand in front of a page
	 * or at its beginning any more: one further ahead, and further each time until
	 * something was read.
	 * @param request the page that begins too late, by number
	 * @return the page
	 */
	PageSpec before(PageSpec request) {
		this.overlap = Math.max(1, this.pageSize / 8);
		this.back = Math.max(this.overlap, 2 * this.back);
		int overlapping = Math.min(this.read, OverlappingPage.start(request)) - this.back;
		if (overlapping <= 0) {
			return PageSpec.of(1, this.pageSize);
		}
		PageSpec page = OverlappingPage.after(overlapping, this.pageSize, PageSpec.MAX_BY_NUMBER);
		return (page != null) ? page : PageSpec.of((overlapping - 1) / this.pageSize + 1, this.pageSize);
	}

	/**
	 * Note how far the list has been read.
	 * @param request the page that was read, by number
	 */
	void read(PageSpec request) {
		this.read = OverlappingPage.end(request);
		this.back = 0;
	}

}
