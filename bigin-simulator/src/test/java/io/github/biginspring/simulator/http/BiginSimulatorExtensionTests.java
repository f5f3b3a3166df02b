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

package io.github.biginspring.simulator.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BiginSimulatorExtension} in a WireMock server that finds it by itself.
 */
class BiginSimulatorExtensionTests {

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

	private HttpResponse<String> get(String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.server.baseUrl() + path))
			.header("Authorization", "Bearer simulated-api-key")
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
	}

	@Test
	void respondsAsSoonAsItIsFound() throws Exception {
		HttpResponse<String> response = get("/zoho-bigin/bigin/v2/Contacts?fields=Last_Name");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("Watson");
		assertThat(get("/connections").body()).contains("zoho-bigin");
	}

	@Test
	void stillRespondsAfterTheStubsWereReset() throws Exception {
		this.server.resetToDefaultMappings();
		assertThat(get("/connections").statusCode()).isEqualTo(200);
	}

	@Test
	void letsStubsOfOnesOwnComeFirst() throws Exception {
		this.server.stubFor(WireMock.get(WireMock.urlPathEqualTo("/zoho-bigin/bigin/v2/Contacts"))
			.willReturn(WireMock.aResponse().withStatus(418)));
		assertThat(get("/zoho-bigin/bigin/v2/Contacts?fields=Last_Name").statusCode()).isEqualTo(418);
		assertThat(get("/zoho-bigin/bigin/v2/Accounts?fields=Account_Name").statusCode()).isEqualTo(200);
	}

}
