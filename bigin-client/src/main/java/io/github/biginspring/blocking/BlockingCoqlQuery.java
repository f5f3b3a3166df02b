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

import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.query.CoqlQuery;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.query.UnreadableRecord;

/**
 * A query in COQL, as described by {@link CoqlQuery}. Immutable: every step returns a
 * copy.
 *
 * <pre class="code">
 * List&lt;Contact&gt; latest = client.coql(Contact.class)
 *     .matching(where("Email").like("%@example.com"))
 *     .limit(500)
 *     .list();
 * </pre>
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public final class BlockingCoqlQuery<T> extends BlockingQuery<T> {

	private final CoqlQuery<T> query;

	BlockingCoqlQuery(CoqlQuery<T> query) {
		super(query);
		this.query = query;
	}

	/**
	 * Add criteria, which must match beside those that there are.
	 * @param criteria what the rows must match
	 * @return a copy
	 * @throws IllegalArgumentException if there are more conditions or joins than Bigin
	 * takes, or COQL cannot express one of them
	 */
	public BlockingCoqlQuery<T> matching(Criteria criteria) {
		return new BlockingCoqlQuery<>(this.query.matching(criteria));
	}

	/**
	 * Set the order.
	 * @param sorts the columns to sort by, the first one first
	 * @return a copy
	 */
	public BlockingCoqlQuery<T> sort(SortOrder... sorts) {
		return new BlockingCoqlQuery<>(this.query.sort(sorts));
	}

	/**
	 * Set how many rows are wanted.
	 * @param rows how many
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	public BlockingCoqlQuery<T> limit(long rows) {
		return new BlockingCoqlQuery<>(this.query.limit(rows));
	}

	/**
	 * Set how many pages are fetched ahead of the one that is needed.
	 * @param pages how many, 0 for none
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	public BlockingCoqlQuery<T> prefetch(int pages) {
		return new BlockingCoqlQuery<>(this.query.prefetch(pages));
	}

	/**
	 * Leave out records that do not fit the type that they are read as, such as one whose
	 * picklist value is no constant of the enum.
	 * @param handler is told of each record that is left out, with its id and field, on
	 * the thread on which records come, which it must not block; an exception of it ends
	 * the reading
	 * @return a copy
	 */
	public BlockingCoqlQuery<T> onUnreadable(Consumer<? super UnreadableRecord> handler) {
		return new BlockingCoqlQuery<>(this.query.onUnreadable(handler));
	}

}
