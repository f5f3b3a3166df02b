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

package io.github.biginspring.simulator.admin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BiginSimulatorAdminExtension}.
 */
class BiginSimulatorAdminExtensionTests {

	private static final String FAULTS = "/__admin/bigin/faults";

	private final WireMockServer server = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().extensionScanningEnabled(true));

	@BeforeEach
	void start() {
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void plansResponsesWithAStatus() throws Exception {
		assertThat(send("POST", FAULTS, "{\"status\":503}").statusCode()).isEqualTo(200);
		assertThat(list("Contacts").statusCode()).isEqualTo(503);
		assertThat(list("Contacts").statusCode()).isEqualTo(200);
	}

	@Test
	void plansRefusalsOfRequestsThatMatch() throws Exception {
		send("POST", FAULTS, "{\"status\":429,\"count\":2,\"requests\":\"GET /Contacts\",\"retry_after\":7}");
		assertThat(list("Products").statusCode()).isEqualTo(200);
		HttpResponse<String> refused = list("Contacts");
		assertThat(refused.statusCode()).isEqualTo(429);
		assertThat(refused.headers().firstValue("Retry-After")).hasValue("7");
		assertThat(refused.body()).contains("TOO_MANY_REQUESTS");
		assertThat(list("Contacts").statusCode()).isEqualTo(429);
		assertThat(list("Contacts").statusCode()).isEqualTo(200);
	}

	@Test
	void forgetsFaults() throws Exception {
		send("POST", FAULTS, "{\"status\":500,\"count\":1000}");
		assertThat(list("Contacts").body()).contains("INTERNAL_ERROR");
		assertThat(send("DELETE", FAULTS, "").statusCode()).isEqualTo(200);
		assertThat(list("Contacts").statusCode()).isEqualTo(200);
	}

	@Test
	void goesBackToTheBeginning() throws Exception {
		HttpResponse<String> before = list("Contacts");
		send("POST", "/zoho-bigin/bigin/v2/Contacts", "{\"data\":[{\"Last_Name\":\"Moriarty\"}]}");
		assertThat(list("Contacts").body()).isNotEqualTo(before.body()).contains("Moriarty");
		send("POST", FAULTS, "{\"status\":500}");
		assertThat(send("POST", "/__admin/bigin/reset", "").statusCode()).isEqualTo(200);
		assertThat(list("Contacts").body()).isEqualTo(before.body());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                   | 'status' must be a number from 100 to 599
			{"status":"429"}                     | 'status' must be a number from 100 to 599
			{"status":429,"count":0}             | 'count' must be a number from 1 to 2147483647
			{"status":429,"retryAfter":7}        | 'retryAfter' is unknown: use [status, count, requests, retry_after]
			{"status":429,"requests":"Contacts"} | 'Contacts' is no pattern of requests
			[]                                   | The body is no JSON object
			""")
	void saysWhatIsWrongWithAFault(String body, String message) throws Exception {
		HttpResponse<String> response = send("POST", FAULTS, body);
		assertThat(response.statusCode()).isEqualTo(400);
		assertThat(response.body()).contains(message);
		assertThat(list("Contacts").statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> list(String module) throws IOException, InterruptedException {
		return send("GET", "/zoho-bigin/bigin/v2/" + module + "?fields=Last_Name", "");
	}

	private HttpResponse<String> send(String method, String path, String body)
			throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.server.baseUrl() + path))
			.method(method, BodyPublishers.ofString(body))
			.header("Authorization", "Bearer simulated-api-key")
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
	}

}
