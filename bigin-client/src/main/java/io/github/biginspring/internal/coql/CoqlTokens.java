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

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.util.Assert;

/**
 * The parts of a COQL text: words, literals in quotes, parameters, and what stands
 * between them. Puts the parts back together in different ways.
 */
public record CoqlTokens(List<CoqlTokens.Token> tokens) {

	/**
	 * Take a text apart.
	 * @param text the text
	 * @return its parts
	 * @throws IllegalArgumentException if a literal is not closed or holds a control
	 * character
	 */
	public static CoqlTokens of(String text) {
		List<Token> tokens = new ArrayList<>();
		int at = 0;
		while (at < text.length()) {
			Token token = token(text, at);
			tokens.add(token);
			at += token.text().length();
		}
		return new CoqlTokens(List.copyOf(tokens));
	}

	private static Token token(String text, int at) {
		char c = text.charAt(at);
		if (c == '\'') {
			return new Token(Kind.LITERAL, text.substring(at, literalEnd(text, at)));
		}
		if (isWordPart(c)) {
			return new Token(Kind.WORD, text.substring(at, wordEnd(text, at)));
		}
		if (c == ':' && at + 1 < text.length() && isWordPart(text.charAt(at + 1))) {
			return new Token(Kind.PARAMETER, text.substring(at, wordEnd(text, at + 1)));
		}
		if (Character.isWhitespace(c)) {
			return new Token(Kind.SPACE, String.valueOf(c));
		}
		Assert.isTrue(!Character.isISOControl(c), "A COQL query cannot hold control characters");
		return new Token(Kind.OTHER, String.valueOf(c));
	}

	private static int literalEnd(String text, int at) {
		for (int i = at + 1; i < text.length(); i++) {
			char c = text.charAt(i);
			Assert.isTrue(!Character.isISOControl(c), "A literal of a COQL query holds a control character");
			if (c == '\'') {
				if (i + 1 == text.length() || text.charAt(i + 1) != '\'') {
					return i + 1;
				}
				i++;
			}
		}
		throw new IllegalArgumentException(
				"A literal of the COQL query is not closed. A quote within one is doubled, as in 'O''Brien'; better is"
						+ " a parameter, as in Last_Name = :name");
	}

	private static int wordEnd(String text, int at) {
		int end = at;
		while (end < text.length() && isWordPart(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static boolean isWordPart(char c) {
		return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.';
	}

	/**
	 * Return the text with one space where there were several, or a line break.
	 * @return the text
	 */
	String text() {
		StringBuilder text = new StringBuilder();
		for (Token token : this.tokens) {
			if (token.kind() != Kind.SPACE) {
				text.append(token.text());
			}
			else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
				text.append(' ');
			}
		}
		return text.toString().strip();
	}

	/**
	 * Return the text without values, which may be personal.
	 * @return the text with question marks for them
	 */
	public String masked() {
		return this.tokens.stream()
			.map((token) -> (token.kind() == Kind.LITERAL || token.isNumber()) ? "?" : token.text())
			.collect(Collectors.joining());
	}

	/**
	 * Return the parameters.
	 * @return their names, without the colon
	 */
	public Set<String> parameters() {
		return this.tokens.stream()
			.filter((token) -> token.kind() == Kind.PARAMETER)
			.map((token) -> token.text().substring(1))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * Return the text with literals in place of its parameters.
	 * @param literals the literals by the parameter's name
	 * @return the text
	 * @throws IllegalStateException if a parameter has no value
	 */
	String bound(Map<String, String> literals) {
		StringBuilder text = new StringBuilder();
		for (Token token : this.tokens) {
			text.append((token.kind() == Kind.PARAMETER) ? literal(token.text(), literals) : token.text());
		}
		return text.toString();
	}

	private static String literal(String parameter, Map<String, String> literals) {
		String literal = literals.get(parameter.substring(1));
		Assert.state(literal != null, () -> "Parameter " + parameter + " of the COQL query has no value: bind one");
		return literal;
	}

	/**
	 * What a part of a text is.
	 */
	public enum Kind {

		WORD, LITERAL, PARAMETER, SPACE, OTHER

	}

	/**
	 * A part of a text.
	 *
	 * @param kind what it is
	 * @param text as it stands
	 */
	public record Token(Kind kind, String text) {

		boolean is(String keyword) {
			return this.kind == Kind.WORD && this.text.equalsIgnoreCase(keyword);
		}

		boolean isNumber() {
			return this.kind == Kind.WORD && Character.isDigit(this.text.charAt(0));
		}

	}

}
