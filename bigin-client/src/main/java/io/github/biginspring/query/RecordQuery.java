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
 * A list of the records of a module, or, once something is to be matched, a search.
 * Immutable: every step returns a copy.
 * <p>
 * {@link #all()} reads lists of any length in the order of ids, which is the order where
 * none is set, in the way that a {@link ReadPlan} says. By pages, where a page token has
 * expired, as it does after 24 hours, the list is read again up to the last record and
 * goes on from there, which costs as many calls as before. Bigin lists 100,000 records;
 * beyond them COQL goes on, which needs an OAuth scope of its own and knows no
 * multi-line, file or tag fields. In another order, or where a custom view decides, the
 * reading ends there with an error.
 * <p>
 * What is written while a list is read moves its pages. In the order of ids, of records
 * with an id, {@link #all()} gives every record that is in the list all the time once,
 * and none twice; of those that come or go meanwhile, it gives some. The first 2,000 are
 * read by page number, where each page begins with the last record of the one before: if
 * that is gone, what has moved is fetched again. It costs one call more in 2,000 records,
 * and one for each page that has moved. Beyond them the client relies on Bigin's page
 * tokens to keep their place, and only leaves out what comes twice.
 * <p>
 * In any other order, and for a type without an id, the client cannot tell: all pages are
 * read by token, and records that move in that order meanwhile, as by every change in the
 * order of {@code Modified_Time}, can be missing or come twice. So it is with single
 * pages by {@link #page(int)}.
 *
 * <pre class="code">
 * Flux&lt;BiginRecord&gt; latest = bigin.query("Contacts")
 *     .fields("Last_Name", "Email")
 *     .sort(Sort.descending("Modified_Time"))
 *     .modifiedSince(lastRun)
 *     .all();
 * </pre>
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public interface RecordQuery<T> extends TerminatingQuery<T> {

	/**
	 * Name the fields that are wanted. The id always comes; a name that does not exist is
	 * left out by the service without a word (recorded from the live API).
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
	 * another. A reader that takes a few records causes no call more, one that takes all
	 * of more than two pages perhaps as many as are fetched ahead.
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
	 * List only what was created or changed since a time. What was deleted is not among
	 * it: see {@link QueryOperations#deleted(Class)}.
	 * @param time the time, of which a fraction of a second is dropped
	 * @return a copy
	 */
	RecordQuery<T> modifiedSince(Instant time);

	/**
	 * List, or search, only records that are approved, or only those that are not, as
	 * where an approval process holds them back. Bigin's documentation knows the
	 * parameter; which records come without it is not documented.
	 * @param approved whether those that are approved are wanted
	 * @return a copy
	 */
	RecordQuery<T> approved(boolean approved);

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
	RecordQuery<T> onUnreadable(Consumer<? super UnreadableRecord> handler);

	/**
	 * Search by criteria. A search sees what was written only after 10 to 20 seconds
	 * (recorded from the live API). So whoever searches first and creates what was not
	 * found makes duplicates; an upsert does not.
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
	 * Search by phone number, in whichever phone field it stands.
	 * @param phone the number
	 * @return the search
	 */
	RecordSearch<T> matchingPhone(String phone);

	/**
	 * Search by a word, in whichever field it stands.
	 * @param word the word, at least 2 characters
	 * @return the search
	 * @throws IllegalArgumentException if it is shorter
	 */
	RecordSearch<T> matchingWord(String word);

}
