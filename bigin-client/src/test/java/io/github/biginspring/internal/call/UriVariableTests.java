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

package io.github.biginspring.internal.call;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class UriVariableTests {

	@ParameterizedTest
	@ValueSource(strings = { "Contacts", "Custom_Module_1", "a" })
	void takesModules(String name) {
		assertThat(UriVariable.module(name).value()).isEqualTo(name);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "Contacts ", "1Contacts", "_Contacts", "Contacts/1", "..", ".", "Con%2Ftacts",
			"Contacts?x=1", "Contacts#", "Cont\u00E4cts", "Contacts\n", "Con-tacts" })
	void refusesWhatIsNoModule(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> UriVariable.module(name))
			.withMessageContaining("Not a module's API name")
			.withMessageContaining("'Contacts'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "7255024000000596045", "123456789012345678901234567890" })
	void takesRecordIds(String id) {
		assertThat(UriVariable.recordId(id).value()).isEqualTo(id);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " 1", "1 ", "1,2", "-1", "1.0", "0x1", "1/2", "..", "\u0661", "upsert",
			"1234567890123456789012345678901" })
	void refusesWhatIsNoRecordId(String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> UriVariable.recordId(id))
			.withMessageContaining("Not a record id");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "21fd90f9-5935-43cd-b6c8-bde9d915ca80", "conn_1" })
	void takesConnectionIds(String id) {
		assertThat(UriVariable.connectionId(id).value()).isEqualTo(id);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "a b", "a/b", "..", "a\r\nX: y", "a?b", "\u00E9" })
	void refusesWhatIsNoConnectionId(String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> UriVariable.connectionId(id))
			.withMessageContaining("Not a connection id");
	}

	@Test
	void shortensALongValueInTheMessage() {
		assertThatIllegalArgumentException().isThrownBy(() -> UriVariable.module("x".repeat(5000)))
			.satisfies((ex) -> assertThat(ex.getMessage()).hasSizeLessThan(300));
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", ".", ".." })
	void refusesAFreeValueThatWouldChangeThePath(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> new UriVariable(value)).withMessageContaining("path");
	}

}
