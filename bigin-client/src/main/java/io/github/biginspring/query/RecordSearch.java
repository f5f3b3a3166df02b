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
 * A query for a search in a module. The service determines the order. Immutable: every
 * step returns a copy.
 * <p>
 * Bigin returns the first 2,000 records that a search finds. {@link #all()} continues by
 * splitting a search by criteria, of at most 8 conditions, by the creation time of the
 * records, which costs a few more calls.
 * <p>
 * {@link #all()} emits no record twice, by its id. Because the order is not known and
 * there are no page tokens, records can be missing: if records are created, changed or
 * deleted meanwhile, and because the index lags 10 to 20 seconds behind, others can move
 * to a page that was read before. To read all of them, list the module, or query by COQL,
 * in the order of ids.
 * <p>
 * The client checks the results of {@link Criteria.Condition#is is} and
 * {@link Criteria.Condition#in in} again and leaves out records that are not equal: a
 * page can then have fewer records than its size, even none, although more follow. The
 * fields that are compared are read even if they were not named; together there may be at
 * most 50.
 *
 * <pre class="code">
 * Flux&lt;Contact&gt; found = bigin.query(Contact.class)
 *     .matchingEmail("jo.watson@example.com")
 *     .fields("Last_Name", "Phone")
 *     .all();
 * </pre>
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public interface RecordSearch<T> extends TerminatingQuery<T> {

	/**
	 * Set the fields to read. Without it: those of the type, or all if the type has none.
	 * @param names the API names, at most 50
	 * @return a copy
	 * @throws IllegalArgumentException if there are more or one is not an API name
	 */
	RecordSearch<T> fields(String... names);

	/**
	 * Set how many records a page holds.
	 * @param size 1 to 200
	 * @return a copy
	 * @throws IllegalArgumentException if it is out of that range
	 */
	RecordSearch<T> pageSize(int size);

	/**
	 * Set how many pages are fetched ahead of the one that is needed. Without it: 1, and
	 * up to 9 where a response takes 100 ms or more.
	 * @param pages how many, 0 for none
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	RecordSearch<T> prefetch(int pages);

	/**
	 * Find only records that are approved, or only those that are not, as in
	 * {@link RecordQuery#approved(boolean)}.
	 * @param approved whether those that are approved are wanted
	 * @return a copy
	 */
	RecordSearch<T> approved(boolean approved);

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
	RecordSearch<T> onUnreadable(Consumer<? super UnreadableRecord> handler);

}
