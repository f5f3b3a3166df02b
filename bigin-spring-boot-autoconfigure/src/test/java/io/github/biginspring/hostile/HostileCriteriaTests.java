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

package io.github.biginspring.hostile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.query.Criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What Bigin reads from an expression is what went in.
 */
class HostileCriteriaTests {

	private static final int CASES = 1000;

	private static final List<String> OPERATORS = List.of("equals", "not_equal", "starts_with", "greater_than",
			"greater_equal", "less_than", "less_equal", "between", "in");

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 21, 22, 23, 24 })
	void readsBackAsItWasBuilt(long seed) {
		HostileText texts = new HostileText(seed);
		for (int i = 0; i < CASES; i++) {
			Node node = node(texts, 1 + texts.random().nextInt(10));
			Criteria criteria = node.criteria();
			assertThat(new Reader(criteria.expression()).whole()).isEqualTo(node);
			assertThat(new Reader(criteria.toString()).whole()).isEqualTo(node.masked());
		}
	}

	@Test
	void refusesANumberOfEndlessDigits() {
		Criteria.Condition amount = Criteria.where("Amount");
		assertThatIllegalArgumentException().isThrownBy(() -> amount.is(new BigDecimal("1E-2000000000")))
			.withMessageContaining("Amount");
		assertThatIllegalArgumentException().isThrownBy(() -> amount.is(new BigDecimal("0E+2000000000")))
			.withMessageContaining("Amount");
		assertThat(amount.is(Double.MIN_VALUE).expression()).startsWith("(Amount:equals:0.000").endsWith("49)");
	}

	private static Node node(HostileText texts, int conditions) {
		if (conditions == 1) {
			String operator = texts.oneOf(OPERATORS);
			int count = switch (operator) {
				case "in" -> 1 + texts.random().nextInt(5);
				case "between" -> 2;
				default -> 1;
			};
			List<String> values = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				values.add(texts.text());
			}
			return new Condition(texts.name(1 + texts.random().nextInt(8)), operator, values);
		}
		int left = 1 + texts.random().nextInt(conditions - 1);
		return new Joined(texts.random().nextBoolean() ? "and" : "or", node(texts, left),
				node(texts, conditions - left));
	}

	interface Node {

		Criteria criteria();

		Node masked();

	}

	record Condition(String field, String operator, List<String> values) implements Node {

		@Override
		public Criteria criteria() {
			Criteria.Condition where = Criteria.where(this.field);
			String value = this.values.get(0);
			return switch (this.operator) {
				case "equals" -> where.is(value);
				case "not_equal" -> where.isNot(value);
				case "starts_with" -> where.startsWith(value);
				case "greater_than" -> where.greaterThan(value);
				case "greater_equal" -> where.greaterThanOrEqualTo(value);
				case "less_than" -> where.lessThan(value);
				case "less_equal" -> where.lessThanOrEqualTo(value);
				case "between" -> where.between(value, this.values.get(1));
				default -> where.in(this.values);
			};
		}

		@Override
		public Node masked() {
			return new Condition(this.field, this.operator, List.of("?"));
		}

	}

	record Joined(String operator, Node left, Node right) implements Node {

		@Override
		public Criteria criteria() {
			return "and".equals(this.operator) ? this.left.criteria().and(this.right.criteria())
					: this.left.criteria().or(this.right.criteria());
		}

		@Override
		public Node masked() {
			return new Joined(this.operator, this.left.masked(), this.right.masked());
		}

	}

	/**
	 * Written from the grammar alone: {@code (Field:operator:value,value)} or
	 * {@code (node and|or node)}, a backslash before a character of a value takes away
	 * its meaning.
	 */
	private static final class Reader {

		private final String text;

		private int at;

		Reader(String text) {
			this.text = text;
		}

		Node whole() {
			Node node = node();
			assertThat(this.at).as("end of the expression").isEqualTo(this.text.length());
			return node;
		}

		private Node node() {
			take("(");
			if (this.text.charAt(this.at) != '(') {
				Node condition = new Condition(upToColon(), upToColon(), values());
				take(")");
				return condition;
			}
			Node left = node();
			String operator = this.text.startsWith("and", this.at) ? "and" : "or";
			take(operator);
			Node joined = new Joined(operator, left, node());
			take(")");
			return joined;
		}

		private List<String> values() {
			List<String> values = new ArrayList<>();
			StringBuilder value = new StringBuilder();
			for (char c = this.text.charAt(this.at); c != ')'; c = this.text.charAt(this.at)) {
				if (c == ',') {
					values.add(value.toString());
					value.setLength(0);
				}
				else {
					assertThat(c).as("an unescaped parenthesis in a value").isNotEqualTo('(');
					value.append((c == '\\') ? this.text.charAt(++this.at) : c);
				}
				this.at++;
			}
			values.add(value.toString());
			return values;
		}

		private String upToColon() {
			int colon = this.text.indexOf(':', this.at);
			String part = this.text.substring(this.at, colon);
			this.at = colon + 1;
			return part;
		}

		private void take(String expected) {
			assertThat(this.text.startsWith(expected, this.at)).as("'%s' at %s", expected, this.at).isTrue();
			this.at += expected.length();
		}

	}

}
