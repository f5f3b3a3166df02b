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

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.biginspring.connection.ApiKey;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SecretMask}.
 */
class SecretMaskTests {

	@ParameterizedTest
	@CsvSource({ "key-0123456789, a key-0123456789b, a ******b", "key+0123/456, at key%2B0123%2F456, at ******",
			"a, a field has a value: a, ****** field has ****** value: ******", "a, data at an area, data at an area",
			"INVALID, INVALID_DATA, INVALID_DATA", "abcdefg, xabcdefg abcdefg., xabcdefg ******." })
	void hidesAShortKeyWhereItStandsAloneAndALongOneEverywhere(String key, String text, String masked) {
		assertThat(SecretMask.of(ApiKey.of(key)).apply(text)).isEqualTo(masked);
	}

	@Test
	void hidesAKeyThatWasEscapedForJson() {
		assertThat(SecretMask.of(ApiKey.of("key-\"\\-0123")).apply("{\"k\":\"key-\\\"\\\\-0123\"}"))
			.isEqualTo("{\"k\":\"******\"}");
	}

	@Test
	void hidesTheFurtherSecretsOfACallAndTheLongerFirst() {
		SecretMask mask = SecretMask.of(ApiKey.of("key-0123456789")).and(List.of("0123456789", "key-0123456789-token"));
		assertThat(mask.apply("key-0123456789-token 0123456789 key-0123456789")).isEqualTo("****** ****** ******");
		assertThat(mask).hasToString("SecretMask");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "https://a/?session_token=5e&b=1, https://a/?session_token=******&b=1",
					"{\"session_token\": \"5e\"}, {\"session_token\": \"******\"}",
					"session_token=5e session_token=6f, session_token=****** session_token=******",
					"session_token, session_token" })
	void hidesASessionToken(String text, String masked) {
		assertThat(SecretMask.of(ApiKey.of("key-0123456789")).apply(text)).isEqualTo(masked);
	}

}
