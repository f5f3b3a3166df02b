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
import java.util.List;
import java.util.Optional;

import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.Coql;
import io.github.biginspring.query.QueryOperations;

/**
 * Reads records, as described by {@link QueryOperations}.
 *
 * <pre class="code">
 * Optional&lt;Contact&gt; contact = client.findById(Contact.class, id);
 * List&lt;Contact&gt; watsons = client.query(Contact.class).matching(where("Last_Name").is("Watson")).list();
 * </pre>
 *
 * @since 0.1.0
 */
public interface BlockingQueryOperations {

	/**
	 * Start a query for records of a type.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param <T> the type
	 * @return the query
	 * @throws IllegalArgumentException if the type does not say its module
	 */
	<T> BlockingRecordQuery<T> query(Class<T> type);

	/**
	 * Start a query for records of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the query
	 * @throws IllegalArgumentException if it is not an API name
	 */
	BlockingRecordQuery<BiginRecord> query(String module);

	/**
	 * Read one record, with the fields of its type.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param id the record id, digits as text
	 * @param <T> the type
	 * @return the record, or empty where there is none
	 * @throws IllegalArgumentException if it is not a record id
	 */
	<T> Optional<T> findById(Class<T> type, String id);

	/**
	 * Read one record.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the record id, digits as text
	 * @param fields the API names of the fields, at most 50; all where none are named,
	 * which Bigin may refuse (as another client reports)
	 * @return the record, or empty where there is none
	 * @throws IllegalArgumentException if it is not a record id
	 */
	Optional<BiginRecord> findById(String module, String id, String... fields);

	/**
	 * Read some records, with the fields of their type.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param ids the record ids, digits as text
	 * @param <T> the type
	 * @return the records in the order of the ids, each once, without those that do not
	 * exist
	 * @throws IllegalArgumentException if one is not a record id
	 */
	<T> List<T> findAllById(Class<T> type, Collection<String> ids);

	/**
	 * Read some records, as by {@code findAllById(Class, Collection)}.
	 * @param module the API name of the module, which is case-sensitive
	 * @param ids the record ids, digits as text
	 * @param fields the API names of the fields, at most 50; all where none are named,
	 * which Bigin may refuse (as another client reports)
	 * @return the records in the order of the ids, each once, without those that do not
	 * exist
	 * @throws IllegalArgumentException if one is not a record id
	 */
	List<BiginRecord> findAllById(String module, Collection<String> ids, String... fields);

	/**
	 * Start a query in COQL for the fields of a type, but for those that COQL does not
	 * know: tags, images, and descriptions and notes, which have several lines.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param <T> the type
	 * @return the query
	 * @throws IllegalArgumentException if the type does not say its module or has more
	 * fields than a query takes
	 */
	<T> BlockingCoqlQuery<T> coql(Class<T> type);

	/**
	 * Start to read the rows of a query in COQL as a type.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param query the query
	 * @param <T> the type
	 * @return the query
	 * @throws IllegalStateException if a parameter of the query has no value
	 */
	<T> BlockingCoqlQuery<T> coql(Class<T> type, Coql query);

	/**
	 * Start to read the rows of a query in COQL.
	 * @param query the query
	 * @return the query
	 * @throws IllegalStateException if a parameter of the query has no value
	 */
	BlockingCoqlQuery<BiginRecord> coql(Coql query);

	/**
	 * Start a list of the records that were deleted from the module of a type.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @return the list
	 * @throws IllegalArgumentException if the type does not say its module
	 */
	BlockingDeletedQuery deleted(Class<?> type);

	/**
	 * Start a list of the records that were deleted from a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the list
	 * @throws IllegalArgumentException if it is not an API name
	 */
	BlockingDeletedQuery deleted(String module);

}
