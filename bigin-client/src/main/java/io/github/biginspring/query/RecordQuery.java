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

import java.time.Instant;
import java.util.function.Consumer;

import io.github.biginspring.criteria.Criteria;

/**
 * A query for a list of the records of a module, or, after a {@code matching} step, for a
 * search. Immutable: every step returns a copy.
 * <p>
 * {@link #all()} reads lists of any length in the order of ids, which is the default
 * order, as its {@link ReadPlan} determines. If a page token has expired, as it does
 * after 24 hours, the list is read again up to the last record and continues from there,
 * which costs as many calls as before. Bigin lists 100,000 records; COQL continues beyond
 * them, which needs an OAuth scope of its own and has no multi-line, file or tag fields.
 * In another order, or with a custom view, the read ends there with an error.
 * <p>
 * Writes during a read move the pages of a list. In the order of ids, and for types with
 * an id, {@link #all()} emits every record that is in the list during the whole read
 * exactly once; of the records that are added or removed meanwhile, it emits some, and
 * none twice. The first 2,000 are read by page number. Each page starts with the last
 * record of the previous one; if that is gone, the records that have moved are fetched
 * again. This costs one more call in 2,000 records, and one for each page that has moved.
 * Beyond them the client relies on Bigin's page tokens to keep their position, and only
 * leaves out duplicates.
 * <p>
 * In any other order, and for a type without an id, there is no such guarantee: all pages
 * are read by token, and records that move in that order meanwhile, as each change does
 * in the order of {@code Modified_Time}, can be missing or come twice. The same applies
 * to single pages by {@link #page(int)}.
 *
 * <pre class="code">
 * Flux&lt;BiginRecord&gt; latest = bigin.query("Contacts")
 *     .fields("Last_Name", "Email")
 *     .sort(SortOrder.descending("Modified_Time"))
 *     .modifiedSince(lastRun)
 *     .all();
 * </pre>
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public interface RecordQuery<T> extends TerminatingQuery<T> {

	/**
	 * Set the fields to read. The id is always included; the service silently leaves out
	 * a name that does not exist (recorded from the live API).
	 * @param names the API names, at most 50
	 * @return a copy
	 * @throws IllegalArgumentException if there are more or one is not an API name
	 */
	RecordQuery<T> fields(String... names);

	/**
	 * Set the order. Without it: by id, descending.
	 * @param sort the order
	 * @return a copy
	 */
	RecordQuery<T> sort(SortOrder sort);

	/**
	 * Set the maximum number of records in a page. {@link #all()} takes somewhat smaller
	 * pages where they overlap.
	 * @param size 1 to 200
	 * @return a copy
	 * @throws IllegalArgumentException if it is out of that range
	 */
	RecordQuery<T> pageSize(int size);

	/**
	 * Set how many pages are fetched ahead of the one that is needed. Without it: 1, and
	 * up to 9 by page number where a response takes 100 ms or more. In the order of ids
	 * the first 2,000 records are read by page number, so that several of their pages are
	 * in flight at once; further ones, and those in another order, only one after
	 * another. A subscriber that requests a few records causes no additional call; one
	 * that requests all may cause as many as are fetched ahead, if there are more than
	 * two pages.
	 * @param pages how many, 0 for none
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	RecordQuery<T> prefetch(int pages);

	/**
	 * Set how {@link #all()} reads the list. Without it: {@link ReadPlan#automatic()}. A
	 * search has no plan.
	 * @param plan the plan
	 * @return a copy
	 */
	RecordQuery<T> plan(ReadPlan plan);

	/**
	 * List only the records of a custom view. Such a call costs 3 credits (Bigin's
	 * documentation).
	 * @param id the id of the view, digits as text
	 * @return a copy
	 */
	RecordQuery<T> customView(String id);

	/**
	 * List only the deals of a team pipeline.
	 * @param id the id of the team pipeline, digits as text
	 * @return a copy
	 */
	RecordQuery<T> pipeline(String id);

	/**
	 * List only records that were created or changed since a point in time. For deleted
	 * records, see {@link QueryOperations#deleted(Class)}.
	 * @param time the time, of which a fraction of a second is dropped
	 * @return a copy
	 */
	RecordQuery<T> modifiedSince(Instant time);

	/**
	 * List, or search, only records that are approved, or only those that are not, for
	 * instance during an approval process. The parameter is in Bigin's documentation;
	 * which records come without it is not documented.
	 * @param approved {@code true} for the approved records
	 * @return a copy
	 */
	RecordQuery<T> approved(boolean approved);

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
	RecordQuery<T> onUnreadable(Consumer<? super UnreadableRecord> handler);

	/**
	 * Search by criteria. A search sees what was written only after 10 to 20 seconds
	 * (recorded from the live API). Searching first and creating what was not found
	 * therefore makes duplicates; an upsert does not.
	 * @param criteria what the records must match
	 * @return the search
	 */
	RecordSearch<T> matching(Criteria criteria);

	/**
	 * Search by email address.
	 * @param email the address
	 * @return the search
	 */
	RecordSearch<T> matchingEmail(String email);

	/**
	 * Search by phone number, in any phone field.
	 * @param phone the number
	 * @return the search
	 */
	RecordSearch<T> matchingPhone(String phone);

	/**
	 * Search by a word, in any field.
	 * @param word the word, at least 2 characters
	 * @return the search
	 * @throws IllegalArgumentException if it is shorter
	 */
	RecordSearch<T> matchingWord(String word);

}
