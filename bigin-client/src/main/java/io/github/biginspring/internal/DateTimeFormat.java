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

package io.github.biginspring.internal;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;

/**
 * Bigin's date-times: ISO-8601 with an offset and without a fraction, such as
 * {@code 2026-02-06T00:28:53-08:00}.
 *
 * @since 0.1.0
 */
public final class DateTimeFormat {

	private static final int LENGTH = "2026-02-06T00:28:53-08:00".length();

	// not ISO_OFFSET_DATE_TIME: it writes UTC as Z, which Bigin refuses in criteria, and
	// leaves out seconds of zero
	private static final DateTimeFormatter FORMATTER = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

	private static final int MAX_HOURS = 18;

	private static final int MINUTES = 60;

	private static final int QUARTER = 15;

	// those of whole quarters of an hour, as all that are in use are: to ask for one by
	// its seconds takes as long as the rest of a date-time
	private static final ZoneOffset[] OFFSETS = offsets();

	private DateTimeFormat() {
	}

	/**
	 * Read a date-time. Bigin's own layout is read by position, because a formatter takes
	 * as long as all the rest of reading a record; any other ISO-8601 date-time with an
	 * offset is read too.
	 * @param text the text, such as {@code 2026-02-06T00:28:53-08:00}
	 * @return the date-time with the offset that was given
	 * @throws DateTimeParseException if the text is not a date-time with an offset
	 */
	public static OffsetDateTime parse(String text) {
		if (hasFixedLayout(text)) {
			try {
				return parseFixedLayout(text);
			}
			catch (DateTimeException ex) {
				throw new DateTimeParseException("No such date-time", text, 0, ex);
			}
		}
		return OffsetDateTime.parse(text);
	}

	/**
	 * Write a date-time. A fraction of a second is dropped: Bigin does not keep it, and
	 * refuses it in criteria.
	 * @param dateTime the date-time
	 * @return the text in Bigin's layout, with {@code +00:00} for UTC
	 */
	public static String format(OffsetDateTime dateTime) {
		return FORMATTER.format(dateTime.truncatedTo(ChronoUnit.SECONDS));
	}

	private static boolean hasFixedLayout(String text) {
		return text.length() == LENGTH && text.charAt(4) == '-' && text.charAt(7) == '-' && text.charAt(10) == 'T'
				&& text.charAt(13) == ':' && text.charAt(16) == ':' && text.charAt(22) == ':'
				&& (text.charAt(19) == '-' || text.charAt(19) == '+') && digits(text, 0, 4) && digits(text, 5, 7)
				&& digits(text, 8, 10) && digits(text, 11, 13) && digits(text, 14, 16) && digits(text, 17, 19)
				&& digits(text, 20, 22) && digits(text, 23, 25);
	}

	private static boolean digits(String text, int from, int to) {
		for (int i = from; i < to; i++) {
			char c = text.charAt(i);
			if (c < '0' || c > '9') {
				return false;
			}
		}
		return true;
	}

	private static OffsetDateTime parseFixedLayout(String text) {
		int sign = (text.charAt(19) == '-') ? -1 : 1;
		ZoneOffset offset = offset(sign, number(text, 20), number(text, 23));
		return OffsetDateTime.of(number(text, 0) * 100 + number(text, 2), number(text, 5), number(text, 8),
				number(text, 11), number(text, 14), number(text, 17), 0, offset);
	}

	private static ZoneOffset offset(int sign, int hours, int minutes) {
		if (hours < MAX_HOURS && minutes < MINUTES && minutes % QUARTER == 0) {
			return OFFSETS[OFFSETS.length / 2 + sign * (hours * MINUTES + minutes) / QUARTER];
		}
		return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
	}

	private static ZoneOffset[] offsets() {
		int most = MAX_HOURS * MINUTES / QUARTER;
		return IntStream.rangeClosed(-most, most)
			.mapToObj((quarters) -> ZoneOffset.ofTotalSeconds(quarters * QUARTER * MINUTES))
			.toArray(ZoneOffset[]::new);
	}

	private static int number(String text, int at) {
		return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
	}

}
