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
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.internal.DateTimeFormat;
import io.github.biginspring.internal.PlainNumber;

/**
 * A value that a field is compared with, checked once, and rendered for a search, COQL
 * and a bulk read. A text is escaped, so that it always remains one value.
 * <p>
 * Criteria and the parameters of COQL do this themselves. Use it to build the text of a
 * query by hand.
 *
 * @since 0.1.0
 */
public final class CriteriaValue {

	// Bigin's own words for a value, such as ${EMPTY}
	private static final String PLACEHOLDER = "${";

	private final Kind kind;

	private final String text;

	private CriteriaValue(Kind kind, String text) {
		this.kind = kind;
		this.text = text;
	}

	/**
	 * The value of a condition or parameter.
	 * @param name the field, or the parameter
	 * @param value a text, number, boolean, {@link LocalDate}, {@link OffsetDateTime},
	 * {@link ZonedDateTime} or {@link Instant}
	 * @return the value
	 * @throws IllegalArgumentException if it is of another type or {@code null}, or a
	 * text that cannot be sent
	 */
	public static CriteriaValue of(String name, @Nullable Object value) {
		if (value instanceof CharSequence) {
			return new CriteriaValue(Kind.TEXT, checked(name, value.toString()));
		}
		if (value instanceof Boolean) {
			return new CriteriaValue(Kind.BOOLEAN, value.toString());
		}
		if (value instanceof Number number) {
			return new CriteriaValue(Kind.NUMBER,
					PlainNumber.text("Field " + name + " cannot be compared with", number));
		}
		if (value instanceof LocalDate) {
			return new CriteriaValue(Kind.DATE, value.toString());
		}
		if (value instanceof OffsetDateTime dateTime) {
			return new CriteriaValue(Kind.TIME, DateTimeFormat.format(dateTime));
		}
		if (value instanceof ZonedDateTime dateTime) {
			return new CriteriaValue(Kind.TIME, DateTimeFormat.format(dateTime.toOffsetDateTime()));
		}
		if (value instanceof Instant instant) {
			return new CriteriaValue(Kind.TIME, DateTimeFormat.format(instant.atOffset(ZoneOffset.UTC)));
		}
		throw new IllegalArgumentException("Field " + name + " cannot be compared with "
				+ ((value != null)
						? "a " + value.getClass().getName()
								+ "; use a text, number, boolean, LocalDate, OffsetDateTime or Instant"
						: "null; use isEmpty() or isNotEmpty()"));
	}

	/**
	 * The text of a search that is not by criteria.
	 * @param parameter what is searched by, such as {@code email}
	 * @param text the text
	 * @return the same text
	 * @throws IllegalArgumentException if it cannot be sent, or could mean something else
	 */
	public static String searchTerm(String parameter, String text) {
		CriteriaValue value = of(parameter, text);
		Assert.isTrue(!value.isPlaceholder(), () -> "The text of a search by " + parameter + " begins with '"
				+ PLACEHOLDER + "', which Bigin may read as a word of its own: search for another part of the text");
		return value.text;
	}

	private static String checked(String name, String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			Assert.isTrue(!Character.isISOControl(c),
					() -> "Field " + name + " cannot be compared with a text that holds a control character");
			if (Character.isSurrogate(c)) {
				// cannot be encoded, and would go out as a question mark
				boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
						&& Character.isLowSurrogate(text.charAt(i + 1));
				Assert.isTrue(pair, () -> "Field " + name
						+ " cannot be compared with a text that holds half a surrogate pair, as of a cut-off emoji");
				i++;
			}
		}
		return text;
	}

	/**
	 * The value as a COQL query holds it.
	 * @return a number or boolean as it is, all else in quotes
	 */
	public String coqlLiteral() {
		return (this.kind == Kind.NUMBER || this.kind == Kind.BOOLEAN) ? this.text
				: "'" + this.text.replace("'", "''") + "'";
	}

	/**
	 * The value as the criteria of a search hold it.
	 * @return the text, escaped but not yet encoded for a URL
	 */
	String searchText() {
		if (this.kind != Kind.TEXT) {
			return this.text;
		}
		StringBuilder escaped = new StringBuilder(this.text.length() + 8);
		for (int i = 0; i < this.text.length(); i++) {
			char c = this.text.charAt(i);
			if (c == '(' || c == ')' || c == ',' || c == '\\') {
				escaped.append('\\');
			}
			escaped.append(c);
		}
		return escaped.toString();
	}

	/**
	 * The value as the body of a bulk read holds it.
	 * @return a text, number or boolean
	 */
	Object bulkValue() {
		return switch (this.kind) {
			case NUMBER -> new BigDecimal(this.text);
			case BOOLEAN -> Boolean.valueOf(this.text);
			default -> this.text;
		};
	}

	String text() {
		return this.text;
	}

	Kind kind() {
		return this.kind;
	}

	/**
	 * Whether Bigin could read the text as a word of its own, such as {@code ${EMPTY}}.
	 */
	boolean isPlaceholder() {
		return this.kind == Kind.TEXT && this.text.strip().startsWith(PLACEHOLDER);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof CriteriaValue value && this.kind == value.kind && this.text.equals(value.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	@Override
	public String toString() {
		return "?";
	}

	/**
	 * What a value is.
	 */
	enum Kind {

		TEXT, NUMBER, BOOLEAN, DATE, TIME

	}

}
