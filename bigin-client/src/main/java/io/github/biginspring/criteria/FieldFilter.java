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

package io.github.biginspring.criteria;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A field that equals one of some values: as a text whatever its case, as a number, a
 * time, a reference by its id, name or email, or one or all of several values.
 *
 * @param name the API name
 * @param values the values
 * @param isRequired whether Bigin may take one of the values for a word of its own, so
 * that the field has to be read, and is not equal where it did not come
 */
record FieldFilter(String name, List<ComparedValue> values, boolean isRequired) implements RecordFilter {

	private static final List<String> PARTS = List.of("id", "name", "email");

	static FieldFilter of(String field, List<CriteriaValue> values) {
		return new FieldFilter(field, values.stream().map(ComparedValue::of).toList(),
				values.stream().anyMatch(CriteriaValue::isPlaceholder));
	}

	@Override
	public Set<String> fields() {
		return this.name.equals("id") ? Set.of() : Set.of(this.name);
	}

	@Override
	public Set<String> requiredFields() {
		return this.isRequired ? fields() : Set.of();
	}

	@Override
	public Verdict verdict(Map<String, @Nullable Object> fields) {
		if (!this.isRequired && !fields.containsKey(this.name)) {
			return Verdict.missing(this.name);
		}
		return Verdict.of(equals(fields));
	}

	private boolean equals(Map<String, @Nullable Object> fields) {
		Object value = fields.get(this.name);
		if (value == null) {
			return fields.containsKey(this.name) && matchesNothing();
		}
		if (value instanceof List<?> parts) {
			return parts.isEmpty() ? matchesNothing() : matchesParts(parts);
		}
		return matches(value);
	}

	private boolean matchesNothing() {
		for (ComparedValue compared : this.values) {
			if (compared.equalsNothing()) {
				return true;
			}
		}
		return false;
	}

	private boolean matchesParts(List<?> parts) {
		for (ComparedValue compared : this.values) {
			if (compared.equalsParts((value) -> parts.stream().anyMatch((part) -> equals(value, part)))) {
				return true;
			}
		}
		return false;
	}

	private boolean matches(Object wire) {
		for (ComparedValue compared : this.values) {
			if (equals(compared, wire)) {
				return true;
			}
		}
		return false;
	}

	private static boolean equals(ComparedValue compared, @Nullable Object wire) {
		if (wire instanceof Map<?, ?> reference) {
			return equalsReference(compared, reference);
		}
		return wire != null && compared.equalsWire(wire);
	}

	private static boolean equalsReference(ComparedValue compared, Map<?, ?> reference) {
		for (String part : PARTS) {
			Object value = reference.get(part);
			if (value != null && compared.equalsWire(value)) {
				return true;
			}
		}
		return false;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
