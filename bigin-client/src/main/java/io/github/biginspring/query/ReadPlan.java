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
 * Determines how {@link RecordQuery#all()} reads a list. The default is
 * {@link #automatic()}; which way was taken, and why, is logged at DEBUG. Immutable.
 *
 * <table>
 * <caption> Costs and limits of the ways</caption>
 * <tr>
 * <th></th>
 * <th>pages</th>
 * <th>COQL</th>
 * </tr>
 * <tr>
 * <td>credits</td>
 * <td>1 for 200 records, by a custom view 3</td>
 * <td>1 for 199 records</td>
 * </tr>
 * <tr>
 * <td>calls at once</td>
 * <td>1 beyond the first 2,000 records</td>
 * <td>as many as requested, up to 10</td>
 * </tr>
 * <tr>
 * <td>reach</td>
 * <td>100,000 records</td>
 * <td>the module</td>
 * </tr>
 * <tr>
 * <td>OAuth scope</td>
 * <td>that of the module</td>
 * <td>one of its own</td>
 * </tr>
 * <tr>
 * <td>fields</td>
 * <td>all</td>
 * <td>no multi-line, file or tag fields</td>
 * </tr>
 * <tr>
 * <td>order</td>
 * <td>as requested</td>
 * <td>that of ids</td>
 * </tr>
 * </table>
 *
 * No plan changes the records, their values or their order; a
 * {@linkplain io.github.biginspring.query.BulkReadOperations bulk read}, which costs
 * fewer credits, does. The costs and limits are Bigin's documentation, those of COQL by
 * analogy with Zoho CRM. None of the ways holds more than some pages of records in
 * memory, and a stream that is cancelled cancels its calls.
 *
 * @since 0.1.0
 */
public final class ReadPlan {

	/**
	 * How many COQL calls Bigin takes at once (by analogy with Zoho CRM).
	 */
	public static final int MAX_CALLS = 10;

	private static final int DEFAULT_CALLS = MAX_CALLS;

	// with fewer, COQL has no whole section of ranges after the pages by number
	private static final long MANY = 12_000;

	private final Strategy strategy;

	private final int calls;

	private final @Nullable Long expected;

	private ReadPlan(Strategy strategy, int calls, @Nullable Long expected) {
		this.strategy = strategy;
		this.calls = calls;
		this.expected = expected;
	}

	/**
	 * Read by pages, and by COQL where that gives the same in less time: the same
	 * records, values and order as {@link #pages()}.
	 * <p>
	 * The first 2,000 records come by pages. Then, or after the first page where that
	 * took half a second or more, one COQL query, for 1 credit, shows whether 9,752 or
	 * more follow; if so, COQL goes on after the last record, with several calls at once.
	 * Pages go on if the list has another order than that of ids, a custom view, a
	 * pipeline or {@code modifiedSince}, has a field that COQL does not support, or
	 * {@linkplain RecordQuery#prefetch(int) fetches no page ahead}, and if Bigin rejects
	 * COQL, for instance without its scope, or returns no names of lookups. A subscriber
	 * that requests only some records, such as {@code take(n)}, gets them by pages.
	 * @return the plan
	 */
	public static ReadPlan automatic() {
		return new ReadPlan(Strategy.AUTOMATIC, DEFAULT_CALLS, null);
	}

	/**
	 * Read page after page.
	 * @return the plan
	 */
	public static ReadPlan pages() {
		return new ReadPlan(Strategy.PAGES, 1, null);
	}

	/**
	 * Read by COQL, as many calls at once as Bigin takes. As {@link #coql(int)}.
	 * @return the plan
	 */
	public static ReadPlan coql() {
		return coql(DEFAULT_CALLS);
	}

	/**
	 * Read ranges of ids by COQL, concurrently and delivered in order. At most one and a
	 * half times as many pages are held in memory as calls are in flight, and some that
	 * show how far the records go. Calls are made while none of them waits for its turn
	 * within the limits. Records that are created or deleted meanwhile shift no others:
	 * each range goes on after the last id of the one before, and where that leaves a
	 * gap, one further call at a time reads it. Up to 5 calls find out where the records
	 * end.
	 * <p>
	 * {@link RecordQuery#all()} throws an {@link IllegalStateException} for a list in
	 * another order than that of ids, of a custom view, pipeline or time of change, or
	 * with a field that COQL is known not to know.
	 * @param calls how many calls may be in flight at once, 1 to {@link #MAX_CALLS}
	 * @return the plan
	 * @throws IllegalArgumentException if it is out of that range
	 */
	public static ReadPlan coql(int calls) {
		Assert.isTrue(calls >= 1 && calls <= MAX_CALLS,
				() -> "Bigin takes 1 to " + MAX_CALLS + " COQL calls at once, not " + calls);
		return new ReadPlan(Strategy.COQL, calls, null);
	}

	/**
	 * Set the expected number of records. {@link #automatic()} then makes no call to find
	 * it out: from 12,000 records on it starts with COQL, otherwise it reads by pages
	 * alone. A wrong number costs time or credits, but no record.
	 * @param records about how many
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	public ReadPlan expecting(long records) {
		Assert.isTrue(records >= 0, () -> "'records' must not be negative, not " + records);
		return new ReadPlan(this.strategy, this.calls, records);
	}

	/**
	 * The way that the records are read.
	 * @return the strategy
	 */
	public Strategy strategy() {
		return this.strategy;
	}

	/**
	 * The number of COQL calls that may be in flight at once.
	 * @return how many
	 */
	public int calls() {
		return this.calls;
	}

	/**
	 * Whether so many records are expected that pages alone would take long.
	 * @return the expectation, or {@code null} where there is none
	 */
	public @Nullable Boolean expectsMany() {
		return (this.expected != null) ? this.expected >= MANY : null;
	}

	@Override
	public String toString() {
		return (this.expected != null) ? this.strategy.text + ", expecting " + this.expected + " records"
				: this.strategy.text;
	}

	/**
	 * The way that records are read.
	 */
	public enum Strategy {

		/**
		 * Pages, then COQL where many records follow.
		 */
		AUTOMATIC("automatic"),

		/**
		 * Pages of the list.
		 */
		PAGES("pages"),

		/**
		 * COQL, several calls at once.
		 */
		COQL("COQL");

		private final String text;

		Strategy(String text) {
			this.text = text;
		}

	}

}
