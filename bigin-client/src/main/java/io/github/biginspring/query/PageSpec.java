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

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Selects a page, by its number or by the token from the previous page.
 *
 * @param page the number, from 1
 * @param perPage how many elements the page holds, 1 to 200
 * @param pageToken the token, or {@code null} to use the number
 * @since 0.1.0
 */
public record PageSpec(int page, int perPage, @Nullable String pageToken) {

	/**
	 * The maximum number of elements in a page.
	 */
	public static final int MAX_PER_PAGE = 200;

	/**
	 * How many records the service gives by page number (Bigin's documentation); beyond
	 * them a token is needed.
	 */
	public static final int MAX_BY_NUMBER = 2000;

	/**
	 * Check the numbers.
	 * @param page the number, from 1
	 * @param perPage how many elements the page holds, 1 to 200
	 * @param pageToken the token, or {@code null} to use the number
	 * @throws IllegalArgumentException if one is out of its range
	 */
	public PageSpec {
		Assert.isTrue(page >= 1, () -> "Not a page: " + page + ". The first page is 1");
		Assert.isTrue(perPage >= 1 && perPage <= MAX_PER_PAGE,
				() -> "Not a page size: " + perPage + ". A page holds 1 to " + MAX_PER_PAGE + " records");
	}

	/**
	 * The first page, of the largest size.
	 * @return the request
	 */
	public static PageSpec first() {
		return of(1, MAX_PER_PAGE);
	}

	/**
	 * A page by its number.
	 * @param page the number, from 1
	 * @param perPage how many elements a page holds, 1 to 200
	 * @return the request
	 */
	public static PageSpec of(int page, int perPage) {
		return new PageSpec(page, perPage, null);
	}

	/**
	 * Return the request for the page after this one: by number as far as the service
	 * allows, then by token.
	 * @param page what the service says of this page
	 * @return the next request
	 */
	public PageSpec after(PageInfo page) {
		Assert.notNull(page, "'page' must not be null");
		boolean byToken = this.pageToken != null || ahead(MAX_BY_NUMBER) == null;
		return new PageSpec(this.page + 1, this.perPage, byToken ? page.nextPageToken() : null);
	}

	/**
	 * Return the request for the page after this one, without having seen this one.
	 * @param most how many elements the service gives by page number
	 * @return the next request, or {@code null} if it cannot use a number
	 */
	public @Nullable PageSpec ahead(int most) {
		return (this.pageToken == null && (this.page + 1L) * this.perPage <= most) ? of(this.page + 1, this.perPage)
				: null;
	}

}
