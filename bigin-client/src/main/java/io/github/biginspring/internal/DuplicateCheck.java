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

package io.github.biginspring.internal;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The fields by which an upsert finds the record that is there already.
 *
 * @param fields their API names; empty for those that are unique in the module
 */
public record DuplicateCheck(List<String> fields) {

	public static DuplicateCheck by(String... fields) {
		requireApiNames(fields);
		return new DuplicateCheck(List.of(fields));
	}

	public static void requireApiNames(String... fields) {
		for (String field : fields) {
			ApiName.plain("a field", field, "Email");
		}
	}

	/**
	 * Whether the record would be found again once it was inserted.
	 * @param content what is sent of the record
	 * @return {@code true} if it has a value in one of the fields
	 */
	public boolean hasValue(Map<String, @Nullable Object> content) {
		return this.fields.stream().anyMatch((field) -> isValue(content.get(field)));
	}

	private static boolean isValue(@Nullable Object value) {
		return value != null && !(value instanceof String text && text.isBlank());
	}

}
