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
package io.github.biginspring.simulator.recording;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What a body is made of: the types of its values by their path, and the codes in it. The
 * elements of an array share one path.
 *
 * @param types the types by path, such as {@code data[].Owner.id}
 * @param codes the codes by path
 */
record Shape(Map<String, Set<String>> types, Map<String, Set<String>> codes) {

	static Shape of(@Nullable Object body) {
		Shape shape = new Shape(new TreeMap<>(), new TreeMap<>());
		if (body != null) {
			shape.add("", "", body);
		}
		return shape;
	}

	private void add(String path, String name, @Nullable Object value) {
		this.types.computeIfAbsent(path, (key) -> new TreeSet<>()).add(type(value));
		if (value instanceof Map<?, ?> map) {
			map.forEach((key, entry) -> add(path.isEmpty() ? String.valueOf(key) : path + "." + key,
					String.valueOf(key), entry));
		}
		else if (value instanceof List<?> list) {
			list.forEach((element) -> add(path + "[]", name, element));
		}
		else if ("code".equals(name) && value != null) {
			this.codes.computeIfAbsent(path, (key) -> new TreeSet<>()).add(value.toString());
		}
	}

	private static String type(@Nullable Object value) {
		if (value instanceof Map<?, ?>) {
			return "object";
		}
		if (value instanceof List<?>) {
			return "array";
		}
		if (value instanceof Number) {
			return "number";
		}
		if (value instanceof Boolean) {
			return "boolean";
		}
		return (value != null) ? "string" : "null";
	}

	/**
	 * Whether the body has something of which the parts can be compared: an element of an
	 * array, an object that is not null.
	 * @param path the path of a part
	 * @return whether what it would be part of is there
	 */
	boolean hasParent(String path) {
		int end = Math.max(path.lastIndexOf('.'), path.endsWith("[]") ? path.length() - 2 : -1);
		String parent = (end > 0) ? path.substring(0, end) : "";
		if (path.endsWith("[]")) {
			// an array may be empty
			return false;
		}
		Set<String> parentTypes = this.types.get(parent);
		return parentTypes != null && parentTypes.contains("object");
	}

}
