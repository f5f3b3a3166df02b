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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import reactor.core.publisher.Flux;

import io.github.biginspring.sample.csv.CsvFormat;
import io.github.biginspring.sample.csv.CsvRow;
import io.github.biginspring.sample.csv.CsvRows;

/**
 * A file that was sent to be imported, and what was found out about it.
 *
 * @param id what it is called here
 * @param name what its sender calls it
 * @param file where it is kept
 * @param format how it is written down
 * @param header the names of its columns
 * @param first the first of its rows
 * @param rows how many rows it has
 */
record Upload(String id, String name, Path file, CsvFormat format, List<String> header, List<CsvRow> first, long rows) {

	/**
	 * Read the rows, without the one that names the columns.
	 * @return the rows, each when it is asked for
	 */
	Flux<CsvRow> content() {
		return CsvRows.read(() -> Files.newInputStream(this.file), this.format).skip(1);
	}

}
