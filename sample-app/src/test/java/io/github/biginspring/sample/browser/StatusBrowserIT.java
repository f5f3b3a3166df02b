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

package io.github.biginspring.sample.browser;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at the state of the connection.
 */
@BrowserTest
class StatusBrowserIT {

	@Autowired
	private BiginSimulator simulator;

	@Test
	void showsTheConnection(Page page) {
		page.open("status");
		page.awaitText(".health-state", "Connected to the simulator");
		String id = this.simulator.account().connections().get(0).id();
		page.awaitText("table tbody", id.substring(0, 8) + "active");
		assertThat(page.all("table tbody tr")).hasSize(1);
	}

	@Test
	void makesAConnectionThatWaitsForItsUser(Page page) {
		page.open("status");
		page.clickButton("New connection");
		page.awaitText("table tbody", "waits for its user to agree");
		page.await("a link to its page", () -> page.find(".to-open a").isDisplayed());
		Accessibility.check(page);
		this.simulator.account().connections().forEach((connection) -> connection.activate());
		page.await("two active connections", () -> page.text("table tbody").split("active", -1).length == 3);
	}

}
