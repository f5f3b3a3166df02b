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

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Reads a Retry-After header: seconds or an HTTP date in any of its three forms (RFC
 * 9110, sections 10.2.3 and 5.6.7). Fractions are rounded up.
 */
final class RetryAfter {

	/**
	 * What more is taken for: over 31 years, and still a number of nanoseconds.
	 */
	static final Duration MAX = Duration.ofSeconds(999_999_999);

	private RetryAfter() {
	}

	static @Nullable Duration parse(@Nullable String value, InstantSource clock) {
		String text = (value != null) ? value.strip() : "";
		if (text.isEmpty()) {
			return null;
		}
		Duration wait = text.chars().allMatch(RetryAfter::isOfNumber) ? seconds(text) : until(text, clock);
		return (wait != null && wait.compareTo(MAX) > 0) ? MAX : wait;
	}

	private static boolean isOfNumber(int character) {
		return character >= '0' && character <= '9' || character == '.';
	}

	private static @Nullable Duration seconds(String text) {
		try {
			BigDecimal max = BigDecimal.valueOf(MAX.toSeconds());
			return Duration.ofSeconds(new BigDecimal(text).setScale(0, RoundingMode.CEILING).min(max).longValue());
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	private static @Nullable Duration until(String text, InstantSource clock) {
		HttpHeaders headers = new HttpHeaders();
		// asctime's days are padded by a space, which Spring does not take
		headers.set(HttpHeaders.RETRY_AFTER, text.replace("  ", " 0"));
		try {
			ZonedDateTime date = headers.getFirstZonedDateTime(HttpHeaders.RETRY_AFTER);
			if (date == null) {
				return null;
			}
			Duration wait = Duration.between(clock.instant(), date.toInstant());
			return wait.isNegative() ? Duration.ZERO : wait;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
