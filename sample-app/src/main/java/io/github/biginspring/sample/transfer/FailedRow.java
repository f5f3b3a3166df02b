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

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.sample.Explanation;
import io.github.biginspring.sample.csv.CsvRow;

/**
 * A row that was not written, or not certainly.
 *
 * @param row what was read
 * @param name what people call the contact
 * @param reason a sentence that says why
 */
record FailedRow(CsvRow row, String name, String reason) {

	static FailedRow of(ImportedContact contact, RowProblem problem) {
		return new FailedRow(contact.row(), contact.name(), problem.reason());
	}

	static FailedRow of(ImportedContact contact, BiginException error) {
		RowProblem problem = contact.problem();
		return (problem != null) ? of(contact, problem) : new FailedRow(contact.row(), contact.name(), reason(error));
	}

	static FailedRow ofUnknown(ImportedContact contact, BiginException error) {
		return new FailedRow(contact.row(), contact.name(), Explanation.of(error).title()
				+ ". It may have been written or not: to import it again is safe, as its email address finds it.");
	}

	private static String reason(BiginException error) {
		Explanation explanation = Explanation.of(error);
		if (error instanceof BiginInvalidRequestException && StringUtils.hasText(explanation.advice())) {
			return explanation.advice();
		}
		return explanation.title() + ". " + explanation.advice();
	}

	/**
	 * Return the line of the file.
	 * @return its number, from 1
	 */
	long line() {
		return this.row.line();
	}

	@Nullable String value(int column) {
		return (column < this.row.values().size()) ? this.row.values().get(column) : null;
	}

}
