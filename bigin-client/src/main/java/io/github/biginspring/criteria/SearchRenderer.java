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

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.criteria.CriteriaNode.Comparison;
import io.github.biginspring.criteria.CriteriaNode.Joint;
import io.github.biginspring.criteria.CriteriaNode.Junction;

/**
 * Writes criteria as the {@code criteria} parameter of a search.
 */
final class SearchRenderer implements CriteriaRenderer<SearchExpression> {

	private static final int MAX_VALUES = 100;

	private static final String READER = "A search";

	@Override
	public SearchExpression render(Criteria criteria) {
		Assert.notNull(criteria, "'criteria' must not be null: to read all records, leave out matching(..)");
		Assert.isTrue(criteria.conditions() <= SearchExpression.MAX_CONDITIONS,
				() -> "A search takes at most " + SearchExpression.MAX_CONDITIONS + " conditions, not "
						+ criteria.conditions() + ": query by COQL, which takes " + CoqlConditions.MAX_CONDITIONS);
		String text = text(criteria.node());
		return new SearchExpression(criteria, text, filter(criteria.node()));
	}

	private static String text(CriteriaNode node) {
		if (node instanceof Junction junction) {
			String text = text(junction.parts().get(0));
			for (CriteriaNode part : junction.parts().subList(1, junction.parts().size())) {
				text = "(" + text + junction.joint() + text(part) + ")";
			}
			return text;
		}
		return condition((Comparison) node);
	}

	private static String condition(Comparison comparison) {
		comparison.requireOwnField(READER, "compare the reference itself by its id or name, or query by COQL");
		String operator = operator(comparison);
		int count = comparison.values().size();
		Assert.isTrue(count <= MAX_VALUES,
				() -> "Field " + comparison.field() + ": '" + comparison.operator() + "' takes 1 to " + MAX_VALUES
						+ " values in a search, not " + count + ": search in parts, or use COQL");
		StringBuilder text = new StringBuilder("(").append(comparison.field()).append(':').append(operator);
		for (int i = 0; i < count; i++) {
			text.append((i == 0) ? ':' : ',').append(comparison.values().get(i).searchText());
		}
		return text.append(')').toString();
	}

	private static String operator(Comparison comparison) {
		return switch (comparison.operator()) {
			case IS, MATCHES -> "equals";
			case NOT -> "not_equal";
			case STARTS_WITH -> "starts_with";
			case GREATER_THAN -> "greater_than";
			case GREATER_THAN_OR_EQUALS -> "greater_equal";
			case LESS_THAN -> "less_than";
			case LESS_THAN_OR_EQUALS -> "less_equal";
			case BETWEEN -> "between";
			case IN -> "in";
			case NOT_IN -> throw comparison.unsupported(READER, "join 'not' of each value by 'and', or query by COQL");
			case LIKE, NOT_LIKE ->
				throw comparison.unsupported(READER, "use 'startsWith' or 'matches', or query by COQL");
			case IS_EMPTY, IS_NOT_EMPTY -> throw comparison.unsupported(READER, "query by COQL");
		};
	}

	private static @Nullable RecordFilter filter(CriteriaNode node) {
		if (node instanceof Junction junction) {
			RecordFilter filter = filter(junction.parts().get(0));
			for (CriteriaNode part : junction.parts().subList(1, junction.parts().size())) {
				RecordFilter next = filter(part);
				filter = (junction.joint() == Joint.AND) ? RecordFilter.and(filter, next) : or(filter, next);
			}
			return filter;
		}
		Comparison comparison = (Comparison) node;
		if (comparison.operator() == Operator.IS || comparison.operator() == Operator.IN) {
			return FieldFilter.of(comparison.field(), comparison.values());
		}
		if (comparison.values().stream().anyMatch(CriteriaValue::isPlaceholder)) {
			throw comparison.unsupported(READER, "a text that begins with '${' may not be read as that text;"
					+ " only 'is' and 'in' can tell, or query by COQL");
		}
		return null;
	}

	private static @Nullable RecordFilter or(@Nullable RecordFilter left, @Nullable RecordFilter right) {
		if (left == null || right == null) {
			requireNoPlaceholder((left != null) ? left : right);
		}
		return RecordFilter.or(left, right);
	}

	// beside what the client cannot look at again, all that Bigin finds would be taken
	private static void requireNoPlaceholder(@Nullable RecordFilter filter) {
		Assert.isTrue(filter == null || filter.requiredFields().isEmpty(),
				() -> "A search cannot compare a field with a text that begins with '${' where an 'or' joins it with"
						+ " anything but 'is' and 'in': search for each alone, or query by COQL");
	}

}
