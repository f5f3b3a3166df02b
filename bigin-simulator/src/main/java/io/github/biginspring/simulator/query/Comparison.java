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

/**
 * How a condition compares.
 *
 * @since 0.1.0
 */
public enum Comparison {

	/**
	 * Is the value, text whatever the case of its letters.
	 */
	EQUAL,

	/**
	 * Is another value.
	 */
	NOT_EQUAL,

	/**
	 * Comes before the value.
	 */
	LESS,

	/**
	 * Comes before the value, or is it.
	 */
	LESS_EQUAL,

	/**
	 * Comes after the value.
	 */
	GREATER,

	/**
	 * Comes after the value, or is it.
	 */
	GREATER_EQUAL,

	/**
	 * Lies between two values, or is one of them.
	 */
	BETWEEN,

	/**
	 * Lies outside of two values.
	 */
	NOT_BETWEEN,

	/**
	 * Is one of the values.
	 */
	IN,

	/**
	 * Is none of the values.
	 */
	NOT_IN,

	/**
	 * Has no value.
	 */
	IS_NULL,

	/**
	 * Has a value.
	 */
	IS_NOT_NULL;

	boolean needsOrder() {
		return switch (this) {
			case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, BETWEEN, NOT_BETWEEN -> true;
			default -> false;
		};
	}

}
