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

/**
 * How many pages are fetched before they are needed.
 *
 * @param prefetch how many, 0 for none
 * @param sideBySide how many at most where responses take long and pages can be asked for
 * independently of one another
 */
record ReadAhead(int prefetch, int sideBySide) {

	// from here on waiting for each page costs more than one in vain at the end
	private static final long SLOW_MILLIS = 100;

	// beyond it there is no need to be careful any more
	private static final int MAX_DOUBLINGS = 10;

	/**
	 * How many pages to fetch ahead. What may turn out not to be there is fetched with
	 * care: none beside the first two pages, then one, then twice as many with each page
	 * that was; one step earlier where each response takes very long.
	 * @param certain whether the next page is there for certain
	 * @param pages how many pages were delivered
	 * @param latencyMillis how long the latest response took
	 * @return the pages
	 */
	int pages(boolean certain, int pages, long latencyMillis) {
		if (certain) {
			return this.prefetch;
		}
		boolean grows = this.sideBySide > this.prefetch;
		int most = (grows && latencyMillis >= SLOW_MILLIS) ? this.sideBySide : this.prefetch;
		int doublings = (grows && Latency.isLong(latencyMillis)) ? pages : pages - 1;
		return Math.min(most, (1 << Math.min(doublings, MAX_DOUBLINGS)) - 1);
	}

}
