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
 * Base class of tasks, events and calls, which can belong to a contact, company or deal.
 *
 * @since 0.1.0
 */
public abstract class ActivityRecord extends OwnedRecord {

	private static final String RELATED_TO = "Related_To";

	private static final String RELATED_MODULE = "$related_module";

	/**
	 * Create a record without fields.
	 */
	protected ActivityRecord() {
	}

	/**
	 * Return the record that this one belongs to.
	 * @return the record, or {@code null}
	 */
	public @Nullable Lookup getRelatedTo() {
		return getLookup(RELATED_TO);
	}

	/**
	 * Set the record that this one belongs to, without its module, or clear it.
	 * {@link #setRelatedTo(Class, String)} says both, as the service may demand.
	 * @param relatedTo the record, or {@code null} to clear it
	 */
	public void setRelatedTo(@Nullable Lookup relatedTo) {
		set(RELATED_TO, relatedTo);
	}

	/**
	 * Set the record that this one belongs to.
	 * @param type the type of that record, such as {@link Contact}, {@link Company} or
	 * {@link Deal}
	 * @param id the id of that record
	 * @throws IllegalArgumentException if the type does not say its module, or the id is
	 * empty
	 */
	public void setRelatedTo(Class<? extends BiginRecord> type, String id) {
		Assert.notNull(type, "'type' must not be null");
		setRelatedTo(ModuleNames.of(type), id);
	}

	/**
	 * Set the record that this one belongs to.
	 * @param module the API name of its module, such as {@code Contacts},
	 * {@code Accounts} or {@code Pipelines}
	 * @param id the id of that record
	 * @throws IllegalArgumentException if one of them is empty
	 */
	public void setRelatedTo(String module, String id) {
		Assert.hasText(module, "'module' must not be empty");
		Assert.hasText(id, "'id' must not be empty");
		set(RELATED_TO, Lookup.of(id));
		// the one place where the service calls the module by its other name
		set(RELATED_MODULE, module.equals("Pipelines") ? "Deals" : module);
	}

	/**
	 * Return the module of the record that this one belongs to ({@code $related_module}).
	 * @return the name as the service gives it, which is {@code Deals} for a record of
	 * {@code Pipelines}, or {@code null}
	 */
	@BiginField(RELATED_MODULE)
	public @Nullable String getRelatedModule() {
		return getText(RELATED_MODULE);
	}

}
