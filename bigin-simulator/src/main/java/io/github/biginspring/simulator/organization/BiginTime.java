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

package io.github.biginspring.simulator.organization;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The one form in which date-times leave Bigin: with an offset, without a fraction.
 */
final class BiginTime {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

	private BiginTime() {
	}

	static String format(Instant instant, ZoneId zone) {
		return FORMAT.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
	}

	/**
	 * Read a date-time in any form that ISO 8601 allows.
	 * @param text the date-time with an offset or {@code Z}
	 * @return the date-time
	 */
	static OffsetDateTime parse(String text) {
		return OffsetDateTime.parse(text);
	}

	/**
	 * Read a date-time in the form that Bigin itself writes, and in no other.
	 * @param text the date-time
	 * @return the date-time
	 */
	static OffsetDateTime parseStrictly(String text) {
		return OffsetDateTime.parse(text, FORMAT);
	}

}
