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
 * A related list: the records of one kind that belong to a record, such as its notes.
 * What is named here is by analogy with Zoho CRM.
 *
 * @since 0.1.0
 */
public final class RelatedListInfo extends ServiceInfo {

	private RelatedListInfo(Map<String, ? extends @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * Create the description of a related list.
	 * @param attributes what the service says, by its names
	 * @return the description
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static RelatedListInfo of(Map<String, ? extends @Nullable Object> attributes) {
		return new RelatedListInfo(attributes);
	}

	/**
	 * Return the list's id, digits as text.
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
	 * Return what kind of list it is, such as {@code default}.
	 * @return the value, or {@code null}
	 */
	public @Nullable String type() {
		return text("type");
	}

	/**
	 * Return the path of the list, with the record's id in braces.
	 * @return the value, or {@code null}
	 */
	public @Nullable String href() {
		return text("href");
	}

	@Override
	public String toString() {
		return describe("id", "api_name");
	}

}
