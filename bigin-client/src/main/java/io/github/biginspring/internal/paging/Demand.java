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

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a subscriber has asked for, and how much of it is still missing.
 */
final class Demand {

	// asked for and not yet delivered; below zero while a rest of a page is left over
	private final AtomicLong missing = new AtomicLong();

	private final AtomicLong asked = new AtomicLong();

	private final AtomicInteger times = new AtomicInteger();

	void ask(long count) {
		this.asked.accumulateAndGet(count, Demand::add);
		this.times.incrementAndGet();
		this.missing.accumulateAndGet(count, Demand::add);
	}

	void delivered(int count) {
		this.missing.accumulateAndGet(-count, Demand::add);
	}

	boolean isMissing() {
		return this.missing.get() > 0;
	}

	/**
	 * How many pages it takes to deliver what is missing.
	 * @param pageSize how many elements a page holds
	 * @return the pages, as far as an {@code int} goes
	 */
	int missingPages(int pageSize) {
		long elements = Math.max(this.missing.get(), 0);
		return (int) Math.min(elements / pageSize + ((elements % pageSize > 0) ? 1 : 0), Integer.MAX_VALUE);
	}

	/**
	 * Whether the subscriber will want more than it has asked for so far, as far as can
	 * be told: it takes all, or has come back for more after a whole page. One that wants
	 * a few elements asks once.
	 * @param pageSize how many elements a page holds
	 * @return {@code true} if pages may be fetched before they are asked for
	 */
	boolean goesOn(int pageSize) {
		long elements = this.asked.get();
		return elements == Long.MAX_VALUE || this.times.get() > 1 && elements >= pageSize;
	}

	private static long add(long count, long more) {
		if (count == Long.MAX_VALUE || more == Long.MAX_VALUE) {
			return Long.MAX_VALUE;
		}
		long sum = count + more;
		// two large requests add up to an unbounded one
		return (count > 0 && more > 0 && sum < 0) ? Long.MAX_VALUE : sum;
	}

}
