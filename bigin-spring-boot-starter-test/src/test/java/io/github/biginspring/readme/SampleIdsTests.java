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

import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.Records;
import io.github.biginspring.simulator.organization.SampleData;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Compares the ids in the commands of the sample with those of the sample data.
 */
class SampleIdsTests {

	private final Organization organization = Organization.builder().seed(new SampleData()).build();

	private final String readme = Documentation.read("sample-app/README.md");

	private String id(String module, String field, String value) {
		return (String) this.organization.records(module)
			.all()
			.stream()
			.filter((record) -> value.equals(record.get(field)))
			.findFirst()
			.orElseThrow()
			.get("id");
	}

	@Test
	void commandsOfTheSampleNameItsRecords() {
		String amelia = id("Contacts", "Full_Name", "Amelia Watson");
		String ben = id("Contacts", "Full_Name", "Ben Müller");
		String renewal = id("Pipelines", "Deal_Name", "Bluebird Bakery renewal");
		Records contacts = this.organization.records("Contacts");
		assertThat(this.readme).contains("\"First_Name\":\"Amelia\",\"Last_Name\":\"Watson\",\"id\":\"" + amelia + "\"")
			.contains("\"First_Name\":\"Ben\",\"Last_Name\":\"Müller\",\"id\":\"" + ben + "\"")
			.contains("/api/contacts/" + amelia)
			.contains("\"line\":8,\"id\":\"" + amelia + "\"")
			.contains("\"line\":9,\"id\":\"" + ben + "\"")
			.contains("\"Account_Name\":\"Kestrel Cycles\",\"id\":\"" + id("Accounts", "Account_Name", "Kestrel Cycles")
					+ "\"")
			.contains("[{\"id\":\"" + renewal + "\",\"name\":\"Bluebird Bakery renewal\"")
			.contains("/api/pipelines/deals/" + renewal + "/stage")
			.contains("\"id\":\"" + this.organization.currentUser().id() + "\",\"full_name\":\"Patricia Boyle\"")
			.contains("Location: /api/contacts/" + contacts.add(Map.of("Last_Name", "Nightingale")));
	}

}
