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

package io.github.biginspring.contract;

import java.net.URI;
import java.time.Duration;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.retry.backoff.NoBackOffPolicy;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.limit.RateLimit;

/**
 * Responds to every request with one fixed body, and knows nothing of Bigin.
 */
final class CannedService implements BeforeEachCallback, AfterAllCallback {

	private final WireMockServer server = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().stubRequestLoggingDisabled(true).bindAddress("127.0.0.1"));

	private final BiginTemplate bigin;

	CannedService() {
		this.server.start();
		this.bigin = BiginTemplate.builder(ApiKey.of("canned-api-key"))
			.endpoint(MatonEndpoint.of(URI.create(this.server.baseUrl())))
			.backOffPolicy(new NoBackOffPolicy())
			.maxRetryAfter(Duration.ofMillis(1))
			.maxRateLimited(Duration.ZERO)
			.rateLimit(RateLimit.defaults().withRequestsPerSecond(10_000))
			.build();
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		this.server.resetAll();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.server.stop();
	}

	BiginTemplate bigin() {
		return this.bigin;
	}

	void respondsWith(String body) {
		respondsWith(200, body);
	}

	void respondsWith(int status, String body) {
		respondsWith(WireMock.aResponse()
			.withStatus(status)
			.withHeader("Content-Type", "application/json;charset=UTF-8")
			.withBody(body));
	}

	void respondsWith(ResponseDefinitionBuilder response) {
		this.server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(response));
	}

	int requests() {
		return this.server.getAllServeEvents().size();
	}

}
