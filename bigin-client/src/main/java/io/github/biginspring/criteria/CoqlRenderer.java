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

import java.util.List;
import java.util.stream.Collectors;

import org.springframework.util.Assert;

import io.github.biginspring.criteria.CriteriaNode.Comparison;
import io.github.biginspring.criteria.CriteriaNode.Junction;

/**
 * Writes criteria as COQL reads them, paired by parentheses.
 */
final class CoqlRenderer implements CriteriaRenderer<CoqlConditions> {

	@Override
	public CoqlConditions render(Criteria criteria) {
		Assert.notNull(criteria, "'criteria' must not be null: to read all rows, leave out matching(..)");
		CoqlConditions.requireFew(criteria.conditions());
		return new CoqlConditions(text(criteria.node()), criteria.conditions());
	}

	private static String text(CriteriaNode node) {
		if (node instanceof Junction junction) {
			String text = text(junction.parts().get(0));
			for (CriteriaNode part : junction.parts().subList(1, junction.parts().size())) {
				text = "(" + text + " " + junction.joint() + " " + text(part) + ")";
			}
			return text;
		}
		Comparison comparison = (Comparison) node;
		return comparison.field() + " " + comparison(comparison);
	}

	private static String comparison(Comparison comparison) {
		return switch (comparison.operator()) {
			case IS -> "= " + literal(comparison);
			case NOT -> "!= " + literal(comparison);
			case GREATER_THAN -> "> " + literal(comparison);
			case GREATER_THAN_OR_EQUALS -> ">= " + literal(comparison);
			case LESS_THAN -> "< " + literal(comparison);
			case LESS_THAN_OR_EQUALS -> "<= " + literal(comparison);
			case BETWEEN -> "between " + literal(comparison) + " and " + comparison.values().get(1).coqlLiteral();
			case IN -> "in " + list(comparison.values());
			case NOT_IN -> "not in " + list(comparison.values());
			case LIKE -> "like " + literal(comparison);
			case NOT_LIKE -> "not like " + literal(comparison);
			case STARTS_WITH -> "like " + beginning(comparison);
			case IS_EMPTY -> "is null";
			case IS_NOT_EMPTY -> "is not null";
			case MATCHES -> throw comparison.unsupported("COQL", "use 'is' or 'like', or a search");
		};
	}

	private static String literal(Comparison comparison) {
		return comparison.value().coqlLiteral();
	}

	private static String list(List<CriteriaValue> values) {
		return values.stream().map(CriteriaValue::coqlLiteral).collect(Collectors.joining(", ", "(", ")"));
	}

	private static String beginning(Comparison comparison) {
		String text = comparison.value().text();
		if (text.indexOf('%') >= 0) {
			throw comparison.unsupported("COQL", "a text with '%' would be read as a pattern; use 'like' if it is one");
		}
		return CriteriaValue.of(comparison.field(), text + "%").coqlLiteral();
	}

}
