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

package io.github.biginspring.simulator.organization;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One condition of criteria: a field, an operator and its values.
 */
final class Condition {

	private static final int GREATEST_IN = 100;

	private final FieldDefinition field;

	private final Operator operator;

	private Condition(FieldDefinition field, Operator operator) {
		this.field = field;
		this.operator = operator;
	}

	static Criteria of(FieldDefinition field, Operator operator, List<String> values) {
		Predicate<Object> test = new Condition(field, operator).test(values);
		return (record) -> {
			Object value = record.apply(field);
			return (value != null) ? test.test(value) : operator == Operator.NOT_EQUAL;
		};
	}

	private Predicate<Object> test(List<String> values) {
		if (this.operator == Operator.IN && values.size() > GREATEST_IN) {
			throw refuse("at most " + GREATEST_IN + " values are allowed");
		}
		if (this.operator == Operator.BETWEEN && values.size() != 2) {
			throw refuse("two values are expected");
		}
		if (values.stream().anyMatch(String::isBlank)) {
			throw refuse("a value is expected");
		}
		return switch (this.operator) {
			case STARTS_WITH -> {
				String beginning = String.join(",", values).toLowerCase(Locale.ROOT);
				yield (value) -> text(value).toLowerCase(Locale.ROOT).startsWith(beginning);
			}
			case EQUALS -> equal(String.join(",", values));
			case NOT_EQUAL -> equal(String.join(",", values)).negate();
			case IN -> values.stream().map(this::equal).reduce((value) -> false, Predicate::or);
			case BETWEEN -> {
				Comparable<?> low = comparable(values.get(0));
				Comparable<?> high = comparable(values.get(1));
				yield (value) -> compare(value, low) >= 0 && compare(value, high) <= 0;
			}
			case GREATER_THAN -> comparison(values, (order) -> order > 0);
			case GREATER_EQUAL -> comparison(values, (order) -> order >= 0);
			case LESS_THAN -> comparison(values, (order) -> order < 0);
			case LESS_EQUAL -> comparison(values, (order) -> order <= 0);
		};
	}

	private Predicate<Object> comparison(List<String> values, Predicate<Integer> expected) {
		Comparable<?> bound = comparable(String.join(",", values));
		return (value) -> expected.test(compare(value, bound));
	}

	private Predicate<Object> equal(String expected) {
		DataType type = this.field.type();
		if (type.isNumber() || type.isTime() || type == DataType.BIGINT) {
			Comparable<?> wanted = comparable(expected);
			return (value) -> compare(value, wanted) == 0;
		}
		if (type == DataType.BOOLEAN) {
			if (!"true".equals(expected) && !"false".equals(expected)) {
				throw refuse("invalid value");
			}
			return (value) -> value.toString().equals(expected);
		}
		if (type.isReference() && IdSequence.parse(expected) > 0) {
			return (value) -> value instanceof Map<?, ?> reference && expected.equals(reference.get("id"));
		}
		if (type == DataType.EMAIL || type == DataType.PICKLIST) {
			return (value) -> text(value).equalsIgnoreCase(expected);
		}
		List<String> words = Words.of(expected);
		return (value) -> Words.contain(text(value), words);
	}

	private static String text(Object value) {
		return (value instanceof Map<?, ?> reference) ? String.valueOf(reference.get("name")) : value.toString();
	}

	private int compare(Object value, Comparable<?> bound) {
		return compareSame(comparable(value.toString()), bound);
	}

	@SuppressWarnings("unchecked")
	private static <T> int compareSame(Comparable<T> value, Comparable<?> bound) {
		return value.compareTo((T) bound);
	}

	private Comparable<?> comparable(String text) {
		try {
			return switch (this.field.type()) {
				case DATE -> LocalDate.parse(text);
				case DATETIME -> dateTime(text).toInstant();
				default -> new BigDecimal(text);
			};
		}
		catch (DateTimeException | NumberFormatException ex) {
			throw refuse("invalid value");
		}
	}

	private static OffsetDateTime dateTime(String text) {
		if (text.endsWith("Z")) {
			throw new DateTimeException("An offset is expected");
		}
		return BiginTime.parseStrictly(text);
	}

	private RefusedException refuse(String reason) {
		return RefusedException.invalidQuery(reason, this.field.apiName(), this.operator.wireName());
	}

}
