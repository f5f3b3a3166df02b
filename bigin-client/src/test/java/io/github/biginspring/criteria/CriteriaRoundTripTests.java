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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Bigin reads from criteria is what went in, whatever the texts hold.
 */
class CriteriaRoundTripTests {

	private static final int CASES = 600;

	private static final List<String> EVERYWHERE = List.of("is", "not", "startsWith", "greaterThan",
			"greaterThanOrEquals", "lessThan", "lessThanOrEquals", "between", "in");

	private static final List<String> NOT_IN_SEARCHES = List.of("notIn", "like", "notLike", "isEmpty", "isNotEmpty");

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 21, 22, 23, 24 })
	void everyFormReadsBackAsItWasBuilt(long seed) {
		Source source = new Source(new Random(seed), EVERYWHERE);
		for (int i = 0; i < CASES; i++) {
			Node node = source.node(1 + source.random().nextInt(10));
			Criteria criteria = node.criteria();
			assertThat(SearchReader.read(CriteriaRenderer.SEARCH.render(criteria).text())).isEqualTo(node);
			assertThat(CoqlReader.read(CriteriaRenderer.COQL.render(criteria).text())).isEqualTo(node);
			assertThat(bulk(criteria)).isEqualTo(bounded(node));
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@ValueSource(longs = { 31, 32, 33 })
	void coqlAndBulkReadsReadBackWhatSearchesDoNotTake(long seed) {
		List<String> operators = new ArrayList<>(EVERYWHERE);
		operators.addAll(NOT_IN_SEARCHES);
		Source source = new Source(new Random(seed), operators);
		for (int i = 0; i < CASES; i++) {
			Node node = source.node(1 + source.random().nextInt(25));
			Criteria criteria = node.criteria();
			assertThat(CoqlReader.read(CriteriaRenderer.COQL.render(criteria).text())).isEqualTo(node);
			assertThat(bulk(criteria)).isEqualTo(bounded(node));
		}
	}

	/**
	 * The same with two conditions for each range, for which a bulk read has no
	 * comparator.
	 */
	private static Node bounded(Node node) {
		if (node instanceof Joined joined) {
			return joined.parts.stream()
				.map(CriteriaRoundTripTests::bounded)
				.reduce((left, right) -> Node.joined(joined.joint, left, right))
				.orElseThrow();
		}
		Leaf leaf = (Leaf) node;
		if (!leaf.operator.equals("between")) {
			return leaf;
		}
		return new Joined("and", List.of(new Leaf(leaf.field, "greaterThanOrEquals", leaf.values.subList(0, 1)),
				new Leaf(leaf.field, "lessThanOrEquals", leaf.values.subList(1, 2))));
	}

	private static Node bulk(Criteria criteria) {
		String json = JsonMapper.shared().writeValueAsString(CriteriaRenderer.BULK.render(criteria));
		return BulkReader.read(JsonMapper.shared().readValue(json, Map.class));
	}

	/**
	 * Conditions, with those joined in the same way side by side.
	 */
	private sealed interface Node {

		Criteria criteria();

		static Node joined(String joint, Node left, Node right) {
			List<Node> parts = new ArrayList<>();
			for (Node node : List.of(left, right)) {
				if (node instanceof Joined joined && joined.joint.equals(joint)) {
					parts.addAll(joined.parts);
				}
				else {
					parts.add(node);
				}
			}
			return new Joined(joint, parts);
		}

	}

	private record Leaf(String field, String operator, List<String> values) implements Node {

		@Override
		public Criteria criteria() {
			Criteria.Condition field = where(this.field);
			String value = this.values.isEmpty() ? "" : this.values.get(0);
			return switch (this.operator) {
				case "is" -> field.is(value);
				case "not" -> field.not(value);
				case "startsWith" -> field.startsWith(value);
				case "greaterThan" -> field.greaterThan(value);
				case "greaterThanOrEquals" -> field.greaterThanOrEquals(value);
				case "lessThan" -> field.lessThan(value);
				case "lessThanOrEquals" -> field.lessThanOrEquals(value);
				case "between" -> field.between(value, this.values.get(1));
				case "in" -> field.in(this.values);
				case "notIn" -> field.notIn(this.values);
				case "like" -> field.like("%" + value + "%");
				case "notLike" -> field.notLike("%" + value + "%");
				case "isEmpty" -> field.isEmpty();
				default -> field.isNotEmpty();
			};
		}

	}

	private record Joined(String joint, List<Node> parts) implements Node {

		@Override
		public Criteria criteria() {
			return this.parts.stream()
				.map(Node::criteria)
				.reduce((left, right) -> "and".equals(this.joint) ? left.and(right) : left.or(right))
				.orElseThrow();
		}

	}

	/**
	 * Conditions of texts that break what was built carelessly, the same for the same
	 * seed.
	 */
	private record Source(Random random, List<String> operators) {

		private static final List<String> PIECES = List.of("(", ")", ",", "\\", ":", "\"", "'", "''", "\\'", "and",
				"or", ")and(", "))", "(A:equals:1)", " and B = 'x", "%2F", "+", "&", "=", "#", "?", "/", ";", "@",
				"${EMPTY}", "$", "{", "\u2028", "\u202e", "\u05e9\u05dc\u05d5\u05dd", "\u0645\u0631\u062d\u0628\u0627",
				" ", "\u00e9", "e\u0301", "\u6f22", "\ud83d\ude00", "\ud83d\udc69\u200d\ud83d\ude80", "null", "0",
				"like", "between", ", ", "a", "Z", "_", "-", ".");

		private static final String NAME = "abcxyzABCXYZ0189_$";

		Node node(int conditions) {
			if (conditions == 1) {
				return leaf();
			}
			int left = 1 + this.random.nextInt(conditions - 1);
			return Node.joined(this.random.nextBoolean() ? "and" : "or", node(left), node(conditions - left));
		}

		private Leaf leaf() {
			String operator = this.operators.get(this.random.nextInt(this.operators.size()));
			int count = switch (operator) {
				case "in", "notIn" -> 1 + this.random.nextInt(5);
				case "between" -> 2;
				case "isEmpty", "isNotEmpty" -> 0;
				default -> 1;
			};
			List<String> values = new ArrayList<>();
			for (int i = 0; i < count; i++) {
				String text = text();
				// a percent sign is a pattern's own
				values.add(switch (operator) {
					case "startsWith" -> text.replace("%", "");
					case "like", "notLike" -> "x" + text.replace("%", "");
					default -> text;
				});
			}
			return new Leaf(name(), operator, values);
		}

		private String name() {
			StringBuilder name = new StringBuilder();
			for (int i = this.random.nextInt(8); i >= 0; i--) {
				name.append(NAME.charAt(this.random.nextInt(NAME.length())));
			}
			return name.toString();
		}

		private String text() {
			StringBuilder text = new StringBuilder();
			int pieces = (this.random.nextInt(50) == 0) ? 400 : this.random.nextInt(9);
			for (int i = 0; i < pieces; i++) {
				if (this.random.nextInt(3) == 0) {
					text.appendCodePoint(codePoint());
				}
				else {
					text.append(PIECES.get(this.random.nextInt(PIECES.size())));
				}
			}
			return text.toString().strip().startsWith("${") ? "x" + text : text.toString();
		}

		private int codePoint() {
			int c = this.random.nextInt(this.random.nextBoolean() ? 0x100 : Character.MAX_CODE_POINT + 1);
			return (Character.isISOControl(c) || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 'x'
					: c;
		}

	}

	/**
	 * Written from the grammar alone: {@code (Field:operator:value,value)} or
	 * {@code (node and|or node)}; a backslash before a character of a value takes away
	 * its meaning.
	 */
	private static final class SearchReader {

		private static final Map<String, String> OPERATORS = Map.of("equals", "is", "not_equal", "not", "starts_with",
				"startsWith", "greater_than", "greaterThan", "greater_equal", "greaterThanOrEquals", "less_than",
				"lessThan", "less_equal", "lessThanOrEquals", "between", "between", "in", "in");

		private final String text;

		private int at;

		private SearchReader(String text) {
			this.text = text;
		}

		static Node read(String text) {
			SearchReader reader = new SearchReader(text);
			Node node = reader.node();
			assertThat(reader.at).as("end of the expression").isEqualTo(text.length());
			return node;
		}

		private Node node() {
			take("(");
			if (this.text.charAt(this.at) != '(') {
				Node condition = new Leaf(upToColon(), OPERATORS.get(upToColon()), values());
				take(")");
				return condition;
			}
			Node left = node();
			String joint = this.text.startsWith("and", this.at) ? "and" : "or";
			take(joint);
			Node joined = Node.joined(joint, left, node());
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

	/**
	 * Written from the grammar alone: {@code Field operator 'value'} or
	 * {@code (node and|or node)}; a quote in a value is doubled.
	 */
	private static final class CoqlReader {

		private static final Map<String, String> OPERATORS = Map.of("=", "is", "!=", "not", ">", "greaterThan", ">=",
				"greaterThanOrEquals", "<", "lessThan", "<=", "lessThanOrEquals");

		private final String text;

		private int at;

		private CoqlReader(String text) {
			this.text = text;
		}

		static Node read(String text) {
			CoqlReader reader = new CoqlReader(text);
			Node node = reader.node();
			assertThat(reader.at).as("end of the conditions").isEqualTo(text.length());
			return node;
		}

		private Node node() {
			if (!takes("(")) {
				return condition();
			}
			Node left = node();
			String joint = takes(" and ") ? "and" : "or";
			assertThat("and".equals(joint) || takes(" or ")).as("'and' or 'or' at %s", this.at).isTrue();
			Node joined = Node.joined(joint, left, node());
			assertThat(takes(")")).as("')' at %s", this.at).isTrue();
			return joined;
		}

		private Node condition() {
			String field = word();
			String operator = word();
			return switch (operator) {
				case "is" ->
					new Leaf(field, takes("not null") ? "isNotEmpty" : takesOrFails("null", "isEmpty"), List.of());
				case "in" -> new Leaf(field, "in", list());
				case "like" -> pattern(field, true);
				case "not" -> takes("in ") ? new Leaf(field, "notIn", list())
						: pattern(field, !takesOrFails("like ", "notLike").equals("notLike"));
				case "between" -> {
					String low = literal();
					yield new Leaf(field, takesOrFails(" and ", "between"), List.of(low, literal()));
				}
				default -> new Leaf(field, OPERATORS.get(operator), List.of(literal()));
			};
		}

		private Node pattern(String field, boolean like) {
			String pattern = literal();
			if (pattern.length() > 1 && pattern.startsWith("%")) {
				return new Leaf(field, like ? "like" : "notLike", List.of(pattern.substring(1, pattern.length() - 1)));
			}
			assertThat(like && pattern.endsWith("%")).isTrue();
			return new Leaf(field, "startsWith", List.of(pattern.substring(0, pattern.length() - 1)));
		}

		private List<String> list() {
			List<String> values = new ArrayList<>();
			takesOrFails("(", "list");
			do {
				values.add(literal());
			}
			while (takes(", "));
			takesOrFails(")", "list");
			return values;
		}

		private String literal() {
			takesOrFails("'", "literal");
			StringBuilder literal = new StringBuilder();
			while (this.text.charAt(this.at) != '\'' || this.text.startsWith("''", this.at)) {
				literal.append(this.text.charAt(this.at));
				this.at += (this.text.charAt(this.at) == '\'') ? 2 : 1;
			}
			this.at++;
			return literal.toString();
		}

		private String word() {
			int end = this.text.indexOf(' ', this.at);
			String word = this.text.substring(this.at, end);
			this.at = end + 1;
			return word;
		}

		private boolean takes(String expected) {
			boolean found = this.text.startsWith(expected, this.at);
			this.at += found ? expected.length() : 0;
			return found;
		}

		private String takesOrFails(String expected, String result) {
			assertThat(takes(expected)).as("'%s' at %s", expected, this.at).isTrue();
			return result;
		}

	}

	/**
	 * Written from the documentation alone: a group of conditions and groups.
	 */
	private static final class BulkReader {

		private static final Map<String, String> OPERATORS = Map.ofEntries(Map.entry("equal", "is"),
				Map.entry("not_equal", "not"), Map.entry("starts_with", "startsWith"),
				Map.entry("greater_than", "greaterThan"), Map.entry("greater_equal", "greaterThanOrEquals"),
				Map.entry("less_than", "lessThan"), Map.entry("less_equal", "lessThanOrEquals"), Map.entry("in", "in"),
				Map.entry("not_in", "notIn"), Map.entry("contains", "like"), Map.entry("not_contains", "notLike"));

		static Node read(Map<?, ?> map) {
			if (map.get("group") instanceof List<?> group) {
				List<Node> parts = group.stream().map((part) -> read((Map<?, ?>) part)).toList();
				return (parts.size() == 1) ? parts.get(0) : new Joined((String) map.get("group_operator"), parts);
			}
			String field = (String) map.get("api_name");
			String operator = OPERATORS.get(map.get("comparator"));
			Object value = map.get("value");
			if ("${EMPTY}".equals(value)) {
				return new Leaf(field, "is".equals(operator) ? "isEmpty" : "isNotEmpty", List.of());
			}
			List<?> values = (value instanceof List<?> list) ? list : Arrays.asList(value);
			return new Leaf(field, operator, values.stream().map(String.class::cast).toList());
		}

	}

}
