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

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.assertj.WebTestClientResponse;

import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the sample shows of itself by the Actuator.
 */
@SampleApplicationTest
class ActuatorTests {

	@Autowired
	private ApiClient api;

	@Autowired
	private BiginSimulator simulator;

	@Test
	void showsTheHealthOfTheConnection() {
		WebTestClientResponse response = this.api.get("/actuator/health");
		assertThat(response).hasStatusOk();
		assertThat(response).bodyJson().extractingPath("$.components.maton.status").isEqualTo("UP");
		assertThat(response).bodyJson()
			.extractingPath("$.components.maton.details.connectionStatus")
			.isEqualTo("ACTIVE");
		assertThat(response).bodyText().doesNotContain(this.simulator.apiKey());
	}

	@Test
	void countsOperations() {
		assertThat(this.api.get("/api/products")).hasStatusOk();
		assertThat(this.api.get("/actuator/metrics/bigin.operation?tag=bigin.module:Products")).hasStatusOk();
	}

	@Test
	void showsNothingThatCouldHoldTheApiKey() {
		assertThat(this.api.get("/actuator/env")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.api.get("/actuator/configprops")).hasStatus(HttpStatus.NOT_FOUND);
	}

}
