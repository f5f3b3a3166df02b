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
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import io.github.biginspring.criteria.CriteriaValue.Kind;
import io.github.biginspring.internal.DateTimeFormat;

/**
 * A value that the fields of records are compared with, in all the ways in which it can
 * stand on the wire, worked out once.
 */
final class ComparedValue {

	// a number of more digits is none that the service could hold
	private static final int MAX_DIGITS = 40;

	private static final int DATE_LENGTH = 10;

	private static final String[] NONE = {};

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
		return isText ? ofText(text)
				: new ComparedValue(text, false, (value.kind() == Kind.NUMBER) ? new BigDecimal(text) : null,
						(value.kind() == Kind.TIME) ? time(text) : null);
	}

	private static ComparedValue ofText(String value) {
		String text = value.strip();
		return new ComparedValue(text, true, number(text), time(text));
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
	 */
	boolean equalsWire(Object wire) {
		if (wire instanceof String text) {
			return equalsText(text);
		}
		if (wire instanceof Number) {
			return this.number != null && this.number.compareTo(new BigDecimal(wire.toString())) == 0;
		}
		return wire instanceof Boolean && this.text.equalsIgnoreCase(wire.toString());
	}

	/**
	 * Whether several values on the wire are this one, as those of a multi-select field:
	 * by one of them, or by all of them in one text.
	 * @param equalsOne whether a value is one of those on the wire
	 */
	boolean equalsParts(Predicate<ComparedValue> equalsOne) {
		if (equalsOne.test(this)) {
			return true;
		}
		String[] parts = this.isText ? StringUtils.delimitedListToStringArray(this.text.replace(',', ';'), ";") : NONE;
		if (parts.length < 2) {
			return false;
		}
		for (String part : parts) {
			if (!equalsOne.test(ofText(part))) {
				return false;
			}
		}
		return true;
	}

	private boolean equalsText(String wire) {
		if (this.text.equalsIgnoreCase(wire.strip())) {
			return true;
		}
		Instant other = time(wire);
		if (this.time != null && other != null) {
			return this.time.equals(other);
		}
		if (this.isText) {
			return false;
		}
		if (this.number != null) {
			BigDecimal number = number(wire);
			return number != null && this.number.compareTo(number) == 0;
		}
		// a date and a time: whose day it is depends on the offset
		return (this.time != null) ? isOn(wire, this.text, this.time) : other != null && isOn(this.text, wire, other);
	}

	private static boolean isOn(String date, String dateTime, Instant time) {
		return date.length() == DATE_LENGTH && (dateTime.startsWith(date) || time.toString().startsWith(date));
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
