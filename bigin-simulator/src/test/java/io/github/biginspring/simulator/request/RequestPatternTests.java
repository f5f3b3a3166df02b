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

package io.github.biginspring.simulator.request;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestPattern}.
 */
class RequestPatternTests {

	@ParameterizedTest
	@CsvSource({ "/Contacts,true", "GET /Contacts,true", "get /Contacts,true", "POST /Contacts,false",
			"/Contacts/*,false", "/Contacts/**,true", "/*,true", "/**,true", "/,false", "/Accounts,false",
			"GET /zoho-bigin/bigin/v2/Contacts,true", "GET /zoho-bigin/**,true" })
	void matchesByMethodAndPath(String pattern, boolean expected) {
		ReceivedRequest request = new ReceivedRequest("GET", "/zoho-bigin/bigin/v2/Contacts?fields=id",
				"http://localhost", Map.of(), new byte[0]);
		assertThat(RequestPattern.of(pattern).test(request)).isEqualTo(expected);
	}

}
