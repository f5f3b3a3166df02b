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

package io.github.biginspring.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A field that equals one of some values. A field that was not read, and a value that
 * cannot be compared, count as equal.
 *
 * @param name the API name
 * @param part the part of a reference that is compared, {@code id} or {@code name}, or
 * {@code null} for either
 * @param values the values
 */
record FieldFilter(String name, @Nullable String part, List<ComparedValue> values) implements RecordFilter {

	private static final List<String> PARTS = List.of("id", "name", "email");

	/**
	 * Create a filter.
	 * @param field the field as criteria name it
	 * @param values the values
	 * @return the filter, or {@code null} where the client cannot tell
	 */
	static @Nullable FieldFilter of(String field, Collection<?> values) {
		int dot = field.indexOf('.');
		String part = (dot >= 0) ? field.substring(dot + 1) : null;
		if (part != null && !part.equals("id") && !part.equals("name")) {
			return null;
		}
		List<ComparedValue> compared = new ArrayList<>(values.size());
		for (Object value : values) {
			ComparedValue one = ComparedValue.of(field, value);
			if (one == null) {
				return null;
			}
			compared.add(one);
		}
		return new FieldFilter((dot >= 0) ? field.substring(0, dot) : field, part, List.copyOf(compared));
	}

	@Override
	public Set<String> fields() {
		return this.name.equals("id") ? Set.of() : Set.of(this.name);
	}

	@Override
	public boolean test(Map<String, @Nullable Object> fields) {
		Object value = fields.get(this.name);
		if (value == null) {
			return !fields.containsKey(this.name);
		}
		if (value instanceof Map<?, ?> reference) {
			return (this.part != null) ? !reference.containsKey(this.part) || matchesPart(reference, this.part)
					: matchesReference(reference);
		}
		return value instanceof List<?> || matches(value);
	}

	private boolean matchesReference(Map<?, ?> reference) {
		boolean compared = false;
		for (String name : PARTS) {
			if (reference.containsKey(name)) {
				if (matchesPart(reference, name)) {
					return true;
				}
				compared = true;
			}
		}
		return !compared;
	}

	private boolean matchesPart(Map<?, ?> reference, String name) {
		Object value = reference.get(name);
		return value != null && matches(value);
	}

	private boolean matches(Object value) {
		for (ComparedValue compared : this.values) {
			if (compared.equalsWire(value)) {
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
