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

package io.github.biginspring.query.internal.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipInputStream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

import org.springframework.util.CollectionUtils;

/**
 * Reads the rows of the one CSV file in a ZIP file, one after another. Waits where it
 * needs bytes, and holds no more than a row of them.
 */
final class RowReader {

	private static final ObjectReader ROWS = CsvMapper.builder()
		.enable(CsvReadFeature.WRAP_AS_ARRAY)
		.enable(CsvReadFeature.SKIP_EMPTY_LINES)
		// the ZIP file goes on after the file in it
		.disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
		.build()
		.readerFor(String[].class);

	private static final String[] NONE = {};

	private static final char BYTE_ORDER_MARK = '\uFEFF';

	private final PushbackInputStream content;

	private final ZipInputStream zip;

	private @Nullable MappingIterator<String[]> rows;

	private String[] names = NONE;

	RowReader(InputStream content) {
		this.content = new PushbackInputStream(content);
		this.zip = new ZipInputStream(this.content, StandardCharsets.UTF_8);
	}

	/**
	 * Read a row.
	 * @return the texts by API name, {@code null} for an empty one; {@code null} where
	 * there is no further row
	 * @throws IOException if it is not a ZIP file, or one that is damaged or cut short;
	 * it can also be the cause of a {@link tools.jackson.core.JacksonException}
	 */
	@Nullable Map<String, @Nullable Object> read() throws IOException {
		if (this.rows == null) {
			this.rows = open();
			this.names = this.rows.hasNextValue() ? names(this.rows.nextValue()) : NONE;
		}
		if (this.rows.hasNextValue()) {
			return row(this.rows.nextValue());
		}
		if (this.names != NONE && this.zip.getNextEntry() != null) {
			throw new StreamCorruptedException("more than one file in it");
		}
		return null;
	}

	private MappingIterator<String[]> open() throws IOException {
		int first = this.content.read();
		if (first < 0) {
			// no content: there are no records
			return MappingIterator.emptyIterator();
		}
		this.content.unread(first);
		if (this.zip.getNextEntry() == null) {
			throw new StreamCorruptedException("no file in it");
		}
		return ROWS.readValues(withoutByteOrderMark(new InputStreamReader(this.zip, StandardCharsets.UTF_8)));
	}

	// before the parser, to which a quote after it would be a part of the first name
	private static Reader withoutByteOrderMark(Reader file) throws IOException {
		PushbackReader reader = new PushbackReader(file);
		int first = reader.read();
		if (first >= 0 && first != BYTE_ORDER_MARK) {
			reader.unread(first);
		}
		return reader;
	}

	private static String[] names(String[] header) {
		for (int i = 0; i < header.length; i++) {
			header[i] = header[i].equalsIgnoreCase("id") ? "id" : header[i];
		}
		return header;
	}

	private Map<String, @Nullable Object> row(String[] values) throws IOException {
		if (values.length != this.names.length) {
			throw new StreamCorruptedException(
					"a row of " + values.length + " values under a header of " + this.names.length);
		}
		Map<String, @Nullable Object> row = CollectionUtils.newLinkedHashMap(this.names.length);
		for (int i = 0; i < this.names.length; i++) {
			row.put(this.names[i], values[i].isEmpty() ? null : values[i]);
		}
		return row;
	}

	/**
	 * Free what was taken for unzipping. Not while a row is being read.
	 * @throws IOException if closing fails
	 */
	void close() throws IOException {
		this.zip.close();
	}

}
