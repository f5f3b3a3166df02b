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

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.criteria.CriteriaNode.Comparison;
import io.github.biginspring.criteria.CriteriaNode.Joint;
import io.github.biginspring.criteria.CriteriaNode.Junction;
import io.github.biginspring.internal.ApiName;

/**
 * The conditions that records must match, the same for searches, COQL and bulk reads:
 *
 * <pre class="code">
 * where("Last_Name").is("Watson").and("Mailing_City").startsWith("Lon")
 * where("Stage").is("Won").or(where("Amount").greaterThan(1000).and("Stage").not("Lost"))
 * </pre>
 *
 * Values are escaped, so that user input cannot change a query. Conditions are joined in
 * the order in which they are written; {@link #and(Criteria)} and {@link #or(Criteria)}
 * put parentheses around what they are given.
 * <p>
 * Not every operator can be expressed everywhere. One that cannot is refused when the
 * criteria are given to {@code matching(..)}:
 * <ul>
 * <li>A search takes {@code is}, {@code not}, {@code matches}, {@code startsWith},
 * comparisons, {@code between} and {@code in} of up to 100 values, in at most 10
 * conditions.</li>
 * <li>COQL takes all but {@code matches}, in at most 25 conditions, and alone takes
 * fields of related records, such as {@code Account_Name.Phone}.</li>
 * <li>A bulk read takes all but {@code matches}, and of {@code like} only patterns with
 * {@code %} at the beginning, at the end or both.</li>
 * </ul>
 * Which operators a field allows depends on its type; Bigin rejects others.
 * <p>
 * Immutable. {@link #toString()} hides the values, which may be personal.
 *
 * @since 0.1.0
 */
public final class Criteria {

	private final CriteriaNode node;

	private final int conditions;

	private Criteria(CriteriaNode node, int conditions) {
		this.node = node;
		this.conditions = conditions;
	}

	/**
	 * A condition on a field.
	 * @param field the API name of the field, in COQL also of a field of a related
	 * record, such as {@code Account_Name.Phone}
	 * @return what the field can be compared by
	 * @throws IllegalArgumentException if it is not an API name
	 */
	public static Condition where(String field) {
		return new Condition(ApiName.field(field), UnaryOperator.identity());
	}

	/**
	 * A further condition, which must match too.
	 * @param field the API name of the field
	 * @return what the field can be compared by
	 * @throws IllegalArgumentException if it is not an API name
	 */
	public Condition and(String field) {
		return new Condition(ApiName.field(field), this::and);
	}

	/**
	 * A further condition, which can match instead.
	 * @param field the API name of the field
	 * @return what the field can be compared by
	 * @throws IllegalArgumentException if it is not an API name
	 */
	public Condition or(String field) {
		return new Condition(ApiName.field(field), this::or);
	}

	/**
	 * Criteria of which both must match.
	 * @param other the other criteria
	 * @return new criteria
	 */
	public Criteria and(Criteria other) {
		return joined(Joint.AND, other);
	}

	/**
	 * Criteria of which one must match.
	 * @param other the other criteria
	 * @return new criteria
	 */
	public Criteria or(Criteria other) {
		return joined(Joint.OR, other);
	}

	private Criteria joined(Joint joint, Criteria other) {
		Assert.notNull(other, () -> "The criteria to join by '" + joint + "' must not be null");
		return new Criteria(Junction.of(joint, this.node, other.node), this.conditions + other.conditions);
	}

	CriteriaNode node() {
		return this.node;
	}

	int conditions() {
		return this.conditions;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Criteria criteria && this.node.equals(criteria.node);
	}

	@Override
	public int hashCode() {
		return this.node.hashCode();
	}

	@Override
	public String toString() {
		return this.node.toString();
	}

	/**
	 * A field that is to be compared. A value is a text, number, boolean,
	 * {@link LocalDate}, {@link OffsetDateTime}, {@link ZonedDateTime} or
	 * {@link Instant}; every other type, {@code null}, and a text that holds control
	 * characters or half a surrogate pair are refused with an
	 * {@link IllegalArgumentException}.
	 *
	 * @since 0.1.0
	 */
	public static final class Condition {

		private final String field;

		private final UnaryOperator<Criteria> join;

		private Condition(String field, UnaryOperator<Criteria> join) {
			this.field = field;
			this.join = join;
		}

		/**
		 * The field has the value. A reference to a record or user is compared by its id,
		 * in a search also by its name.
		 * <p>
		 * Bigin's searches compare texts by words: one for {@code Acme Product} also
		 * finds {@code Acme Other Product} (recorded from the live API). So the client
		 * looks again at what a search found, and leaves out what is not equal, whatever
		 * its case. A record that came without the field is an error, since nobody can
		 * tell.
		 * @param value the value
		 * @return the criteria
		 */
		public Criteria is(Object value) {
			return criteria(Operator.IS, value);
		}

		/**
		 * The field has another value.
		 * @param value the value
		 * @return the criteria
		 */
		public Criteria not(Object value) {
			return criteria(Operator.NOT, value);
		}

		/**
		 * The field's text holds all words of the text, perhaps among others: Bigin's own
		 * comparison, of searches only.
		 * @param value the words
		 * @return the criteria
		 */
		public Criteria matches(Object value) {
			return criteria(Operator.MATCHES, value);
		}

		/**
		 * The field's text begins with the given one.
		 * @param text the beginning
		 * @return the criteria
		 */
		public Criteria startsWith(String text) {
			return criteria(Operator.STARTS_WITH, text);
		}

		/**
		 * The field's text is like the pattern, in COQL and bulk reads.
		 * @param pattern the pattern, in which {@code %} stands for any text at the
		 * beginning or end
		 * @return the criteria
		 */
		public Criteria like(String pattern) {
			return criteria(Operator.LIKE, pattern);
		}

		/**
		 * The field's text is not like the pattern, in COQL and bulk reads; the latter
		 * take patterns such as {@code %text%} only.
		 * @param pattern the pattern, in which {@code %} stands for any text at the
		 * beginning or end
		 * @return the criteria
		 */
		public Criteria notLike(String pattern) {
			return criteria(Operator.NOT_LIKE, pattern);
		}

		/**
		 * The field's value is greater, or later.
		 * @param value the value
		 * @return the criteria
		 */
		public Criteria greaterThan(Object value) {
			return criteria(Operator.GREATER_THAN, value);
		}

		/**
		 * The field's value is the same, greater or later.
		 * @param value the value
		 * @return the criteria
		 */
		public Criteria greaterThanOrEquals(Object value) {
			return criteria(Operator.GREATER_THAN_OR_EQUALS, value);
		}

		/**
		 * The field's value is less, or earlier.
		 * @param value the value
		 * @return the criteria
		 */
		public Criteria lessThan(Object value) {
			return criteria(Operator.LESS_THAN, value);
		}

		/**
		 * The field's value is the same, less or earlier.
		 * @param value the value
		 * @return the criteria
		 */
		public Criteria lessThanOrEquals(Object value) {
			return criteria(Operator.LESS_THAN_OR_EQUALS, value);
		}

		/**
		 * The field's value lies between two others, or is one of them.
		 * @param low the smaller one
		 * @param high the greater one
		 * @return the criteria
		 */
		public Criteria between(Object low, Object high) {
			return criteria(Operator.BETWEEN, low, high);
		}

		/**
		 * The field has one of the values, each compared as by {@link #is(Object)}.
		 * @param values the values, at least one, and at most 100 in a search
		 * @return the criteria
		 */
		public Criteria in(Collection<?> values) {
			return list(Operator.IN, values);
		}

		/**
		 * The field has one of the values, each compared as by {@link #is(Object)}.
		 * @param values the values, at least one, and at most 100 in a search
		 * @return the criteria
		 */
		public Criteria in(Object... values) {
			return list(Operator.IN, (values != null) ? Arrays.asList(values) : null);
		}

		/**
		 * The field has none of the values, in COQL and bulk reads.
		 * @param values the values, at least one
		 * @return the criteria
		 */
		public Criteria notIn(Collection<?> values) {
			return list(Operator.NOT_IN, values);
		}

		/**
		 * The field has none of the values, in COQL and bulk reads.
		 * @param values the values, at least one
		 * @return the criteria
		 */
		public Criteria notIn(Object... values) {
			return list(Operator.NOT_IN, (values != null) ? Arrays.asList(values) : null);
		}

		/**
		 * The field has no value, in COQL and bulk reads.
		 * @return the criteria
		 */
		public Criteria isEmpty() {
			return criteria(Operator.IS_EMPTY);
		}

		/**
		 * The field has a value, in COQL and bulk reads.
		 * @return the criteria
		 */
		public Criteria isNotEmpty() {
			return criteria(Operator.IS_NOT_EMPTY);
		}

		private Criteria list(Operator operator, @Nullable Collection<?> values) {
			Assert.notNull(values, "'values' must not be null");
			Assert.notEmpty(values, () -> "Field " + this.field + ": '" + operator + "' takes one value or more");
			return criteria(operator, values.toArray());
		}

		private Criteria criteria(Operator operator, @Nullable Object... values) {
			List<CriteriaValue> checked = new ArrayList<>(values.length);
			for (Object value : values) {
				checked.add(CriteriaValue.of(this.field, value));
			}
			return this.join.apply(new Criteria(new Comparison(this.field, operator, List.copyOf(checked)), 1));
		}

	}

}
