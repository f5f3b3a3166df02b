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

package io.github.biginspring.simulator.query;

import java.util.List;
import java.util.Locale;

import io.github.biginspring.simulator.organization.RecordRow;
import io.github.biginspring.simulator.organization.RefusedException;

/**
 * Pieces of text that must follow one another with anything between them, ignoring case.
 *
 * @since 0.1.0
 */
public final class TextPattern {

	private final List<String> pieces;

	private TextPattern(List<String> pieces) {
		this.pieces = pieces.stream().map((piece) -> piece.toLowerCase(Locale.ROOT)).toList();
	}

	/**
	 * Read a pattern.
	 * @param pattern text in which each {@code %} stands for any characters or none
	 * @return the pattern
	 */
	public static TextPattern like(String pattern) {
		return new TextPattern(List.of(pattern.split("%", -1)));
	}

	/**
	 * Text that begins with another.
	 * @param text the beginning
	 * @return the pattern
	 */
	public static TextPattern startingWith(String text) {
		return new TextPattern(List.of(text, ""));
	}

	/**
	 * Text that ends with another.
	 * @param text the end
	 * @return the pattern
	 */
	public static TextPattern endingWith(String text) {
		return new TextPattern(List.of("", text));
	}

	/**
	 * Text that holds another.
	 * @param text what to look for
	 * @return the pattern
	 */
	public static TextPattern containing(String text) {
		return new TextPattern(List.of("", text, ""));
	}

	/**
	 * The condition that a column matches the pattern. A record without a value neither
	 * matches nor does not match it.
	 * @param column the column
	 * @param matching whether it must match, or must not
	 * @return the condition
	 * @throws RefusedException if the column holds no text
	 */
	public Filter on(Column column, boolean matching) {
		if (!column.field().type().isText()) {
			throw RefusedException.invalidQuery("invalid operator", column.name(), matching ? "like" : "not like");
		}
		return (RecordRow row) -> column.value(row) instanceof String text && matches(text) == matching;
	}

	boolean matches(String value) {
		String text = value.toLowerCase(Locale.ROOT);
		String first = this.pieces.get(0);
		if (this.pieces.size() == 1) {
			return text.equals(first);
		}
		String last = this.pieces.get(this.pieces.size() - 1);
		if (!text.startsWith(first)) {
			return false;
		}
		int position = first.length();
		for (String piece : this.pieces.subList(1, this.pieces.size() - 1)) {
			int found = text.indexOf(piece, position);
			if (found < 0) {
				return false;
			}
			position = found + piece.length();
		}
		return text.length() - last.length() >= position && text.endsWith(last);
	}

}
