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

package io.github.biginspring.blocking;

import java.time.Instant;
import java.util.function.Consumer;

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.query.ReadPlan;
import io.github.biginspring.query.RecordQuery;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.query.UnreadableRecord;

/**
 * A list of the records of a module, or, after a {@code matching} step, a search, as
 * described by {@link RecordQuery}. Immutable: every step returns a copy.
 *
 * <pre class="code">
 * List&lt;Contact&gt; watsons = client.query(Contact.class).matching(where("Last_Name").is("Watson")).list();
 * </pre>
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public final class BlockingRecordQuery<T> extends BlockingQuery<T> {

	private final RecordQuery<T> query;

	BlockingRecordQuery(RecordQuery<T> query) {
		super(query);
		this.query = query;
	}

	/**
	 * Name the fields that are wanted.
	 * @param names the API names, at most 50
	 * @return a copy
	 * @throws IllegalArgumentException if there are more or one is not an API name
	 */
	public BlockingRecordQuery<T> fields(String... names) {
		return new BlockingRecordQuery<>(this.query.fields(names));
	}

	/**
	 * Set the order.
	 * @param sort the order
	 * @return a copy
	 */
	public BlockingRecordQuery<T> sort(SortOrder sort) {
		return new BlockingRecordQuery<>(this.query.sort(sort));
	}

	/**
	 * Set the maximum number of records in a page.
	 * @param size 1 to 200
	 * @return a copy
	 * @throws IllegalArgumentException if it is out of that range
	 */
	public BlockingRecordQuery<T> pageSize(int size) {
		return new BlockingRecordQuery<>(this.query.pageSize(size));
	}

	/**
	 * Set how many pages are fetched ahead of the one that is needed.
	 * @param pages how many, 0 for none
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	public BlockingRecordQuery<T> prefetch(int pages) {
		return new BlockingRecordQuery<>(this.query.prefetch(pages));
	}

	/**
	 * Set how {@code all()} reads the list.
	 * @param plan the plan
	 * @return a copy
	 */
	public BlockingRecordQuery<T> plan(ReadPlan plan) {
		return new BlockingRecordQuery<>(this.query.plan(plan));
	}

	/**
	 * List only the records of a custom view.
	 * @param id the id of the view, digits as text
	 * @return a copy
	 */
	public BlockingRecordQuery<T> customView(String id) {
		return new BlockingRecordQuery<>(this.query.customView(id));
	}

	/**
	 * List only the deals of a team pipeline.
	 * @param id the id of the team pipeline, digits as text
	 * @return a copy
	 */
	public BlockingRecordQuery<T> pipeline(String id) {
		return new BlockingRecordQuery<>(this.query.pipeline(id));
	}

	/**
	 * List only what was created or changed since a time.
	 * @param time the time, of which a fraction of a second is dropped
	 * @return a copy
	 */
	public BlockingRecordQuery<T> modifiedSince(Instant time) {
		return new BlockingRecordQuery<>(this.query.modifiedSince(time));
	}

	/**
	 * List, or search, only records that are approved, or only those that are not, as
	 * where an approval process holds them back.
	 * @param approved whether those that are approved are wanted
	 * @return a copy
	 */
	public BlockingRecordQuery<T> approved(boolean approved) {
		return new BlockingRecordQuery<>(this.query.approved(approved));
	}

	/**
	 * Leave out records that do not fit the type that they are read as, such as one whose
	 * picklist value is no constant of the enum.
	 * @param handler is told of each record that is left out, with its id and field, on
	 * the thread on which records come, which it must not block; an exception of it ends
	 * the reading
	 * @return a copy
	 */
	public BlockingRecordQuery<T> onUnreadable(Consumer<? super UnreadableRecord> handler) {
		return new BlockingRecordQuery<>(this.query.onUnreadable(handler));
	}

	/**
	 * Search by criteria.
	 * @param criteria what the records must match
	 * @return the search
	 */
	public BlockingRecordSearch<T> matching(Criteria criteria) {
		return new BlockingRecordSearch<>(this.query.matching(criteria));
	}

	/**
	 * Search by email address.
	 * @param email the address
	 * @return the search
	 */
	public BlockingRecordSearch<T> matchingEmail(String email) {
		return new BlockingRecordSearch<>(this.query.matchingEmail(email));
	}

	/**
	 * Search by phone number, in whichever phone field it stands.
	 * @param phone the number
	 * @return the search
	 */
	public BlockingRecordSearch<T> matchingPhone(String phone) {
		return new BlockingRecordSearch<>(this.query.matchingPhone(phone));
	}

	/**
	 * Search by a word, in whichever field it stands.
	 * @param word the word, at least 2 characters
	 * @return the search
	 * @throws IllegalArgumentException if it is shorter
	 */
	public BlockingRecordSearch<T> matchingWord(String word) {
		return new BlockingRecordSearch<>(this.query.matchingWord(word));
	}

}
