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

package io.github.biginspring.query.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.internal.ApiName;
import io.github.biginspring.internal.mapping.RecordMapping;

/**
 * The {@code fields} parameter of a call.
 */
record FieldSelection(List<String> names) {

	private static final int MAX_FIELDS = 50;

	static FieldSelection of(RecordMapping<?> mapping) {
		return new FieldSelection(mapping.fields());
	}

	static FieldSelection of(String... names) {
		Assert.notNull(names, "'names' must not be null");
		for (String name : names) {
			ApiName.field(name);
		}
		requireFew(names.length);
		return new FieldSelection(List.of(names));
	}

	/**
	 * Return a selection that has further fields, as far as a call takes them. One that
	 * names none has them all.
	 * @param further the API names
	 * @return the selection
	 */
	FieldSelection including(Set<String> further) {
		if (this.names.isEmpty() || this.names.containsAll(further)) {
			return this;
		}
		List<String> all = new ArrayList<>(this.names);
		for (String name : further) {
			if (all.size() < MAX_FIELDS && !all.contains(name)) {
				all.add(name);
			}
		}
		return new FieldSelection(all);
	}

	/**
	 * Return the parameter.
	 * @return the names by comma, or {@code null} where none are named
	 */
	@Nullable String parameter() {
		// a type may well have more, of which a call names some
		requireFew(this.names.size());
		return this.names.isEmpty() ? null : String.join(",", this.names);
	}

	String requiredParameter(String module) {
		String parameter = parameter();
		if (parameter == null) {
			throw new IllegalStateException("A list of " + module
					+ " needs to know which fields are wanted: name them by fields(...), or use a type that has them");
		}
		return parameter;
	}

	private static void requireFew(int names) {
		if (names > MAX_FIELDS) {
			throw new IllegalArgumentException("A call takes at most " + MAX_FIELDS + " fields, not " + names
					+ ": name those that are needed by fields(...)");
		}
	}

}
