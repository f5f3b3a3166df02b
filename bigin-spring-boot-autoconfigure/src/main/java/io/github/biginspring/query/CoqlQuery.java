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

/**
 * A query in COQL. Immutable: every step returns a copy.
 * <p>
 * A call gives at most 200 rows and costs 1 credit. By offset, Bigin gives 10,000 rows
 * (as other clients report); {@link #all()} goes on beyond them where the rows are in the
 * order of ids, which is the order where none is set, and otherwise ends there with an
 * error. COQL needs an OAuth scope of its own.
 *
 * <pre class="code">
 * Flux&lt;Contact&gt; contacts = bigin.coql(Contact.class)
 *     .matching(column("Email").like("%@example.com"))
 *     .sort(Sort.descending("Created_Time"))
 *     .limit(500)
 *     .all();
 * </pre>
 *
 * @param <T> the type of a row
 * @since 0.1.0
 */
public interface CoqlQuery<T> extends RecordReading<T> {

	/**
	 * Add a condition, which must match beside those that there are.
	 * @param condition the condition
	 * @return a copy
	 * @throws IllegalArgumentException if there are more conditions or joins than Bigin
	 * takes
	 */
	CoqlQuery<T> matching(CoqlCondition condition);

	/**
	 * Set the order. Without it: by id, ascending.
	 * @param sorts the columns to sort by, the first one first
	 * @return a copy
	 */
	CoqlQuery<T> sort(Sort... sorts);

	/**
	 * Set how many rows are wanted. Without it: all.
	 * @param rows how many
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	CoqlQuery<T> limit(long rows);

	/**
	 * Set how many pages are fetched ahead of the one that is needed. Without it: 1.
	 * @param pages how many, 0 for none
	 * @return a copy
	 * @throws IllegalArgumentException if it is negative
	 */
	CoqlQuery<T> prefetch(int pages);

}
