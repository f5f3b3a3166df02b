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

package io.github.biginspring.simulator.organization;

import java.util.Arrays;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The operators of criteria.
 */
enum Operator {

	EQUALS, NOT_EQUAL, STARTS_WITH, GREATER_THAN, GREATER_EQUAL, LESS_THAN, LESS_EQUAL, BETWEEN, IN;

	static @Nullable Operator of(String name) {
		return Arrays.stream(values()).filter((operator) -> operator.wireName().equals(name)).findFirst().orElse(null);
	}

	String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean allows(FieldDefinition field) {
		DataType type = field.type();
		return switch (this) {
			case EQUALS, STARTS_WITH -> true;
			case NOT_EQUAL -> type != DataType.TEXTAREA;
			case IN -> type != DataType.TEXTAREA && type != DataType.BOOLEAN;
			case GREATER_THAN, GREATER_EQUAL, LESS_THAN, LESS_EQUAL, BETWEEN ->
				type.isNumber() || type.isTime() || type == DataType.BIGINT;
		};
	}

}
