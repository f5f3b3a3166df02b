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

package io.github.biginspring.simulator.query;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.DataType;
import io.github.biginspring.simulator.organization.RecordRow;
import io.github.biginspring.simulator.organization.RefusedException;

/**
 * The condition that a column compares to values. As in SQL, a record without a value
 * meets none but {@link Comparison#IS_NULL}.
 *
 * @since 0.1.0
 */
public final class ValueFilter implements Filter {

	static final Set<String> ORDERED_FIELDS = Set.of("id", "Created_Time", "Modified_Time");

	private final Column column;

	private final Comparison comparison;

	private final List<Comparable<?>> bounds;

	private ValueFilter(Column column, Comparison comparison, List<Comparable<?>> bounds) {
		this.column = column;
		this.comparison = comparison;
		this.bounds = bounds;
	}

	/**
	 * A condition.
	 * @param column what is compared
	 * @param comparison how it is compared
	 * @param values what it is compared to: as many values as the comparison takes
	 * @return the condition
	 * @throws RefusedException if the column cannot be compared so, or to these values
	 */
	public static ValueFilter of(Column column, Comparison comparison, List<?> values) {
		DataType type = column.field().type();
		String operator = comparison.name().toLowerCase(Locale.ROOT);
		boolean unordered = type == DataType.BOOLEAN || type == DataType.MULTISELECT || type.isReference();
		if (comparison.needsOrder() && unordered) {
			throw RefusedException.invalidQuery("invalid operator", column.name(), operator);
		}
		try {
			List<Comparable<?>> bounds = values.stream()
				.<Comparable<?>>map((value) -> Values.given(type, value))
				.toList();
			return new ValueFilter(column, comparison, bounds);
		}
		catch (IllegalArgumentException ex) {
			throw RefusedException.invalidQuery("invalid value", column.name(), operator);
		}
	}

	@Override
	public boolean matches(RecordRow row) {
		Object value = this.column.value(row);
		if (value == null || (value instanceof Collection<?> elements && elements.isEmpty())) {
			return this.comparison == Comparison.IS_NULL;
		}
		return switch (this.comparison) {
			case IS_NULL -> false;
			case IS_NOT_NULL -> true;
			case EQUAL, IN -> isAnyOf(value);
			case NOT_EQUAL, NOT_IN -> !isAnyOf(value);
			case LESS -> compare(value, 0) < 0;
			case LESS_EQUAL -> compare(value, 0) <= 0;
			case GREATER -> compare(value, 0) > 0;
			case GREATER_EQUAL -> compare(value, 0) >= 0;
			case BETWEEN -> compare(value, 0) >= 0 && compare(value, 1) <= 0;
			case NOT_BETWEEN -> compare(value, 0) < 0 || compare(value, 1) > 0;
		};
	}

	private boolean isAnyOf(Object value) {
		Predicate<Object> test = (element) -> {
			Comparable<?> held = Values.held(this.column.field().type(), element);
			return this.bounds.stream().anyMatch((bound) -> Values.compare(held, bound) == 0);
		};
		return (value instanceof Collection<?> elements) ? elements.stream().anyMatch(test) : test.test(value);
	}

	private int compare(Object value, int bound) {
		return Values.compare(Values.held(this.column.field().type(), value), this.bounds.get(bound));
	}

	@Override
	public KeyRanges keys(String field) {
		if (!ORDERED_FIELDS.contains(field) || !this.column.name().equals(field)) {
			return KeyRanges.ALL;
		}
		return switch (this.comparison) {
			case EQUAL,
					IN ->
				this.bounds.stream()
					.map((bound) -> KeyRanges.of((Long) bound, (Long) bound))
					.reduce(KeyRanges::or)
					.orElse(KeyRanges.ALL);
			case LESS -> KeyRanges.of(Long.MIN_VALUE, isId() ? Math.max(key(0), 1) - 1 : key(0));
			case LESS_EQUAL -> KeyRanges.of(Long.MIN_VALUE, key(0));
			case GREATER -> KeyRanges.of(isId() ? Math.min(key(0), Long.MAX_VALUE - 1) + 1 : key(0), Long.MAX_VALUE);
			case GREATER_EQUAL -> KeyRanges.of(key(0), Long.MAX_VALUE);
			case BETWEEN -> KeyRanges.of(key(0), key(1));
			case NOT_EQUAL, NOT_IN, NOT_BETWEEN, IS_NULL, IS_NOT_NULL -> KeyRanges.ALL;
		};
	}

	@Override
	public boolean isDecidedById() {
		return isId() && switch (this.comparison) {
			case EQUAL, IN, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, BETWEEN, IS_NOT_NULL -> true;
			case NOT_EQUAL, NOT_IN, NOT_BETWEEN, IS_NULL -> false;
		};
	}

	// the keys of date-times are cut to seconds
	private boolean isId() {
		return this.column.name().equals("id");
	}

	private long key(int bound) {
		return (Long) this.bounds.get(bound);
	}

	@Override
	public String toString() {
		return this.column + " " + this.comparison;
	}

	static @Nullable Comparable<?> sortKey(Column column, RecordRow row) {
		Object value = column.value(row);
		return (value != null) ? Values.held(column.field().type(), value) : null;
	}

}
