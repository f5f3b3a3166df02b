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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.assertj.WebTestClientResponse;

import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OrganizationController}.
 */
@SampleApplicationTest
class OrganizationControllerTests {

	@Autowired
	private ApiClient api;

	@Autowired
	private BiginSimulator simulator;

	@BeforeEach
	void reset() {
		this.simulator.reset();
	}

	@Test
	void listsModules() {
		WebTestClientResponse response = this.api.get("/api/modules");
		assertThat(response).hasStatusOk();
		assertThat(response).bodyJson()
			.extractingPath("$[*].api_name")
			.asArray()
			.contains("Contacts", "Accounts", "Pipelines", "Products");
		assertThat(response).bodyJson()
			.extractingPath("$[?(@.api_name == 'Accounts')].plural_label")
			.asArray()
			.containsExactly("Companies");
	}

	@Test
	void listsActiveUsersWhereNoTypeIsNamed() {
		assertThat(this.api.get("/api/users")).hasStatusOk()
			.bodyJson()
			.extractingPath("$[*].email")
			.asArray()
			.contains("patricia.boyle@zylker.com", "mina.kaplan@zylker.com")
			.doesNotContain("theo.lindqvist@zylker.com");
	}

	@Test
	void listsUsersOfAType() {
		assertThat(this.api.get("/api/users?type=CurrentUser")).hasStatusOk()
			.bodyJson()
			.extractingPath("$[*].email")
			.asArray()
			.containsExactly("patricia.boyle@zylker.com");
	}

	@Test
	void saysWhichTypesOfUsersThereAre() {
		assertThat(this.api.get("/api/users?type=Nobody")).hasStatus(HttpStatus.BAD_REQUEST)
			.bodyJson()
			.extractingPath("$.detail")
			.asString()
			.contains("'Nobody'", "ActiveUsers");
	}

}
