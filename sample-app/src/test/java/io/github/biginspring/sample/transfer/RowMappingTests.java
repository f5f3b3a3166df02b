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

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.sample.csv.CsvRow;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RowMapping}.
 */
class RowMappingTests {

	private static final List<ImportField> FIELDS = List.of(field("First_Name", "First Name", "text"),
			field("Last_Name", "Nachname", "text"), field("Email", "Email", "email"),
			field("Email_Opt_Out", "Email Opt Out", "boolean"));

	@ParameterizedTest
	@ValueSource(strings = { "First_Name", "First Name", "first_name", " FIRST-NAME ", "firstName", "First name:" })
	void guessesAFieldByItsName(String column) {
		assertThat(RowMapping.guess(List.of(column), FIELDS)).containsExactly("First_Name");
	}

	@Test
	void guessesAFieldByItsLabel() {
		assertThat(RowMapping.guess(List.of("NACHNAME", "e-mail"), FIELDS)).containsExactly("Last_Name", "Email");
	}

	@Test
	void guessesEachFieldOnceAndLeavesOutWhatItDoesNotKnow() {
		assertThat(RowMapping.guess(List.of("Email", "Shoe size", "", "E-Mail"), FIELDS)).containsExactly("Email", null,
				null, null);
	}

	@Test
	void makesAContactOfTheColumnsThatWereChosen() {
		RowMapping mapping = RowMapping.of(Arrays.asList("Last_Name", null, "Email", "Email_Opt_Out"), FIELDS);
		ImportedContact contact = mapping
			.contact(new CsvRow(7, List.of("'=Seacole", "left out", "mary@lamp.example", "yes")));
		assertThat(contact.changes()).containsOnlyKeys("Last_Name", "Email", "Email_Opt_Out")
			.containsEntry("Last_Name", "=Seacole")
			.containsEntry("Email_Opt_Out", true);
		assertThat(contact.line()).isEqualTo(7);
		assertThat(contact.problem()).isNull();
		assertThat(contact.name()).isEqualTo("=Seacole");
	}

	@Test
	void leavesAFieldAsItIsWhereTheValueIsEmpty() {
		RowMapping mapping = RowMapping.of(List.of("Last_Name", "Email", "First_Name"), FIELDS);
		assertThat(mapping.contact(new CsvRow(2, List.of("Seacole", "mary@lamp.example", ""))).changes())
			.doesNotContainKey("First_Name");
	}

	@Test
	void knowsWhyARowDoesNotFit() {
		RowMapping mapping = RowMapping.of(List.of("Last_Name", "Email"), FIELDS);
		assertThat(mapping.contact(new CsvRow(2, List.of("Seacole"))).problem())
			.isEqualTo(new RowProblem(null, "The line has 1 value, and the first line names 2 columns"));
		assertThat(mapping.contact(new CsvRow(2, List.of("Seacole", "x@y.example", ""))).problem())
			.isEqualTo(new RowProblem(null, "The line has 3 values, and the first line names 2 columns"));
		assertThat(mapping.contact(new CsvRow(2, List.of("Seacole", ""))).problem()).isNotNull()
			.returns("Email", RowProblem::field);
	}

	private static ImportField field(String name, String label, String type) {
		return new ImportField(name, label, type, false, null, List.of());
	}

}
