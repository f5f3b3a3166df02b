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

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

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
 * {@code INVALID_QUERY}.
 * <p>
 * Bigin's {@code equals} compares texts by words: a search for {@code Acme Product} also
 * finds {@code Acme Other Product} (recorded from the live API). So the client looks
 * again at what {@link Condition#is is} and {@link Condition#in in} found and leaves out
 * what is not equal; {@link Condition#matchesWords matchesWords} takes all that Bigin
 * found.
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

	private final @Nullable RecordFilter filter;

	private Criteria(String expression, String masked, int conditions, @Nullable RecordFilter filter) {
		this.expression = expression;
		this.masked = masked;
		this.conditions = conditions;
		this.filter = filter;
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
		return joined("and", other, RecordFilter.and(this.filter, other.filter));
	}

	/**
	 * One of both must match.
	 * @param other the other criteria
	 * @return new criteria
	 * @throws IllegalArgumentException if there are more conditions than Bigin takes
	 */
	public Criteria or(Criteria other) {
		return joined("or", other, RecordFilter.or(this.filter, other.filter));
	}

	/**
	 * Return the criteria as Bigin reads them, escaped but not yet encoded for a URL.
	 * @return the expression, such as {@code (Last_Name:equals:Watson)}
	 */
	public String expression() {
		return this.expression;
	}

	/**
	 * Return what is left out of what Bigin finds.
	 * @return the filter, or {@code null} where all is taken
	 */
	@Nullable RecordFilter filter() {
		return this.filter;
	}

	int conditions() {
		return this.conditions;
	}

	private Criteria joined(String operator, Criteria other, @Nullable RecordFilter filter) {
		return new Criteria("(" + this.expression + operator + other.expression + ")",
				"(" + this.masked + operator + other.masked + ")", this.conditions + other.conditions, filter);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Criteria criteria && this.expression.equals(criteria.expression)
				&& Objects.equals(this.filter, criteria.filter);
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

		private final String field;

		private Condition(String field) {
			this.field = field;
		}

		/**
		 * The field's value is the given one. Texts are equal whatever their case, as for
		 * Bigin's unique fields. A reference to a record or user is compared by its id or
		 * name. What Bigin finds is looked at again by the client, as far as the field is
		 * read, which is seen to; values of several parts, such as tags, are left to
		 * Bigin.
		 * @param value the value
		 * @return the criteria
		 */
		public Criteria is(Object value) {
			return criteria("equals", text(value), FieldFilter.of(this.field, List.of(value)));
		}

		/**
		 * Bigin's {@code equals}, which compares texts by words: all words of the text
		 * are there, perhaps among others.
		 * @param value the value
		 * @return the criteria
		 */
		public Criteria matchesWords(Object value) {
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
		 * The field's value is one of several, each compared as by {@link #is(Object)}.
		 * @param values the values, 1 to {@value Criteria#MOST_VALUES}
		 * @return the criteria
		 */
		public Criteria in(Collection<?> values) {
			Assert.isTrue(!values.isEmpty() && values.size() <= MOST_VALUES,
					() -> "Field " + this.field + ": 'in' takes 1 to " + MOST_VALUES + " values, not " + values.size());
			return criteria("in", values.stream().map(this::text).collect(Collectors.joining(",")),
					FieldFilter.of(this.field, values));
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
			return criteria(operator, value, null);
		}

		private Criteria criteria(String operator, String value, @Nullable RecordFilter filter) {
			String start = "(" + this.field + ":" + operator + ":";
			return new Criteria(start + value + ")", start + "?)", 1, filter);
		}

		private String text(@Nullable Object value) {
			return ValueText.forCriteria(this.field, value);
		}

	}

}
