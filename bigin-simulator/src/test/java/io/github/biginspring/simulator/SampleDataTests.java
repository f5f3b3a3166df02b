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

package io.github.biginspring.simulator;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.SampleData;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SampleData}.
 */
class SampleDataTests {

	private static final List<String> MODULES = List.of("Contacts", "Accounts", "Products", "Pipelines", "Tasks",
			"Events", "Calls", "Notes");

	private static Organization organization() {
		return Organization.builder().clock(new TestClock()).seed(new SampleData()).build();
	}

	@ParameterizedTest
	@CsvSource({ "Contacts,30", "Accounts,12", "Products,10", "Pipelines,15", "Tasks,6", "Events,4", "Calls,4",
			"Notes,4" })
	void holdsRecordsOfAllModules(String module, int count) {
		assertThat(organization().records(module).count()).isEqualTo(count);
	}

	@Test
	void isTheSameEachTime() {
		Organization organization = organization();
		for (String module : MODULES) {
			assertThat(organization().records(module).all()).isEqualTo(organization.records(module).all());
		}
		List<?> before = organization.records("Contacts").all();
		organization.records("Contacts").delete(organization.records("Contacts").all().get(0).get("id").toString());
		organization.reset();
		assertThat(organization.records("Contacts").all()).isEqualTo(before);
	}

	@Test
	void leavesNoEvents() {
		assertThat(organization().events()).isEmpty();
	}

}
