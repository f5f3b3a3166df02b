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

package io.github.biginspring.sample.transfer;

/**
 * Values of a CSV file that a spreadsheet would run as a formula. An apostrophe before
 * them makes them text, which is what spreadsheets do themselves.
 */
final class SpreadsheetText {

	private static final String FORMULA_STARTS = "=+-@\t\r";

	private static final char APOSTROPHE = '\'';

	private SpreadsheetText() {
	}

	/**
	 * Make a value harmless.
	 * @param value the value
	 * @return the value, after an apostrophe where it could be a formula
	 */
	static String quoted(String value) {
		return startsFormula(value, 0) ? APOSTROPHE + value : value;
	}

	/**
	 * Take back what {@link #quoted(String)} has done.
	 * @param value a value of a file
	 * @return the value without such an apostrophe
	 */
	static String unquoted(String value) {
		return (!value.isEmpty() && value.charAt(0) == APOSTROPHE && startsFormula(value, 1)) ? value.substring(1)
				: value;
	}

	private static boolean startsFormula(String value, int at) {
		return value.length() > at && FORMULA_STARTS.indexOf(value.charAt(at)) >= 0;
	}

}
