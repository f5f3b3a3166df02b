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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import org.springframework.util.CollectionUtils;

/**
 * Reads the fields of a record straight into its map: no tree in between, and date-times
 * stay text until somebody asks for them. Names that came in the same order before are
 * compared, not read.
 */
final class FieldValueReader {

	private static final Object[] NO_VALUES = new Object[0];

	private final FieldShapes shapes = new FieldShapes();

	FieldShapes shapes() {
		return this.shapes;
	}

	/**
	 * Read an object.
	 * @param parser stands at its beginning, and stands at its end afterwards
	 * @return the fields by name, in order
	 */
	Map<String, @Nullable Object> readObject(JsonParser parser) {
		return readObject(parser, this.shapes.start());
	}

	private static Map<String, @Nullable Object> readObject(JsonParser parser, @Nullable FieldShape start) {
		if (start == null) {
			return readFields(parser, parser.nextName(), new LinkedHashMap<>());
		}
		if (start.isOfLittleUse()) {
			return readFields(parser, parser.nextName(), CollectionUtils.newLinkedHashMap(start.lastSize()));
		}
		FieldShape shape = start;
		@Nullable Object[] values = (start.lastSize() > 0) ? new Object[start.lastSize()] : NO_VALUES;
		while (true) {
			FieldShape next = shape.likely();
			if (next == null || !parser.nextName(next.encodedName())) {
				String name = (next != null) ? currentName(parser) : parser.nextName();
				if (name == null) {
					break;
				}
				next = shape.with(name);
				if (next == null) {
					start.failed();
					return readFields(parser, name,
							FieldMap.copy(shape.names(), values, Math.max(shape.size() + 1, start.lastSize())));
				}
			}
			shape = next;
			if (shape.size() > values.length) {
				values = Arrays.copyOf(values, Math.max(4, values.length * 2));
			}
			values[shape.size() - 1] = readValue(parser, parser.nextToken(), shape);
		}
		start.ended(shape.size());
		return new FieldMap(shape.names(), trimmed(values, shape.size()));
	}

	private static @Nullable String currentName(JsonParser parser) {
		return (parser.currentToken() == JsonToken.PROPERTY_NAME) ? parser.currentName() : null;
	}

	private static @Nullable Object[] trimmed(@Nullable Object[] values, int size) {
		return (values.length == size) ? values : Arrays.copyOf(values, size);
	}

	// from the given field on, whose value comes next
	private static Map<String, @Nullable Object> readFields(JsonParser parser, @Nullable String first,
			Map<String, @Nullable Object> fields) {
		for (String name = first; name != null; name = parser.nextName()) {
			fields.put(name, readValue(parser, parser.nextToken(), null));
		}
		return fields;
	}

	private static @Nullable Object readValue(JsonParser parser, JsonToken token, @Nullable FieldShape field) {
		return switch (token) {
			case VALUE_STRING -> parser.getString();
			case VALUE_NUMBER_INT -> parser.getNumberValue();
			// exact, because it can be an amount of money
			case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
			case VALUE_TRUE -> Boolean.TRUE;
			case VALUE_FALSE -> Boolean.FALSE;
			case START_OBJECT -> readObject(parser, (field != null) ? field.nested() : null);
			case START_ARRAY -> readArray(parser, field);
			default -> null;
		};
	}

	private static List<@Nullable Object> readArray(JsonParser parser, @Nullable FieldShape field) {
		JsonToken token = parser.nextToken();
		List<@Nullable Object> elements = new ArrayList<>((token != JsonToken.END_ARRAY) ? 4 : 0);
		for (; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
			elements.add(readValue(parser, token, field));
		}
		return elements;
	}

}
