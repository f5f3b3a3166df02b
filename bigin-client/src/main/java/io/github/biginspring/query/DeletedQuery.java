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

/**
 * A list of the records that were deleted from a module. Immutable: every step returns a
 * copy.
 *
 * <pre class="code">
 * Flux&lt;DeletedRecord&gt; deleted = bigin.deleted(Contact.class)
 *     .type(DeletedType.PERMANENT)
 *     .modifiedSince(lastRun)
 *     .all();
 * </pre>
 *
 * @since 0.1.0
 */
public interface DeletedQuery extends TerminatingQuery<DeletedRecord> {

	/**
	 * Choose where the records are now. Without it: all.
	 * @param type which records
	 * @return a copy
	 */
	DeletedQuery type(DeletedType type);

	/**
	 * List only what was deleted since a time (by analogy with Zoho CRM).
	 * @param time the time, of which a fraction of a second is dropped
	 * @return a copy
	 */
	DeletedQuery modifiedSince(Instant time);

	/**
	 * Set how many records a page holds.
	 * @param size 1 to 200
	 * @return a copy
	 * @throws IllegalArgumentException if it is out of that range
	 */
	DeletedQuery pageSize(int size);

}
