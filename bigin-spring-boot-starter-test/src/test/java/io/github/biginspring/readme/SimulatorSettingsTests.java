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

package io.github.biginspring.readme;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.organization.Check;
import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.Records;
import io.github.biginspring.simulator.organization.Scope;
import io.github.biginspring.test.AutoConfigureBiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of how to set the simulator.
 */
@SpringBootTest
@AutoConfigureBiginSimulator
class SimulatorSettingsTests {

	@Autowired
	BiginSimulator simulator;

	@Autowired
	BiginTemplate bigin;

	@Test
	void preparesTheOrganization() {
		Organization organization = simulator.organization();
		Records contacts = organization.records("Contacts");
		String id = contacts.add(Map.of("Last_Name", "Watson", "Mailing_City", "London"));
		// the id of a custom view
		String view = contacts.addCustomView("In London", "(Mailing_City:equals:London)");
		contacts.delete(id); // listed by /Contacts/deleted as "recycle"
		contacts.purge(id); // ... and now as "permanent"
		organization.credits().limit(100); // from now on, over 24 hours
		simulator.account().defaultConnection().withoutScope(Scope.ATTACHMENTS);
		assertThat(view).hasSize(19);
		assertThat(this.bigin.query("Contacts").fields("Last_Name").all().collectList().block()).isNotEmpty();
		assertThat(organization.credits().spent()).isEqualTo(1);
	}

	@Test
	void leavesChecksOut() {
		// @formatter:off
		BiginSimulator lenient =
				BiginSimulator.builder().lenient(Check.RELATED_MODULE, Check.PICK_LIST_VALUE).start();
		// @formatter:on
		try (lenient) {
			Records tasks = lenient.organization().records("Tasks");
			String id = tasks.add(Map.of("Subject", "Call", "Priority", "Soon"));
			assertThat(tasks.find(id)).containsEntry("Priority", "Soon");
		}
	}

	/**
	 * The application of the example.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
