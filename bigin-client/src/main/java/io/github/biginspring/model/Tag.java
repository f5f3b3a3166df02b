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

package io.github.biginspring.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A tag on a record. In an update the tags that are sent replace those that were there,
 * and an empty list removes them all.
 *
 * @param name the name of the tag
 * @param id the id of the tag, digits as text; not needed when writing
 * @param colorCode the colour as {@code #RRGGBB}, or {@code null}
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Tag(@JsonProperty("name") String name, @JsonProperty("id") @Nullable String id,
		@JsonProperty("color_code") @Nullable String colorCode) {

	/**
	 * A tag by name, which is all that a write needs.
	 * @param name the name of the tag
	 * @return the tag
	 */
	public static Tag of(String name) {
		Assert.notNull(name, "'name' must not be null");
		return new Tag(name, null, null);
	}

}
