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
 * A search in a module. The order is the service's own. Immutable: every step returns a
 * copy.
 * <p>
 * Bigin gives the first 2,000 records that a search finds. {@link #all()} goes on by
 * splitting a search by criteria, of at most 8 conditions, by the time at which the
 * records were created, which costs a few calls more.
 * <p>
 * {@link #all()} emits no record twice, by its id. But since the order is not known and
 * there are no page tokens, it is not guaranteed that none is missing: where records are
 * created, changed or deleted meanwhile, and as the index follows 10 to 20 seconds later,
 * others can move to a page that was read before. Who needs them all lists the module, or
 * queries by COQL, in the order of ids.
 * <p>
 * {@link Criteria.Condition#is is} and {@link Criteria.Condition#in in} leave out what
 * Bigin finds and is not equal: a page can then hold fewer records than its size, even
 * none, although there are more. The fields they look at are read even where they were
 * not named; with them there may be no more than 50.
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
	 * Name the fields that are wanted. Without it: those of the type, or all where the
	 * type does not say.
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
	 * Leave out records that do not fit the type that they are read as, such as one whose
	 * picklist value is no constant of the enum. Without this the first of them ends the
	 * reading. {@code first()}, {@code one()} and {@code count()} then know only of those
	 * that fit, and read whole pages.
	 * @param handler is told of each record that is left out, with its id and field, on
	 * the thread on which records come, which it must not block; an exception of it ends
	 * the reading
	 * @return a copy
	 */
	RecordSearch<T> onUnreadable(Consumer<? super UnreadableRecord> handler);

}
