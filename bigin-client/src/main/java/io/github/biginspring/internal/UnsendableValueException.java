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

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A value that JSON or UTF-8 has no form for, such as half an emoji or {@code NaN}.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial") // never serialized
public final class UnsendableValueException extends IllegalArgumentException {

	private UnsendableValueException(@Nullable String message) {
		super(message);
	}

	/**
	 * Check that all values of a record can be sent, at any depth.
	 * @param content what is to be sent of the record, by API name
	 * @throws UnsendableValueException if one cannot, naming its field
	 */
	public static void check(Map<String, ? extends @Nullable Object> content) {
		for (Map.Entry<String, ? extends @Nullable Object> field : content.entrySet()) {
			if (isBroken(field.getKey())) {
				throw new UnsendableValueException(
						"The name of a field holds half a surrogate pair, as of a cut-off emoji");
			}
			check(field.getKey(), field.getValue());
		}
	}

	/**
	 * Check that a value can be sent, at any depth.
	 * @param name the field, or what else the value is of
	 * @param value the value
	 * @throws UnsendableValueException if it cannot, naming the field
	 */
	public static void check(String name, @Nullable Object value) {
		if (value instanceof String text) {
			checkText(name, text);
		}
		else if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
			checkNumber(name, (Number) value);
		}
		else if (value instanceof Map<?, ?> map) {
			map.forEach((key, element) -> {
				checkText(name, String.valueOf(key));
				check(name, element);
			});
		}
		else if (value instanceof List<?> list) {
			for (Object element : list) {
				check(name, element);
			}
		}
	}

	private static void checkText(String name, String text) {
		if (isBroken(text)) {
			throw new UnsendableValueException("Field " + name
					+ " holds half a surrogate pair, as of a cut-off emoji, which cannot be sent: cut texts between"
					+ " code points");
		}
	}

	private static void checkNumber(String name, Number number) {
		try {
			PlainNumber.of("Field " + name + " cannot hold", number);
		}
		catch (IllegalArgumentException ex) {
			throw new UnsendableValueException(ex.getMessage());
		}
	}

	private static boolean isBroken(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (Character.isSurrogate(c)) {
				if (!Character.isHighSurrogate(c) || i + 1 == text.length()
						|| !Character.isLowSurrogate(text.charAt(i + 1))) {
					return true;
				}
				i++;
			}
		}
		return false;
	}

}
