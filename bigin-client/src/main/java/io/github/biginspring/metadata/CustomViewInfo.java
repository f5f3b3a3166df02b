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
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A custom view of a module: a list of its records by criteria of its own. What is named
 * here is by analogy with Zoho CRM.
 *
 * @param id the view's id, digits as text, by which a list can be read
 * @param name the name
 * @param displayValue what a person sees
 * @param systemName the name within Bigin, {@code null} for a view of the organisation's
 * @param defaultView whether it is the one that people see first
 * @param category such as {@code public_views}
 * @param attributes what else the service says, by its names
 * @since 0.1.0
 */
@JsonNaming(SnakeCaseStrategy.class)
public record CustomViewInfo(@Nullable String id, @Nullable String name, @Nullable String displayValue,
		@Nullable String systemName, @JsonProperty("default") boolean defaultView, @Nullable String category,
		@JsonAnySetter Map<String, @Nullable Object> attributes) {

	/**
	 * Create the description, without attributes where they are missing.
	 * @param id the view's id, digits as text, by which a list can be read
	 * @param name the name
	 * @param displayValue what a person sees
	 * @param systemName the name within Bigin, {@code null} for a view of the
	 * organisation's
	 * @param defaultView whether it is the one that people see first
	 * @param category such as {@code public_views}
	 * @param attributes what else the service says, by its names
	 */
	public CustomViewInfo {
		attributes = ReadValues.map(attributes);
	}

}
