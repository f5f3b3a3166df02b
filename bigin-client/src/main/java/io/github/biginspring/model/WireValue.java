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

package io.github.biginspring.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.internal.DateTimeFormat;

/**
 * Turns what a caller sets into what stands on the wire: text, number, boolean, object or
 * list. Done when it is set, so that a value of an unfit type is refused where the
 * mistake was made.
 */
final class WireValue {

	private WireValue() {
	}

	static @Nullable Object of(String field, @Nullable Object value) {
		if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
			return finite(field, value);
		}
		if (value instanceof CharSequence || value instanceof Character || value instanceof LocalDate
				|| value instanceof UUID) {
			return value.toString();
		}
		if (value instanceof OffsetDateTime dateTime) {
			return DateTimeFormat.format(dateTime);
		}
		if (value instanceof ZonedDateTime dateTime) {
			return DateTimeFormat.format(dateTime.toOffsetDateTime());
		}
		if (value instanceof Instant instant) {
			return DateTimeFormat.format(instant.atOffset(ZoneOffset.UTC));
		}
		if (value instanceof Lookup lookup) {
			return object("id", lookup.id(), "name", lookup.name());
		}
		if (value instanceof UserLookup user) {
			return object("id", user.id(), "name", user.name());
		}
		if (value instanceof Tag tag) {
			return object("name", tag.name(), "id", tag.id());
		}
		if (value instanceof BiginRecord record) {
			return new LinkedHashMap<>(record.asMap());
		}
		if (value instanceof Map<?, ?> map) {
			return map(field, map);
		}
		if (value instanceof Iterable<?> elements) {
			return list(field, elements);
		}
		if (value instanceof Object[] array) {
			return list(field, Arrays.asList(array));
		}
		throw new IllegalArgumentException("Field " + field + " cannot hold a " + value.getClass().getName()
				+ "; use a text, number, boolean, LocalDate, OffsetDateTime, Instant, Lookup, UserLookup, Tag,"
				+ " or a list or map of these");
	}

	private static @Nullable Object finite(String field, @Nullable Object value) {
		if (value instanceof Double number && !Double.isFinite(number)
				|| value instanceof Float single && !Float.isFinite(single)) {
			throw new IllegalArgumentException(
					"Field " + field + " cannot hold " + value + ": JSON has no such number");
		}
		return value;
	}

	private static Map<String, @Nullable Object> object(String first, @Nullable String firstValue, String second,
			@Nullable String secondValue) {
		Map<String, @Nullable Object> object = new LinkedHashMap<>(4);
		if (firstValue != null) {
			object.put(first, firstValue);
		}
		if (secondValue != null) {
			object.put(second, secondValue);
		}
		return object;
	}

	private static Map<String, @Nullable Object> map(String field, Map<?, ?> map) {
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		map.forEach((name, value) -> object.put(String.valueOf(name), of(field, value)));
		return object;
	}

	private static List<@Nullable Object> list(String field, Iterable<?> elements) {
		List<@Nullable Object> list = new ArrayList<>();
		for (Object element : elements) {
			list.add(of(field, element));
		}
		return list;
	}

}
