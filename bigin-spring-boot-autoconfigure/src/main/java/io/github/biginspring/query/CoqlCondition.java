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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.util.Assert;

import io.github.biginspring.query.internal.coql.CoqlTokens;

/**
 * What the rows of a {@link Coql} query must match:
 *
 * <pre class="code">
 * column("Email").like("%@example.org").and(column("Account_Name.Phone").isNotNull())
 * </pre>
 *
 * Values are quoted and escaped: whatever they hold, they stay values. Conditions are
 * paired by parentheses, as Bigin asks for. Immutable. {@link #toString()} hides the
 * values, which may be personal.
 *
 * @since 0.1.0
 */
public final class CoqlCondition {

	/**
	 * How many conditions a query takes (as other clients report).
	 */
	public static final int MOST_CONDITIONS = 25;

	private final String text;

	private final List<String> columns;

	private CoqlCondition(String text, List<String> columns) {
		this.text = text;
		this.columns = columns;
		Assert.isTrue(columns.size() <= MOST_CONDITIONS,
				() -> "A COQL query takes at most " + MOST_CONDITIONS + " conditions, not " + columns.size());
	}

	/**
	 * Start a condition on a column.
	 * @param name the API name of a field, or of one of a lookup's module, such as
	 * {@code Account_Name.Phone}
	 * @return what the column can be compared by
	 * @throws IllegalArgumentException if it is not an API name
	 */
	public static Column column(String name) {
		return new Column(FieldName.check(name));
	}

	/**
	 * Both must match.
	 * @param other the other condition
	 * @return a new condition
	 * @throws IllegalArgumentException if there are more conditions than Bigin takes
	 */
	public CoqlCondition and(CoqlCondition other) {
		return joined(" and ", other);
	}

	/**
	 * One of both must match.
	 * @param other the other condition
	 * @return a new condition
	 * @throws IllegalArgumentException if there are more conditions than Bigin takes
	 */
	public CoqlCondition or(CoqlCondition other) {
		return joined(" or ", other);
	}

	private CoqlCondition joined(String operator, CoqlCondition other) {
		List<String> all = new ArrayList<>(this.columns);
		all.addAll(other.columns);
		return new CoqlCondition("(" + this.text + operator + other.text + ")", List.copyOf(all));
	}

	/**
	 * Return the condition as Bigin reads it.
	 * @return the text, such as {@code Last_Name = 'Watson'}
	 */
	String text() {
		return this.text;
	}

	/**
	 * Return the columns that are compared, one for each condition.
	 * @return the API names
	 */
	List<String> columns() {
		return this.columns;
	}

	@Override
	public String toString() {
		return CoqlTokens.of(this.text).masked();
	}

	/**
	 * Compares a column. A value is a text, number, boolean, {@link java.time.LocalDate},
	 * {@link java.time.OffsetDateTime}, {@link java.time.ZonedDateTime} or
	 * {@link java.time.Instant}; every other type, {@code null} and texts with control
	 * characters are refused with an {@link IllegalArgumentException}.
	 *
	 * @since 0.1.0
	 */
	public static final class Column {

		private final String name;

		private Column(String name) {
			this.name = name;
		}

		/**
		 * The column has the value.
		 * @param value the value; of a lookup, the id of the record
		 * @return the condition
		 */
		public CoqlCondition is(Object value) {
			return compared("=", value);
		}

		/**
		 * The column has another value.
		 * @param value the value; of a lookup, the id of the record
		 * @return the condition
		 */
		public CoqlCondition isNot(Object value) {
			return compared("!=", value);
		}

		/**
		 * The column's value is less, or earlier.
		 * @param value the value
		 * @return the condition
		 */
		public CoqlCondition lessThan(Object value) {
			return compared("<", value);
		}

		/**
		 * The column's value is the same, less or earlier.
		 * @param value the value
		 * @return the condition
		 */
		public CoqlCondition lessThanOrEqualTo(Object value) {
			return compared("<=", value);
		}

		/**
		 * The column's value is greater, or later.
		 * @param value the value
		 * @return the condition
		 */
		public CoqlCondition greaterThan(Object value) {
			return compared(">", value);
		}

		/**
		 * The column's value is the same, greater or later.
		 * @param value the value
		 * @return the condition
		 */
		public CoqlCondition greaterThanOrEqualTo(Object value) {
			return compared(">=", value);
		}

		/**
		 * The column's value lies between two others, or is one of them.
		 * @param low the smaller one
		 * @param high the greater one
		 * @return the condition
		 */
		public CoqlCondition between(Object low, Object high) {
			return condition("between " + literal(low) + " and " + literal(high));
		}

		/**
		 * The column's value is one of several.
		 * @param values the values, at least one
		 * @return the condition
		 */
		public CoqlCondition in(Collection<?> values) {
			return condition("in " + list(values));
		}

		/**
		 * The column's value is one of several.
		 * @param values the values, at least one
		 * @return the condition
		 */
		public CoqlCondition in(Object... values) {
			return in(Arrays.asList(values));
		}

		/**
		 * The column's value is none of several.
		 * @param values the values, at least one
		 * @return the condition
		 */
		public CoqlCondition notIn(Collection<?> values) {
			return condition("not in " + list(values));
		}

		/**
		 * The column's value is none of several.
		 * @param values the values, at least one
		 * @return the condition
		 */
		public CoqlCondition notIn(Object... values) {
			return notIn(Arrays.asList(values));
		}

		/**
		 * The column's text is like the pattern.
		 * @param pattern the pattern, in which {@code %} stands for any text at the
		 * beginning or end
		 * @return the condition
		 */
		public CoqlCondition like(String pattern) {
			return compared("like", pattern);
		}

		/**
		 * The column's text is not like the pattern.
		 * @param pattern the pattern, in which {@code %} stands for any text at the
		 * beginning or end
		 * @return the condition
		 */
		public CoqlCondition notLike(String pattern) {
			return compared("not like", pattern);
		}

		/**
		 * The column is empty.
		 * @return the condition
		 */
		public CoqlCondition isNull() {
			return condition("is null");
		}

		/**
		 * The column is not empty.
		 * @return the condition
		 */
		public CoqlCondition isNotNull() {
			return condition("is not null");
		}

		private CoqlCondition compared(String comparator, Object value) {
			return condition(comparator + " " + literal(value));
		}

		private CoqlCondition condition(String comparison) {
			return new CoqlCondition(this.name + " " + comparison, List.of(this.name));
		}

		private String list(Collection<?> values) {
			Assert.notEmpty(values, () -> "Field " + this.name + ": 'in' takes at least one value");
			return values.stream().map(this::literal).collect(Collectors.joining(", ", "(", ")"));
		}

		private String literal(Object value) {
			return CoqlLiteral.of(this.name, value);
		}

	}

}
