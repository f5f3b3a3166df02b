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

/**
 * Related records, notes and tags.
 *
 * <pre class="code">
 * Flux&lt;Product&gt; products = bigin.related(Contact.class, id).list("Products", Product.class).all();
 * Flux&lt;Note&gt; notes = bigin.notes(Contact.class, id).all();
 * </pre>
 *
 * @since 0.1.0
 */
public interface RelationOperations {

	/**
	 * The related lists of a record.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param id the record id, digits as text
	 * @return the operations
	 * @throws IllegalArgumentException if it is not a record id
	 */
	RelatedOperations related(Class<?> type, String id);

	/**
	 * The related lists of a record of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the record id, digits as text
	 * @return the operations
	 * @throws IllegalArgumentException if one of them cannot be what it should be
	 */
	RelatedOperations related(String module, String id);

	/**
	 * The notes on a record. They need an OAuth scope of their own.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param id the record id, digits as text
	 * @return the operations
	 * @throws IllegalArgumentException if it is not a record id
	 */
	NoteOperations notes(Class<?> type, String id);

	/**
	 * The notes on a record of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the record id, digits as text
	 * @return the operations
	 * @throws IllegalArgumentException if one of them cannot be what it should be
	 */
	NoteOperations notes(String module, String id);

}
