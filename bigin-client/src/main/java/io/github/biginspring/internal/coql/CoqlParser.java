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

package io.github.biginspring.internal.coql;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.coql.CoqlTokens.Token;

/**
 * Finds the clauses of a query, so that it can be read page by page.
 */
public final class CoqlParser {

	private final Map<Clause, String> clauses = new EnumMap<>(Clause.class);

	private CoqlParser(List<Token> tokens) {
		int depth = 0;
		Clause clause = null;
		for (int i = 0; i < tokens.size(); i++) {
			Token token = tokens.get(i);
			depth += token.text().equals("(") ? 1 : token.text().equals(")") ? -1 : 0;
			Clause next = (depth == 0) ? Clause.at(tokens, i) : null;
			if (next != null) {
				Clause last = clause;
				Assert.isTrue((last != null) ? last.compareTo(next) < 0 : next == Clause.SELECT,
						() -> "The clause '" + next + "' of the COQL query stands in the wrong place");
				clause = next;
				i += next.size() - 1;
			}
			else {
				Assert.isTrue(clause != null, "A COQL query begins with 'select'");
				this.clauses.merge(clause, token.text(), String::concat);
			}
		}
		Assert.isTrue(depth == 0, "The parentheses of the COQL query do not match");
		this.clauses.replaceAll((key, text) -> text.strip());
	}

	/**
	 * Read a query.
	 * @param text the text
	 * @return the query
	 * @throws IllegalArgumentException if it is none
	 */
	public static CoqlStatement parse(String text) {
		CoqlTokens tokens = CoqlTokens.of(CoqlTokens.of(text).text());
		return new CoqlParser(tokens.tokens()).statement();
	}

	private CoqlStatement statement() {
		String where = this.clauses.get(Clause.WHERE);
		if (CoqlClauses.ANY.equals(where)) {
			// what stands for no condition
			where = null;
		}
		CoqlClauses parts = new CoqlClauses(required(Clause.SELECT), UriVariable.module(required(Clause.FROM)).value(),
				where, conditions(where), this.clauses.get(Clause.GROUP_BY), this.clauses.get(Clause.ORDER_BY))
			.checkJoins();
		Long offset = number(Clause.OFFSET, this.clauses.get(Clause.OFFSET));
		Long limit = null;
		String text = this.clauses.get(Clause.LIMIT);
		if (text != null) {
			// 'limit 200 offset 400' and 'limit 400, 200' are the same
			int comma = text.indexOf(',');
			limit = number(Clause.LIMIT, text.substring(comma + 1).strip());
			offset = (comma >= 0) ? number(Clause.LIMIT, text.substring(0, comma).strip()) : offset;
		}
		return new CoqlStatement(parts, limit, (offset != null) ? offset : 0, Map.of());
	}

	private String required(Clause clause) {
		String text = this.clauses.get(clause);
		Assert.isTrue(text != null && !text.isEmpty(), () -> "A COQL query needs a '" + clause + "'");
		return text;
	}

	private static int conditions(@Nullable String where) {
		if (where == null) {
			return 0;
		}
		int conditions = 1;
		for (Token token : CoqlTokens.of(where).tokens()) {
			// the 'and' of a 'between' joins nothing
			conditions += (token.is("and") || token.is("or")) ? 1 : token.is("between") ? -1 : 0;
		}
		return conditions;
	}

	private static @Nullable Long number(Clause clause, @Nullable String text) {
		if (text == null) {
			return null;
		}
		try {
			long number = Long.parseLong(text);
			Assert.isTrue(number >= 0, () -> "The '" + clause + "' of the COQL query is negative");
			return number;
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("The '" + clause + "' of the COQL query is not a number: set it by "
					+ clause + "(...) of the query", ex);
		}
	}

	private enum Clause {

		SELECT, FROM, WHERE, GROUP_BY, ORDER_BY, LIMIT, OFFSET;

		private final String[] words = name().split("_");

		static @Nullable Clause at(List<Token> tokens, int at) {
			for (Clause clause : values()) {
				if (clause.isAt(tokens, at)) {
					return clause;
				}
			}
			return null;
		}

		private boolean isAt(List<Token> tokens, int at) {
			return tokens.get(at).is(this.words[0])
					&& (this.words.length == 1 || at + 2 < tokens.size() && tokens.get(at + 2).is(this.words[1]));
		}

		// the words and the spaces between them
		int size() {
			return 2 * this.words.length - 1;
		}

		@Override
		public String toString() {
			return String.join(" ", this.words).toLowerCase(Locale.ROOT);
		}

	}

}
