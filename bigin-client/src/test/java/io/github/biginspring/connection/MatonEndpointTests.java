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

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MatonEndpointTests {

	@Test
	void isMatonsTwoHostsByDefault() {
		MatonEndpoint endpoint = MatonEndpoint.defaults();
		assertThat(endpoint.gatewayUrl()).hasToString("https://gateway.maton.ai");
		assertThat(endpoint.controlUrl()).hasToString("https://ctrl.maton.ai");
	}

	@ParameterizedTest
	@CsvSource({ "https://api.maton.ai, https://api.maton.ai", "https://api.maton.ai/, https://api.maton.ai",
			"HTTPS://api.maton.ai, HTTPS://api.maton.ai", "http://localhost:8080, http://localhost:8080",
			"http://[::1]:8080/maton/, http://[::1]:8080/maton" })
	void canBeOneHost(URI url, String base) {
		MatonEndpoint endpoint = MatonEndpoint.of(url);
		assertThat(endpoint.gatewayUrl()).hasToString(base);
		assertThat(endpoint.controlUrl()).hasToString(base);
	}

	@ParameterizedTest
	@ValueSource(strings = { "api.maton.ai", "//api.maton.ai", "/maton", "ftp://api.maton.ai", "file:///tmp/maton",
			"https:///path", "mailto:a@example.org" })
	void refusesWhatIsNoWebUrl(URI url) {
		assertThatIllegalArgumentException().isThrownBy(() -> new MatonEndpoint(url, URI.create("https://a.example")))
			.withMessage("'gatewayUrl' must be an http or https URL with a host");
		assertThatIllegalArgumentException().isThrownBy(() -> new MatonEndpoint(URI.create("https://a.example"), url))
			.withMessage("'controlUrl' must be an http or https URL with a host");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://user:secret@a.example", "https://a.example?key=secret", "https://a.example/#secret" })
	void refusesWhatCouldHoldASecretWithoutShowingIt(URI url) {
		assertThatIllegalArgumentException().isThrownBy(() -> MatonEndpoint.of(url))
			.withMessage("'gatewayUrl' must have no user info, query or fragment");
	}

}
