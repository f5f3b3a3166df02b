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

/**
 * A profile, which determines what its users may do. What is named here is by analogy
 * with Zoho CRM.
 *
 * @since 0.1.0
 */
public final class ProfileInfo extends NamedInfo {

	private ProfileInfo(Map<String, ? extends @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * Create the description of a profile.
	 * @param attributes what the service says, by its names
	 * @return the description
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static ProfileInfo of(Map<String, ? extends @Nullable Object> attributes) {
		return new ProfileInfo(attributes);
	}

	/**
	 * Return the profile's id, digits as text.
	 * @return the value, empty where the service gives none
	 */
	public String id() {
		return textOrEmpty("id");
	}

	/**
	 * Return what the profile is for.
	 * @return the value, or {@code null}
	 */
	public @Nullable String description() {
		return text("description");
	}

	@Override
	public String toString() {
		return describe("id", "name");
	}

}
