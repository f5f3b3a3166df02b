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

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import io.github.biginspring.model.Contact;
import io.github.biginspring.sample.csv.CsvRow;

/**
 * A contact that knows where it came from, so that its result can say so.
 */
class ImportedContact extends Contact {

	private static final RowProblem NO_ADDRESS = new RowProblem(ContactColumns.EMAIL,
			"Without an email address each import would add the contact once more");

	private CsvRow row = new CsvRow(0, List.of());

	private @Nullable RowProblem problem;

	static ImportedContact at(long line) {
		return of(new CsvRow(line, List.of()));
	}

	static ImportedContact of(CsvRow row) {
		ImportedContact contact = new ImportedContact();
		contact.row = row;
		return contact;
	}

	/**
	 * Return where the contact stands in what is imported.
	 * @return the number of the line, from 1
	 */
	long line() {
		return this.row.line();
	}

	/**
	 * Return what was read.
	 * @return the row, without values where it was not CSV
	 */
	CsvRow row() {
		return this.row;
	}

	/**
	 * Keep the contact from being sent.
	 * @param problem why
	 */
	void reject(RowProblem problem) {
		this.problem = problem;
	}

	/**
	 * Return why the contact cannot be sent.
	 * @return the reason, or {@code null} where it can
	 */
	@Nullable RowProblem problem() {
		return (this.problem == null && !StringUtils.hasText(getEmail())) ? NO_ADDRESS : this.problem;
	}

	/**
	 * Return what people call the contact.
	 * @return its name, or its email address, or nothing
	 */
	String name() {
		String first = (getFirstName() != null) ? getFirstName() : "";
		String last = (getLastName() != null) ? getLastName() : "";
		String name = (first + " " + last).strip();
		return (name.isEmpty() && getEmail() != null) ? getEmail() : name;
	}

}
