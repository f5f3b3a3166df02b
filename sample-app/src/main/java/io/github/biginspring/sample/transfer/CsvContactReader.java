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

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvFactory;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.ErrorResponseException;

/**
 * Reads contacts from CSV in UTF-8, whose first line names the columns. A row is read
 * when it is asked for. The parser waits for bytes, so it has a thread that may.
 */
final class CsvContactReader {

	// a field of Bigin's holds no more
	private static final int MAX_VALUE_LENGTH = 32_000;

	// how many pieces of the content may wait to be read, each of some kilobytes
	private static final int PIECES = 8;

	private static final ObjectReader ROWS = CsvMapper
		.builder(CsvFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(MAX_VALUE_LENGTH).build())
			.build())
		.enable(CsvReadFeature.WRAP_AS_ARRAY)
		.enable(CsvReadFeature.SKIP_EMPTY_LINES)
		.build()
		.readerFor(String[].class);

	private final InputStream content;

	private @Nullable MappingIterator<String[]> rows;

	private List<String> columns = List.of();

	private long line = 1;

	private volatile boolean cancelled;

	private CsvContactReader(InputStream content) {
		this.content = content;
	}

	/**
	 * Read contacts.
	 * @param content the bytes
	 * @return the contacts, or an {@link UnreadableContactException} at the first line
	 * that is none
	 */
	static Flux<ImportedContact> read(Flux<DataBuffer> content) {
		return Flux.defer(() -> {
			CsvContactReader reader = new CsvContactReader(DataBufferUtils.subscriberInputStream(content, PIECES));
			return Flux.<ImportedContact, CsvContactReader>generate(() -> reader, (state, sink) -> {
				state.next(sink);
				return state;
			}, CsvContactReader::close).doOnCancel(reader::cancel);
		}).subscribeOn(Schedulers.boundedElastic());
	}

	private void next(SynchronousSink<ImportedContact> sink) {
		try {
			ImportedContact contact = read();
			if (contact != null) {
				sink.next(contact);
			}
			else {
				sink.complete();
			}
		}
		catch (RuntimeException ex) {
			if (this.cancelled) {
				// what was cut is no failure
				sink.complete();
			}
			else {
				sink.error(failure(ex));
			}
		}
	}

	private @Nullable ImportedContact read() {
		if (this.rows == null) {
			this.rows = ROWS.readValues(withoutByteOrderMark());
			String[] header = next(this.rows);
			this.columns = ContactColumns.of((header != null) ? header : new String[0]);
		}
		String[] values = next(this.rows);
		return (values != null) ? contact(values) : null;
	}

	// before the parser, to which a quote after it would be a part of the first name
	private Reader withoutByteOrderMark() {
		PushbackReader reader = new PushbackReader(
				new InputStreamReader(this.content, StandardCharsets.UTF_8.newDecoder()));
		try {
			int first = reader.read();
			if (first >= 0 && first != '\uFEFF') {
				reader.unread(first);
			}
			return reader;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String @Nullable [] next(MappingIterator<String[]> rows) {
		if (!rows.hasNextValue()) {
			return null;
		}
		this.line = rows.parser().currentLocation().getLineNr();
		return rows.nextValue();
	}

	private ImportedContact contact(String[] values) {
		if (values.length != this.columns.size()) {
			throw new UnreadableContactException(this.line, "it has %d values, and the first line names %d columns"
				.formatted(values.length, this.columns.size()));
		}
		ImportedContact contact = ImportedContact.at(this.line);
		for (int i = 0; i < values.length; i++) {
			// an empty value leaves the field of a contact that is there as it is
			if (!values[i].isEmpty()) {
				contact.set(this.columns.get(i), SpreadsheetText.unquoted(values[i]));
			}
		}
		return contact;
	}

	private Throwable failure(RuntimeException ex) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(ex);
		if (cause instanceof CharacterCodingException) {
			return new UnreadableContactException(this.line, "from here on it is not text in UTF-8");
		}
		if (cause instanceof StreamConstraintsException) {
			return new UnreadableContactException(this.line,
					"a value is longer than " + MAX_VALUE_LENGTH + " characters, or a quote is not closed");
		}
		if (cause instanceof JacksonException unreadable) {
			return new UnreadableContactException(this.line, "it is not CSV: " + unreadable.getOriginalMessage());
		}
		return (cause instanceof ErrorResponseException) ? cause : ex;
	}

	// may come while another thread reads
	private void cancel() {
		this.cancelled = true;
		close();
	}

	private void close() {
		try {
			this.content.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Closing what is read from memory cannot fail", ex);
		}
	}

}
