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

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.biginspring.simulator.admin.AdminCaller.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BiginSimulatorAdminExtension} in a WireMock server that finds it by
 * itself, as the one in a container does.
 */
class BiginSimulatorAdminExtensionTests {

	private final WireMockServer server = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().extensionScanningEnabled(true));

	private AdminCaller caller;

	@BeforeEach
	void start() {
		this.server.start();
		this.caller = new AdminCaller(this.server.baseUrl());
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void plansFaults() {
		assertThat(this.caller.post("/faults", "{\"status\":429,\"retry_after\":7}").status()).isEqualTo(200);
		Reply refused = this.caller.list("Contacts");
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.retryAfter()).isEqualTo("7");
		assertThat(refused.text()).contains("TOO_MANY_REQUESTS");
		assertThat(this.caller.list("Contacts").status()).isEqualTo(200);
	}

	@Test
	void goesBackToTheBeginning() {
		Reply before = this.caller.list("Contacts");
		this.caller.bigin("POST", "/Contacts", "{\"data\":[{\"Last_Name\":\"Moriarty\"}]}");
		assertThat(this.caller.list("Contacts").text()).isNotEqualTo(before.text()).contains("Moriarty");
		this.caller.post("/faults", "{\"status\":500}");
		assertThat(this.caller.post("/reset", "").status()).isEqualTo(200);
		assertThat(this.caller.list("Contacts").text()).isEqualTo(before.text());
	}

	@Test
	void leavesTheAdminApiOfWireMockAsItIs() {
		assertThat(this.caller.call("GET", "/__admin/mappings", "", "").status()).isEqualTo(200);
		assertThat(this.caller.call("GET", "/__admin/unknown", "", "").text()).doesNotContain("bigin");
	}

}
