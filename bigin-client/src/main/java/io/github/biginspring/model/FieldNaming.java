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

package io.github.biginspring.model;

/**
 * Strategy that determines the API name of the field for a property.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface FieldNaming {

	/**
	 * Bigin's own way: each word begins with a capital letter, and an underscore stands
	 * between two words. {@code lastName} becomes {@code Last_Name}. A property named
	 * {@code id} keeps its name.
	 */
	FieldNaming BIGIN = FieldNaming::capitalizedWords;

	/**
	 * Property and field have the same name.
	 */
	FieldNaming SAME = (property) -> property;

	/**
	 * Return the API name for a property.
	 * @param property the name of the property
	 * @return the API name
	 */
	String apiName(String property);

	private static String capitalizedWords(String property) {
		if (property.isEmpty() || property.equals("id")) {
			return property;
		}
		StringBuilder name = new StringBuilder(property.length() + 4);
		name.append(Character.toUpperCase(property.charAt(0)));
		for (int i = 1; i < property.length(); i++) {
			char c = property.charAt(i);
			if (Character.isUpperCase(c) && property.charAt(i - 1) != '_') {
				name.append('_');
			}
			name.append(c);
		}
		return name.toString();
	}

}
