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

import io.github.biginspring.query.DeletedQuery;
import io.github.biginspring.query.DeletedRecord;
import io.github.biginspring.query.DeletedType;

/**
 * A list of deleted records, as described by {@link DeletedQuery}. Immutable: every step
 * returns a copy.
 *
 * <pre class="code">
 * List&lt;DeletedRecord&gt; recycled = client.deleted(Contact.class).type(DeletedType.RECYCLE).list();
 * </pre>
 *
 * @since 0.1.0
 */
public final class BlockingDeletedQuery extends BlockingQuery<DeletedRecord> {

	private final DeletedQuery query;

	BlockingDeletedQuery(DeletedQuery query) {
		super(query);
		this.query = query;
	}

	/**
	 * Choose where the records are now.
	 * @param type which records
	 * @return a copy
	 */
	public BlockingDeletedQuery type(DeletedType type) {
		return new BlockingDeletedQuery(this.query.type(type));
	}

	/**
	 * List only what was deleted since a time (by analogy with Zoho CRM).
	 * @param time the time, of which a fraction of a second is dropped
	 * @return a copy
	 */
	public BlockingDeletedQuery modifiedSince(Instant time) {
		return new BlockingDeletedQuery(this.query.modifiedSince(time));
	}

	/**
	 * Set how many records a page holds.
	 * @param size 1 to 200
	 * @return a copy
	 * @throws IllegalArgumentException if it is out of that range
	 */
	public BlockingDeletedQuery pageSize(int size) {
		return new BlockingDeletedQuery(this.query.pageSize(size));
	}

}
