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

package io.github.biginspring.model;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A note: a record of {@code Notes}.
 * <p>
 * To be created it needs its content. The fields are those recorded from the live API.
 * The module needs an OAuth scope of its own.
 *
 * @since 0.1.0
 */
@BiginModule("Notes")
public class Note extends AuditedRecord {

	/**
	 * Create a note without fields.
	 */
	public Note() {
	}

	/**
	 * Return the title.
	 * @return the title, or {@code null}
	 */
	public @Nullable String getNoteTitle() {
		return getText("Note_Title");
	}

	/**
	 * Set the title.
	 * @param noteTitle the title, or {@code null} to clear it
	 */
	public void setNoteTitle(@Nullable String noteTitle) {
		set("Note_Title", noteTitle);
	}

	/**
	 * Return the content.
	 * @return the content, or {@code null}
	 */
	public @Nullable String getNoteContent() {
		return getText("Note_Content");
	}

	/**
	 * Set the content.
	 * @param noteContent the content, or {@code null} to clear it
	 */
	public void setNoteContent(@Nullable String noteContent) {
		set("Note_Content", noteContent);
	}

	/**
	 * Return the record that the note is written on ({@code Parent_Id}).
	 * @return the record, or {@code null}
	 */
	@BiginField("Parent_Id")
	public @Nullable Lookup getParent() {
		return getLookup("Parent_Id");
	}

	/**
	 * Set the record that the note is written on, without its module.
	 * {@link #setParent(Class, String)} says both, as the service may demand of a note
	 * that is created in its module.
	 * @param parent the record, or {@code null} to clear it
	 */
	public void setParent(@Nullable Lookup parent) {
		set("Parent_Id", parent);
	}

	/**
	 * Set the record that the note is written on.
	 * @param type the type of that record, such as {@link Contact}, {@link Company} or
	 * {@link Deal}
	 * @param id the id of that record
	 * @throws IllegalArgumentException if the type does not say its module, or the id is
	 * empty
	 */
	public void setParent(Class<? extends BiginRecord> type, String id) {
		Assert.notNull(type, "'type' must not be null");
		setParent(ModuleNames.of(type), id);
	}

	/**
	 * Set the record that the note is written on.
	 * @param module the API name of its module, such as {@code Contacts},
	 * {@code Accounts} or {@code Pipelines}
	 * @param id the id of that record
	 * @throws IllegalArgumentException if one of them is empty
	 */
	public void setParent(String module, String id) {
		Assert.hasText(module, "'module' must not be empty");
		Assert.hasText(id, "'id' must not be empty");
		set("Parent_Id", Lookup.of(id));
		set("$se_module", module);
	}

}
