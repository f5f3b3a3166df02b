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

import java.util.Collection;

import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.related.RelatedOperations;
import io.github.biginspring.write.WriteResults;

/**
 * The related lists of one record, as described by {@link RelatedOperations}.
 *
 * <pre class="code">
 * BlockingRelatedOperations related = client.related(Contact.class, id);
 * related.link("Products", productId);
 * List&lt;Product&gt; products = related.list("Products", Product.class).list();
 * </pre>
 *
 * @since 0.1.0
 */
public final class BlockingRelatedOperations {

	private final RelatedOperations related;

	BlockingRelatedOperations(RelatedOperations related) {
		this.related = related;
	}

	/**
	 * Read the records of a related list, with the fields of a type.
	 * @param relatedList the API name of the list
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param <T> the type
	 * @return how the records are wanted
	 * @throws IllegalArgumentException if it is not an API name, or the type names no
	 * fields, or more than 50
	 */
	public <T> BlockingRelatedQuery<T> list(String relatedList, Class<T> type) {
		return new BlockingRelatedQuery<>(this.related.list(relatedList, type));
	}

	/**
	 * Read the records of a related list.
	 * @param relatedList the API name of the list
	 * @param fields the API names of the fields, 1 to 50
	 * @return how the records are wanted
	 * @throws IllegalArgumentException if one is not an API name, or there are none or
	 * too many fields
	 */
	public BlockingRelatedQuery<BiginRecord> list(String relatedList, String... fields) {
		return new BlockingRelatedQuery<>(this.related.list(relatedList, fields));
	}

	/**
	 * Relate another record to this one.
	 * @param relatedList the API name of the list
	 * @param id the id of the other record, digits as text
	 */
	public void link(String relatedList, String id) {
		Blocking.end(this.related.link(relatedList, id));
	}

	/**
	 * Remove the relation to another record, which itself stays.
	 * @param relatedList the API name of the list
	 * @param id the id of the other record, digits as text
	 */
	public void unlink(String relatedList, String id) {
		Blocking.end(this.related.unlink(relatedList, id));
	}

	/**
	 * Remove the relations to several other records.
	 * @param relatedList the API name of the list
	 * @param ids the ids of the other records, at most
	 * {@value RelatedOperations#MAX_RECORDS}
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more
	 */
	public WriteResults<String> unlinkAll(String relatedList, Collection<String> ids) {
		return Blocking.value(this.related.unlinkAll(relatedList, ids));
	}

}
