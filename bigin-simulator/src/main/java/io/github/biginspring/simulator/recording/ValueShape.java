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
package io.github.biginspring.simulator.recording;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * What a text looks like, and how another one is made that looks the same.
 */
enum ValueShape {

	EMAIL("[^@\\s]+@[^@\\s]+") {
		@Override
		String standIn(int number, String original) {
			return "person" + number + "@example.com";
		}
	},

	URL("(?i)[a-z][a-z0-9+.-]*://.*") {
		@Override
		String standIn(int number, String original) {
			return "https://example.com/" + number;
		}
	},

	UUID("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") {
		@Override
		String standIn(int number, String original) {
			return "00000000-0000-4000-8000-%012d".formatted(number);
		}
	},

	ID("[0-9]{15,20}") {
		@Override
		String standIn(int number, String original) {
			return "9" + padded(number, original.length() - 1);
		}
	},

	DATE_TIME("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\S*") {
		@Override
		String standIn(int number, String original) {
			return DateTimeFormatter.ISO_LOCAL_DATE_TIME
				.format(LocalDateTime.of(2020, 1, 1, 0, 0, 1).plusMinutes(number))
					+ original.substring(19).replaceAll("(?<=[.][0-9]{0,8})[0-9]", "0");
		}
	},

	DATE("[0-9]{4}-[0-9]{2}-[0-9]{2}") {
		@Override
		String standIn(int number, String original) {
			return LocalDate.of(2020, 1, 1).plusDays(number).toString();
		}
	},

	DIGITS("[+(]?[0-9][0-9 ()./-]*") {
		@Override
		String standIn(int number, String original) {
			int places = original.replaceAll("[^0-9]", "").length();
			String digits = padded(number, places);
			StringBuilder text = new StringBuilder();
			int next = 0;
			for (char character : original.toCharArray()) {
				text.append((character >= '0' && character <= '9') ? digits.charAt(next++) : character);
			}
			return text.append(digits.substring(next)).toString();
		}
	},

	TOKEN("\\S{24,}") {
		@Override
		String standIn(int number, String original) {
			return "token" + padded(number, Math.min(original.length(), 64) - 5);
		}
	},

	TEXT("(?s).*") {
		@Override
		String standIn(int number, String original) {
			return "Text " + number;
		}
	};

	private final Pattern pattern;

	ValueShape(String pattern) {
		this.pattern = Pattern.compile(pattern);
	}

	abstract String standIn(int number, String original);

	/**
	 * Whether it is what the service names things by, and not what somebody has written.
	 * @return whether it is
	 */
	boolean isReference() {
		return this == UUID || this == ID || this == TOKEN;
	}

	static ValueShape of(String text) {
		for (ValueShape shape : values()) {
			if (shape.pattern.matcher(text).matches()) {
				return shape;
			}
		}
		return TEXT;
	}

	private static String padded(int number, int length) {
		String digits = Integer.toString(number);
		return "0".repeat(Math.max(0, length - digits.length())) + digits;
	}

}
