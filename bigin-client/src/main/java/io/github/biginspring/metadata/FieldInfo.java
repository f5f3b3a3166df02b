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

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.ServiceInfo;

/**
 * A field of a module.
 *
 * @since 0.1.0
 */
public final class FieldInfo extends ServiceInfo {

	private FieldInfo(Map<String, ? extends @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * Create the description of a field.
	 * @param attributes what the service says, by its names
	 * @return the description
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static FieldInfo of(Map<String, ? extends @Nullable Object> attributes) {
		return new FieldInfo(attributes);
	}

	/**
	 * Return the field's id, digits as text.
	 * @return the value, or {@code null}
	 */
	public @Nullable String id() {
		return text("id");
	}

	/**
	 * Return the name that calls use, case-sensitive.
	 * @return the value, empty where the service gives none
	 */
	public String apiName() {
		return textOrEmpty("api_name");
	}

	/**
	 * Return what a person sees.
	 * @return the value, or {@code null}
	 */
	public @Nullable String fieldLabel() {
		return text("field_label");
	}

	/**
	 * Return Bigin's type, such as {@code text}, {@code lookup} or {@code picklist}.
	 * @return the value, or {@code null}
	 */
	public @Nullable String dataType() {
		return text("data_type");
	}

	/**
	 * Return the type in JSON, such as {@code string} or {@code jsonobject}.
	 * @return the value, or {@code null}
	 */
	public @Nullable String jsonType() {
		return text("json_type");
	}

	/**
	 * Return how many characters it takes.
	 * @return the value, or {@code null}
	 */
	public @Nullable Integer length() {
		return smallNumber("length");
	}

	/**
	 * Whether a record needs it.
	 * @return {@code true} if so
	 */
	public boolean systemMandatory() {
		return flag("system_mandatory");
	}

	/**
	 * Whether the organisation made it read only.
	 * @return {@code true} if so
	 */
	public boolean readOnly() {
		return flag("read_only");
	}

	/**
	 * Whether it is read only by its nature.
	 * @return {@code true} if so
	 */
	public boolean fieldReadOnly() {
		return flag("field_read_only");
	}

	/**
	 * Whether the organisation added it.
	 * @return {@code true} if so
	 */
	public boolean customField() {
		return flag("custom_field");
	}

	/**
	 * Whether people see it.
	 * @return {@code true} if so
	 */
	public boolean visible() {
		return flag("visible");
	}

	/**
	 * Whether a list can be filtered by it.
	 * @return {@code true} if so
	 */
	public boolean filterable() {
		return flag("filterable");
	}

	/**
	 * Whether a search can use it.
	 * @return {@code true} if so
	 */
	public boolean searchable() {
		return flag("searchable");
	}

	/**
	 * Whether a list can be sorted by it.
	 * @return {@code true} if so
	 */
	public boolean sortable() {
		return flag("sortable");
	}

	/**
	 * Return how values are compared where they must be unique.
	 * @return the value, unmodifiable, empty where there is none
	 */
	public Map<String, @Nullable Object> unique() {
		return object("unique");
	}

	/**
	 * Whether the service refuses a second record with the same value.
	 * @return {@code true} for a unique field
	 */
	public boolean hasUniqueValues() {
		return !unique().isEmpty();
	}

	/**
	 * Return the module that a lookup refers to.
	 * @return the value, unmodifiable, empty where there is none
	 */
	public Map<String, @Nullable Object> lookup() {
		return object("lookup");
	}

	/**
	 * Return the values of a picklist.
	 * @return the elements, unmodifiable, empty where there are none
	 */
	public List<PicklistValue> pickListValues() {
		return elements("pick_list_values", PicklistValue::of);
	}

	@Override
	public String toString() {
		return describe("id", "api_name", "data_type");
	}

	/**
	 * A value of a picklist.
	 *
	 * @since 0.1.0
	 */
	public static final class PicklistValue extends ServiceInfo {

		private PicklistValue(Map<String, ? extends @Nullable Object> attributes) {
			super(attributes);
		}

		/**
		 * Create the description of a value.
		 * @param attributes what the service says, by its names
		 * @return the description
		 */
		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		public static PicklistValue of(Map<String, ? extends @Nullable Object> attributes) {
			return new PicklistValue(attributes);
		}

		/**
		 * Return the value's id, digits as text.
		 * @return the value, or {@code null}
		 */
		public @Nullable String id() {
			return text("id");
		}

		/**
		 * Return what a person sees.
		 * @return the value, or {@code null}
		 */
		public @Nullable String displayValue() {
			return text("display_value");
		}

		/**
		 * Return what records hold.
		 * @return the value, or {@code null}
		 */
		public @Nullable String actualValue() {
			return text("actual_value");
		}

		@Override
		public String toString() {
			return describe("id", "actual_value");
		}

	}

}
