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

package io.github.biginspring.simulator.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.RecordSource;
import io.github.biginspring.simulator.organization.RefusedException;
import io.github.biginspring.simulator.query.Column;
import io.github.biginspring.simulator.query.Comparison;
import io.github.biginspring.simulator.query.Filter;
import io.github.biginspring.simulator.query.TextPattern;
import io.github.biginspring.simulator.query.ValueFilter;

/**
 * Reads the criteria of a bulk read: one condition, or a group of conditions and groups.
 */
final class BulkCriteria {

	private static final int GREATEST_CONDITIONS = 25;

	private static final String EMPTY = "${EMPTY}";

	private static final Map<String, Comparison> COMPARISONS = Map.ofEntries(Map.entry("equal", Comparison.EQUAL),
			Map.entry("not_equal", Comparison.NOT_EQUAL), Map.entry("in", Comparison.IN),
			Map.entry("not_in", Comparison.NOT_IN), Map.entry("less_than", Comparison.LESS),
			Map.entry("less_equal", Comparison.LESS_EQUAL), Map.entry("greater_than", Comparison.GREATER),
			Map.entry("greater_equal", Comparison.GREATER_EQUAL), Map.entry("between", Comparison.BETWEEN),
			Map.entry("not_between", Comparison.NOT_BETWEEN));

	private final RecordSource source;

	private int conditions;

	BulkCriteria(RecordSource source) {
		this.source = source;
	}

	Filter read(@Nullable Object criteria) {
		if (!(criteria instanceof Map<?, ?> map)) {
			throw malformed("criteria must be an object");
		}
		return map.containsKey("group") ? group(map) : condition(map);
	}

	private Filter group(Map<?, ?> map) {
		if (!(map.get("group") instanceof List<?> group) || group.isEmpty()) {
			throw malformed("a group must be a list of conditions");
		}
		List<Filter> parts = group.stream().map(this::read).toList();
		String operator = (map.get("group_operator") instanceof String text) ? text : "";
		return switch (operator) {
			case "and", "AND" -> Filter.all(parts);
			case "or", "OR" -> Filter.any(parts);
			default -> {
				if (parts.size() > 1) {
					throw malformed("group_operator must be 'and' or 'or'");
				}
				yield parts.get(0);
			}
		};
	}

	private Filter condition(Map<?, ?> map) {
		this.conditions++;
		if (this.conditions > GREATEST_CONDITIONS) {
			throw RefusedException.of("LIMIT_EXCEEDED", "the number of conditions exceeds the limit")
				.with("limit", GREATEST_CONDITIONS);
		}
		Object name = (map.get("field") instanceof Map<?, ?> field) ? field.get("api_name") : map.get("api_name");
		if (!(name instanceof String apiName)) {
			throw malformed("a condition needs an api_name");
		}
		Column column = Column.of(this.source, apiName);
		String comparator = String.valueOf(map.get("comparator"));
		return condition(column, comparator, map.get("value"));
	}

	private static Filter condition(Column column, String comparator, @Nullable Object value) {
		boolean empty = value == null || EMPTY.equals(value);
		if (empty && ("equal".equals(comparator) || "not_equal".equals(comparator))) {
			return ValueFilter.of(column, "equal".equals(comparator) ? Comparison.IS_NULL : Comparison.IS_NOT_NULL,
					List.of());
		}
		if (value == null) {
			throw RefusedException.invalidQuery("a value is expected", column.name(), comparator);
		}
		Comparison comparison = COMPARISONS.get(comparator);
		if (comparison != null) {
			return ValueFilter.of(column, comparison, values(column, comparison, comparator, value));
		}
		String text = value.toString();
		return switch (comparator) {
			case "contains" -> TextPattern.containing(text).on(column, true);
			case "not_contains" -> TextPattern.containing(text).on(column, false);
			case "starts_with" -> TextPattern.startingWith(text).on(column, true);
			case "ends_with" -> TextPattern.endingWith(text).on(column, true);
			default -> throw RefusedException.invalidQuery("invalid operator", column.name(), comparator);
		};
	}

	private static List<?> values(Column column, Comparison comparison, String comparator, Object value) {
		return switch (comparison) {
			case IN, NOT_IN -> {
				List<?> values = list(value);
				if (values.isEmpty()) {
					throw RefusedException.invalidQuery("a value is expected", column.name(), comparator);
				}
				yield values;
			}
			case BETWEEN, NOT_BETWEEN -> {
				List<?> values = list(value);
				if (values.size() != 2) {
					throw RefusedException.invalidQuery("two values are expected", column.name(), comparator);
				}
				yield values;
			}
			default -> List.of(value);
		};
	}

	private static List<?> list(Object value) {
		return (value instanceof List<?> list) ? list
				: Arrays.stream(value.toString().split(",")).map(String::trim).toList();
	}

	private static RefusedException malformed(String reason) {
		return RefusedException.invalidQuery(reason, null, null);
	}

}
