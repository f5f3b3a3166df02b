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

package io.github.biginspring.write;

import java.util.Collection;

import reactor.core.publisher.Mono;

import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.write.WriteResult.Written;

/**
 * Writes records. A method for one record ends with an error if the service rejects it; a
 * method for several records returns a result for each, because Bigin may write some and
 * reject others. Such a method takes at most {@value #MAX_RECORDS} records, the maximum
 * of one call; for an empty list no call is made. Any number of records is written by
 * {@link #batch(Class)}.
 * <p>
 * A create is never repeated where its outcome is unknown: after
 * {@link io.github.biginspring.error.BiginException#isOutcomeUnknown()} the caller has to
 * look. An upsert is repeated where every record of the call has a value in one of the
 * fields that are checked, which are unique ones: the repetition then finds the record
 * that the attempt before may have created, and says that it was updated.
 *
 * <pre class="code">
 * Mono&lt;String&gt; id = bigin.create(contact).map(Written::id);
 * Mono&lt;Written&lt;Contact&gt;&gt; saved = bigin.upsert(contact, "Email");
 * Mono&lt;WriteResults&lt;Contact&gt;&gt; results = bigin.withOptions(WriteOptions.defaults().withoutWorkflows())
 *     .createAll(contacts);
 * </pre>
 *
 * @since 0.1.0
 */
public interface WriteOperations {

	/**
	 * How many records one call takes.
	 */
	int MAX_RECORDS = 100;

	/**
	 * Write with other options.
	 * @param options the options
	 * @return operations that use them
	 */
	WriteOperations withOptions(WriteOptions options);

	/**
	 * Write any number of records of a type.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param <T> the type
	 * @return a writer that cuts a stream of them into calls
	 * @throws IllegalArgumentException if the type does not say its module
	 */
	<T> RecordWriter<T> batch(Class<T> type);

	/**
	 * Write any number of records of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @return a writer that cuts a stream of them into calls
	 * @throws IllegalArgumentException if it is not an API name
	 */
	RecordWriter<BiginRecord> batch(String module);

	/**
	 * Create a record. Sent are, of a {@link BiginRecord} and its subclasses, the fields
	 * that were set and, of a record that was read, all others but those that the service
	 * keeps itself; of a Java record or bean those that are not {@code null}. What is
	 * {@linkplain io.github.biginspring.model.BiginField#readOnly() read only} is never
	 * sent.
	 * @param record a record of a type with
	 * {@link io.github.biginspring.model.BiginModule}
	 * @param <T> its type
	 * @return the result, with the new id, which a {@link BiginRecord} that was handed in
	 * knows afterwards; an error where the service rejects it
	 * @throws IllegalArgumentException if there is nothing to send, or it is no record
	 * but several, or the name of a module
	 */
	<T> Mono<Written<T>> create(T record);

	/**
	 * Create a record of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param record the record
	 * @return the result, with the new id, which a {@link BiginRecord} that was handed in
	 * knows afterwards; an error where the service rejects it
	 * @throws IllegalArgumentException if there is nothing to send
	 */
	Mono<Written<BiginRecord>> create(String module, BiginRecord record);

	/**
	 * Create several records of one type.
	 * @param records the records, at most {@value #MAX_RECORDS}
	 * @param <T> their type
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more, or one has nothing to send
	 */
	<T> Mono<WriteResults<T>> createAll(Collection<T> records);

	/**
	 * Create several records of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param records the records, at most {@value #MAX_RECORDS}
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more, or one has nothing to send
	 */
	Mono<WriteResults<BiginRecord>> createAll(String module, Collection<BiginRecord> records);

	/**
	 * Update a record. Sent are, of a {@link BiginRecord} and its subclasses, the fields
	 * that were set, also those set to {@code null}, which clears them; of a Java record
	 * or bean those that are not {@code null}. All others stay as they are.
	 * @param record a record of a type with
	 * {@link io.github.biginspring.model.BiginModule}, with its id
	 * @param <T> its type
	 * @return the result; an error where the service rejects it
	 * @throws IllegalArgumentException if the record has no id, or nothing to send
	 */
	<T> Mono<Written<T>> update(T record);

	/**
	 * Update a record of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param record the record, with its id
	 * @return the result; an error where the service rejects it
	 * @throws IllegalArgumentException if the record has no id, or nothing to send
	 */
	Mono<Written<BiginRecord>> update(String module, BiginRecord record);

	/**
	 * Update several records of one type.
	 * @param records the records with their ids, at most {@value #MAX_RECORDS}
	 * @param <T> their type
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more, or one has no id or nothing to
	 * send
	 */
	<T> Mono<WriteResults<T>> updateAll(Collection<T> records);

	/**
	 * Update several records of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param records the records with their ids, at most {@value #MAX_RECORDS}
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more, or one has no id or nothing to
	 * send
	 */
	Mono<WriteResults<BiginRecord>> updateAll(String module, Collection<BiginRecord> records);

	/**
	 * Update the record that has the same value in one of the given fields, or else
	 * create it. Sent is what {@link #create(Object)} sends. A record without a value in
	 * any of the fields is created; a company that a contact names by text, not by id,
	 * may be created too (as other clients report).
	 * @param record a record of a type with
	 * {@link io.github.biginspring.model.BiginModule}
	 * @param checkFields the API names of the fields, such as {@code Email}; where none
	 * is given, those that are unique in the module (by analogy with Zoho CRM)
	 * @param <T> its type
	 * @return the result, which says {@linkplain Written#action() what was done} and
	 * {@linkplain Written#duplicateField() by which field} the record was found, with the
	 * id, which a {@link BiginRecord} that was handed in knows afterwards; an error where
	 * the service rejects it
	 * @throws IllegalArgumentException if a field is not an API name, or there is nothing
	 * to send
	 */
	<T> Mono<Written<T>> upsert(T record, String... checkFields);

	/**
	 * Update or create a record of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param record the record
	 * @param checkFields the API names of the fields by which the record is found
	 * @return the result; an error where the service rejects it
	 * @throws IllegalArgumentException if a field is not an API name, or there is nothing
	 * to send
	 */
	Mono<Written<BiginRecord>> upsert(String module, BiginRecord record, String... checkFields);

	/**
	 * Update or create several records of one type.
	 * @param records the records, at most {@value #MAX_RECORDS}
	 * @param checkFields the API names of the fields by which a record is found
	 * @param <T> their type
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more, one has nothing to send, or a
	 * field is not an API name
	 */
	<T> Mono<WriteResults<T>> upsertAll(Collection<T> records, String... checkFields);

	/**
	 * Update or create several records of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param records the records, at most {@value #MAX_RECORDS}
	 * @param checkFields the API names of the fields by which a record is found
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more, one has nothing to send, or a
	 * field is not an API name
	 */
	Mono<WriteResults<BiginRecord>> upsertAll(String module, Collection<BiginRecord> records, String... checkFields);

	/**
	 * Delete a record. Deleting a company deletes its contacts too (as other clients
	 * report).
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param id the record id
	 * @return the result; an error where the service rejects it, as for an unknown id
	 */
	Mono<Written<String>> delete(Class<?> type, String id);

	/**
	 * Delete a record of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the record id
	 * @return the result; an error where the service rejects it, as for an unknown id
	 */
	Mono<Written<String>> delete(String module, String id);

	/**
	 * Delete several records of a type.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param ids the record ids, at most {@value #MAX_RECORDS}
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more
	 */
	Mono<WriteResults<String>> deleteAll(Class<?> type, Collection<String> ids);

	/**
	 * Delete several records of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param ids the record ids, at most {@value #MAX_RECORDS}
	 * @return a result for each
	 * @throws IllegalArgumentException if there are more
	 */
	Mono<WriteResults<String>> deleteAll(String module, Collection<String> ids);

}
