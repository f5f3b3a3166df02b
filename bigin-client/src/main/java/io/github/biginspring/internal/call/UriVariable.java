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

package io.github.biginspring.internal.call;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.internal.ApiName;

/**
 * A value for a variable of a path, checked by what it stands for, so that no value can
 * change the path around it. It is encoded on its way besides.
 *
 * @param value the value as given, not encoded
 * @since 0.1.0
 */
public record UriVariable(String value) {

	private static final int MAX_RECORD_ID_LENGTH = 30;

	private static final int MAX_CONNECTION_ID_LENGTH = 128;

	/**
	 * Check that the value is one segment of a path.
	 * @param value the value as given, not encoded
	 * @throws IllegalArgumentException if it is empty, or dots that would lead elsewhere,
	 * which no encoding prevents
	 */
	public UriVariable {
		if (value == null || value.isEmpty() || value.equals(".") || value.equals("..")) {
			throw new IllegalArgumentException("Not a value for a variable of a path: '" + value + "'");
		}
	}

	/**
	 * The API name of a module, which is case-sensitive.
	 * @param name the name, such as {@code Contacts}
	 * @return the variable
	 * @throws IllegalArgumentException if it is not a name of letters, digits and
	 * underscores
	 */
	public static UriVariable module(@Nullable String name) {
		return new UriVariable(ApiName.plain("a module", name, "Contacts"));
	}

	/**
	 * The API name of a related list, which is case-sensitive.
	 * @param name the name, such as {@code Products}
	 * @return the variable
	 * @throws IllegalArgumentException if it is not a name of letters, digits and
	 * underscores
	 */
	public static UriVariable relatedList(@Nullable String name) {
		return new UriVariable(ApiName.plain("a related list", name, "Contacts"));
	}

	/**
	 * The id of a record or a user.
	 * @param id the id, digits as text
	 * @return the variable
	 * @throws IllegalArgumentException if it is not a text of digits
	 */
	public static UriVariable recordId(@Nullable String id) {
		if (id == null || id.isEmpty() || id.length() > MAX_RECORD_ID_LENGTH || !consistsOf(id, UriVariable::isDigit)) {
			throw new IllegalArgumentException("Not a record id: '" + ApiName.shown(id)
					+ "'. It holds digits only, as '7255024000000596045' does");
		}
		return new UriVariable(id);
	}

	/**
	 * The id of a connection at Maton.
	 * @param id the id
	 * @return the variable
	 * @throws IllegalArgumentException if it holds anything but letters, digits, hyphens
	 * and underscores
	 */
	public static UriVariable connectionId(@Nullable String id) {
		return new UriVariable(requireConnectionId(id));
	}

	static String requireConnectionId(@Nullable String id) {
		if (id == null || id.isEmpty() || id.length() > MAX_CONNECTION_ID_LENGTH
				|| !consistsOf(id, (c) -> isLetter(c) || isDigit(c) || c == '-' || c == '_')) {
			throw new IllegalArgumentException("Not a connection id: '" + ApiName.shown(id)
					+ "'. It holds letters, digits, hyphens and underscores only");
		}
		return id;
	}

	private static boolean consistsOf(String text, CharacterTest test) {
		for (int i = 0; i < text.length(); i++) {
			if (!test.accepts(text.charAt(i))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isLetter(char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private interface CharacterTest {

		boolean accepts(char c);

	}

}
