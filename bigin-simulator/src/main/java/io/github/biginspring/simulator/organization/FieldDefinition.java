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

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A field of a module. Immutable; each step returns a copy:
 * <pre class="code">FieldDefinition.text("Customer_Number").custom().unique()</pre>
 *
 * @since 0.1.0
 */
public final class FieldDefinition {

	private final String apiName;

	private final DataType type;

	private final int length;

	private final Set<Trait> traits;

	private final @Nullable String lookupModule;

	private final List<String> pickListValues;

	private FieldDefinition(String apiName, DataType type, int length, Set<Trait> traits, @Nullable String lookupModule,
			List<String> pickListValues) {
		this.apiName = apiName;
		this.type = type;
		this.length = length;
		this.traits = traits;
		this.lookupModule = lookupModule;
		this.pickListValues = pickListValues;
	}

	/**
	 * A field of the given type.
	 * @param apiName the name on the wire
	 * @param type the type
	 * @return an optional, writable, searchable field
	 */
	public static FieldDefinition of(String apiName, DataType type) {
		return new FieldDefinition(apiName, type, type.length(), EnumSet.noneOf(Trait.class), null, List.of());
	}

	/**
	 * A field that holds one line of at most 255 characters.
	 * @param apiName the name on the wire
	 * @return the field
	 */
	public static FieldDefinition text(String apiName) {
		return of(apiName, DataType.TEXT);
	}

	/**
	 * A field that holds one value out of a list.
	 * @param apiName the name on the wire
	 * @param values the values of the list
	 * @return the field
	 */
	public static FieldDefinition pickList(String apiName, String... values) {
		return new FieldDefinition(apiName, DataType.PICKLIST, DataType.PICKLIST.length(), EnumSet.noneOf(Trait.class),
				null, List.of(values));
	}

	/**
	 * A field that refers to a record.
	 * @param apiName the name on the wire
	 * @param module the module of that record, or {@code null} for a record of any module
	 * @return the field
	 */
	public static FieldDefinition lookup(String apiName, @Nullable String module) {
		return new FieldDefinition(apiName, DataType.LOOKUP, DataType.LOOKUP.length(), EnumSet.noneOf(Trait.class),
				module, List.of());
	}

	/**
	 * A field that refers to several records.
	 * @param apiName the name on the wire
	 * @param module the module of those records
	 * @return the field, on which criteria are refused
	 */
	public static FieldDefinition lookups(String apiName, String module) {
		return new FieldDefinition(apiName, DataType.LOOKUPS, DataType.LOOKUPS.length(),
				EnumSet.of(Trait.NOT_SEARCHABLE), module, List.of());
	}

	/**
	 * The same field, but a record without a value in it is refused.
	 * @return a copy
	 */
	public FieldDefinition required() {
		return with(Trait.REQUIRED);
	}

	/**
	 * The same field, but no two records of the module can have the same value, whatever
	 * the case of its letters.
	 * @return a copy
	 */
	public FieldDefinition unique() {
		return with(Trait.UNIQUE);
	}

	/**
	 * The same field, but what is written to it is ignored.
	 * @return a copy
	 */
	public FieldDefinition readOnly() {
		return with(Trait.READ_ONLY);
	}

	/**
	 * The same field, but reported as made by the organisation itself.
	 * @return a copy
	 */
	public FieldDefinition custom() {
		return with(Trait.CUSTOM);
	}

	/**
	 * The same field, but criteria on it are refused.
	 * @return a copy
	 */
	public FieldDefinition notSearchable() {
		return with(Trait.NOT_SEARCHABLE);
	}

	/**
	 * The same field with another greatest length.
	 * @param length the greatest number of characters
	 * @return a copy
	 */
	public FieldDefinition maximumLength(int length) {
		return new FieldDefinition(this.apiName, this.type, length, this.traits, this.lookupModule,
				this.pickListValues);
	}

	private FieldDefinition with(Trait trait) {
		Set<Trait> extended = EnumSet.of(trait);
		extended.addAll(this.traits);
		return new FieldDefinition(this.apiName, this.type, this.length, extended, this.lookupModule,
				this.pickListValues);
	}

	/**
	 * The name on the wire.
	 * @return the API name
	 */
	public String apiName() {
		return this.apiName;
	}

	/**
	 * The type of the field.
	 * @return the type
	 */
	public DataType type() {
		return this.type;
	}

	String label() {
		return this.apiName.replace('_', ' ').trim();
	}

	int length() {
		return this.length;
	}

	@Nullable String lookupModule() {
		return this.lookupModule;
	}

	List<String> pickListValues() {
		return this.pickListValues;
	}

	boolean isRequired() {
		return this.traits.contains(Trait.REQUIRED);
	}

	boolean isUnique() {
		return this.traits.contains(Trait.UNIQUE);
	}

	boolean isReadOnly() {
		return this.traits.contains(Trait.READ_ONLY);
	}

	boolean isCustom() {
		return this.traits.contains(Trait.CUSTOM);
	}

	boolean isSearchable() {
		return !this.traits.contains(Trait.NOT_SEARCHABLE);
	}

	@Override
	public String toString() {
		return this.apiName + " (" + this.type.wireName() + ")";
	}

	private enum Trait {

		REQUIRED, UNIQUE, READ_ONLY, CUSTOM, NOT_SEARCHABLE

	}

}
