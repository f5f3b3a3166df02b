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
import io.github.biginspring.write.WriteOperations;
import io.github.biginspring.write.WriteOptions;
import io.github.biginspring.write.WriteResult.Written;
import io.github.biginspring.write.WriteResults;

/**
 * Writes records, as described by {@link WriteOperations}. If the service rejects a
 * single record, the method throws an exception; for several records, each has its
 * result.
 *
 * <pre class="code">
 * String id = client.create(contact).id();
 * Written&lt;Contact&gt; saved = client.upsert(contact, "Email");
 * WriteResults&lt;Contact&gt; results = client.createAll(contacts);
 * </pre>
 *
 * @since 0.1.0
 */
public interface BlockingWriteOperations {

	/**
	 * Write with other options.
	 * @param options the options
	 * @return operations that use them
	 */
	BlockingWriteOperations withOptions(WriteOptions options);

	/**
	 * Write any number of records of a type.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param <T> the type
	 * @return a writer that cuts a stream of them into calls
	 * @throws IllegalArgumentException if the type does not say its module
	 */
	<T> BlockingRecordWriter<T> batch(Class<T> type);

	/**
	 * Write any number of records of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @return a writer that cuts a stream of them into calls
	 * @throws IllegalArgumentException if it is not an API name
	 */
	BlockingRecordWriter<BiginRecord> batch(String module);

	/**
	 * Create a record.
	 * @param record a record of a type with
	 * {@link io.github.biginspring.model.BiginModule}
	 * @param <T> its type
	 * @return the result, with the new id, which a {@code BiginRecord} that was handed in
	 * knows afterwards; an exception where the service rejects it
	 * @throws IllegalArgumentException if there is nothing to send, or it is no record
	 * but several, or the name of a module
	 */
	<T> Written<T> create(T record);

	/**
	 * Create a record of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param record the record
	 * @return the result, with the new id, which a {@code BiginRecord} that was handed in
	 * knows afterwards; an exception where the service rejects it
	 * @throws IllegalArgumentException if there is nothing to send
	 */
	Written<BiginRecord> create(String module, BiginRecord record);

	/**
	 * Create several records of one type.
	 * @param records the records, at most {@value WriteOperations#MAX_RECORDS}
	 * @param <T> their type
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more, or one has nothing to send
	 */
	<T> WriteResults<T> createAll(Collection<T> records);

	/**
	 * Create several records of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param records the records, at most {@value WriteOperations#MAX_RECORDS}
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more, or one has nothing to send
	 */
	WriteResults<BiginRecord> createAll(String module, Collection<BiginRecord> records);

	/**
	 * Update a record.
	 * @param record a record of a type with
	 * {@link io.github.biginspring.model.BiginModule}, with its id
	 * @param <T> its type
	 * @return the result; an exception where the service rejects it
	 * @throws IllegalArgumentException if the record has no id, or nothing to send
	 */
	<T> Written<T> update(T record);

	/**
	 * Update a record of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param record the record, with its id
	 * @return the result; an exception where the service rejects it
	 * @throws IllegalArgumentException if the record has no id, or nothing to send
	 */
	Written<BiginRecord> update(String module, BiginRecord record);

	/**
	 * Update several records of one type.
	 * @param records the records with their ids, at most
	 * {@value WriteOperations#MAX_RECORDS}
	 * @param <T> their type
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more, or one has no id or nothing to
	 * send
	 */
	<T> WriteResults<T> updateAll(Collection<T> records);

	/**
	 * Update several records of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param records the records with their ids, at most
	 * {@value WriteOperations#MAX_RECORDS}
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more, or one has no id or nothing to
	 * send
	 */
	WriteResults<BiginRecord> updateAll(String module, Collection<BiginRecord> records);

	/**
	 * Update the record that has the same value in one of the given fields, or else
	 * create it.
	 * @param record a record of a type with
	 * {@link io.github.biginspring.model.BiginModule}
	 * @param checkFields the API names of the fields, such as {@code Email}; where none
	 * is given, those that are unique in the module (by analogy with Zoho CRM)
	 * @param <T> its type
	 * @return the result, which says what was done and by which field the record was
	 * found, with the id, which a {@code BiginRecord} that was handed in knows
	 * afterwards; an exception where the service rejects it
	 * @throws IllegalArgumentException if a field is not an API name, or there is nothing
	 * to send
	 */
	<T> Written<T> upsert(T record, String... checkFields);

	/**
	 * Update or create a record of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param record the record
	 * @param checkFields the API names of the fields by which the record is found
	 * @return the result; an exception where the service rejects it
	 * @throws IllegalArgumentException if a field is not an API name, or there is nothing
	 * to send
	 */
	Written<BiginRecord> upsert(String module, BiginRecord record, String... checkFields);

	/**
	 * Update or create several records of one type.
	 * @param records the records, at most {@value WriteOperations#MAX_RECORDS}
	 * @param checkFields the API names of the fields by which a record is found
	 * @param <T> their type
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more, one has nothing to send, or a
	 * field is not an API name
	 */
	<T> WriteResults<T> upsertAll(Collection<T> records, String... checkFields);

	/**
	 * Update or create several records of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param records the records, at most {@value WriteOperations#MAX_RECORDS}
	 * @param checkFields the API names of the fields by which a record is found
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more, one has nothing to send, or a
	 * field is not an API name
	 */
	WriteResults<BiginRecord> upsertAll(String module, Collection<BiginRecord> records, String... checkFields);

	/**
	 * Delete a record.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param id the record id
	 * @return the result; an exception where the service rejects it, as for an unknown id
	 */
	Written<String> delete(Class<?> type, String id);

	/**
	 * Delete a record of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the record id
	 * @return the result; an exception where the service rejects it, as for an unknown id
	 */
	Written<String> delete(String module, String id);

	/**
	 * Delete several records of a type.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param ids the record ids, at most {@value WriteOperations#MAX_RECORDS}
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more
	 */
	WriteResults<String> deleteAll(Class<?> type, Collection<String> ids);

	/**
	 * Delete several records of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param ids the record ids, at most {@value WriteOperations#MAX_RECORDS}
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more
	 */
	WriteResults<String> deleteAll(String module, Collection<String> ids);

}
