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

package io.github.biginspring.sample;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.assertj.WebTestClientResponse;

import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the page, and for {@link BrowserSecurityFilter}.
 */
@SampleApplicationTest
class PageTests {

	private static final Pattern LOADED = Pattern
		.compile("(?:from '|src=\"|<link rel=\"(?:stylesheet|icon)\" href=\")([^'\"]+)['\"]");

	@Autowired
	private ApiClient api;

	@Autowired
	private WebTestClient client;

	@Autowired
	private BiginSimulator simulator;

	@BeforeEach
	void reset() {
		this.simulator.reset();
	}

	@ParameterizedTest
	@CsvSource({ "/, text/html", "/app.js, text/javascript", "/app.css, text/css", "/icon.svg, image/svg+xml",
			"/screens/records.js, text/javascript", "/screens/record.js, text/javascript",
			"/screens/jobs.js, text/javascript", "/screens/records.css, text/css", "/screens/record.css, text/css",
			"/screens/jobs.css, text/css", "/sample-contacts.csv, text/csv" })
	void isThereWithAllThatItLoads(String path, String type) {
		WebTestClientResponse response = this.api.get(path);
		assertThat(response).hasStatusOk().hasHeader("X-Content-Type-Options", "nosniff");
		assertThat(response.getExchangeResult().getResponseHeaders().getContentType())
			.matches(MediaType.valueOf(type)::equalsTypeAndSubtype);
	}

	@Test
	void hasAllStylesAndScriptsThatItsScreensLoad() {
		Deque<String> open = new ArrayDeque<>(List.of("/"));
		List.of("pipeline", "records", "record", "jobs", "lab", "status")
			.forEach((screen) -> open.add("/screens/" + screen + ".js"));
		Set<String> known = new HashSet<>(open);
		while (!open.isEmpty()) {
			String path = open.remove();
			WebTestClientResponse response = this.api.get(path);
			assertThat(response).as(path).hasStatusOk();
			String text = new String(response.getExchangeResult().getResponseBodyContent(), StandardCharsets.UTF_8);
			// scripts make elements of texts alone, and the policy forbids styles within
			assertThat(text).as(path)
				.doesNotContain("innerHTML", "insertAdjacentHTML", "eval(", "setAttribute('style'");
			for (Matcher loaded = LOADED.matcher(text); loaded.find();) {
				String other = URI.create(path).resolve(loaded.group(1)).getPath();
				if (known.add(other)) {
					open.add(other);
				}
			}
		}
		assertThat(known).contains("/app.js", "/lib/dom.js", "/screens/pipeline.css");
	}

	@Test
	void loadsNothingFromElsewhere() {
		WebTestClientResponse response = this.api.get("/");
		assertThat(response.getExchangeResult().getResponseHeaders().getFirst("Content-Security-Policy"))
			.startsWith("default-src 'none'; script-src 'self';")
			.doesNotContain("unsafe", "http", "*");
		assertThat(response).bodyText().doesNotContain("http:", "https:", "style=", "onclick=");
	}

	@ParameterizedTest
	@CsvSource({ "cross-site, 403", "same-site, 403", "same-origin, 201", "none, 201" })
	void refusesWhatAnotherSiteLetsABrowserSend(String site, int status) {
		this.client.post()
			.uri("/api/contacts")
			.contentType(MediaType.APPLICATION_JSON)
			.header("Sec-Fetch-Site", site)
			.bodyValue("{\"Last_Name\":\"Seacole\"}")
			.exchange()
			.expectStatus()
			.isEqualTo(status);
		assertThat(this.simulator.requests().count("POST /Contacts")).isEqualTo((status == 201) ? 1 : 0);
	}

	@ParameterizedTest
	@CsvSource({ "http://evil.example, 403", "http://localhost:1, 403", "null, 403" })
	void refusesWhatAFormOfAnotherOriginSends(String origin, int status) {
		this.client.post()
			.uri("/api/contacts/import")
			.contentType(MediaType.MULTIPART_FORM_DATA)
			.header("Origin", origin)
			.bodyValue("x")
			.exchange()
			.expectStatus()
			.isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "evil.example, 421", "evil.example:8080, 421", "localhost:8080, 200", "127.0.0.1, 200",
			"[::1]:8080, 200" })
	void servesKnownHostsOnly(String host, int status) {
		this.client.get().uri("/").header("Host", host).exchange().expectStatus().isEqualTo(status);
	}

	@Test
	void letsAnotherSiteLinkToThePage() {
		this.client.get()
			.uri("/")
			.header("Sec-Fetch-Site", "cross-site")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.OK);
	}

}
