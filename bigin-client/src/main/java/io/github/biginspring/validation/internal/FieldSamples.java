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

package io.github.biginspring.validation.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.metadata.FieldInfo;
import io.github.biginspring.metadata.FieldInfo.PicklistValue;

/**
 * Values such as a field holds on the wire, where that is certain.
 *
 * @param values the values
 * @param freeText whether the field takes any text, so that only a date or time cannot be
 * read from it for certain
 */
record FieldSamples(List<?> values, boolean freeText) {

	private static final FieldSamples NONE = new FieldSamples(List.of(), false);

	// what Bigin shows for a picklist without a value
	private static final String NO_VALUE = "-None-";

	static FieldSamples of(FieldInfo field) {
		return switch (Objects.toString(field.dataType(), "")) {
			case "date" -> sample(field, "string", "2026-01-31");
			case "datetime" -> sample(field, "string", "2026-01-31T10:30:00+01:00");
			case "boolean" -> sample(field, "boolean", true);
			case "integer", "bigint", "double", "currency" -> number(field.jsonType());
			case "lookup", "ownerlookup" -> sample(field, "jsonobject", Map.of("id", "1", "name", "Sample"));
			case "picklist" -> isJson(field, "string") ? new FieldSamples(picklistValues(field), false) : NONE;
			case "text", "textarea", "email", "phone", "website" ->
				isJson(field, "string") ? new FieldSamples(List.of("Sample"), true) : NONE;
			default -> NONE;
		};
	}

	private static FieldSamples sample(FieldInfo field, String jsonType, Object value) {
		return isJson(field, jsonType) ? new FieldSamples(List.of(value), false) : NONE;
	}

	// a type in JSON that is not the one expected would make the sample wrong
	private static boolean isJson(FieldInfo field, String jsonType) {
		return field.jsonType() == null || field.jsonType().equals(jsonType);
	}

	private static FieldSamples number(@Nullable String jsonType) {
		return switch (Objects.toString(jsonType, "")) {
			case "integer" -> new FieldSamples(List.of(1), false);
			case "double" -> new FieldSamples(List.of(1.5), false);
			case "string" -> new FieldSamples(List.of("1"), false);
			default -> NONE;
		};
	}

	private static List<String> picklistValues(FieldInfo field) {
		return field.pickListValues()
			.stream()
			.map(PicklistValue::actualValue)
			.filter(Objects::nonNull)
			.filter((value) -> !value.equals(NO_VALUE))
			.toList();
	}

}
