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

package io.github.biginspring.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * The keys and types of a response of the live service. What was always {@code null} can
 * be anything.
 */
final class RecordedShape {

	private final String text;

	private int position;

	private RecordedShape(String text) {
		this.text = text;
	}

	/**
	 * Compare a response with what was recorded.
	 * @param shape the keys and types
	 * @param response the response
	 * @return what is missing or of another type; what was not recorded is allowed
	 */
	static List<String> differences(String shape, JsonNode response) {
		List<String> differences = new ArrayList<>();
		new RecordedShape(shape).type().check("", response, differences);
		return differences;
	}

	private Type type() {
		Type type = switch (peek()) {
			case '{' -> object();
			case '[' -> array();
			default -> plain(word());
		};
		if (this.text.startsWith(" or ", this.position)) {
			this.position += 4;
			Type other = type();
			return (path, value, differences) -> {
				List<String> first = new ArrayList<>();
				List<String> second = new ArrayList<>();
				type.check(path, value, first);
				other.check(path, value, second);
				if (!value.isNull() && !first.isEmpty() && !second.isEmpty()) {
					differences.addAll(second);
				}
			};
		}
		return type;
	}

	private Type object() {
		Map<String, Type> types = new LinkedHashMap<>();
		List<String> optional = new ArrayList<>();
		this.position++;
		while (peek() != '}') {
			int colon = this.text.indexOf(": ", this.position);
			String name = this.text.substring(this.position, colon);
			if (name.endsWith("?")) {
				name = name.substring(0, name.length() - 1);
				optional.add(name);
			}
			this.position = colon + 2;
			types.put(name, type());
			if (peek() == ',') {
				this.position += 2;
			}
		}
		this.position++;
		return (path, value, differences) -> {
			if (!value.isObject()) {
				differences.add(path + " is no object but " + value);
				return;
			}
			types.forEach((name, type) -> {
				JsonNode found = value.get(name);
				if (found != null) {
					type.check(path + "." + name, found, differences);
				}
				else if (!optional.contains(name)) {
					differences.add(path + "." + name + " is missing");
				}
			});
		};
	}

	private Type array() {
		this.position++;
		Type element = type();
		this.position++;
		return (path, value, differences) -> {
			if (!value.isArray()) {
				differences.add(path + " is no array but " + value);
			}
			for (JsonNode found : value) {
				element.check(path + "[]", found, differences);
			}
		};
	}

	private static Type plain(String name) {
		return (path, value, differences) -> {
			boolean matches = switch (name) {
				case "text" -> value.isString();
				case "boolean" -> value.isBoolean();
				case "integer" -> value.isIntegralNumber();
				case "number" -> value.isNumber();
				default -> true;
			};
			if (!matches) {
				differences.add(path + " is no " + name + " but " + value);
			}
		};
	}

	private String word() {
		int start = this.position;
		while (this.position < this.text.length() && Character.isLetter(peek())) {
			this.position++;
		}
		return this.text.substring(start, this.position);
	}

	private char peek() {
		return this.text.charAt(this.position);
	}

	@FunctionalInterface
	private interface Type {

		void check(String path, JsonNode value, List<String> differences);

	}

}
