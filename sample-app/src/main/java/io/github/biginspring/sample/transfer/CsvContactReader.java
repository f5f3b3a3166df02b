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

import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

import io.github.biginspring.sample.csv.CsvFormat;
import io.github.biginspring.sample.csv.CsvRow;
import io.github.biginspring.sample.csv.CsvRows;

/**
 * Reads contacts from CSV in UTF-8 while it arrives. The first line names the columns.
 */
final class CsvContactReader {

	// how many pieces of the content may wait to be read, each of some kilobytes
	private static final int PIECES = 8;

	private CsvContactReader() {
	}

	/**
	 * Read contacts. One whose line does not fit the first knows its
	 * {@linkplain ImportedContact#problem() problem}.
	 * @param content the bytes
	 * @return the contacts, or an
	 * {@link io.github.biginspring.sample.csv.UnreadableLineException} at the first line
	 * that is not CSV
	 */
	static Flux<ImportedContact> read(Flux<DataBuffer> content) {
		return CsvRows.read(() -> DataBufferUtils.subscriberInputStream(content, PIECES), CsvFormat.STANDARD)
			.switchOnFirst((first, rows) -> {
				if (first.isOnError()) {
					return rows.cast(ImportedContact.class);
				}
				CsvRow header = first.get();
				RowMapping mapping = RowMapping
					.ofTexts(ContactColumns.of((header != null) ? header.values() : List.of()));
				return rows.skip(1).map(mapping::contact);
			});
	}

}
