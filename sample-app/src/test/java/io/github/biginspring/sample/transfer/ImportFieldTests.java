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

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ImportField}.
 */
class ImportFieldTests {

	@ParameterizedTest
	@CsvSource({ "true, true", "Yes, true", "1, true", "FALSE, false", "no, false", "0, false" })
	void takesYesAndNo(String text, boolean value) {
		assertThat(field("boolean").value(text)).isEqualTo(value);
	}

	@Test
	void takesNumbersAndDates() {
		assertThat(field("currency").value("1234.50")).isEqualTo(new BigDecimal("1234.50"));
		assertThat(field("date").value("2026-03-31")).isEqualTo("2026-03-31");
		assertThat(field("phone").value("0049 1")).isEqualTo("0049 1");
	}

	@ParameterizedTest
	@CsvSource({ "boolean, perhaps, has to be yes or no", "currency, '1,5', has to be a number such as 1234.5",
			"double, 1e999999999, is too large or too small", "date, 31.03.2026, has to be a date such as 2026-03-31" })
	void saysWhatAValueHasToBe(String type, String text, String problem) {
		assertThatIllegalArgumentException().isThrownBy(() -> field(type).value(text)).withMessage("Label " + problem);
	}

	@ParameterizedTest
	@CsvSource({ "florence@lamp.example, true", "f.n+x@a.b.example, true", "florence, false", "@lamp.example, false",
			"florence@lamp, false", "florence@.example, false", "a@b@c.example, false", "a b@c.example, false",
			"a@c.example., false" })
	void knowsEmailAddresses(String text, boolean valid) {
		assertThat(field("email").problem(text)).isEqualTo(valid ? null : "Label is not an email address");
	}

	@Test
	void checksWhatIsMissingTooLongOrNotAmongTheValues() {
		ImportField field = new ImportField("Name", "Label", "picklist", true, 5, List.of("Lamp", "Desk"));
		assertThat(field.problem(null)).isEqualTo("Label is missing");
		assertThat(field.problem("Lampion")).isEqualTo("Label has 7 characters, and Bigin takes 5");
		assertThat(field.problem("Chair")).isEqualTo("Label has to be one of Lamp, Desk");
		assertThat(field.problem("Desk")).isNull();
		assertThat(field("text").problem(null)).isNull();
	}

	private static ImportField field(String type) {
		return new ImportField("Name", "Label", type, false, null, List.of());
	}

}
