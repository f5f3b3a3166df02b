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
 * A layout of a module: how its fields are arranged. A layout of {@code Pipelines} is a
 * team pipeline. What is named here is by analogy with Zoho CRM.
 *
 * @since 0.1.0
 */
public final class LayoutInfo extends ServiceInfo {

	private LayoutInfo(Map<String, ? extends @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * Create the description of a layout.
	 * @param attributes what the service says, by its names
	 * @return the description
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static LayoutInfo of(Map<String, ? extends @Nullable Object> attributes) {
		return new LayoutInfo(attributes);
	}

	/**
	 * Return the layout's id, digits as text.
	 * @return the value, or {@code null}
	 */
	public @Nullable String id() {
		return text("id");
	}

	/**
	 * Return the name.
	 * @return the value, or {@code null}
	 */
	public @Nullable String name() {
		return text("name");
	}

	/**
	 * Return what a person sees.
	 * @return the value, or {@code null}
	 */
	public @Nullable String displayLabel() {
		return text("display_label");
	}

	/**
	 * Whether people see it.
	 * @return {@code true} if so
	 */
	public boolean visible() {
		return flag("visible");
	}

	/**
	 * Return the parts of the layout, with their fields.
	 * @return the elements, unmodifiable, empty where there are none
	 */
	public List<Section> sections() {
		return elements("sections", Section::of);
	}

	@Override
	public String toString() {
		return describe("id", "name");
	}

	/**
	 * A part of a layout.
	 *
	 * @since 0.1.0
	 */
	public static final class Section extends ServiceInfo {

		private Section(Map<String, ? extends @Nullable Object> attributes) {
			super(attributes);
		}

		/**
		 * Create the description of a part.
		 * @param attributes what the service says, by its names
		 * @return the description
		 */
		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		public static Section of(Map<String, ? extends @Nullable Object> attributes) {
			return new Section(attributes);
		}

		/**
		 * Return the name.
		 * @return the value, or {@code null}
		 */
		public @Nullable String name() {
			return text("name");
		}

		/**
		 * Return the name that calls use.
		 * @return the value, or {@code null}
		 */
		public @Nullable String apiName() {
			return text("api_name");
		}

		/**
		 * Return what a person sees.
		 * @return the value, or {@code null}
		 */
		public @Nullable String displayLabel() {
			return text("display_label");
		}

		/**
		 * Return the fields, in their order.
		 * @return the elements, unmodifiable, empty where there are none
		 */
		public List<FieldInfo> fields() {
			return elements("fields", FieldInfo::of);
		}

		@Override
		public String toString() {
			return describe("name");
		}

	}

}
