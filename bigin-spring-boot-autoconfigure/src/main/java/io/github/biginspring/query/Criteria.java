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
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.record.BiginDateTimeFormat;

/**
 * What the records of a search must match:
 *
 * <pre class="code">
 * where("Last_Name").is("Watson").and(where("Mailing_City").startsWith("Lon"))
 * </pre>
 *
 * Values are escaped: whatever they hold, they stay values. Bigin allows
 * {@value #MOST_CONDITIONS} conditions in one search (Bigin's documentation). Which
 * operators a field allows depends on its type; Bigin refuses others with
 * {@code INVALID_QUERY}. Bigin's {@code equals} compares texts by words: a search for
 * {@code Acme Product} also finds {@code Acme Other Product} (recorded from the live
 * API).
 * <p>
 * Immutable. {@link #toString()} hides the values, which may be personal.
 *
 * @since 0.1.0
 */
public final class Criteria {

	/**
	 * How many conditions a search takes.
	 */
	public static final int MOST_CONDITIONS = 10;

	/**
	 * How many values {@code in} takes.
	 */
	public static final int MOST_VALUES = 100;

	private final String expression;

	private final String masked;

	private final int conditions;

	private Criteria(String expression, String masked, int conditions) {
		this.expression = expression;
		this.masked = masked;
		this.conditions = conditions;
		Assert.isTrue(conditions <= MOST_CONDITIONS,
				() -> "A search takes at most " + MOST_CONDITIONS + " conditions, not " + conditions);
	}

	/**
	 * Start a condition on a field.
	 * @param field the API name of the field
	 * @return what the field can be compared by
	 * @throws IllegalArgumentException if it is not an API name
	 */
	public static Condition where(String field) {
		return new Condition(FieldName.check(field));
	}

	/**
	 * Both must match.
	 * @param other the other criteria
	 * @return new criteria
	 * @throws IllegalArgumentException if there are more conditions than Bigin takes
	 */
	public Criteria and(Criteria other) {
		return joined("and", other);
	}

	/**
	 * One of both must match.
	 * @param other the other criteria
	 * @return new criteria
	 * @throws IllegalArgumentException if there are more conditions than Bigin takes
	 */
	public Criteria or(Criteria other) {
		return joined("or", other);
	}

	/**
	 * Return the criteria as Bigin reads them, escaped but not yet encoded for a URL.
	 * @return the expression, such as {@code (Last_Name:equals:Watson)}
	 */
	public String expression() {
		return this.expression;
	}

	private Criteria joined(String operator, Criteria other) {
		return new Criteria("(" + this.expression + operator + other.expression + ")",
				"(" + this.masked + operator + other.masked + ")", this.conditions + other.conditions);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Criteria criteria && this.expression.equals(criteria.expression);
	}

	@Override
	public int hashCode() {
		return this.expression.hashCode();
	}

	@Override
	public String toString() {
		return this.masked;
	}

	/**
	 * Compares a field. A value is a text, number, boolean, {@link LocalDate},
	 * {@link OffsetDateTime}, {@link ZonedDateTime} or {@link Instant}; every other type
	 * and {@code null} is refused with an {@link IllegalArgumentException}.
	 *
	 * @since 0.1.0
	 */
	public static final class Condition {

		// more than any double has
		private static final int MOST_PLACES = 1100;

		private final String field;

		private Condition(String field) {
			this.field = field;
		}

		/**
		 * Bigin's {@code equals}, which compares texts by words.
		 * @param value the value
		 * @return the criteria
		 */
		public Criteria is(Object value) {
			return criteria("equals", text(value));
		}

		/**
		 * Bigin's {@code not_equal}.
		 * @param value the value
		 * @return the criteria
		 */
		public Criteria isNot(Object value) {
			return criteria("not_equal", text(value));
		}

		/**
		 * The text begins with the given one.
		 * @param value the beginning
		 * @return the criteria
		 */
		public Criteria startsWith(String value) {
			return criteria("starts_with", text(value));
		}

		/**
		 * The field's value is greater, or later.
		 * @param value the value
		 * @return the criteria
		 */
		public Criteria greaterThan(Object value) {
			return criteria("greater_than", text(value));
		}

		/**
		 * The field's value is the same, greater or later.
		 * @param value the value
		 * @return the criteria
		 */
		public Criteria greaterThanOrEqualTo(Object value) {
			return criteria("greater_equal", text(value));
		}

		/**
		 * The field's value is less, or earlier.
		 * @param value the value
		 * @return the criteria
		 */
		public Criteria lessThan(Object value) {
			return criteria("less_than", text(value));
		}

		/**
		 * The field's value is the same, less or earlier.
		 * @param value the value
		 * @return the criteria
		 */
		public Criteria lessThanOrEqualTo(Object value) {
			return criteria("less_equal", text(value));
		}

		/**
		 * The field's value lies between two others, or is one of them.
		 * @param low the smaller one
		 * @param high the greater one
		 * @return the criteria
		 */
		public Criteria between(Object low, Object high) {
			return criteria("between", text(low) + "," + text(high));
		}

		/**
		 * The field's value is one of several.
		 * @param values the values, 1 to {@value Criteria#MOST_VALUES}
		 * @return the criteria
		 */
		public Criteria in(Collection<?> values) {
			Assert.isTrue(!values.isEmpty() && values.size() <= MOST_VALUES,
					() -> "Field " + this.field + ": 'in' takes 1 to " + MOST_VALUES + " values, not " + values.size());
			return criteria("in", values.stream().map(this::text).collect(Collectors.joining(",")));
		}

		/**
		 * The field's value is one of several.
		 * @param values the values, 1 to {@value Criteria#MOST_VALUES}
		 * @return the criteria
		 */
		public Criteria in(Object... values) {
			return in(Arrays.asList(values));
		}

		private Criteria criteria(String operator, String value) {
			String start = "(" + this.field + ":" + operator + ":";
			return new Criteria(start + value + ")", start + "?)", 1);
		}

		private String text(@Nullable Object value) {
			if (value instanceof CharSequence text) {
				return escaped(text.toString());
			}
			if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
				// never 1E+3
				return plain(new BigDecimal(number.toString()));
			}
			if (value instanceof Boolean || value instanceof LocalDate) {
				return value.toString();
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
			throw new IllegalArgumentException("Field " + this.field + " cannot be compared with "
					+ ((value != null) ? "a " + value.getClass().getName() : "null")
					+ "; use a text, number, boolean, LocalDate, OffsetDateTime or Instant");
		}

		private String plain(BigDecimal number) {
			Assert.isTrue(Math.abs((long) number.scale()) <= MOST_PLACES, () -> "Field " + this.field
					+ " cannot be compared with a number of more than " + MOST_PLACES + " places");
			return number.toPlainString();
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

	}

}
