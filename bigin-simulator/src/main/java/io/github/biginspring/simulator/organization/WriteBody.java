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
 * @param name the name of the array of records
 */
record WriteBody(Map<String, @Nullable Object> content, String name) {

	static final int GREATEST_WRITE = 100;

	WriteBody(Map<String, @Nullable Object> content) {
		this(content, "data");
	}

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
					throw RecordValidator.refuse("INVALID_DATA", "invalid data", this.name, path(report))
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

	static void requireFew(List<String> ids) {
		if (ids.size() > GREATEST_WRITE) {
			throw RefusedException.limitExceeded("ids", GREATEST_WRITE);
		}
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
		String text = IdSequence.text(id);
		if (text == null) {
			throw RecordValidator.refuse("INVALID_DATA", "invalid data", "id", path + ".id")
				.with("expected_data_type", "bigint");
		}
		return text;
	}

	private List<?> data() {
		Object data = this.content.get(this.name);
		if (data == null) {
			throw RecordValidator.refuse("MANDATORY_NOT_FOUND", "required field not found", this.name,
					"$." + this.name);
		}
		if (!(data instanceof List<?> list)) {
			throw RecordValidator.refuse("INVALID_DATA", "invalid data", this.name, "$." + this.name)
				.with("expected_data_type", "jsonarray");
		}
		if (list.isEmpty()) {
			throw RecordValidator.refuse("INVALID_DATA", "invalid data", this.name, "$." + this.name)
				.with("minimum_length", 1);
		}
		if (list.size() > GREATEST_WRITE) {
			throw RecordValidator.refuse("INVALID_DATA", "invalid data", this.name, "$." + this.name)
				.with("maximum_length", GREATEST_WRITE);
		}
		return list;
	}

}
