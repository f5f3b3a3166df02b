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

import org.springframework.util.Assert;

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
	 * Check that the record would be found again once it was inserted.
	 * @param content what is sent of the record
	 */
	public void requireValue(Map<String, @Nullable Object> content) {
		Assert.isTrue(this.fields.stream().anyMatch((field) -> hasValue(content.get(field))),
				() -> "A record without a value in any of " + this.fields
						+ " could be inserted twice by an upsert that may be made again: create it instead");
	}

	private static boolean hasValue(@Nullable Object value) {
		return value != null && !(value instanceof String text && text.isBlank());
	}

}
