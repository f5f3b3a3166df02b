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

package io.github.biginspring.file;

/**
 * Attachments, photos and uploads of files.
 *
 * <pre class="code">
 * Mono&lt;String&gt; attached = bigin.attachments(Contact.class, id).add(new FileSystemResource(contract));
 * Mono&lt;Path&gt; saved = bigin.photo(Contact.class, id).downloadTo(Path.of("photo.png"));
 * </pre>
 *
 * @since 0.1.0
 */
public interface FileOperations {

	/**
	 * The attachments of a record. They need an OAuth scope of their own (Bigin's
	 * documentation).
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param id the record id, digits as text
	 * @return the operations
	 * @throws IllegalArgumentException if it is not a record id
	 */
	AttachmentOperations attachments(Class<?> type, String id);

	/**
	 * The attachments of a record of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the record id, digits as text
	 * @return the operations
	 * @throws IllegalArgumentException if one of them cannot be what it should be
	 */
	AttachmentOperations attachments(String module, String id);

	/**
	 * The photo of a record. Contacts, companies and products have one (Bigin's
	 * documentation).
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @param id the record id, digits as text
	 * @return the operations
	 * @throws IllegalArgumentException if it is not a record id
	 */
	PhotoOperations photo(Class<?> type, String id);

	/**
	 * The photo of a record of a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @param id the record id, digits as text
	 * @return the operations
	 * @throws IllegalArgumentException if one of them cannot be what it should be
	 */
	PhotoOperations photo(String module, String id);

	/**
	 * The files that belong to no record: for file fields and mails.
	 * @return the operations
	 */
	UploadOperations uploads();

	/**
	 * The photo of the organisation.
	 * @return the operations
	 */
	OrganizationPhotoOperations organizationPhoto();

}
