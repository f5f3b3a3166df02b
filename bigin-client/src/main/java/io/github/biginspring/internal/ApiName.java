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

package io.github.biginspring.internal;

import org.jspecify.annotations.Nullable;

/**
 * The one check of API names, so that no name can change the path, list or condition
 * around it.
 *
 * @since 0.1.0
 */
public final class ApiName {

	private static final int MAX_LENGTH = 100;

	private ApiName() {
	}

	/**
	 * The API name of a field, a system field such as {@code $se_module}, or a field of a
	 * related record such as {@code Account_Name.Phone}.
	 * @param name the name
	 * @return the same name
	 * @throws IllegalArgumentException if it is none of these
	 */
	public static String field(@Nullable String name) {
		if (name == null || name.isEmpty() || name.length() > MAX_LENGTH || !isPath(name)) {
			throw new IllegalArgumentException("Not a field's API name: '" + shown(name)
					+ "'. It holds letters, digits, underscores and dollar signs only, as 'Last_Name' does, with a dot"
					+ " before the field of a related record, as in 'Account_Name.Phone'");
		}
		return name;
	}

	/**
	 * The API name of a module or of what belongs to one, without dots and dollar signs.
	 * @param owner whose name it is, such as {@code a module}
	 * @param name the name
	 * @param example such a name
	 * @return the same name
	 * @throws IllegalArgumentException if it does not begin with a letter, or holds
	 * anything but letters, digits and underscores
	 */
	public static String plain(String owner, @Nullable String name, String example) {
		if (name == null || name.isEmpty() || name.length() > MAX_LENGTH || !isPlain(name)) {
			throw new IllegalArgumentException("Not " + owner + "'s API name: '" + shown(name)
					+ "'. It begins with a letter and holds letters, digits and underscores only, as '" + example
					+ "' does");
		}
		return name;
	}

	/**
	 * The beginning of a text for an error message, on one line of a log.
	 * @param text the text
	 * @return the text without control characters, and shortened
	 */
	public static @Nullable String shown(@Nullable String text) {
		if (text == null) {
			return null;
		}
		StringBuilder shown = new StringBuilder();
		for (int i = 0; i < text.length() && i < MAX_LENGTH; i++) {
			char c = text.charAt(i);
			shown.append(Character.isISOControl(c) ? '?' : c);
		}
		return (text.length() > MAX_LENGTH) ? shown.append("...").toString() : shown.toString();
	}

	private static boolean isPath(String name) {
		boolean empty = true;
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (c == '.' ? empty : !isPart(c) && c != '$') {
				return false;
			}
			empty = (c == '.');
		}
		return !empty;
	}

	private static boolean isPlain(String name) {
		for (int i = 0; i < name.length(); i++) {
			if (!isPart(name.charAt(i))) {
				return false;
			}
		}
		return isLetter(name.charAt(0));
	}

	private static boolean isPart(char c) {
		return isLetter(c) || c >= '0' && c <= '9' || c == '_';
	}

	private static boolean isLetter(char c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
	}

}
