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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.util.Assert;

import io.github.biginspring.criteria.CriteriaNode.Comparison;
import io.github.biginspring.criteria.CriteriaNode.Joint;
import io.github.biginspring.criteria.CriteriaNode.Junction;

/**
 * Writes criteria as the body of a bulk read holds them. Bigin documents {@code equal},
 * {@code in}, those of order and their opposites; those of patterns are by analogy with
 * Zoho CRM. A range is written by those of order.
 */
final class BulkRenderer implements CriteriaRenderer<Map<String, Object>> {

	private static final String READER = "A bulk read";

	private static final String EMPTY = "${EMPTY}";

	@Override
	public Map<String, Object> render(Criteria criteria) {
		Assert.notNull(criteria, "'criteria' must not be null: to read the whole module, leave out matching(..)");
		CriteriaNode node = criteria.node();
		return (node instanceof Junction junction) ? group(junction) : group(parts(node, Joint.AND), Joint.AND);
	}

	private static Map<String, Object> group(Junction junction) {
		return group(junction.parts().stream().flatMap((part) -> parts(part, junction.joint()).stream()).toList(),
				junction.joint());
	}

	private static Map<String, Object> group(List<Map<String, Object>> parts, Joint joint) {
		Map<String, Object> group = new LinkedHashMap<>();
		group.put("group", parts);
		group.put("group_operator", joint.toString());
		return group;
	}

	private static List<Map<String, Object>> parts(CriteriaNode node, Joint joint) {
		if (node instanceof Junction junction) {
			return List.of(group(junction));
		}
		Comparison comparison = (Comparison) node;
		if (comparison.operator() != Operator.BETWEEN) {
			return List.of(condition(comparison));
		}
		List<Map<String, Object>> bounds = bounds(comparison);
		return (joint == Joint.AND) ? bounds : List.of(group(bounds, Joint.AND));
	}

	private static List<Map<String, Object>> bounds(Comparison comparison) {
		requireOwnField(comparison);
		return List.of(condition(comparison, "greater_equal", value(comparison, comparison.values().get(0))),
				condition(comparison, "less_equal", value(comparison, comparison.values().get(1))));
	}

	private static Map<String, Object> condition(Comparison comparison) {
		requireOwnField(comparison);
		return switch (comparison.operator()) {
			case IS -> condition(comparison, "equal", value(comparison, comparison.value()));
			case NOT -> condition(comparison, "not_equal", value(comparison, comparison.value()));
			case GREATER_THAN -> condition(comparison, "greater_than", value(comparison, comparison.value()));
			case GREATER_THAN_OR_EQUALS ->
				condition(comparison, "greater_equal", value(comparison, comparison.value()));
			case LESS_THAN -> condition(comparison, "less_than", value(comparison, comparison.value()));
			case LESS_THAN_OR_EQUALS -> condition(comparison, "less_equal", value(comparison, comparison.value()));
			case STARTS_WITH -> condition(comparison, "starts_with", value(comparison, comparison.value()));
			case BETWEEN -> throw new IllegalStateException("A range is two conditions");
			case IN -> condition(comparison, "in", values(comparison));
			case NOT_IN -> condition(comparison, "not_in", values(comparison));
			case LIKE, NOT_LIKE -> pattern(comparison);
			case IS_EMPTY -> condition(comparison, "equal", EMPTY);
			case IS_NOT_EMPTY -> condition(comparison, "not_equal", EMPTY);
			case MATCHES -> throw comparison.unsupported(READER, "use 'is' or 'like', or a search");
		};
	}

	private static void requireOwnField(Comparison comparison) {
		comparison.requireOwnField(READER, "compare a field of the module itself, or query by COQL");
	}

	private static Map<String, Object> condition(Comparison comparison, String comparator, Object value) {
		Map<String, Object> condition = new LinkedHashMap<>();
		condition.put("api_name", comparison.field());
		condition.put("comparator", comparator);
		condition.put("value", value);
		return condition;
	}

	private static Map<String, Object> pattern(Comparison comparison) {
		String pattern = comparison.value().text();
		boolean open = pattern.startsWith("%");
		boolean endsOpen = pattern.endsWith("%");
		String text = pattern.substring(open ? 1 : 0, Math.max(open ? 1 : 0, pattern.length() - (endsOpen ? 1 : 0)));
		if (text.isEmpty() || text.indexOf('%') >= 0) {
			throw comparison.unsupported(READER,
					"of patterns it takes '%' at the beginning or end of a text; use 'isNotEmpty' for any text, or query by COQL");
		}
		return condition(comparison, comparator(comparison, open, endsOpen),
				value(comparison, CriteriaValue.of(comparison.field(), text)));
	}

	private static String comparator(Comparison comparison, boolean open, boolean endsOpen) {
		boolean like = comparison.operator() == Operator.LIKE;
		if (open == endsOpen) {
			return open ? (like ? "contains" : "not_contains") : (like ? "equal" : "not_equal");
		}
		if (!like) {
			throw comparison.unsupported(READER,
					"of patterns it takes '%' at both ends of the text, or none; query by COQL");
		}
		return open ? "ends_with" : "starts_with";
	}

	private static List<Object> values(Comparison comparison) {
		return comparison.values().stream().map((value) -> value(comparison, value)).toList();
	}

	private static Object value(Comparison comparison, CriteriaValue value) {
		if (value.isPlaceholder()) {
			throw comparison.unsupported(READER, "a text that begins with '${' would not be read as that text;"
					+ " use 'isEmpty' or 'isNotEmpty' if that is meant, or query by COQL");
		}
		return value.bulkValue();
	}

}
