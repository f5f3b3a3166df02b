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

package io.github.biginspring.simulator.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.DataType;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.RecordRow;
import io.github.biginspring.simulator.organization.RecordSnapshot;
import io.github.biginspring.simulator.query.Column;

/**
 * Writes records as CSV into a ZIP: references as their ids, absent values as nothing. A
 * value with a comma, a quote or a line break in it stands in quotes.
 */
final class CsvArchive {

	/**
	 * How many records are written before others get their turn with the organisation.
	 */
	private static final int CHUNK = 1_000;

	private final Organization organization;

	private final String module;

	private final List<Column> columns;

	private final RecordSnapshot records;

	CsvArchive(Organization organization, String module, List<Column> columns, RecordSnapshot records) {
		this.organization = organization;
		this.module = module;
		this.columns = columns;
		this.records = records;
	}

	byte[] write(String name) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry(name + ".csv"));
			zip.write(utf8(header()));
			for (int start = 0; start < this.records.size(); start += CHUNK) {
				int first = start;
				zip.write(utf8(this.organization.query(this.module, (source) -> lines(first))));
			}
			zip.closeEntry();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static byte[] utf8(CharSequence text) {
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private String header() {
		return this.columns.stream().map(Column::name).collect(Collectors.joining(",", "", "\n"));
	}

	private CharSequence lines(int first) {
		StringBuilder lines = new StringBuilder();
		for (int i = first; i < Math.min(this.records.size(), first + CHUNK); i++) {
			RecordRow row = this.records.row(i);
			char separator = 0;
			for (Column column : this.columns) {
				if (separator != 0) {
					lines.append(separator);
				}
				separator = ',';
				append(lines, text(column, row));
			}
			lines.append('\n');
		}
		return lines;
	}

	private static String text(Column column, RecordRow row) {
		boolean tags = column.field().type() == DataType.TAGS;
		Object value = tags ? column.shown(row) : column.value(row);
		if (value instanceof Collection<?> elements) {
			return elements.stream().map(CsvArchive::element).collect(Collectors.joining(";"));
		}
		if (value instanceof Number number) {
			return new BigDecimal(number.toString()).toPlainString();
		}
		return (value != null) ? value.toString() : "";
	}

	private static String element(@Nullable Object element) {
		return String.valueOf((element instanceof Map<?, ?> tag) ? tag.get("name") : element);
	}

	private static void append(StringBuilder line, String value) {
		boolean plain = value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0
				&& value.indexOf('\r') < 0;
		if (plain) {
			line.append(value);
		}
		else {
			line.append('"').append(value.replace("\"", "\"\"")).append('"');
		}
	}

}
