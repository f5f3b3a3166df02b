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
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.github.biginspring.simulator.organization.FieldDefinition;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.RecordRow;
import io.github.biginspring.simulator.organization.RecordSnapshot;

/**
 * Writes events as a calendar (RFC 5545) into a ZIP.
 */
final class CalendarArchive {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd");

	/**
	 * How many characters a line holds; where one is long, the next one goes on with it.
	 */
	private static final int LINE_LENGTH = 70;

	private final Organization organization;

	private final String module;

	private final RecordSnapshot records;

	CalendarArchive(Organization organization, String module, RecordSnapshot records) {
		this.organization = organization;
		this.module = module;
		this.records = records;
	}

	byte[] write(String name) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry(name + ".ics"));
			zip.write(this.organization.query(this.module, (source) -> calendar()).getBytes(StandardCharsets.UTF_8));
			zip.closeEntry();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private String calendar() {
		StringBuilder calendar = new StringBuilder();
		line(calendar, "BEGIN", "VCALENDAR");
		line(calendar, "VERSION", "2.0");
		line(calendar, "PRODID", "-//Bigin simulator//EN");
		for (int i = 0; i < this.records.size(); i++) {
			event(calendar, this.records.row(i));
		}
		line(calendar, "END", "VCALENDAR");
		return calendar.toString();
	}

	private void event(StringBuilder calendar, RecordRow row) {
		boolean allDay = "true".equals(text(row, "All_day"));
		line(calendar, "BEGIN", "VEVENT");
		line(calendar, "UID", row.id());
		time(calendar, "DTSTAMP", text(row, "Modified_Time"), false);
		time(calendar, "DTSTART", text(row, "Start_DateTime"), allDay);
		time(calendar, "DTEND", text(row, "End_DateTime"), allDay);
		line(calendar, "SUMMARY", escaped(text(row, "Event_Title")));
		line(calendar, "LOCATION", escaped(text(row, "Venue")));
		line(calendar, "DESCRIPTION", escaped(text(row, "Description")));
		line(calendar, "END", "VEVENT");
	}

	private static void time(StringBuilder calendar, String name, String value, boolean dateOnly) {
		if (value.isEmpty()) {
			return;
		}
		OffsetDateTime time = OffsetDateTime.parse(value);
		if (dateOnly) {
			line(calendar, name + ";VALUE=DATE", time.format(DATE));
		}
		else {
			line(calendar, name, time.withOffsetSameInstant(ZoneOffset.UTC).format(TIME));
		}
	}

	private static String text(RecordRow row, String name) {
		FieldDefinition field = row.module().field(name);
		Object value = (field != null) ? row.shown(field) : null;
		return (value != null) ? value.toString() : "";
	}

	private static String escaped(String text) {
		return text.replace("\\", "\\\\")
			.replace(";", "\\;")
			.replace(",", "\\,")
			.replace("\r\n", "\\n")
			.replace("\n", "\\n");
	}

	private static void line(StringBuilder calendar, String name, String value) {
		if (value.isEmpty()) {
			return;
		}
		String line = name + ":" + value;
		int start = 0;
		while (line.length() - start > LINE_LENGTH) {
			int end = line.offsetByCodePoints(start, line.codePointCount(start, start + LINE_LENGTH));
			calendar.append(line, start, end).append("\r\n ");
			start = end;
		}
		calendar.append(line, start, line.length()).append("\r\n");
	}

}
