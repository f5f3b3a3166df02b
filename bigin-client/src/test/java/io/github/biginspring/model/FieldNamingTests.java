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

package io.github.biginspring.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FieldNaming}.
 */
class FieldNamingTests {

	@ParameterizedTest
	@CsvSource({ "lastName, Last_Name", "email, Email", "emailOptOut, Email_Opt_Out", "id, id", "identity, Identity",
			"mailingZip, Mailing_Zip", "line2, Line2", "line2Text, Line2_Text", "Last_Name, Last_Name",
			"custom_field, Custom_field", "custom_Field, Custom_Field", "URL, U_R_L", "x, X", "$approved, $approved",
			"'', ''" })
	void beginsEachWordWithACapitalLetter(String property, String field) {
		assertThat(FieldNaming.BIGIN.apiName(property)).isEqualTo(field);
	}

	@Test
	void sameLeavesNamesAlone() {
		assertThat(FieldNaming.SAME.apiName("lastName")).isEqualTo("lastName");
	}

}
