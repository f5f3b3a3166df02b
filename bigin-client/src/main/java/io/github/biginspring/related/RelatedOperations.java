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

package io.github.biginspring.related;

import java.util.Collection;

import reactor.core.publisher.Mono;

import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.write.WriteResults;

/**
 * The related lists of one record. A list is named by its API name, which is
 * case-sensitive, such as {@code Products} of a contact. If the record does not exist,
 * the result is an error; if it has no related records, an empty list.
 *
 * <pre class="code">
 * RelatedOperations related = bigin.related(Contact.class, id);
 * Flux&lt;Product&gt; products = related.link("Products", productId)
 *     .thenMany(related.list("Products", Product.class).all());
 * </pre>
 *
 * @since 0.1.0
 */
public interface RelatedOperations {

	/**
	 * How many relations one call removes.
	 */
	int MAX_RECORDS = 100;

	/**
	 * Read the records of a related list, with the fields of a type.
	 * @param relatedList the API name of the list
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param <T> the type
	 * @return how the records are wanted
	 * @throws IllegalArgumentException if it is not an API name, or the type names no
	 * fields, or more than 50
	 */
	<T> RelatedQuery<T> list(String relatedList, Class<T> type);

	/**
	 * Read the records of a related list.
	 * @param relatedList the API name of the list
	 * @param fields the API names of the fields, 1 to 50
	 * @return how the records are wanted
	 * @throws IllegalArgumentException if one is not an API name, or there are none or
	 * too many fields
	 */
	RelatedQuery<BiginRecord> list(String relatedList, String... fields);

	/**
	 * Relate another record to this one. To do so again changes nothing.
	 * @param relatedList the API name of the list
	 * @param id the id of the other record, digits as text
	 * @return completes when they are related
	 */
	Mono<Void> link(String relatedList, String id);

	/**
	 * Remove the relation to another record, which itself stays.
	 * @param relatedList the API name of the list
	 * @param id the id of the other record, digits as text
	 * @return completes when they are no longer related; an error where they were not (as
	 * other clients report)
	 */
	Mono<Void> unlink(String relatedList, String id);

	/**
	 * Remove the relations to several other records. For none no call is made.
	 * @param relatedList the API name of the list
	 * @param ids the ids of the other records, at most {@value #MAX_RECORDS}
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more
	 */
	Mono<WriteResults<String>> unlinkAll(String relatedList, Collection<String> ids);

}
