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
 * How {@link RecordQuery#all()} reads a list. By default {@link #automatic()}; which way
 * was taken, and why, is logged at debug. Immutable.
 *
 * <table>
 * <caption>What the ways cost and give</caption>
 * <tr>
 * <th></th>
 * <th>pages</th>
 * <th>COQL</th>
 * <th>bulk read</th>
 * </tr>
 * <tr>
 * <td>credits</td>
 * <td>1 for 200 records, by a custom view 3</td>
 * <td>1 for 199 records</td>
 * <td>50, some for asking how it stands, and 1, for 200,000 records</td>
 * </tr>
 * <tr>
 * <td>calls at once</td>
 * <td>1 beyond the first 2,000 records</td>
 * <td>as many as are wanted, up to 10</td>
 * <td>1</td>
 * </tr>
 * <tr>
 * <td>reach</td>
 * <td>100,000 records</td>
 * <td>the module</td>
 * <td>the module</td>
 * </tr>
 * <tr>
 * <td>OAuth scope</td>
 * <td>that of the module</td>
 * <td>one of its own</td>
 * <td>one of its own</td>
 * </tr>
 * <tr>
 * <td>fields</td>
 * <td>all</td>
 * <td>no multi-line, file or tag fields</td>
 * <td>all, as texts; of a lookup the id alone</td>
 * </tr>
 * <tr>
 * <td>order</td>
 * <td>as asked for</td>
 * <td>that of ids</td>
 * <td>none that is known</td>
 * </tr>
 * </table>
 *
 * The costs and limits are Bigin's documentation, those of COQL by analogy with Zoho CRM.
 * None of the ways holds more than some pages of records in memory, and a stream that is
 * cancelled cancels its calls.
 *
 * @since 0.1.0
 */
public final class ReadPlan {

	/**
	 * How many COQL calls Bigin takes at once (by analogy with Zoho CRM).
	 */
	public static final int MOST_CALLS = 10;

	private static final int DEFAULT_CALLS = 5;

	// a bulk read pays from 11,000 records, if Bigin is asked four times how it stands
	private static final long MANY = 12_000;

	private final Way way;

	private final int calls;

	private final @Nullable Long expected;

	private ReadPlan(Way way, int calls, @Nullable Long expected) {
		this.way = way;
		this.calls = calls;
		this.expected = expected;
	}

	/**
	 * Read by pages, and by COQL where that gives the same in less time: the same
	 * records, values and order as {@link #pages()}.
	 * <p>
	 * The first 2,000 records come by pages. Then one COQL query, for 1 credit, shows
	 * whether 9,752 or more follow; if so, COQL goes on after the last record, with
	 * several calls at once. It does not where the list has another order than that of
	 * ids, is of a custom view, pipeline or time of change, has a field that COQL does
	 * not know, or {@linkplain RecordQuery#prefetch(int) fetches no page ahead}, nor
	 * where Bigin refuses COQL, as without its scope, or names no lookup in it. A
	 * subscriber that has asked for some records only, such as {@code take(n)}, gets them
	 * by pages.
	 * @return the plan
	 */
	public static ReadPlan automatic() {
		return new ReadPlan(Way.AUTOMATIC, DEFAULT_CALLS, null);
	}

	/**
	 * Read by whichever way needs the fewest credits, for callers to whom the order and
	 * the names of lookups do not matter. As {@link #automatic()}, but where 12,000
	 * records or more are left (a second COQL query, for 1 credit, makes sure of it) and
	 * no order was asked for, a bulk read goes on: then lookups have no name, tags no id,
	 * and an untyped record has texts only. Needs Jackson's CSV
	 * ({@code tools.jackson.dataformat:jackson-dataformat-csv}). Where that or the scope
	 * is missing or the job fails before its first record, the reading goes on as
	 * {@link #automatic()} does.
	 * <p>
	 * Of 100,000 records it takes about 68 credits and not 500; if it
	 * {@linkplain #expecting(long) expects} them, about 55.
	 * @return the plan
	 */
	public static ReadPlan fewestCredits() {
		return new ReadPlan(Way.FEWEST_CREDITS, DEFAULT_CALLS, null);
	}

	/**
	 * Read page after page.
	 * @return the plan
	 */
	public static ReadPlan pages() {
		return new ReadPlan(Way.PAGES, 1, null);
	}

	/**
	 * Read by COQL, up to 5 calls at once. As {@link #coql(int)}.
	 * @return the plan
	 */
	public static ReadPlan coql() {
		return coql(DEFAULT_CALLS);
	}

	/**
	 * Read ranges of ids by COQL, side by side and delivered in order. As many pages are
	 * held in memory as calls are under way. Records that are created or deleted
	 * meanwhile shift no others: each range goes on after the last id of the one before,
	 * and where that leaves a gap, one further call at a time reads it. Up to 5 calls
	 * find out where the records end.
	 * <p>
	 * {@link RecordQuery#all()} throws an {@link IllegalStateException} for a list in
	 * another order than that of ids, of a custom view, pipeline or time of change, or
	 * with a field that COQL is known not to know.
	 * @param calls how many calls may be under way at once, 1 to {@link #MOST_CALLS}
	 * @return the plan
	 * @throws IllegalArgumentException if it is out of that range
	 */
	public static ReadPlan coql(int calls) {
		Assert.isTrue(calls >= 1 && calls <= MOST_CALLS,
				() -> "Bigin takes 1 to " + MOST_CALLS + " COQL calls at once, not " + calls);
		return new ReadPlan(Way.COQL, calls, null);
	}

	/**
	 * Read by a bulk read, in no order that is known. Lookups have no name, tags no id,
	 * and an untyped record has texts only. It needs Jackson's CSV
	 * ({@code tools.jackson.dataformat:jackson-dataformat-csv}). The files of 200,000
	 * records each are prepared one after another; a record that is deleted in between
	 * can shift others from one to the other.
	 * <p>
	 * {@link RecordQuery#all()} throws an {@link IllegalStateException} for a list with
	 * an order, a custom view, pipeline or time of change.
	 * @return the plan
	 */
	public static ReadPlan bulk() {
		return new ReadPlan(Way.BULK, 1, null);
	}

	/**
	 * Say how many records there are, as far as known. {@link #automatic()} and
	 * {@link #fewestCredits()} then find out nothing by calls: from 12,000 records on
	 * they begin with the way for many, below they read by pages alone. A wrong number
	 * costs time or credits, but no record.
	 * @param records about how many
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	public ReadPlan expecting(long records) {
		Assert.isTrue(records >= 0, () -> "'records' must not be negative, not " + records);
		return new ReadPlan(this.way, this.calls, records);
	}

	Way way() {
		return this.way;
	}

	int calls() {
		return this.calls;
	}

	boolean isSizeKnown() {
		return this.expected != null;
	}

	boolean expectsMany() {
		return this.expected != null && this.expected >= MANY;
	}

	@Override
	public String toString() {
		return (this.expected != null) ? this.way.text + ", expecting " + this.expected + " records" : this.way.text;
	}

	enum Way {

		AUTOMATIC("automatic"),

		FEWEST_CREDITS("fewest credits"),

		PAGES("pages"),

		COQL("COQL"),

		BULK("bulk read");

		private final String text;

		Way(String text) {
			this.text = text;
		}

	}

}
