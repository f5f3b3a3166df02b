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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Copies of JSON values that nobody can change, however deep.
 *
 * @since 0.1.0
 */
public final class UnmodifiableJson {

	private UnmodifiableJson() {
	}

	/**
	 * Copy a JSON object.
	 * @param object the values by name
	 * @return an unmodifiable copy in the same order
	 * @throws IllegalArgumentException if a value is not of a JSON type; the message does
	 * not hold the value
	 */
	public static Map<String, @Nullable Object> copyOf(Map<?, ?> object) {
		Map<String, @Nullable Object> copy = new LinkedHashMap<>();
		object.forEach((name, value) -> copy.put(String.valueOf(name), value(String.valueOf(name), value)));
		return Collections.unmodifiableMap(copy);
	}

	private static @Nullable Object value(String name, @Nullable Object value) {
		if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
			return value;
		}
		if (value instanceof Map<?, ?> object) {
			return copyOf(object);
		}
		if (value instanceof Iterable<?> elements) {
			return list(name, elements);
		}
		if (value instanceof Object[] elements) {
			return list(name, Arrays.asList(elements));
		}
		throw new IllegalArgumentException("'" + name + "' cannot hold a " + value.getClass().getName()
				+ "; use a text, number, boolean, or a list or map of these, as they stand in JSON");
	}

	private static List<@Nullable Object> list(String name, Iterable<?> elements) {
		List<@Nullable Object> copy = new ArrayList<>();
		for (Object element : elements) {
			copy.add(value(name, element));
		}
		return Collections.unmodifiableList(copy);
	}

}
