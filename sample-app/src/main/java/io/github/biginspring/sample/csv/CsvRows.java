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

package io.github.biginspring.sample.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.Callable;

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
import tools.jackson.dataformat.csv.CsvSchema;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.ErrorResponseException;

/**
 * Reads CSV row by row, each when it is asked for, on a thread that may wait for bytes.
 * Empty lines are skipped.
 */
public final class CsvRows {

	// a field of Bigin's holds no more
	private static final int MAX_VALUE_LENGTH = 32_000;

	private static final ObjectReader ROWS = CsvMapper
		.builder(CsvFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(MAX_VALUE_LENGTH).build())
			.build())
		.enable(CsvReadFeature.WRAP_AS_ARRAY)
		.enable(CsvReadFeature.SKIP_EMPTY_LINES)
		.build()
		.readerFor(String[].class);

	private final InputStream content;

	private final CsvFormat format;

	private @Nullable MappingIterator<String[]> rows;

	private long line = 1;

	private volatile boolean cancelled;

	private CsvRows(InputStream content, CsvFormat format) {
		this.content = content;
		this.format = format;
	}

	/**
	 * Read rows, the one that names the columns among them.
	 * @param content opens the bytes, for each subscription anew
	 * @param format how they are written down
	 * @return the rows, or an {@link UnreadableLineException} at the first line that is
	 * not CSV
	 */
	public static Flux<CsvRow> read(Callable<? extends InputStream> content, CsvFormat format) {
		return Flux.defer(() -> {
			CsvRows reader = open(content, format);
			return Flux.<CsvRow, CsvRows>generate(() -> reader, (state, sink) -> {
				state.next(sink);
				return state;
			}, CsvRows::close).doOnCancel(reader::cancel);
		}).subscribeOn(Schedulers.boundedElastic());
	}

	private static CsvRows open(Callable<? extends InputStream> content, CsvFormat format) {
		try {
			return new CsvRows(content.call(), format);
		}
		catch (Exception ex) {
			throw new IllegalStateException("The file can no longer be read", ex);
		}
	}

	private void next(SynchronousSink<CsvRow> sink) {
		try {
			CsvRow row = read();
			if (row != null) {
				sink.next(row);
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

	private @Nullable CsvRow read() {
		if (this.rows == null) {
			this.rows = ROWS.with(CsvSchema.emptySchema().withColumnSeparator(this.format.separator()))
				.readValues(new LineCountingReader(this.content, this.format.charset()));
		}
		if (!this.rows.hasNextValue()) {
			return null;
		}
		this.line = this.rows.parser().currentLocation().getLineNr();
		String[] values = this.rows.nextValue();
		return new CsvRow(this.line, Arrays.stream(values).map(this::text).toList());
	}

	private String text(String value) {
		if (value.indexOf('\0') >= 0) {
			throw new UnreadableLineException(this.line,
					"it is not text. A workbook has to be saved as CSV before it can be imported");
		}
		return value.strip();
	}

	private Throwable failure(RuntimeException ex) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(ex);
		if (cause instanceof StreamConstraintsException) {
			return new UnreadableLineException(this.line,
					"a value is longer than " + MAX_VALUE_LENGTH + " characters, or a quote is not closed");
		}
		if (cause instanceof JacksonException unreadable) {
			return new UnreadableLineException(this.line, "it is not CSV: " + unreadable.getOriginalMessage());
		}
		boolean telling = cause instanceof UnreadableLineException || cause instanceof ErrorResponseException;
		return telling ? cause : ex;
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
			throw new UncheckedIOException("Closing what is only read cannot fail", ex);
		}
	}

}
