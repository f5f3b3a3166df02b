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

import io.github.biginspring.related.RelatedQuery;

/**
 * The records of a related list, as described by {@link RelatedQuery}. Immutable: every
 * step returns a copy.
 *
 * <pre class="code">
 * List&lt;Product&gt; products = client.related(Contact.class, id).list("Products", Product.class).list();
 * </pre>
 *
 * @param <T> the type of a record
 * @since 0.1.0
 */
public final class BlockingRelatedQuery<T> extends BlockingQuery<T> {

	private final RelatedQuery<T> query;

	BlockingRelatedQuery(RelatedQuery<T> query) {
		super(query);
		this.query = query;
	}

	/**
	 * List only the deals of a team pipeline.
	 * @param id the id of the team pipeline, digits as text
	 * @return a copy
	 * @throws IllegalArgumentException if that cannot be an id
	 */
	public BlockingRelatedQuery<T> pipeline(String id) {
		return new BlockingRelatedQuery<>(this.query.pipeline(id));
	}

}
