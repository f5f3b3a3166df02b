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

package io.github.biginspring.simulator.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.DataType;

/**
 * Makes the values of one type of field comparable: numbers by size, times by seconds
 * since 1970, references by id, text whatever the case of its letters.
 */
final class Values {

	private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

	private Values() {
	}

	/**
	 * A value that a record holds.
	 * @param type the type of the field
	 * @param value the value
	 * @return what to compare
	 */
	static Comparable<?> held(DataType type, Object value) {
		return (type == DataType.DATETIME) ? (Comparable<?>) OffsetDateTime.parse((String) value).toEpochSecond()
				: given(type, value);
	}

	/**
	 * A value that was given in a query.
	 * @param type the type of the field
	 * @param value the value as text, number, boolean or object with an id
	 * @return what to compare
	 * @throws IllegalArgumentException if the value does not fit the type
	 */
	static Comparable<?> given(DataType type, Object value) {
		try {
			String text = value.toString();
			return switch (type) {
				case INTEGER, DOUBLE, CURRENCY -> new BigDecimal(text);
				case BIGINT -> Long.valueOf(text);
				case DATE -> LocalDate.parse(text);
				case DATETIME -> OffsetDateTime.parse(text, DATE_TIME).toEpochSecond();
				case BOOLEAN -> truth(text);
				case LOOKUP, USER, PIPELINE -> id(value);
				default -> text.toLowerCase(Locale.ROOT);
			};
		}
		catch (DateTimeException | NumberFormatException ex) {
			throw new IllegalArgumentException("invalid value", ex);
		}
	}

	@SuppressWarnings("unchecked")
	static <T> int compare(Comparable<T> one, Comparable<?> other) {
		return one.compareTo((T) other);
	}

	private static Boolean truth(String text) {
		if (!"true".equalsIgnoreCase(text) && !"false".equalsIgnoreCase(text)) {
			throw new IllegalArgumentException("invalid value");
		}
		return Boolean.valueOf(text);
	}

	private static String id(Object value) {
		Object id = (value instanceof Map<?, ?> reference) ? nonNull(reference.get("id")) : value;
		return Long.toString(Long.parseLong(id.toString()));
	}

	private static Object nonNull(@Nullable Object value) {
		if (value == null) {
			throw new IllegalArgumentException("invalid value");
		}
		return value;
	}

}
