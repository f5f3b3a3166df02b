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

import java.math.BigDecimal;

/**
 * A number in plain digits, never as {@code 1E+3}, which the service may not read.
 *
 * @since 0.1.0
 */
public final class PlainNumber {

	// more than any double has
	private static final int MAX_PLACES = 1100;

	private PlainNumber() {
	}

	/**
	 * Return a number with all its digits.
	 * @param refusal what the message of an error begins with, such as
	 * {@code Field X cannot
	 * hold}
	 * @param number the number
	 * @return the same number, short enough to be written out
	 * @throws IllegalArgumentException if it cannot be written out
	 */
	public static BigDecimal of(String refusal, Number number) {
		if (number instanceof Double value && !Double.isFinite(value)
				|| number instanceof Float single && !Float.isFinite(single)) {
			throw new IllegalArgumentException(refusal + " " + number + ": only a finite number can be written out");
		}
		BigDecimal decimal = decimal(refusal, number);
		if (Math.abs((long) decimal.scale()) > MAX_PLACES) {
			throw new IllegalArgumentException(refusal + " a number of more than " + MAX_PLACES + " places");
		}
		return decimal;
	}

	private static BigDecimal decimal(String refusal, Number number) {
		if (number instanceof BigDecimal decimal) {
			return decimal;
		}
		try {
			return new BigDecimal(number.toString());
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException(refusal + " a number that is not written in digits; use a BigDecimal",
					ex);
		}
	}

	/**
	 * Return the digits of a number.
	 * @param refusal what the message of an error begins with, such as
	 * {@code Field X cannot
	 * hold}
	 * @param number the number
	 * @return the digits, without an exponent
	 * @throws IllegalArgumentException if it cannot be written out
	 */
	public static String text(String refusal, Number number) {
		return of(refusal, number).toPlainString();
	}

}
