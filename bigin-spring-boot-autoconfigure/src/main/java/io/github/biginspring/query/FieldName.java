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

/**
 * Checks API names of fields, so that none can change the criteria or list around it.
 */
final class FieldName {

	private static final int LONGEST = 100;

	private FieldName() {
	}

	static String check(@Nullable String name) {
		if (name == null || name.isEmpty() || name.length() > LONGEST || !name.chars().allMatch(FieldName::isPart)) {
			throw new IllegalArgumentException("Not a field's API name: '" + shown(name)
					+ "'. It holds letters, digits, underscores, dots and dollar signs only, as 'Last_Name' does");
		}
		return name;
	}

	// no line of a log may be made of it
	static @Nullable String shown(@Nullable String text) {
		if (text == null) {
			return null;
		}
		StringBuilder shown = new StringBuilder();
		for (int i = 0; i < text.length() && i < LONGEST; i++) {
			char c = text.charAt(i);
			shown.append(Character.isISOControl(c) ? '?' : c);
		}
		return (text.length() > LONGEST) ? shown.append("...").toString() : shown.toString();
	}

	private static boolean isPart(int c) {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '$';
	}

}
