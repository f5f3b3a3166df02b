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

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.sample.csv.CsvRow;

/**
 * What was found out about a file, and how its columns could be taken.
 *
 * @param id what to call it when it is to be imported
 * @param name what its sender calls it
 * @param rows how many rows it has
 * @param encoding the name of its encoding
 * @param separator what stands between two values
 * @param header the names of its columns
 * @param guess the API name of the field for each column, or {@code null} where none fits
 * @param first the first of its rows
 * @param fields the fields there are
 */
record UploadView(String id, String name, long rows, String encoding, char separator, List<String> header,
		List<@Nullable String> guess, List<CsvRow> first, List<ImportField> fields) {

	static UploadView of(Upload upload, List<ImportField> fields) {
		return new UploadView(upload.id(), upload.name(), upload.rows(), upload.format().charset().name(),
				upload.format().separator(), upload.header(), RowMapping.guess(upload.header(), fields), upload.first(),
				fields);
	}

}
