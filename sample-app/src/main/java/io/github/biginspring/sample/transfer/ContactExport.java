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
import java.util.Objects;
import java.util.stream.Collectors;

import reactor.core.publisher.Flux;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvWriteFeature;

import org.springframework.stereotype.Service;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.model.Contact;
import io.github.biginspring.progress.ProgressListener;

/**
 * Reads all contacts as CSV, in the columns that an import takes.
 */
@Service
class ContactExport {

	private static final ObjectWriter ROWS = CsvMapper.builder()
		.enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
		.build()
		.writer();

	private static final String HEADER = ContactColumns.ALL.stream().collect(Collectors.joining(",", "", "\n"));

	private final BiginOperations bigin;

	private final TransferProperties properties;

	ContactExport(BiginOperations bigin, TransferProperties properties) {
		this.bigin = bigin;
		this.properties = properties;
	}

	/**
	 * Read all contacts, each page when its contacts are wanted.
	 * @param listener is told how far it has come
	 * @return the lines of the file
	 */
	Flux<String> rows(ProgressListener listener) {
		return this.bigin.withPriority(CallPriority.BACKGROUND)
			.withProgress(listener, ContactImport.PROGRESS)
			.query(Contact.class)
			.fields(ContactColumns.ALL.toArray(String[]::new))
			.pageSize(this.properties.pageSize())
			.all()
			.map(ContactExport::row)
			// as long as no line is sent, an error can still be the response's status
			.switchOnFirst((first, all) -> first.isOnError() ? all : all.startWith(HEADER));
	}

	private static String row(Contact contact) {
		// a null would be left out, and those after it would move up
		List<String> values = ContactColumns.ALL.stream()
			.map((name) -> SpreadsheetText.quoted(Objects.toString(contact.getText(name), "")))
			.toList();
		return ROWS.writeValueAsString(values);
	}

}
