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

package io.github.biginspring.sample.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * The rows of an import that were not written, as a file that can be corrected and
 * imported: three columns that say what was wrong, and those of the file.
 */
final class RejectedRows {

	private static final ObjectWriter ROWS = CsvMapper.builder()
		.enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
		.build()
		.writer();

	private RejectedRows() {
	}

	static String csv(ImportJob job) {
		List<String> names = Stream
			.concat(Stream.of("Import line", "Import name", "Import reason"), job.header().stream())
			.toList();
		return job.failedRows()
			.stream()
			.map((row) -> line(values(row, job.header().size())))
			.collect(Collectors.joining("", JobService.BYTE_ORDER_MARK + line(names), ""));
	}

	private static List<String> values(FailedRow row, int columns) {
		List<String> values = new ArrayList<>(List.of(Long.toString(row.line()), row.name(), row.reason()));
		for (int i = 0; i < columns; i++) {
			values.add(Objects.requireNonNullElse(row.value(i), ""));
		}
		return values;
	}

	private static String line(List<String> values) {
		return ROWS.writeValueAsString(values.stream().map(SpreadsheetText::quoted).toList());
	}

}
