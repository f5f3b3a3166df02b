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

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.internal.paging.OverlappingPage;
import io.github.biginspring.query.PageSpec;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PageChain}.
 */
class PageChainTests {

	private static List<PageSpec> chain(PageChain chain, int pageSize) {
		List<PageSpec> pages = new ArrayList<>();
		for (PageSpec page = PageSpec.of(1, pageSize); page != null; page = chain.after(page)) {
			pages.add(page);
			assertThat(pages).hasSizeLessThanOrEqualTo(2_000);
		}
		return pages;
	}

	private static PageSpec last(List<PageSpec> pages) {
		return pages.get(pages.size() - 1);
	}

	@Test
	void costsOnePageMoreInTwoThousandRecords() {
		List<PageSpec> pages = chain(new PageChain(200), 200);
		assertThat(pages).hasSize(11);
		assertThat(pages.subList(0, 4)).containsExactly(PageSpec.of(1, 200), PageSpec.of(2, 199), PageSpec.of(3, 198),
				PageSpec.of(4, 197));
		assertThat(last(pages)).isEqualTo(PageSpec.of(10, 200));
	}

	@Test
	void overlapsFromPageToPageWhateverTheirSize() {
		for (int size = 1; size <= 200; size++) {
			PageChain chain = new PageChain(size);
			assertOverlapping(chain(chain, size), size, 1);
			chain.before(PageSpec.of(2, size));
			assertOverlapping(chain(chain, size), size, Math.max(1, size / 8));
		}
	}

	private static void assertOverlapping(List<PageSpec> pages, int size, int overlap) {
		for (int i = 1; i < pages.size(); i++) {
			int end = OverlappingPage.end(pages.get(i - 1));
			assertThat(OverlappingPage.start(pages.get(i))).as("pages of %s: %s", size, pages)
				.isLessThanOrEqualTo(end - overlap);
			assertThat(OverlappingPage.end(pages.get(i))).isGreaterThan(end).isLessThanOrEqualTo(2_000);
			assertThat(pages.get(i).perPage()).isLessThanOrEqualTo(size);
		}
	}

	@Test
	void endsWithAFullPageWhoseTokenKeepsItsSize() {
		for (int size = 17; size <= 200; size++) {
			assertThat(last(chain(new PageChain(size), size))).isEqualTo(PageSpec.of(2_000 / size, size));
		}
	}

	@Test
	void leavesPagesTooSmallToOverlapToTokens() {
		assertThat(chain(new PageChain(1), 1)).containsExactly(PageSpec.of(1, 1));
		assertThat(chain(new PageChain(2), 2)).containsExactly(PageSpec.of(1, 2));
		assertThat(chain(new PageChain(4), 4)).hasSize(5);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 7, 50, 199, 200 })
	void goesBackUntilSomethingWasRead(int size) {
		PageChain chain = new PageChain(size);
		chain.read(PageSpec.of(1_800 / size, size));
		int steps = 0;
		int start = 1_800 / size * size;
		PageSpec request = PageSpec.of(1_800 / size + 1, size);
		while (start > 0) {
			request = chain.before(request);
			assertThat(OverlappingPage.start(request)).isLessThan(start);
			start = OverlappingPage.start(request);
			steps++;
		}
		assertThat(steps).isLessThanOrEqualTo(12);
	}

	@Test
	void goesBackByLittleAgainOnceSomethingWasRead() {
		PageChain chain = new PageChain(200);
		chain.read(PageSpec.of(2, 199));
		PageSpec first = chain.before(PageSpec.of(3, 198));
		chain.before(first);
		chain.read(PageSpec.of(2, 199));
		assertThat(chain.before(PageSpec.of(3, 198))).isEqualTo(first);
		assertThat(OverlappingPage.start(first)).isBetween(300, 396 - 25);
		assertThat(OverlappingPage.end(first)).isGreaterThan(398);
	}

}
