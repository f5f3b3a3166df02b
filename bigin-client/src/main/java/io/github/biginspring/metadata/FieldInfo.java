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

package io.github.biginspring.metadata;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A field of a module.
 *
 * @param id the field's id, digits as text
 * @param apiName the name that calls use, case-sensitive
 * @param fieldLabel what a person sees
 * @param dataType Bigin's type, such as {@code text}, {@code lookup} or {@code picklist}
 * @param jsonType the type in JSON, such as {@code string} or {@code jsonobject}
 * @param length how many characters it takes
 * @param systemMandatory whether a record needs it
 * @param readOnly whether the organisation made it read only
 * @param fieldReadOnly whether it is read only by its nature
 * @param customField whether the organisation added it
 * @param visible whether people see it
 * @param filterable whether a list can be filtered by it
 * @param searchable whether a search can use it
 * @param sortable whether a list can be sorted by it
 * @param unique how values are compared where they must be unique, else empty
 * @param lookup the module that a lookup refers to, else empty
 * @param pickListValues the values of a picklist, else empty
 * @since 0.1.0
 */
@JsonNaming(SnakeCaseStrategy.class)
public record FieldInfo(@Nullable String id, String apiName, @Nullable String fieldLabel, @Nullable String dataType,
		@Nullable String jsonType, @Nullable Integer length, boolean systemMandatory, boolean readOnly,
		boolean fieldReadOnly, boolean customField, boolean visible, boolean filterable, boolean searchable,
		boolean sortable, @Nullable Map<String, @Nullable Object> unique,
		@Nullable Map<String, @Nullable Object> lookup,
		@JsonProperty("pick_list_values") @Nullable List<PicklistValue> pickListValues) {

	/**
	 * Create the description, with empty maps and lists for what is missing.
	 * @param id the field's id, digits as text
	 * @param apiName the name that calls use, case-sensitive
	 * @param fieldLabel what a person sees
	 * @param dataType Bigin's type, such as {@code text}, {@code lookup} or
	 * {@code picklist}
	 * @param jsonType the type in JSON, such as {@code string} or {@code jsonobject}
	 * @param length how many characters it takes
	 * @param systemMandatory whether a record needs it
	 * @param readOnly whether the organisation made it read only
	 * @param fieldReadOnly whether it is read only by its nature
	 * @param customField whether the organisation added it
	 * @param visible whether people see it
	 * @param filterable whether a list can be filtered by it
	 * @param searchable whether a search can use it
	 * @param sortable whether a list can be sorted by it
	 * @param unique how values are compared where they must be unique, else empty
	 * @param lookup the module that a lookup refers to, else empty
	 * @param pickListValues the values of a picklist, else empty
	 */
	public FieldInfo {
		unique = (unique != null) ? unique : Map.of();
		lookup = (lookup != null) ? lookup : Map.of();
		pickListValues = (pickListValues != null) ? List.copyOf(pickListValues) : List.of();
	}

	/**
	 * Whether the service refuses a second record with the same value.
	 * @return {@code true} for a unique field
	 */
	public boolean hasUniqueValues() {
		return this.unique != null && !this.unique.isEmpty();
	}

	/**
	 * A value of a picklist.
	 *
	 * @param id the value's id, digits as text
	 * @param displayValue what a person sees
	 * @param actualValue what records hold
	 * @since 0.1.0
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	public record PicklistValue(@Nullable String id, @Nullable String displayValue, @Nullable String actualValue) {

	}

}
