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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.sample.csv.CsvRow;

/**
 * Which column of a file fills which field.
 */
final class RowMapping {

	private final List<@Nullable ImportField> columns;

	private RowMapping(List<@Nullable ImportField> columns) {
		this.columns = columns;
	}

	/**
	 * Take columns that are all texts.
	 * @param names the API names of their fields
	 * @return the mapping
	 */
	static RowMapping ofTexts(List<String> names) {
		return new RowMapping(new ArrayList<>(names.stream().map(ImportField::text).toList()));
	}

	/**
	 * Take the columns that somebody has chosen.
	 * @param names the API name of the field of each column, or {@code null} for a column
	 * that is left out
	 * @param fields the fields there are
	 * @return the mapping
	 * @throws IllegalArgumentException if it cannot be, with a sentence that says why
	 */
	static RowMapping of(List<@Nullable String> names, List<ImportField> fields) {
		List<@Nullable ImportField> columns = new ArrayList<>();
		for (String name : names) {
			ImportField field = (name != null) ? find(name, fields) : null;
			Assert.isTrue(name == null || field != null, () -> "Contacts have no field " + name + " to import");
			Assert.isTrue(field == null || !columns.contains(field),
					() -> "Two columns are to fill the field " + name + ". Leave one of them out");
			columns.add(field);
		}
		for (String required : List.of(ContactColumns.LAST_NAME, ContactColumns.EMAIL)) {
			Assert.isTrue(names.contains(required),
					() -> "Choose the column that fills the field " + required + ". No contact is imported without it");
		}
		return new RowMapping(columns);
	}

	// tag::import-columns[]
	/**
	 * Guess the columns by their names: {@code First Name}, {@code first_name} and the
	 * like.
	 * @param header the names of the columns
	 * @param fields the fields there are
	 * @return the API name of the field of each column, or {@code null} where none fits
	 */
	static List<@Nullable String> guess(List<String> header, List<ImportField> fields) {
		List<@Nullable String> names = new ArrayList<>();
		Set<String> taken = new HashSet<>();
		for (String column : header) {
			String letters = letters(column);
			names.add(fields.stream()
				.filter((field) -> letters.equals(letters(field.name())) || letters.equals(letters(field.label())))
				.map(ImportField::name)
				.filter(taken::add)
				.findFirst()
				.orElse(null));
		}
		return names;
	}
	// end::import-columns[]

	private static String letters(String name) {
		return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
	}

	private static @Nullable ImportField find(String name, List<ImportField> fields) {
		return fields.stream().filter((field) -> field.name().equals(name)).findFirst().orElse(null);
	}

	/**
	 * Make a contact of a row.
	 * @param row the row
	 * @return the contact, which knows its {@linkplain ImportedContact#problem() problem}
	 * where the row does not fit
	 */
	ImportedContact contact(CsvRow row) {
		ImportedContact contact = ImportedContact.of(row);
		int count = row.values().size();
		for (int i = 0; i < Math.min(count, this.columns.size()); i++) {
			ImportField field = this.columns.get(i);
			String text = row.values().get(i);
			// an empty value leaves the field of a contact that is there as it is
			if (field != null && !text.isEmpty()) {
				set(contact, field, SpreadsheetText.unquoted(text));
			}
		}
		if (count != this.columns.size()) {
			contact.reject(new RowProblem(null, "The line has %s, and the first line names %s"
				.formatted(counted(count, "value"), counted(this.columns.size(), "column"))));
		}
		return contact;
	}

	/**
	 * Check what Bigin would.
	 * @param contact the contact
	 * @return what is wrong, or {@code null}
	 */
	@Nullable RowProblem check(ImportedContact contact) {
		if (contact.problem() != null) {
			return contact.problem();
		}
		for (ImportField field : this.columns) {
			String problem = (field != null) ? field.problem(contact.get(field.name())) : null;
			if (field != null && problem != null) {
				return new RowProblem(field.name(), problem);
			}
		}
		return null;
	}

	private static void set(ImportedContact contact, ImportField field, String text) {
		try {
			contact.set(field.name(), field.value(text));
		}
		catch (IllegalArgumentException ex) {
			contact.reject(new RowProblem(field.name(), String.valueOf(ex.getMessage())));
		}
	}

	private static String counted(int count, String what) {
		return count + " " + what + ((count != 1) ? "s" : "");
	}

}
