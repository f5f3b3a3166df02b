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

package io.github.biginspring.query;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Writes values as COQL reads them: whatever a text holds, it stays one literal.
 */
final class CoqlLiteral {

	private CoqlLiteral() {
	}

	/**
	 * Write a value.
	 * @param column what it is compared with, or the parameter that it is for
	 * @param value the value
	 * @return a number or boolean as it is, all else in quotes
	 * @throws IllegalArgumentException if it is of another type, or a text that cannot be
	 * sent
	 */
	static String of(String column, @Nullable Object value) {
		String text = ValueText.of(column, value);
		return (value instanceof Number || value instanceof Boolean) ? text : quoted(column, text);
	}

	private static String quoted(String column, String text) {
		Assert.isTrue(text.chars().noneMatch(Character::isISOControl),
				() -> "Field " + column + " cannot be compared with a text that holds a control character");
		Assert.isTrue(ValueText.isWellFormed(text), () -> "Field " + column
				+ " cannot be compared with a text that holds half a surrogate pair, as of a cut-off emoji");
		return "'" + text.replace("'", "''") + "'";
	}

}
