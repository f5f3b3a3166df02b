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

import io.github.biginspring.model.Tag;
import io.github.biginspring.related.TagOperations;
import io.github.biginspring.write.WriteResults;

/**
 * The tags of modules and records, as described by {@link TagOperations}.
 *
 * <pre class="code">
 * WriteResults&lt;String&gt; tagged = client.tags().addTo(Contact.class, ids, "VIP", "Newsletter");
 * </pre>
 *
 * @since 0.1.0
 */
public final class BlockingTagOperations {

	private final TagOperations tags;

	BlockingTagOperations(TagOperations tags) {
		this.tags = tags;
	}

	/**
	 * List the tags of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the tags
	 */
	public List<Tag> list(String module) {
		return Blocking.list(this.tags.list(module));
	}

	/**
	 * Create tags.
	 * @param module the API name of the module, which is case-sensitive
	 * @param names the names
	 * @return a result for each name, with the id of its tag
	 * @throws IllegalArgumentException if one cannot be the name of a tag
	 */
	public WriteResults<String> create(String module, String... names) {
		return Blocking.value(this.tags.create(module, names));
	}

	/**
	 * Rename a tag, also on all records that have it.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the id of the tag, digits as text
	 * @param name the new name
	 * @throws IllegalArgumentException if that cannot be the name of a tag
	 */
	public void rename(String module, String id, String name) {
		Blocking.end(this.tags.rename(module, id, name));
	}

	/**
	 * Delete a tag, also from all records that have it.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the id of the tag, digits as text
	 */
	public void delete(String module, String id) {
		Blocking.end(this.tags.delete(module, id));
	}

	/**
	 * Count the records that have a tag, for one call.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param id the id of the tag, digits as text
	 * @return how many records have it
	 * @throws IllegalArgumentException if that cannot be an id
	 */
	public long countRecords(Class<?> type, String id) {
		return Blocking.value(this.tags.countRecords(type, id));
	}

	/**
	 * Count the records of a module that have a tag, as
	 * {@code countRecords(Class, String)} does.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the id of the tag, digits as text
	 * @return how many records have it
	 * @throws IllegalArgumentException if one of them cannot be what it should be
	 */
	public long countRecords(String module, String id) {
		return Blocking.value(this.tags.countRecords(module, id));
	}

	/**
	 * Add tags to records; those that they have already stay.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param ids the record ids, at most {@value TagOperations#MAX_RECORDS}
	 * @param names the names of the tags
	 * @return a result for each record
	 * @throws IllegalArgumentException if there are more records, or one cannot be the
	 * name of a tag
	 */
	public WriteResults<String> addTo(Class<?> type, Collection<String> ids, String... names) {
		return Blocking.value(this.tags.addTo(type, ids, names));
	}

	/**
	 * Add tags to records of a module, as {@code addTo(Class, Collection, String...)}
	 * does.
	 * @param module the API name of the module, which is case-sensitive
	 * @param ids the record ids, at most {@value TagOperations#MAX_RECORDS}
	 * @param names the names of the tags
	 * @return a result for each record
	 * @throws IllegalArgumentException if there are more records, or one cannot be the
	 * name of a tag
	 */
	public WriteResults<String> addTo(String module, Collection<String> ids, String... names) {
		return Blocking.value(this.tags.addTo(module, ids, names));
	}

	/**
	 * Remove tags from records.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param ids the record ids, at most {@value TagOperations#MAX_RECORDS}
	 * @param names the names of the tags
	 * @return a result for each record
	 * @throws IllegalArgumentException if there are more records, or one cannot be the
	 * name of a tag
	 */
	public WriteResults<String> removeFrom(Class<?> type, Collection<String> ids, String... names) {
		return Blocking.value(this.tags.removeFrom(type, ids, names));
	}

	/**
	 * Remove tags from records of a module, as
	 * {@code removeFrom(Class, Collection, String...)} does.
	 * @param module the API name of the module, which is case-sensitive
	 * @param ids the record ids, at most {@value TagOperations#MAX_RECORDS}
	 * @param names the names of the tags
	 * @return a result for each record
	 * @throws IllegalArgumentException if there are more records, or one cannot be the
	 * name of a tag
	 */
	public WriteResults<String> removeFrom(String module, Collection<String> ids, String... names) {
		return Blocking.value(this.tags.removeFrom(module, ids, names));
	}

}
