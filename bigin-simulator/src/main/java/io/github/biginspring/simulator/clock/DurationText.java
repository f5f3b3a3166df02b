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

package io.github.biginspring.simulator.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses durations written like {@code 200ms}, {@code 15s}, {@code 10m}, {@code 1h},
 * {@code 2d}, or by ISO 8601, {@code PT1H30M}.
 *
 * @since 0.1.0
 */
public final class DurationText {

	private static final Pattern SHORT = Pattern.compile("(\\d{1,12}) ?(ms|s|m|h|d)");

	private DurationText() {
	}

	/**
	 * Read a duration.
	 * @param text the duration
	 * @return the duration, never negative
	 * @throws IllegalArgumentException if it is none
	 */
	public static Duration parse(String text) {
		String trimmed = text.trim();
		Matcher matcher = SHORT.matcher(trimmed.toLowerCase(Locale.ROOT));
		try {
			Duration duration = matcher.matches() ? of(Long.parseLong(matcher.group(1)), matcher.group(2))
					: Duration.parse(trimmed);
			if (!duration.isNegative()) {
				return duration;
			}
		}
		catch (DateTimeException | ArithmeticException ex) {
			// refused below, like what is negative
		}
		throw new IllegalArgumentException(
				"'" + text + "' is no duration: write it like 200ms, 15s, 10m, 1h, 2d or PT1H30M");
	}

	private static Duration of(long amount, String unit) {
		return switch (unit) {
			case "ms" -> Duration.ofMillis(amount);
			case "s" -> Duration.ofSeconds(amount);
			case "m" -> Duration.ofMinutes(amount);
			case "h" -> Duration.ofHours(amount);
			default -> Duration.ofDays(amount);
		};
	}

}
