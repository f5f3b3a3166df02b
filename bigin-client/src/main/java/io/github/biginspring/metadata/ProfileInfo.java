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

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A profile: what its users may do. What is named here is by analogy with Zoho CRM.
 *
 * @param id the profile's id, digits as text
 * @param name the name
 * @param displayLabel what a person sees
 * @param description what the profile is for
 * @param attributes what else the service says, by its names
 * @since 0.1.0
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ProfileInfo(String id, @Nullable String name, @Nullable String displayLabel, @Nullable String description,
		@JsonAnySetter Map<String, @Nullable Object> attributes) {

	/**
	 * Create the description, without attributes where they are missing.
	 * @param id the profile's id, digits as text
	 * @param name the name
	 * @param displayLabel what a person sees
	 * @param description what the profile is for
	 * @param attributes what else the service says, by its names
	 */
	public ProfileInfo {
		attributes = ReadValues.map(attributes);
	}

	// who changed the profile is among the attributes
	@Override
	public String toString() {
		return "ProfileInfo[id=" + this.id + ", name=" + this.name + "]";
	}

}
