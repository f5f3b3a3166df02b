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
 * A call gives at most 200 rows and costs 1 credit. By offset, Bigin gives 10,000 rows
 * (as other clients report). COQL needs an OAuth scope of its own.
 * <p>
 * In the order of ids, which is the order where none is set, {@link #all()} gives any
 * number of rows, as each page is what comes after the last row of the one before. What
 * is written meanwhile does not move them: every record that matches all the time comes
 * once, and none twice. Several pages that are fetched ahead overlap by a row, which
 * costs one call more in 200. The id has to be selected, and there can be no more than 24
 * conditions, for one is added.
 * <p>
 * In any other order pages go by offset. The reading ends after 10,000 rows with an
 * error, and where records are created, changed or deleted meanwhile, others can be
 * missing or come twice. So it is with single pages by {@link #page(int)}.
 *
 * <pre class="code">
 * Flux&lt;Contact&gt; contacts = bigin.coql(Contact.class)
 *     .matching(where("Email").like("%@example.com"))
 *     .sort(Sort.descending("Created_Time"))
 *     .limit(500)
 *     .all();
 * </pre>
 *
 * @param <T> the type of a row
 * @since 0.1.0
 */
public interface CoqlQuery<T> extends TerminatingQuery<T> {

	/**
	 * Add criteria, which must match beside those that there are.
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
	 * Set how many rows are wanted. Without it: all.
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
	 * Leave out records that do not fit the type that they are read as, such as one whose
	 * picklist value is no constant of the enum. Without this the first of them ends the
	 * reading. {@code first()}, {@code one()} and {@code count()} then know only of those
	 * that fit, and read whole pages.
	 * @param handler is told of each record that is left out, with its id and field, on
	 * the thread on which records come, which it must not block; an exception of it ends
	 * the reading
	 * @return a copy
	 */
	CoqlQuery<T> onUnreadable(Consumer<? super UnreadableRecord> handler);

}
