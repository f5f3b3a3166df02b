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

package io.github.biginspring.connection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApiKeyTests {

	@Test
	void goesInOneHeader() {
		HttpHeaders headers = new HttpHeaders();
		ApiKey.of("k-1_2.3~+/=").addTo(headers);
		assertThat(headers.getFirst(HttpHeaders.AUTHORIZATION)).isEqualTo("Bearer k-1_2.3~+/=");
		assertThat(headers.size()).isOne();
	}

	@Test
	void hidesTheKey() {
		assertThat(ApiKey.of("secret")).hasToString("ApiKey[******]");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "\t", "\n" })
	void refusesABlankKey(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> ApiKey.of(key))
			.withMessage("The API key must not be blank");
	}

	@ParameterizedTest
	@ValueSource(strings = { "secret ", "sec ret", "sec\tret", "sec\u0000ret", "sec\u007Fret", "secr\u00E9t",
			"\uFEFFsecret", "\u200Bsecret", "secret\u00A0" })
	void refusesAKeyThatCannotStandInAHeaderWithoutShowingIt(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> ApiKey.of(key))
			.withMessageContaining("no visible ASCII character")
			.withMessageContaining("of " + key.length())
			.withMessageNotContaining("sec")
			.withMessageNotContaining("ret");
	}

	@ParameterizedTest
	@ValueSource(strings = { "secret\n", "secret\r\n", "sec\nret" })
	void saysThatAKeyHoldsALineBreak(String key) {
		assertThatIllegalArgumentException().isThrownBy(() -> ApiKey.of(key))
			.withMessageContaining("line break")
			.withMessageNotContaining("secret");
	}

}
