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

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.assertj.WebTestClientResponse;

import io.github.biginspring.connection.MatonConnection;
import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ConnectionController}.
 */
@SampleApplicationTest
class ConnectionControllerTests {

	@Autowired
	private ApiClient api;

	@Autowired
	private BiginSimulator simulator;

	@BeforeEach
	void reset() {
		this.simulator.reset();
	}

	@Test
	void listsConnections() {
		WebTestClientResponse response = this.api.get("/api/connections");
		assertThat(response).hasStatusOk();
		assertThat(response).bodyJson().extractingPath("$[*].status").asArray().containsExactly("ACTIVE");
		assertThat(response).bodyJson().extractingPath("$[*].app").asArray().containsExactly("zoho-bigin");
	}

	@Test
	void showsTheUrlOfAConnectionToWhoeverMakesItAndNowhereElse() {
		WebTestClientResponse response = this.api.post("/api/connections", "");
		assertThat(response).hasStatus(HttpStatus.CREATED);
		assertThat(response).bodyJson().extractingPath("$.status").isEqualTo("PENDING");
		assertThat(response).bodyJson()
			.extractingPath("$.url")
			.asString()
			.startsWith(this.simulator.url())
			.contains("session_token=");
		assertThat(this.api.get("/api/connections")).bodyText().contains("PENDING").doesNotContain("session_token");
		assertThat(this.api.get("/actuator/health")).bodyText().contains("maton").doesNotContain("session_token");
	}

	@Test
	void keepsTheUrlOutOfTheText() {
		MatonConnection connection = MatonConnection
			.of(Map.of("connection_id", "c1", "url", "https://connect.example/?session_token=secret"));
		assertThat(NewConnection.of(connection)).asString().contains("c1").doesNotContain("secret");
	}

}
