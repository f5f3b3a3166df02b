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

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.ServiceInfo;

/**
 * A module of the organisation.
 *
 * @since 0.1.0
 */
public final class ModuleInfo extends ServiceInfo {

	private ModuleInfo(Map<String, ? extends @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * Create the description of a module.
	 * @param attributes what the service says, by its names
	 * @return the description
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static ModuleInfo of(Map<String, ? extends @Nullable Object> attributes) {
		return new ModuleInfo(attributes);
	}

	/**
	 * Return the module's id, digits as text.
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
	 * Return the name within Bigin, which can differ from the API name.
	 * @return the value, or {@code null}
	 */
	public @Nullable String moduleName() {
		return text("module_name");
	}

	/**
	 * Return what a person sees for one record.
	 * @return the value, or {@code null}
	 */
	public @Nullable String singularLabel() {
		return text("singular_label");
	}

	/**
	 * Return what a person sees for several.
	 * @return the value, or {@code null}
	 */
	public @Nullable String pluralLabel() {
		return text("plural_label");
	}

	/**
	 * Whether calls can use it at all.
	 * @return {@code true} if so
	 */
	public boolean apiSupported() {
		return flag("api_supported");
	}

	/**
	 * Whether people see it.
	 * @return {@code true} if so
	 */
	public boolean visible() {
		return flag("visible");
	}

	/**
	 * Whether records can be created.
	 * @return {@code true} if so
	 */
	public boolean creatable() {
		return flag("creatable");
	}

	/**
	 * Whether records can be updated.
	 * @return {@code true} if so
	 */
	public boolean editable() {
		return flag("editable");
	}

	/**
	 * Whether records can be deleted.
	 * @return {@code true} if so
	 */
	public boolean deletable() {
		return flag("deletable");
	}

	/**
	 * Whether records can be read.
	 * @return {@code true} if so
	 */
	public boolean viewable() {
		return flag("viewable");
	}

	/**
	 * Return what kind of module it is, such as {@code default} or {@code custom}.
	 * @return the value, or {@code null}
	 */
	public @Nullable String generatedType() {
		return text("generated_type");
	}

	/**
	 * Return its place among the modules.
	 * @return the value, or {@code null}
	 */
	public @Nullable Integer sequenceNumber() {
		return smallNumber("sequence_number");
	}

	@Override
	public String toString() {
		return describe("id", "api_name");
	}

}
