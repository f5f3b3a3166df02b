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
 * A reference to a record of another module, such as a contact's company.
 *
 * @param id the id of the record, digits as text; {@code null} only for a company that is
 * given by name
 * @param name what the service shows for it; not needed when writing
 * @since 0.1.0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Lookup(@JsonProperty("id") @Nullable String id, @JsonProperty("name") @Nullable String name) {

	/**
	 * A reference by id, which is all that a write needs.
	 * @param id the id of the record
	 * @return the reference
	 */
	public static Lookup of(String id) {
		Assert.notNull(id, "'id' must not be null");
		return new Lookup(id, null);
	}

}
