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

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.Tag;
import io.github.biginspring.model.UserLookup;

/**
 * What a text stands for, by the type of the property that it goes to. A text that does
 * not look like it stays a text: the property then says what is wrong with it.
 */
enum TextValue {

	TEXT {

		@Override
		Object convert(String text) {
			return text;
		}

	},

	NUMBER {

		@Override
		Object convert(String text) {
			try {
				BigDecimal number = new BigDecimal(text);
				// a float would not go into an integer
				return (number.scale() == 0 && number.precision() < MAX_INTEGER_LENGTH) ? number.longValueExact()
						: number;
			}
			catch (NumberFormatException ex) {
				return text;
			}
		}

	},

	BOOLEAN {

		@Override
		Object convert(String text) {
			if (text.equalsIgnoreCase("true")) {
				return Boolean.TRUE;
			}
			return text.equalsIgnoreCase("false") ? Boolean.FALSE : text;
		}

	},

	REFERENCE {

		@Override
		Object convert(String text) {
			return object(text.chars().allMatch((c) -> c >= '0' && c <= '9') ? "id" : "name", text);
		}

	},

	TEXTS {

		@Override
		Object convert(String text) {
			return new ArrayList<>(parts(text, ";"));
		}

	},

	TAGS {

		@Override
		Object convert(String text) {
			List<Object> tags = new ArrayList<>();
			parts(text, ";,").forEach((name) -> tags.add(object("name", name)));
			return tags;
		}

	};

	private static final int MAX_INTEGER_LENGTH = 19;

	abstract Object convert(String text);

	static TextValue of(ResolvableType type) {
		Class<?> raw = ClassUtils.resolvePrimitiveIfNecessary(type.resolve(Object.class));
		if (Number.class.isAssignableFrom(raw)) {
			return NUMBER;
		}
		if (raw == Boolean.class) {
			return BOOLEAN;
		}
		if (raw == Lookup.class || raw == UserLookup.class || Map.class.isAssignableFrom(raw)) {
			return REFERENCE;
		}
		if (raw.isArray()) {
			return (raw.getComponentType() == Tag.class) ? TAGS : TEXTS;
		}
		if (Collection.class.isAssignableFrom(raw)) {
			return (type.asCollection().resolveGeneric(0) == Tag.class) ? TAGS : TEXTS;
		}
		return TEXT;
	}

	private static Map<String, @Nullable Object> object(String name, String value) {
		Map<String, @Nullable Object> object = new LinkedHashMap<>(2);
		object.put(name, value);
		return object;
	}

	private static List<String> parts(String text, String separators) {
		List<String> parts = new ArrayList<>();
		int from = 0;
		for (int i = 0; i <= text.length(); i++) {
			if (i == text.length() || separators.indexOf(text.charAt(i)) >= 0) {
				String part = text.substring(from, i).strip();
				if (!part.isEmpty()) {
					parts.add(part);
				}
				from = i + 1;
			}
		}
		return parts;
	}

}
