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

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * The body of a call that writes records.
 *
 * @param content the body as it was sent
 */
record WriteBody(Map<String, @Nullable Object> content) {

	static final int GREATEST_WRITE = 100;

	/**
	 * Let an operation befall each record. One that is refused stands in the report
	 * beside the others.
	 * @param operation writes one record and reports it
	 * @return what became of each record
	 */
	WriteReport each(BiConsumer<Map<?, ?>, WriteReport> operation) {
		WriteReport report = new WriteReport();
		for (Object element : data()) {
			try {
				if (!(element instanceof Map<?, ?> sent)) {
					throw RecordValidator.refuse("INVALID_DATA", "invalid data", "data", path(report))
						.with("expected_data_type", "jsonobject");
				}
				operation.accept(sent, report);
			}
			catch (RefusedException ex) {
				report.refuse(ex);
			}
		}
		return report;
	}

	boolean workflows() {
		return !(this.content.get("trigger") instanceof List<?> triggers) || triggers.contains("workflow");
	}

	/**
	 * Where the record that is to be reported next stands in the body.
	 * @param report what was reported so far
	 * @return the path, such as {@code $.data[0]}
	 */
	static String path(WriteReport report) {
		return "$.data[" + report.entries().size() + "]";
	}

	static String idOf(Map<?, ?> sent, String path) {
		Object id = sent.get("id");
		if (id == null) {
			throw RecordValidator.refuse("MANDATORY_NOT_FOUND", "required field not found", "id", path + ".id");
		}
		if (!(id instanceof String text)) {
			throw RecordValidator.refuse("INVALID_DATA", "invalid data", "id", path + ".id")
				.with("expected_data_type", "bigint");
		}
		return text;
	}

	private List<?> data() {
		Object data = this.content.get("data");
		if (data == null) {
			throw RecordValidator.refuse("MANDATORY_NOT_FOUND", "required field not found", "data", "$.data");
		}
		if (!(data instanceof List<?> list)) {
			throw RecordValidator.refuse("INVALID_DATA", "invalid data", "data", "$.data")
				.with("expected_data_type", "jsonarray");
		}
		if (list.isEmpty()) {
			throw RecordValidator.refuse("INVALID_DATA", "invalid data", "data", "$.data").with("minimum_length", 1);
		}
		if (list.size() > GREATEST_WRITE) {
			throw RecordValidator.refuse("INVALID_DATA", "invalid data", "data", "$.data")
				.with("maximum_length", GREATEST_WRITE);
		}
		return list;
	}

}
