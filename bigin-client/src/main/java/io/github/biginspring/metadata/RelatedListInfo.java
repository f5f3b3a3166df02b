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
 * A list of what belongs to a record, such as its notes. What is named here is by analogy
 * with Zoho CRM.
 *
 * @param id the list's id, digits as text
 * @param apiName the name that calls use, case-sensitive
 * @param name the name
 * @param displayLabel what a person sees
 * @param type such as {@code default}
 * @param href the path of the list, with the record's id in braces, or {@code null}
 * @param attributes what else the service says, by its names
 * @since 0.1.0
 */
@JsonNaming(SnakeCaseStrategy.class)
public record RelatedListInfo(@Nullable String id, String apiName, @Nullable String name, @Nullable String displayLabel,
		@Nullable String type, @Nullable String href, @JsonAnySetter Map<String, @Nullable Object> attributes) {

	/**
	 * Create the description, without attributes where they are missing.
	 * @param id the list's id, digits as text
	 * @param apiName the name that calls use, case-sensitive
	 * @param name the name
	 * @param displayLabel what a person sees
	 * @param type such as {@code default}
	 * @param href the path of the list, with the record's id in braces, or {@code null}
	 * @param attributes what else the service says, by its names
	 */
	public RelatedListInfo {
		attributes = ReadValues.map(attributes);
	}

}
