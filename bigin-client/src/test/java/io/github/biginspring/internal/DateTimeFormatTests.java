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
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DateTimeFormat}.
 */
class DateTimeFormatTests {

	private static final DateTimeFormatter LAYOUT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

	@Test
	void readsBiginsOwnLayout() {
		assertThat(DateTimeFormat.parse("2026-02-06T00:28:53-08:00"))
			.isEqualTo(OffsetDateTime.of(2026, 2, 6, 0, 28, 53, 0, ZoneOffset.ofHours(-8)));
	}

	@Test
	void keepsTheOffsetThatWasGiven() {
		assertThat(DateTimeFormat.parse("2026-02-06T00:28:53-03:30").getOffset())
			.isEqualTo(ZoneOffset.ofHoursMinutes(-3, -30));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-02-06T00:28:53Z", "2026-02-06T00:28:53.1Z", "2026-02-06T00:28:53.123456-08:00",
			"2026-02-06T00:28-08:00", "2026-02-06T00:28:53+05:30:15", "2026-02-06t00:28:53z",
			"2026-02-06T00:28+05:30:15", "2026-02-06T00:28:53-00:00", "0000-02-29T23:59:59+18:00" })
	void readsOtherIsoForms(String text) {
		assertThat(DateTimeFormat.parse(text)).isEqualTo(OffsetDateTime.parse(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "2026-02-06", "2026-02-06T00:28:53", "2026-02-06 00:28:53-08:00",
			"2026-13-06T00:28:53-08:00", "2026-00-06T00:28:53-08:00", "2026-02-30T00:28:53-08:00",
			"2025-02-29T00:28:53-08:00", "2026-02-06T24:00:00-08:00", "2026-02-06T00:60:53-08:00",
			"2026-02-06T00:28:60-08:00", "2026-02-06T00:28:53-19:00", "2026-02-06T00:28:53-08:60",
			"2026-02-06T00:28:53-08:00 ", "2026-02-06T00:28:53*08:00", "2026-02-06T00:28:53-8:000",
			"2026-02-06T00:28:\u0665\u0663-08:00", "+026-02-06T00:28:53-08:00" })
	void refusesWhatIsNoDateTime(String text) {
		assertThatExceptionOfType(DateTimeParseException.class).isThrownBy(() -> DateTimeFormat.parse(text));
	}

	@Test
	void agreesWithTheGeneralParserOnEveryValidText() {
		Random random = new Random(7255024);
		for (int i = 0; i < 20_000; i++) {
			String text = randomText(random);
			assertThat(DateTimeFormat.parse(text)).isEqualTo(OffsetDateTime.parse(text));
			assertThat(DateTimeFormat.format(OffsetDateTime.parse(text))).isEqualTo(text);
		}
	}

	@Test
	void agreesWithTheGeneralParserOnTextsWithAFault() {
		Random random = new Random(596045);
		String faults = "0123456789-+:TZ. \u0665";
		int rejected = 0;
		for (int i = 0; i < 20_000; i++) {
			StringBuilder text = new StringBuilder(randomText(random));
			text.setCharAt(random.nextInt(text.length()), faults.charAt(random.nextInt(faults.length())));
			OffsetDateTime expected = generallyParsed(text.toString());
			if (expected != null) {
				assertThat(DateTimeFormat.parse(text.toString())).isEqualTo(expected);
			}
			else {
				rejected++;
				assertThatExceptionOfType(DateTimeParseException.class).as("%s", text)
					.isThrownBy(() -> DateTimeFormat.parse(text.toString()));
			}
		}
		assertThat(rejected).isBetween(5_000, 19_000);
	}

	@ParameterizedTest
	@CsvSource({ "2026-02-06T00:28:53Z, 2026-02-06T00:28:53+00:00", "2026-02-06T00:00Z, 2026-02-06T00:00:00+00:00",
			"2026-02-06T00:28:53.999-08:00, 2026-02-06T00:28:53-08:00",
			"2026-02-06T00:28:53+05:30, 2026-02-06T00:28:53+05:30" })
	void writesUtcAsAnOffsetAndNeverAFraction(OffsetDateTime dateTime, String text) {
		assertThat(DateTimeFormat.format(dateTime)).isEqualTo(text);
	}

	private static String randomText(Random random) {
		LocalDateTime dateTime = LocalDateTime.of(random.nextInt(10_000), 1, 1, 0, 0, 0)
			.plusSeconds(random.nextInt(365 * 24 * 60 * 60));
		return LAYOUT.format(dateTime.atOffset(ZoneOffset.ofTotalSeconds((random.nextInt(2161) - 1080) * 60)));
	}

	private static OffsetDateTime generallyParsed(String text) {
		try {
			return OffsetDateTime.parse(text);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

}
