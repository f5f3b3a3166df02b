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

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.biginspring.model.Tag;
import io.github.biginspring.write.WriteResults;

/**
 * The tags of modules and of records. A module keeps a list of the tags that its records
 * can have. The name of a tag holds no comma, because Bigin takes several names separated
 * by commas.
 *
 * <pre class="code">
 * Mono&lt;WriteResults&lt;String&gt;&gt; tagged = bigin.tags().addTo(Contact.class, ids, "VIP", "Newsletter");
 * </pre>
 *
 * @since 0.1.0
 */
public interface TagOperations {

	/**
	 * How many records one call adds tags to, or removes them from.
	 */
	int MAX_RECORDS = 500;

	/**
	 * List the tags of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the tags
	 */
	Flux<Tag> list(String module);

	/**
	 * Create tags. For no names no call is made.
	 * @param module the API name of the module, which is case-sensitive
	 * @param names the names
	 * @return a result for each name, with the id of its tag
	 * @throws IllegalArgumentException if one cannot be the name of a tag
	 */
	Mono<WriteResults<String>> create(String module, String... names);

	/**
	 * Rename a tag, also on all records that have it.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the id of the tag, digits as text
	 * @param name the new name
	 * @return completes when it was renamed
	 * @throws IllegalArgumentException if that cannot be the name of a tag
	 */
	Mono<Void> rename(String module, String id, String name);

	/**
	 * Delete a tag, also from all records that have it.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the id of the tag, digits as text
	 * @return completes when it was deleted
	 */
	Mono<Void> delete(String module, String id);

	/**
	 * Count the records that have a tag, for one call. Needs the scope
	 * {@code ZohoBigin.settings.tags.READ}.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param id the id of the tag, digits as text
	 * @return how many records have it
	 * @throws IllegalArgumentException if that cannot be an id
	 */
	Mono<Long> countRecords(Class<?> type, String id);

	/**
	 * Count the records of a module that have a tag, as
	 * {@link #countRecords(Class, String)} does.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the id of the tag, digits as text
	 * @return how many records have it
	 * @throws IllegalArgumentException if one of them cannot be what it should be
	 */
	Mono<Long> countRecords(String module, String id);

	/**
	 * Add tags to records; those that they have already stay. Costs 1 credit for each 50
	 * records (Bigin's documentation). For no records or names no call is made.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param ids the record ids, at most {@value #MAX_RECORDS}
	 * @param names the names of the tags
	 * @return a result for each record
	 * @throws IllegalArgumentException if there are more records, or one cannot be the
	 * name of a tag
	 */
	Mono<WriteResults<String>> addTo(Class<?> type, Collection<String> ids, String... names);

	/**
	 * Add tags to records of a module, as {@link #addTo(Class, Collection, String...)}
	 * does.
	 * @param module the API name of the module, which is case-sensitive
	 * @param ids the record ids, at most {@value #MAX_RECORDS}
	 * @param names the names of the tags
	 * @return a result for each record
	 * @throws IllegalArgumentException if there are more records, or one cannot be the
	 * name of a tag
	 */
	Mono<WriteResults<String>> addTo(String module, Collection<String> ids, String... names);

	/**
	 * Remove tags from records. Costs 1 credit for each 50 records (Bigin's
	 * documentation). For no records or names no call is made.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param ids the record ids, at most {@value #MAX_RECORDS}
	 * @param names the names of the tags
	 * @return a result for each record
	 * @throws IllegalArgumentException if there are more records, or one cannot be the
	 * name of a tag
	 */
	Mono<WriteResults<String>> removeFrom(Class<?> type, Collection<String> ids, String... names);

	/**
	 * Remove tags from records of a module, as
	 * {@link #removeFrom(Class, Collection, String...)} does.
	 * @param module the API name of the module, which is case-sensitive
	 * @param ids the record ids, at most {@value #MAX_RECORDS}
	 * @param names the names of the tags
	 * @return a result for each record
	 * @throws IllegalArgumentException if there are more records, or one cannot be the
	 * name of a tag
	 */
	Mono<WriteResults<String>> removeFrom(String module, Collection<String> ids, String... names);

}
