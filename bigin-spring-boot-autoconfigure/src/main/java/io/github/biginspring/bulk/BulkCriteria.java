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

package io.github.biginspring.bulk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.record.BiginDateTimeFormat;

/**
 * What the records of a bulk read must match:
 *
 * <pre class="code">
 * where("Email").contains("@example.com").and(where("Modified_Time").greaterThan(since))
 * </pre>
 *
 * Other than those of a search, these go in the body, and have comparators of their own;
 * all but {@code equal} are by analogy with Zoho CRM. Which of them a field allows
 * depends on its type; Bigin refuses others.
 * <p>
 * Immutable. {@link #toString()} hides the values, which may be personal.
 *
 * @since 0.1.0
 */
public final class BulkCriteria {

	// of one condition, or of a group and then with the operator
	private final List<BulkCriteria> group;

	private final String operator;

	private final Map<String, Object> condition;

	private BulkCriteria(List<BulkCriteria> group, String operator, Map<String, Object> condition) {
		this.group = group;
		this.operator = operator;
		this.condition = condition;
	}

	/**
	 * Start a condition on a field.
	 * @param field the API name of the field
	 * @return what the field can be compared by
	 * @throws IllegalArgumentException if the name is empty
	 */
	public static Condition where(String field) {
		Assert.hasText(field, "'field' must not be empty");
		return new Condition(field);
	}

	/**
	 * Both must match.
	 * @param other the other criteria
	 * @return new criteria
	 */
	public BulkCriteria and(BulkCriteria other) {
		return joined("and", other);
	}

	/**
	 * One of both must match.
	 * @param other the other criteria
	 * @return new criteria
	 */
	public BulkCriteria or(BulkCriteria other) {
		return joined("or", other);
	}

	private BulkCriteria joined(String operator, BulkCriteria other) {
		List<BulkCriteria> parts = new ArrayList<>();
		addTo(parts, operator);
		other.addTo(parts, operator);
		return new BulkCriteria(parts, operator, Map.of());
	}

	// a and b and c are one group and not two
	private void addTo(List<BulkCriteria> parts, String operator) {
		if (!this.group.isEmpty() && this.operator.equals(operator)) {
			parts.addAll(this.group);
		}
		else {
			parts.add(this);
		}
	}

	/**
	 * Return the criteria as they stand in the body: always a group, also of one.
	 * @return the group
	 */
	Map<String, Object> body() {
		return this.group.isEmpty() ? group(List.of(this), "and") : part();
	}

	private Map<String, Object> part() {
		return this.group.isEmpty() ? this.condition : group(this.group, this.operator);
	}

	private static Map<String, Object> group(List<BulkCriteria> parts, String operator) {
		Map<String, Object> group = new LinkedHashMap<>();
		group.put("group", parts.stream().map(BulkCriteria::part).toList());
		group.put("group_operator", operator);
		return group;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BulkCriteria criteria && body().equals(criteria.body());
	}

	@Override
	public int hashCode() {
		return body().hashCode();
	}

	@Override
	public String toString() {
		if (this.group.isEmpty()) {
			return this.condition.get("api_name") + " " + this.condition.get("comparator") + " ?";
		}
		return this.group.stream()
			.map(BulkCriteria::toString)
			.collect(Collectors.joining(" " + this.operator + " ", "(", ")"));
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
		 * The field has the value.
		 * @param value the value
		 * @return the criteria
		 */
		public BulkCriteria is(Object value) {
			return criteria("equal", wire(value));
		}

		/**
		 * The field has another value.
		 * @param value the value
		 * @return the criteria
		 */
		public BulkCriteria isNot(Object value) {
			return criteria("not_equal", wire(value));
		}

		/**
		 * The field has one of the values.
		 * @param values the values, at least one
		 * @return the criteria
		 */
		public BulkCriteria in(Collection<?> values) {
			return criteria("in", wire(values));
		}

		/**
		 * The field has one of the values.
		 * @param values the values, at least one
		 * @return the criteria
		 */
		public BulkCriteria in(Object... values) {
			return in(Arrays.asList(values));
		}

		/**
		 * The field has none of the values.
		 * @param values the values, at least one
		 * @return the criteria
		 */
		public BulkCriteria notIn(Collection<?> values) {
			return criteria("not_in", wire(values));
		}

		/**
		 * The field has none of the values.
		 * @param values the values, at least one
		 * @return the criteria
		 */
		public BulkCriteria notIn(Object... values) {
			return notIn(Arrays.asList(values));
		}

		/**
		 * The text holds the given one.
		 * @param text the text
		 * @return the criteria
		 */
		public BulkCriteria contains(String text) {
			return criteria("contains", wire(text));
		}

		/**
		 * The text does not hold the given one.
		 * @param text the text
		 * @return the criteria
		 */
		public BulkCriteria doesNotContain(String text) {
			return criteria("not_contains", wire(text));
		}

		/**
		 * The text begins with the given one.
		 * @param text the beginning
		 * @return the criteria
		 */
		public BulkCriteria startsWith(String text) {
			return criteria("starts_with", wire(text));
		}

		/**
		 * The text ends with the given one.
		 * @param text the end
		 * @return the criteria
		 */
		public BulkCriteria endsWith(String text) {
			return criteria("ends_with", wire(text));
		}

		/**
		 * The field's value is greater, or later.
		 * @param value the value
		 * @return the criteria
		 */
		public BulkCriteria greaterThan(Object value) {
			return criteria("greater_than", wire(value));
		}

		/**
		 * The field's value is the same, greater or later.
		 * @param value the value
		 * @return the criteria
		 */
		public BulkCriteria greaterThanOrEqualTo(Object value) {
			return criteria("greater_equal", wire(value));
		}

		/**
		 * The field's value is less, or earlier.
		 * @param value the value
		 * @return the criteria
		 */
		public BulkCriteria lessThan(Object value) {
			return criteria("less_than", wire(value));
		}

		/**
		 * The field's value is the same, less or earlier.
		 * @param value the value
		 * @return the criteria
		 */
		public BulkCriteria lessThanOrEqualTo(Object value) {
			return criteria("less_equal", wire(value));
		}

		/**
		 * The field's value lies between two others, or is one of them.
		 * @param low the smaller one
		 * @param high the greater one
		 * @return the criteria
		 */
		public BulkCriteria between(Object low, Object high) {
			return criteria("between", List.of(wire(low), wire(high)));
		}

		private BulkCriteria criteria(String comparator, Object value) {
			Map<String, Object> condition = new LinkedHashMap<>();
			condition.put("api_name", this.field);
			condition.put("comparator", comparator);
			condition.put("value", value);
			return new BulkCriteria(List.of(), "", condition);
		}

		private Object wire(Collection<?> values) {
			Assert.notEmpty(values, () -> "Field " + this.field + " must be compared with one value or more");
			return values.stream().map(this::wire).toList();
		}

		private Object wire(@Nullable Object value) {
			if (value instanceof CharSequence || value instanceof LocalDate) {
				return value.toString();
			}
			if (value instanceof Boolean) {
				return value;
			}
			if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
				return new BigDecimal(number.toString());
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

	}

}
