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

import io.github.biginspring.simulator.coql.Token.Kind;

/**
 * Cuts a query into pieces.
 */
final class Tokenizer {

	private static final List<String> SYMBOLS = List.of("!=", "<=", ">=", "=", "<", ">", "(", ")", ",");

	private final String text;

	private final boolean backslashEscapes;

	private int position;

	/**
	 * Read a query.
	 * @param text the query
	 * @param backslashEscapes whether a quote after a backslash stands for itself, rather
	 * than ends the literal
	 */
	Tokenizer(String text, boolean backslashEscapes) {
		this.text = text;
		this.backslashEscapes = backslashEscapes;
	}

	List<Token> tokens() {
		List<Token> tokens = new ArrayList<>();
		skipBlanks();
		while (this.position < this.text.length()) {
			tokens.add(next());
			skipBlanks();
		}
		tokens.add(new Token(Kind.END, "", this.position));
		return tokens;
	}

	private void skipBlanks() {
		while (this.position < this.text.length() && Character.isWhitespace(this.text.charAt(this.position))) {
			this.position++;
		}
	}

	private Token next() {
		int start = this.position;
		char first = this.text.charAt(start);
		if (first == '\'') {
			return literal(start);
		}
		if (isWordStart(first)) {
			return new Token(Kind.WORD, run(start, Tokenizer::isWordPart), start);
		}
		if (isDigit(first) || ((first == '-' || first == '+') && isDigit(charAt(start + 1)))) {
			this.position++;
			return new Token(Kind.NUMBER, run(start, (character) -> isDigit(character) || character == '.'), start);
		}
		for (String symbol : SYMBOLS) {
			if (this.text.startsWith(symbol, start)) {
				this.position += symbol.length();
				return new Token(Kind.SYMBOL, symbol, start);
			}
		}
		throw new SyntaxException(start, String.valueOf(first));
	}

	private String run(int start, CharacterTest part) {
		while (this.position < this.text.length() && part.test(this.text.charAt(this.position))) {
			this.position++;
		}
		return this.text.substring(start, this.position);
	}

	private Token literal(int start) {
		StringBuilder value = new StringBuilder();
		this.position++;
		while (this.position < this.text.length()) {
			char character = this.text.charAt(this.position);
			char following = charAt(this.position + 1);
			if (Character.isISOControl(character)) {
				throw new SyntaxException(this.position, "control character");
			}
			boolean escape = character == '\'' || (character == '\\' && this.backslashEscapes);
			if (escape && following == '\'') {
				value.append('\'');
				this.position += 2;
			}
			else if (character == '\'') {
				this.position++;
				return new Token(Kind.TEXT, value.toString(), start);
			}
			else {
				value.append(character);
				this.position++;
			}
		}
		throw new SyntaxException(start, this.text.substring(start));
	}

	private char charAt(int index) {
		return (index < this.text.length()) ? this.text.charAt(index) : '\0';
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

	private static boolean isWordStart(char character) {
		return Character.isLetter(character) || character == '_' || character == '$';
	}

	private static boolean isWordPart(char character) {
		return isWordStart(character) || isDigit(character) || character == '.';
	}

	@FunctionalInterface
	private interface CharacterTest {

		boolean test(char character);

	}

}
