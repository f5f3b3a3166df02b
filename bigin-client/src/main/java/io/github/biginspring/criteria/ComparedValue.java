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

package io.github.biginspring.criteria;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.criteria.CriteriaValue.Kind;
import io.github.biginspring.internal.DateTimeFormat;

/**
 * A value that the fields of records are compared with, in all the ways in which it can
 * stand on the wire, worked out once.
 */
final class ComparedValue {

	// a number of more digits is none that the service could hold
	private static final int MAX_DIGITS = 40;

	private final String text;

	private final boolean isText;

	private final @Nullable BigDecimal number;

	private final @Nullable Instant time;

	private ComparedValue(String text, boolean isText, @Nullable BigDecimal number, @Nullable Instant time) {
		this.text = text;
		this.isText = isText;
		this.number = number;
		this.time = time;
	}

	/**
	 * The value as it is compared with what comes.
	 * @param value the value as it is asked for
	 * @return the value
	 */
	static ComparedValue of(CriteriaValue value) {
		String text = value.text().strip();
		boolean isText = value.kind() == Kind.TEXT;
		return new ComparedValue(text, isText, (isText || value.kind() == Kind.NUMBER) ? number(text) : null,
				(isText || value.kind() == Kind.TIME) ? time(text) : null);
	}

	/**
	 * Whether a field without a value is this one.
	 */
	boolean equalsNothing() {
		return this.text.isEmpty();
	}

	/**
	 * Whether a value on the wire is this one.
	 * @param wire a text, number or boolean
	 * @return {@code true} also where it cannot be told
	 */
	boolean equalsWire(Object wire) {
		if (wire instanceof String text) {
			return equalsText(text);
		}
		if (wire instanceof Number) {
			BigDecimal other = number(wire.toString());
			return this.number == null || other == null || this.number.compareTo(other) == 0;
		}
		if (wire instanceof Boolean) {
			return !isBoolean(this.text) || this.text.equalsIgnoreCase(wire.toString());
		}
		return true;
	}

	private boolean equalsText(String wire) {
		if (this.text.equalsIgnoreCase(wire.strip())) {
			return true;
		}
		if (this.time != null) {
			Instant other = time(wire);
			return (other != null) ? this.time.equals(other) : !this.isText;
		}
		if (this.isText) {
			return false;
		}
		if (this.number != null) {
			BigDecimal other = number(wire);
			return other == null || this.number.compareTo(other) == 0;
		}
		// a boolean or a date: another of its kind is not equal, all else cannot be told
		return isBoolean(this.text) ? !isBoolean(wire) : wire.length() != this.text.length();
	}

	private static boolean isBoolean(String text) {
		return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
	}

	private static @Nullable BigDecimal number(String text) {
		if (text.isEmpty() || text.length() > MAX_DIGITS || !text.chars()
			.allMatch((c) -> c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'E')) {
			return null;
		}
		try {
			return new BigDecimal(text);
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static @Nullable Instant time(String text) {
		// the shortest: 2026-02-06T00:28Z
		if (text.length() < 17 || text.charAt(4) != '-' || text.charAt(10) != 'T') {
			return null;
		}
		try {
			return DateTimeFormat.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	@Override
	public String toString() {
		return "?";
	}

}
