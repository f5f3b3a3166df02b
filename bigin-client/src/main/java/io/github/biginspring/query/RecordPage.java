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

import java.util.Iterator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A page of a list.
 *
 * @param items the elements, in the service's order, at most 200
 * @param info what the service says of the page
 * @param <T> the type of an element
 * @since 0.1.0
 */
public record RecordPage<T>(List<T> items, PageInfo info) implements Iterable<T> {

	/**
	 * Create a page.
	 * @param items the elements, in the service's order, at most 200
	 * @param info what the service says of the page
	 */
	public RecordPage {
		Assert.notNull(items, "'items' must not be null");
		Assert.notNull(info, "'info' must not be null");
		Assert.noNullElements(items, "'items' must not contain null elements");
		items = List.copyOf(items);
	}

	/**
	 * A page without elements, after which there are none.
	 * @param request what was asked for
	 * @param <T> the type of an element
	 * @return the page
	 */
	public static <T> RecordPage<T> empty(PageSpec request) {
		Assert.notNull(request, "'request' must not be null");
		return new RecordPage<>(List.of(), new PageInfo(request.page(), request.perPage(), 0, false, null));
	}

	@Override
	public Iterator<T> iterator() {
		return this.items.iterator();
	}

	/**
	 * Whether there are more elements after this page.
	 * @return {@code true} if there are
	 */
	public boolean hasNext() {
		return this.info.moreRecords();
	}

	/**
	 * Return the token of the next page.
	 * @return the token, or {@code null} where the service gave none
	 */
	public @Nullable String nextPageToken() {
		return this.info.nextPageToken();
	}

}
