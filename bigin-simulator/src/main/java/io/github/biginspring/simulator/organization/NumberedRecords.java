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

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

import org.jspecify.annotations.Nullable;

/**
 * Records that differ by their number: values for the fields that are required or unique,
 * and for addresses and telephone numbers.
 */
final class NumberedRecords implements IntFunction<Map<String, ?>> {

	private final ModuleDefinition module;

	private final String time;

	NumberedRecords(ModuleDefinition module, String time) {
		this.module = module;
		this.time = time;
	}

	@Override
	public Map<String, ?> apply(int number) {
		Map<String, Object> record = new LinkedHashMap<>();
		for (FieldDefinition field : this.module.fields()) {
			boolean wanted = field.isRequired() || field.isUnique() || field.type() == DataType.EMAIL
					|| field.type() == DataType.PHONE;
			Object value = (wanted && !field.isReadOnly()) ? value(field, number) : null;
			if (value != null) {
				record.put(field.apiName(), value);
			}
		}
		return record;
	}

	private @Nullable Object value(FieldDefinition field, int number) {
		return switch (field.type()) {
			case TEXT, TEXTAREA -> field.label() + " " + number;
			case EMAIL -> this.module.singularLabel().toLowerCase(Locale.ROOT) + number + "@example.com";
			case PHONE -> "+1 503 555 " + number;
			case WEBSITE -> "https://example.com/" + number;
			case PICKLIST -> field.pickListValues().isEmpty() ? field.label()
					: field.pickListValues().get(number % field.pickListValues().size());
			case INTEGER, DOUBLE, CURRENCY -> number;
			case BIGINT -> Integer.toString(number);
			case DATE -> this.time.substring(0, 10);
			case DATETIME -> this.time;
			default -> null;
		};
	}

}
