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

import java.util.function.Consumer;

import io.github.biginspring.query.RecordSearch;
import io.github.biginspring.query.UnreadableRecord;

/**
 * A search in a module, as described by {@link RecordSearch}. Immutable: every step
 * returns a copy.
 *
 * <pre class="code">
 * Optional&lt;Contact&gt; found = client.query(Contact.class).matchingEmail("jo.watson@example.com").first();
 * </pre>
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public final class BlockingRecordSearch<T> extends BlockingQuery<T> {

	private final RecordSearch<T> query;

	BlockingRecordSearch(RecordSearch<T> query) {
		super(query);
		this.query = query;
	}

	/**
	 * Name the fields that are wanted.
	 * @param names the API names, at most 50
	 * @return a copy
	 * @throws IllegalArgumentException if there are more or one is not an API name
	 */
	public BlockingRecordSearch<T> fields(String... names) {
		return new BlockingRecordSearch<>(this.query.fields(names));
	}

	/**
	 * Set how many records a page holds.
	 * @param size 1 to 200
	 * @return a copy
	 * @throws IllegalArgumentException if it is out of that range
	 */
	public BlockingRecordSearch<T> pageSize(int size) {
		return new BlockingRecordSearch<>(this.query.pageSize(size));
	}

	/**
	 * Set how many pages are fetched ahead of the one that is needed.
	 * @param pages how many, 0 for none
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	public BlockingRecordSearch<T> prefetch(int pages) {
		return new BlockingRecordSearch<>(this.query.prefetch(pages));
	}

	/**
	 * Find only records that are approved, or only those that are not, as in
	 * {@code approved(boolean)}.
	 * @param approved whether those that are approved are wanted
	 * @return a copy
	 */
	public BlockingRecordSearch<T> approved(boolean approved) {
		return new BlockingRecordSearch<>(this.query.approved(approved));
	}

	/**
	 * Leave out records that do not fit the type that they are read as, such as one whose
	 * picklist value is no constant of the enum.
	 * @param handler is told of each record that is left out, with its id and field, on
	 * the thread on which records come, which it must not block; an exception of it ends
	 * the reading
	 * @return a copy
	 */
	public BlockingRecordSearch<T> onUnreadable(Consumer<? super UnreadableRecord> handler) {
		return new BlockingRecordSearch<>(this.query.onUnreadable(handler));
	}

}
