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
 * A custom view of a module: a list of its records with its own criteria. What is named
 * here is by analogy with Zoho CRM.
 *
 * @since 0.1.0
 */
public final class CustomViewInfo extends ServiceInfo {

	private CustomViewInfo(Map<String, ? extends @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * Create the description of a view.
	 * @param attributes what the service says, by its names
	 * @return the description
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static CustomViewInfo of(Map<String, ? extends @Nullable Object> attributes) {
		return new CustomViewInfo(attributes);
	}

	/**
	 * Return the view's id, digits as text, by which a list can be read.
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
	public @Nullable String displayValue() {
		return text("display_value");
	}

	/**
	 * Return the name within Bigin, which a view of the organisation's does not have.
	 * @return the value, or {@code null}
	 */
	public @Nullable String systemName() {
		return text("system_name");
	}

	/**
	 * Whether it is the one that people see first.
	 * @return {@code true} if so
	 */
	public boolean defaultView() {
		return flag("default");
	}

	/**
	 * Return the category, such as {@code public_views}.
	 * @return the value, or {@code null}
	 */
	public @Nullable String category() {
		return text("category");
	}

	@Override
	public String toString() {
		return describe("id", "name");
	}

}
