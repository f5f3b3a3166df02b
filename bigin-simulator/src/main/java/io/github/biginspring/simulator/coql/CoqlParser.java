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

package io.github.biginspring.simulator.coql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.coql.Token.Kind;
import io.github.biginspring.simulator.organization.RefusedException;
import io.github.biginspring.simulator.query.Comparison;

/**
 * Reads a query by descending through its grammar. Conditions come in pairs: where there
 * are more than two, parentheses must say which two belong together.
 */
final class CoqlParser {

	private static final int GREATEST_CONDITIONS = 25;

	private static final Map<String, Comparison> COMPARISONS = Map.of("=", Comparison.EQUAL, "!=", Comparison.NOT_EQUAL,
			"<", Comparison.LESS, "<=", Comparison.LESS_EQUAL, ">", Comparison.GREATER, ">=", Comparison.GREATER_EQUAL);

	private final List<Token> tokens;

	private int next;

	private int conditions;

	private CoqlParser(List<Token> tokens) {
		this.tokens = tokens;
	}

	/**
	 * Read a query. Quotes in literals can be written both ways, doubled and after a
	 * backslash, so that a backslash at the end of a literal has two readings: the one
	 * that makes sense is taken.
	 * @param text the query
	 * @return the query
	 * @throws RefusedException if it cannot be read
	 */
	static CoqlQuery parse(String text) {
		try {
			return new CoqlParser(new Tokenizer(text, true).tokens()).query();
		}
		catch (SyntaxException ex) {
			if (!text.contains("\\'")) {
				throw ex.toRefusal();
			}
			return parseLiterally(text, ex);
		}
	}

	private static CoqlQuery parseLiterally(String text, SyntaxException original) {
		try {
			return new CoqlParser(new Tokenizer(text, false).tokens()).query();
		}
		catch (SyntaxException ex) {
			throw original.toRefusal();
		}
	}

	private CoqlQuery query() {
		expect("select");
		List<String> columns = new ArrayList<>();
		do {
			columns.add(name());
		}
		while (accept(","));
		expect("from");
		String module = name();
		Clause where = accept("where") ? clause() : null;
		List<CoqlQuery.Order> order = accept("order") ? order() : List.of();
		Window window = window();
		if (peek().kind() != Kind.END) {
			throw unexpected();
		}
		return new CoqlQuery(columns, module, where, order, window.offset(), window.limit());
	}

	private Clause clause() {
		Clause left = operand();
		if (!peek().is("and") && !peek().is("or")) {
			return left;
		}
		boolean both = take().is("and");
		return new Clause.Pair(left, operand(), both);
	}

	private Clause operand() {
		if (accept("(")) {
			Clause clause = clause();
			expect(")");
			return clause;
		}
		return condition();
	}

	private Clause condition() {
		this.conditions++;
		if (this.conditions > GREATEST_CONDITIONS) {
			throw RefusedException.of("LIMIT_EXCEEDED", "the number of conditions exceeds the limit")
				.with("limit", GREATEST_CONDITIONS);
		}
		String column = name();
		Comparison comparison = COMPARISONS.get(peek().text());
		if (comparison != null && peek().kind() == Kind.SYMBOL) {
			take();
			return new Clause.Compared(column, comparison, List.of(literal()));
		}
		if (accept("is")) {
			boolean negated = accept("not");
			expect("null");
			return new Clause.Compared(column, negated ? Comparison.IS_NOT_NULL : Comparison.IS_NULL, List.of());
		}
		if (accept("between")) {
			Object low = literal();
			expect("and");
			return new Clause.Compared(column, Comparison.BETWEEN, List.of(low, literal()));
		}
		boolean negated = accept("not");
		if (accept("in")) {
			return new Clause.Compared(column, negated ? Comparison.NOT_IN : Comparison.IN, literals());
		}
		if (accept("like")) {
			return new Clause.Like(column, literal().toString(), !negated);
		}
		throw unexpected();
	}

	private List<Object> literals() {
		List<Object> literals = new ArrayList<>();
		expect("(");
		do {
			literals.add(literal());
		}
		while (accept(","));
		expect(")");
		return literals;
	}

	private Object literal() {
		Token token = peek();
		boolean literal = token.kind() == Kind.TEXT || token.kind() == Kind.NUMBER || token.is("true")
				|| token.is("false");
		if (!literal) {
			throw unexpected();
		}
		return take().text();
	}

	private List<CoqlQuery.Order> order() {
		List<CoqlQuery.Order> order = new ArrayList<>();
		expect("by");
		do {
			String column = name();
			boolean descending = accept("desc");
			if (!descending) {
				accept("asc");
			}
			order.add(new CoqlQuery.Order(column, descending));
		}
		while (accept(","));
		return order;
	}

	private Window window() {
		Integer limit = null;
		Integer offset = null;
		if (accept("limit")) {
			limit = number();
			if (accept(",")) {
				offset = limit;
				limit = number();
			}
		}
		if (offset == null && accept("offset")) {
			offset = number();
		}
		return new Window(limit, (offset != null) ? offset : 0);
	}

	private int number() {
		Token token = peek();
		try {
			if (token.kind() == Kind.NUMBER) {
				int number = Integer.parseInt(token.text());
				if (number >= 0) {
					take();
					return number;
				}
			}
		}
		catch (NumberFormatException ex) {
			// refused below, like all that is no number
		}
		throw unexpected();
	}

	private String name() {
		if (peek().kind() != Kind.WORD) {
			throw unexpected();
		}
		return take().text();
	}

	private Token peek() {
		return this.tokens.get(this.next);
	}

	private Token take() {
		return this.tokens.get(this.next++);
	}

	private boolean accept(String keywordOrSymbol) {
		boolean accepted = peek().is(keywordOrSymbol);
		if (accepted) {
			take();
		}
		return accepted;
	}

	private void expect(String keywordOrSymbol) {
		if (!accept(keywordOrSymbol)) {
			throw unexpected();
		}
	}

	private SyntaxException unexpected() {
		return new SyntaxException(peek().position(), peek().text());
	}

	private record Window(@Nullable Integer limit, int offset) {
	}

}
