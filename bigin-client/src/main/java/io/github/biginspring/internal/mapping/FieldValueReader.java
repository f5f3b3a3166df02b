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

package io.github.biginspring.internal.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import org.springframework.util.CollectionUtils;

/**
 * Reads the fields of a record straight into its map: no tree in between, and date-times
 * stay text until somebody asks for them.
 */
final class FieldValueReader {

	// a lookup has two fields, a user or a tag three
	private static final int NESTED_SIZE = 3;

	private FieldValueReader() {
	}

	/**
	 * Read an object.
	 * @param parser stands at its beginning, and stands at its end afterwards
	 * @param expectedSize how many fields it may have, so that the map need not grow
	 * @return the fields by name, in order
	 */
	static Map<String, @Nullable Object> readObject(JsonParser parser, int expectedSize) {
		Map<String, @Nullable Object> fields = CollectionUtils.newLinkedHashMap(expectedSize);
		for (String name = parser.nextName(); name != null; name = parser.nextName()) {
			fields.put(name, readValue(parser, parser.nextToken()));
		}
		return fields;
	}

	private static @Nullable Object readValue(JsonParser parser, JsonToken token) {
		return switch (token) {
			case VALUE_STRING -> parser.getString();
			case VALUE_NUMBER_INT -> parser.getNumberValue();
			// exact, because it can be an amount of money
			case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
			case VALUE_TRUE -> Boolean.TRUE;
			case VALUE_FALSE -> Boolean.FALSE;
			case START_OBJECT -> readObject(parser, NESTED_SIZE);
			case START_ARRAY -> readArray(parser);
			default -> null;
		};
	}

	private static List<@Nullable Object> readArray(JsonParser parser) {
		List<@Nullable Object> elements = new ArrayList<>(4);
		for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
			elements.add(readValue(parser, token));
		}
		return elements;
	}

}
