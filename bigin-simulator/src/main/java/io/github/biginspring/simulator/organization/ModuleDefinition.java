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

package io.github.biginspring.simulator.organization;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A module and its fields. Immutable; each step returns a copy.
 *
 * @since 0.1.0
 */
public final class ModuleDefinition {

	private final String apiName;

	private final String singularLabel;

	private final String pluralLabel;

	private final String nameField;

	private final boolean custom;

	private final Map<String, FieldDefinition> fields;

	private ModuleDefinition(String apiName, String singularLabel, String pluralLabel, String nameField, boolean custom,
			Map<String, FieldDefinition> fields) {
		this.apiName = apiName;
		this.singularLabel = singularLabel;
		this.pluralLabel = pluralLabel;
		this.nameField = nameField;
		this.custom = custom;
		this.fields = fields;
	}

	/**
	 * A module that the organisation made itself: an id, a required {@code Name}, owner,
	 * tags and the four audit fields, to which {@link #with} adds more.
	 * @param apiName the name on the wire
	 * @param singularLabel what users call one of its records
	 * @param pluralLabel what users call several
	 * @return the module
	 */
	public static ModuleDefinition custom(String apiName, String singularLabel, String pluralLabel) {
		return new ModuleDefinition(apiName, singularLabel, pluralLabel, "Name", true, Map.of())
			.with(FieldDefinition.text("Name").maximumLength(120).required())
			.with(StandardModules.commonFields());
	}

	static ModuleDefinition standard(String apiName, String singularLabel, String pluralLabel, String nameField) {
		return new ModuleDefinition(apiName, singularLabel, pluralLabel, nameField, false, Map.of());
	}

	/**
	 * The same module with further fields, which take the place of fields of the same
	 * name.
	 * @param additional the fields to add
	 * @return a copy
	 */
	public ModuleDefinition with(FieldDefinition... additional) {
		Map<String, FieldDefinition> extended = new LinkedHashMap<>(this.fields);
		for (FieldDefinition field : additional) {
			extended.put(field.apiName(), field);
		}
		return new ModuleDefinition(this.apiName, this.singularLabel, this.pluralLabel, this.nameField, this.custom,
				Collections.unmodifiableMap(extended));
	}

	/**
	 * The name on the wire.
	 * @return the API name
	 */
	public String apiName() {
		return this.apiName;
	}

	/**
	 * The fields, in the order in which they were defined.
	 * @return all fields of the module
	 */
	public Collection<FieldDefinition> fields() {
		return this.fields.values();
	}

	/**
	 * One field.
	 * @param fieldName the API name of the field; case matters
	 * @return the field, or {@code null} where the module has none of that name
	 */
	public @Nullable FieldDefinition field(String fieldName) {
		return this.fields.get(fieldName);
	}

	/**
	 * The name of the module in the user interface's code, which can be another one.
	 * @return the module name
	 */
	String moduleName() {
		return switch (this.apiName) {
			case "Pipelines" -> "Deals";
			default -> this.custom ? this.pluralLabel.replace(' ', '_') : this.apiName;
		};
	}

	String singularLabel() {
		return this.singularLabel;
	}

	String pluralLabel() {
		return this.pluralLabel;
	}

	String nameField() {
		return this.nameField;
	}

	boolean isCustom() {
		return this.custom;
	}

	boolean hasFieldOf(DataType type) {
		return this.fields.values().stream().anyMatch((field) -> field.type() == type);
	}

	@Override
	public String toString() {
		return this.apiName;
	}

}
