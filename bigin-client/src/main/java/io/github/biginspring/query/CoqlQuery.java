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

import java.util.function.Consumer;

import io.github.biginspring.criteria.Criteria;

/**
 * A query in COQL. Immutable: every step returns a copy.
 * <p>
 * A call returns at most 200 rows and costs 1 credit. By offset, Bigin returns 10,000
 * rows (as other clients report). COQL needs an OAuth scope of its own.
 * <p>
 * In the order of ids, which is the default, {@link #all()} reads any number of rows:
 * each page is a query for the rows after the last one of the previous page. Writes
 * during the read do not move them: every record that matches during the whole read comes
 * exactly once. Pages that are fetched ahead overlap by a row, which costs one more call
 * in 200. The id has to be selected, and there can be at most 24 conditions, because one
 * is added.
 * <p>
 * In any other order, pages are read by offset. The read ends with an error after 10,000
 * rows, and if records are created, changed or deleted meanwhile, others can be missing
 * or come twice. The same applies to single pages by {@link #page(int)}.
 *
 * <pre class="code">
 * Flux&lt;Contact&gt; contacts = bigin.coql(Contact.class)
 *     .matching(where("Email").like("%@example.com"))
 *     .sort(SortOrder.descending("Created_Time"))
 *     .limit(500)
 *     .all();
 * </pre>
 *
 * @param <T> the type of a row
 * @since 0.1.0
 */
public interface CoqlQuery<T> extends TerminatingQuery<T> {

	/**
	 * Add criteria, which must match in addition to those set before.
	 * @param criteria what the rows must match
	 * @return a copy
	 * @throws IllegalArgumentException if there are more conditions or joins than Bigin
	 * takes, or COQL cannot express one of them
	 */
	CoqlQuery<T> matching(Criteria criteria);

	/**
	 * Set the order. Without it: by id, ascending.
	 * @param sorts the columns to sort by, the first one first
	 * @return a copy
	 */
	CoqlQuery<T> sort(SortOrder... sorts);

	/**
	 * Set the maximum number of rows. Without it: all.
	 * @param rows how many
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	CoqlQuery<T> limit(long rows);

	/**
	 * Set how many pages are fetched ahead of the one that is needed. Without it: 1, and
	 * up to 9 where a response takes 100 ms or more.
	 * @param pages how many, 0 for none
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	CoqlQuery<T> prefetch(int pages);

	/**
	 * Skip records that do not fit their mapped type, such as one whose picklist value is
	 * not a constant of the enum. Without this, the first of them ends the read.
	 * {@code first()}, {@code one()} and {@code count()} then consider only the records
	 * that fit, and read whole pages.
	 * @param handler called for each skipped record, with its id and field, on the thread
	 * on which records are emitted, which it must not block; if it throws an exception,
	 * the read ends
	 * @return a copy
	 */
	CoqlQuery<T> onUnreadable(Consumer<? super UnreadableRecord> handler);

}
