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

import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;

/**
 * What the texts of a type's fields become. Worked out once for each type.
 */
final class TextFields {

	private final Map<String, TextValue> values;

	private TextFields(Map<String, TextValue> values) {
		this.values = values;
	}

	static TextFields of(List<MappedField> properties) {
		Map<String, TextValue> values = new HashMap<>();
		for (MappedField property : properties) {
			TextValue value = TextValue.of(type(property.member()));
			if (value != TextValue.TEXT) {
				values.put(property.apiName(), value);
			}
		}
		return new TextFields(Map.copyOf(values));
	}

	private static ResolvableType type(Member member) {
		if (member instanceof Method method) {
			return ResolvableType.forMethodReturnType(method);
		}
		return (member instanceof Field field) ? ResolvableType.forField(field) : ResolvableType.NONE;
	}

	Map<String, @Nullable Object> convert(Map<String, @Nullable Object> texts) {
		for (Map.Entry<String, @Nullable Object> field : texts.entrySet()) {
			TextValue value = this.values.get(field.getKey());
			if (value != null && field.getValue() instanceof String text) {
				field.setValue(value.convert(text));
			}
		}
		return texts;
	}

}
