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

package io.github.biginspring.internal.exchange;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTests {

	private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T10:00:00Z"));

	@ParameterizedTest
	@CsvSource({ "0, PT0S", "7, PT7S", "' 120 ', PT2M", "007, PT7S", "999999999, PT999999999S" })
	void readsSeconds(String value, Duration wait) {
		assertThat(RetryAfter.parse(value, CLOCK)).isEqualTo(wait);
	}

	@ParameterizedTest
	@CsvSource({ "1.5, PT2S", "0.001, PT1S", "2.0, PT2S", ".5, PT1S", "999999999.1, PT999999999S" })
	void roundsAFractionUp(String value, Duration wait) {
		assertThat(RetryAfter.parse(value, CLOCK)).isEqualTo(wait);
	}

	@ParameterizedTest
	@ValueSource(strings = { "9999999999", "99999999999999999999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT" })
	void takesWhatIsFarAwayForALongTime(String value) {
		assertThat(RetryAfter.parse(value, CLOCK)).isEqualTo(RetryAfter.MAX);
		assertThat(RetryAfter.MAX.toNanos()).isPositive();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Tuesday, 24-Nov-26 10:00:30 GMT | PT30S", "Tue Nov 24 10:00:30 2026 | PT30S",
			"Fri Dec  4 10:00:00 2026 | P10D", "Fri, 4 Dec 2026 10:00:00 GMT | P10D" })
	void readsTheOldFormsOfADate(String value, Duration wait) {
		assertThat(RetryAfter.parse(value, CLOCK)).isEqualTo(wait);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Tue, 24 Nov 2026 10:00:30 GMT | PT30S",
			"Wed, 25 Nov 2026 10:00:00 GMT | PT24H", "Tue, 24 Nov 2026 10:00:00 GMT | PT0S" })
	void readsADate(String value, Duration wait) {
		assertThat(RetryAfter.parse(value, CLOCK)).isEqualTo(wait);
	}

	@Test
	void waitsNotAtAllForADateInThePast() {
		assertThat(RetryAfter.parse("Tue, 24 Nov 2026 09:59:00 GMT", CLOCK)).isZero();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "soon", "-5", "1.2.3", ".", "1e3", "5s", "\u0665", "24 Nov",
			"2026-11-24T10:00:30Z", "Mon, 24 Nov 2026 10:00:30 GMT", "\u0000" })
	void knowsNoWaitWhereTheValueMakesNoSense(String value) {
		assertThat(RetryAfter.parse(value, CLOCK)).isNull();
	}

}
