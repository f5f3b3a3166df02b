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

package io.github.biginspring.sample.code;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.github.biginspring.sample.SampleApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CodeController}.
 */
@SampleApplicationTest
class CodeControllerTests {

	@Autowired
	private WebTestClient client;

	@Test
	void showsTheLinesOfARegion() {
		this.client.get()
			.uri("/api/code/move")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.file")
			.isEqualTo("PipelineController.java")
			.jsonPath("$.code")
			.value(String.class,
					(code) -> assertThat(code).startsWith("@PutMapping")
						.contains("\nMono<Void> move(", "\n\tDeal deal = new Deal();")
						.endsWith("\n}")
						.contains("this.bigin.update(deal)")
						.doesNotContain("tag::", "end::"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "unknown", "CodeController.java", "../application.yml" })
	void showsNothingElse(String name) {
		this.client.get()
			.uri("/api/code/{name}", name)
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.NOT_FOUND)
			.expectBody()
			.jsonPath("$.code")
			.doesNotExist();
	}

}
