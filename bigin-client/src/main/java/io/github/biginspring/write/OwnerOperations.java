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

import io.github.biginspring.write.WriteResult.Written;

/**
 * Changes the owner of contacts, companies, deals, products, tasks, events and calls.
 * Costs one call for up to {@value #MAX_RECORDS} records; needs the scope
 * {@code ZohoBigin.change_owner.CREATE}.
 *
 * <pre class="code">
 * Mono&lt;WriteResults&lt;String&gt;&gt; changed = bigin.owners().changeAll(Contact.class, ids, userId, false);
 * </pre>
 *
 * @since 0.1.0
 */
public interface OwnerOperations {

	/**
	 * How many records one call gives to another owner.
	 */
	int MAX_RECORDS = 500;

	/**
	 * Give a record to another owner.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param id the record's id, digits as text
	 * @param ownerId the id of the user
	 * @return the result; an error where the service refuses
	 * @throws IllegalArgumentException if one cannot be an id
	 */
	Mono<Written<String>> change(Class<?> type, String id, String ownerId);

	/**
	 * Give a record of a module to another owner.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the record's id, digits as text
	 * @param ownerId the id of the user
	 * @return the result; an error where the service refuses
	 * @throws IllegalArgumentException if one cannot be an id
	 */
	Mono<Written<String>> change(String module, String id, String ownerId);

	/**
	 * Give records to another owner. For no records no call is made.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param ids the record ids, at most {@value #MAX_RECORDS}
	 * @param ownerId the id of the user
	 * @param notify whether the service notifies the new owner
	 * @return a result for each record
	 * @throws IllegalArgumentException if there are more records, or one cannot be an id
	 */
	Mono<WriteResults<String>> changeAll(Class<?> type, Collection<String> ids, String ownerId, boolean notify);

	/**
	 * Give records of a module to another owner. For no records no call is made.
	 * @param module the API name of the module, which is case-sensitive
	 * @param ids the record ids, at most {@value #MAX_RECORDS}
	 * @param ownerId the id of the user
	 * @param notify whether the service notifies the new owner
	 * @return a result for each record
	 * @throws IllegalArgumentException if there are more records, or one cannot be an id
	 */
	Mono<WriteResults<String>> changeAll(String module, Collection<String> ids, String ownerId, boolean notify);

}
