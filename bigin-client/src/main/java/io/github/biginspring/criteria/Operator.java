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
 * How a field is compared.
 */
enum Operator {

	IS("is"), NOT("not"), MATCHES("matches"), STARTS_WITH("startsWith"), LIKE("like"), NOT_LIKE("notLike"),
	GREATER_THAN("greaterThan"), GREATER_THAN_OR_EQUALS("greaterThanOrEquals"), LESS_THAN("lessThan"),
	LESS_THAN_OR_EQUALS("lessThanOrEquals"), BETWEEN("between"), IN("in"), NOT_IN("notIn"), IS_EMPTY("isEmpty"),
	IS_NOT_EMPTY("isNotEmpty");

	private final String method;

	Operator(String method) {
		this.method = method;
	}

	boolean takesValues() {
		return this != IS_EMPTY && this != IS_NOT_EMPTY;
	}

	/**
	 * The name of the method of {@link Criteria.Condition}.
	 */
	@Override
	public String toString() {
		return this.method;
	}

}
