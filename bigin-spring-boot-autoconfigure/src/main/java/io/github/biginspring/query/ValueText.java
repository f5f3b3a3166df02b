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

package io.github.biginspring.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.record.BiginDateTimeFormat;

/**
 * Writes values that a field is compared with.
 */
final class ValueText {

	// more than any double has
	private static final int MOST_PLACES = 1100;

	private ValueText() {
	}

	static String of(String field, @Nullable Object value) {
		if (value instanceof CharSequence || value instanceof Boolean || value instanceof LocalDate) {
			return value.toString();
		}
		if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
			// never 1E+3
			return plain(field, new BigDecimal(number.toString()));
		}
		if (value instanceof OffsetDateTime dateTime) {
			return BiginDateTimeFormat.format(dateTime);
		}
		if (value instanceof ZonedDateTime dateTime) {
			return BiginDateTimeFormat.format(dateTime.toOffsetDateTime());
		}
		if (value instanceof Instant instant) {
			return BiginDateTimeFormat.format(instant.atOffset(ZoneOffset.UTC));
		}
		throw new IllegalArgumentException("Field " + field + " cannot be compared with "
				+ ((value != null) ? "a " + value.getClass().getName() : "null")
				+ "; use a text, number, boolean, LocalDate, OffsetDateTime or Instant");
	}

	static String forCriteria(String field, @Nullable Object value) {
		String text = of(field, value);
		return (value instanceof CharSequence) ? escaped(text) : text;
	}

	private static String escaped(String text) {
		StringBuilder escaped = new StringBuilder(text.length() + 8);
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '(' || c == ')' || c == ',' || c == '\\') {
				escaped.append('\\');
			}
			escaped.append(c);
		}
		return escaped.toString();
	}

	private static String plain(String field, BigDecimal number) {
		Assert.isTrue(Math.abs((long) number.scale()) <= MOST_PLACES,
				() -> "Field " + field + " cannot be compared with a number of more than " + MOST_PLACES + " places");
		return number.toPlainString();
	}

	// half a surrogate pair cannot be encoded and would go out as a question mark
	static boolean isWellFormed(String text) {
		return text.codePoints().noneMatch((c) -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
	}

}
