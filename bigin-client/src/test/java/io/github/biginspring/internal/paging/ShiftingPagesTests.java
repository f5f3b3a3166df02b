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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.github.biginspring.query.PageInfo;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link PageReader} where a page does not follow what was delivered.
 */
class ShiftingPagesTests {

	private static final int MISSING = 9;

	private static RecordPage<Integer> page(boolean more, Integer... elements) {
		return new RecordPage<>(List.of(elements), new PageInfo(1, 3, elements.length, more, null));
	}

	@Test
	void fetchesWhatIsMissingBeforeThePageThatDoesNotFollow() {
		Shifting source = new Shifting(
				Map.of(1, page(true, 1, 2), 2, page(false, 5, 6), MISSING, page(true, 2, 3, 4, 5)));
		StepVerifier.create(new PageReader<>(source).all(PageSpec.of(1, 3)))
			.expectNext(1, 2, 3, 4, 5, 6)
			.verifyComplete();
		assertThat(source.requests).containsExactly(1, 2, MISSING);
	}

	@Test
	void keepsWhatWasFetchedAhead() {
		Shifting source = new Shifting(Map.of(1, page(true, 1, 2), 2, page(true, 2, 3), 3, page(true, 5, 6), 4,
				page(false, 6, 7), MISSING, page(true, 3, 4, 5)));
		StepVerifier.create(new PageReader<>(source).all(PageSpec.of(1, 3), 9))
			.expectNext(1, 2, 3, 4, 5, 6, 7)
			.verifyComplete();
		assertThat(source.requests).containsExactlyInAnyOrder(1, 2, 3, 4, MISSING);
	}

	@Test
	void goesFurtherBackWhereThatDoesNotFollowEither() {
		Shifting source = new Shifting(Map.of(1, page(true, 1, 2), 2, page(false, 7, 8), MISSING, page(true, 5, 6, 7),
				MISSING + 1, page(true, 2, 3, 4, 5)));
		StepVerifier.create(new PageReader<>(source).all(PageSpec.of(1, 3)))
			.expectNext(1, 2, 3, 4, 5, 6, 7, 8)
			.verifyComplete();
		assertThat(source.requests).containsExactly(1, 2, MISSING, MISSING + 1);
	}

	@Test
	void goesOnFromThereWhereThatDoesNotReachThePage() {
		Shifting source = new Shifting(Map.of(1, page(true, 1, 2), 2, page(true, 7, 8), MISSING, page(true, 2, 3),
				MISSING + 1, page(false, 3, 4, 5)));
		StepVerifier.create(new PageReader<>(source).all(PageSpec.of(1, 3))).expectNext(1, 2, 3, 4, 5).verifyComplete();
		assertThat(source.requests).containsExactly(1, 2, MISSING, MISSING + 1);
	}

	@Test
	void anEmptyPageIsNotTheEndWhereSomethingIsMissing() {
		Shifting source = new Shifting(Map.of(1, page(true, 1, 2), 2, page(false), MISSING, page(false, 2, 3)));
		StepVerifier.create(new PageReader<>(source).all(PageSpec.of(1, 3)), 2)
			.expectNext(1, 2)
			.then(() -> assertThat(source.requests).doesNotContain(MISSING))
			.thenRequest(1)
			.expectNext(3)
			.verifyComplete();
	}

	@Test
	void failsWithWhatTheSourceFailsWith() {
		PageSource<Integer> source = new Shifting(Map.of(1, page(true, 1, 2), 2, page(false, 3))) {

			@Override
			public List<Integer> following(@Nullable Integer last, PageSpec request, RecordPage<Integer> page) {
				if (last != null) {
					throw new IllegalStateException("not in order");
				}
				return page.items();
			}

		};
		StepVerifier.create(new PageReader<>(source).all(PageSpec.of(1, 3), 3))
			.expectNext(1, 2)
			.verifyErrorMessage("not in order");
	}

	/**
	 * Gives pages that follow if they begin at or before the last element.
	 */
	private static class Shifting implements PageSource<Integer> {

		private final Map<Integer, RecordPage<Integer>> pages;

		private final List<Integer> requests = new ArrayList<>();

		private int missing = MISSING;

		Shifting(Map<Integer, RecordPage<Integer>> pages) {
			this.pages = pages;
		}

		@Override
		public Mono<RecordPage<Integer>> page(PageSpec request) {
			this.requests.add(request.page());
			return Mono.just(this.pages.get(request.page()));
		}

		@Override
		public @Nullable PageSpec ahead(PageSpec request) {
			return this.pages.containsKey(request.page() + 1) ? PageSpec.of(request.page() + 1, 3) : null;
		}

		@Override
		public @Nullable List<Integer> following(@Nullable Integer last, PageSpec request, RecordPage<Integer> page) {
			if (last == null) {
				return page.items();
			}
			return (!page.items().isEmpty() && page.items().get(0) <= last)
					? page.items().stream().filter((element) -> element > last).toList() : null;
		}

		@Override
		public PageSpec between(Integer last, PageSpec request) {
			return PageSpec.of(this.missing++, 3);
		}

	}

}
