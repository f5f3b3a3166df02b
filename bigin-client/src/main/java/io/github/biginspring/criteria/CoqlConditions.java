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

package io.github.biginspring.criteria;

/**
 * The conditions of a COQL query, rendered by {@link CriteriaRenderer#COQL}.
 *
 * @param text the text, of more than one condition in parentheses
 * @param count how many conditions there are
 * @since 0.1.0
 */
public record CoqlConditions(String text, int count) {

	/**
	 * How many conditions a query takes (as other clients report).
	 */
	public static final int MAX_CONDITIONS = 25;

	/**
	 * The check of the number of conditions.
	 * @param count how many there are
	 * @throws IllegalArgumentException if they are more than a query takes
	 */
	public static void requireFew(int count) {
		if (count > MAX_CONDITIONS) {
			throw new IllegalArgumentException(
					"A COQL query takes at most " + MAX_CONDITIONS + " conditions, not " + count);
		}
	}

	@Override
	public String toString() {
		return this.count + " conditions";
	}

}
