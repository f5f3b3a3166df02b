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

import java.util.List;
import java.util.Random;

/**
 * Texts that break what was built carelessly, the same ones for the same seed.
 */
final class HostileText {

	private static final List<String> PIECES = List.of("(", ")", ",", "\\", ":", "\"", "'", "and", "or", ")and(", "))",
			"(A:equals:1)", "%2F", "%", "+", "&", "=", "#", "?", "/", "..", "../", "//", ";", "@", "{id}", "${x}",
			"\r\n", "\n", "\u0000", "\t", "\u007f", "\u0085", "\u2028", "\u202e", " ", "\u00e9", "\u6f22",
			"\ud83d\ude00", "http://evil.example/", "X-Evil: 1", "null", "in", "0", "a", "Z", "_", "-", ".", "$");

	private static final String NAME = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

	private final Random random;

	HostileText(long seed) {
		this.random = new Random(seed);
	}

	Random random() {
		return this.random;
	}

	<T> T oneOf(List<T> elements) {
		return elements.get(this.random.nextInt(elements.size()));
	}

	/**
	 * A text without half surrogate pairs.
	 * @return the text, which can be empty
	 */
	String text() {
		StringBuilder text = new StringBuilder();
		int pieces = (this.random.nextInt(50) == 0) ? 400 : this.random.nextInt(9);
		for (int i = 0; i < pieces; i++) {
			switch (this.random.nextInt(4)) {
				case 0 -> text.append(name(1 + this.random.nextInt(6)));
				case 1 -> text.appendCodePoint(codePoint());
				default -> text.append(oneOf(PIECES));
			}
		}
		return text.toString();
	}

	/**
	 * What may be a name or an id, or is one but for a piece.
	 * @return the text
	 */
	String nearlyName() {
		return switch (this.random.nextInt(6)) {
			case 0 -> text();
			case 1 -> String.valueOf(this.random.nextLong() & Long.MAX_VALUE);
			case 2 -> name(1 + this.random.nextInt(20)) + oneOf(PIECES);
			case 3 -> digits(25 + this.random.nextInt(10));
			case 4 -> name(95 + this.random.nextInt(40));
			default -> name(1 + this.random.nextInt(20));
		};
	}

	String name(int length) {
		StringBuilder name = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			name.append(NAME.charAt(this.random.nextInt(NAME.length())));
		}
		return name.toString();
	}

	private String digits(int length) {
		StringBuilder digits = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			digits.append((char) ('0' + this.random.nextInt(10)));
		}
		return digits.toString();
	}

	private int codePoint() {
		int codePoint = this.random.nextInt((this.random.nextBoolean()) ? 0x100 : Character.MAX_CODE_POINT + 1);
		return (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) ? 'x' : codePoint;
	}

}
