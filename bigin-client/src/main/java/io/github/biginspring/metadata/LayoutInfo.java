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

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A layout of a module: how its fields are arranged. A layout of {@code Pipelines} is a
 * team pipeline. What is named here is by analogy with Zoho CRM.
 *
 * @param id the layout's id, digits as text
 * @param name the name
 * @param displayLabel what a person sees
 * @param visible whether people see it
 * @param sections the parts of the layout, with their fields
 * @param attributes what else the service says, by its names
 * @since 0.1.0
 */
@JsonNaming(SnakeCaseStrategy.class)
public record LayoutInfo(@Nullable String id, @Nullable String name, @Nullable String displayLabel, boolean visible,
		List<Section> sections, @JsonAnySetter Map<String, @Nullable Object> attributes) {

	/**
	 * Create the description, without sections and attributes where they are missing.
	 * @param id the layout's id, digits as text
	 * @param name the name
	 * @param displayLabel what a person sees
	 * @param visible whether people see it
	 * @param sections the parts of the layout, with their fields
	 * @param attributes what else the service says, by its names
	 */
	public LayoutInfo {
		sections = ReadValues.list(sections);
		attributes = ReadValues.map(attributes);
	}

	/**
	 * A part of a layout.
	 *
	 * @param name the name
	 * @param displayLabel what a person sees
	 * @param fields the fields, in their order
	 * @since 0.1.0
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	public record Section(@Nullable String name, @Nullable String displayLabel, List<FieldInfo> fields) {

		/**
		 * Create the description, without fields where they are missing.
		 * @param name the name
		 * @param displayLabel what a person sees
		 * @param fields the fields, in their order
		 */
		public Section {
			fields = ReadValues.list(fields);
		}

	}

}
