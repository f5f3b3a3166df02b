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

import org.springframework.util.Assert;

import io.github.biginspring.query.PageSpec;

/**
 * How a list is cut into pages, and how far ahead they are fetched.
 *
 * @param size how many elements a page holds
 * @param prefetch how many pages are fetched ahead
 * @param sideBySide how many are where responses take long and pages can be asked for
 * independently of one another
 */
public record Paging(int size, int prefetch, int sideBySide) {

	private static final int DEFAULT_PREFETCH = 1;

	// with the one that is needed as many calls as Bigin takes at once
	private static final int DEFAULT_SIDE_BY_SIDE = 9;

	public static Paging ofSize(int size) {
		return new Paging(PageSpec.of(1, size).perPage(), DEFAULT_PREFETCH, DEFAULT_SIDE_BY_SIDE);
	}

	public Paging withSize(int size) {
		return new Paging(PageSpec.of(1, size).perPage(), this.prefetch, this.sideBySide);
	}

	public Paging withPrefetch(int pages) {
		Assert.isTrue(pages >= 0, () -> "'pages' must not be negative, not " + pages);
		return new Paging(this.size, pages, pages);
	}

	public PageSpec first() {
		return page(1);
	}

	public PageSpec page(int number) {
		return PageSpec.of(number, this.size);
	}

}
