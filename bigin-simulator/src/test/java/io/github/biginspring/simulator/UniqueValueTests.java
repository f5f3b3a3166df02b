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

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.Records;
import io.github.biginspring.simulator.organization.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that unique values stay unique whatever is written.
 */
class UniqueValueTests {

	private final Records contacts = Organization.builder().build().records("Contacts");

	@Test
	void describesTheDuplicateIfToldTo() {
		try (BiginSimulator simulator = BiginSimulator.builder().empty().describesDuplicates(true).start()) {
			String id = simulator.organization()
				.records("Contacts")
				.add(Map.of("Last_Name", "A", "Email", "jo@zylker.com"));
			JsonNode details = new Caller(simulator)
				.post("/Contacts", "{\"data\":[{\"Last_Name\":\"B\",\"Email\":\"jo@zylker.com\"}]}")
				.first()
				.get("details");
			JsonNode duplicate = details.get("duplicate_record");
			assertThat(details.has("id")).isFalse();
			assertThat(duplicate.get("id").asString()).isEqualTo(id);
			assertThat(duplicate.get("module").get("api_name").asString()).isEqualTo("Contacts");
			assertThat(duplicate.get("Owner").get("id").asString())
				.isEqualTo(simulator.organization().currentUser().id());
		}
	}

	@Test
	void stayUniqueThroughManyChanges() {
		Random random = new Random(7);
		Map<String, String> idsByEmail = new HashMap<>();
		for (int i = 0; i < 20_000; i++) {
			String email = "c" + random.nextInt(500) + "@example.com";
			String known = idsByEmail.get(email);
			if (known != null && random.nextBoolean()) {
				this.contacts.delete(known);
				idsByEmail.remove(email);
			}
			else {
				String id = add(email);
				assertThat(id == null).as("%s is taken", email).isEqualTo(known != null);
				idsByEmail.putIfAbsent(email, id);
			}
		}
		assertThat(this.contacts.count()).isEqualTo(idsByEmail.size());
	}

	private String add(String email) {
		try {
			return this.contacts.add(Map.of("Last_Name", "Watson", "Email", email));
		}
		catch (RefusedException ex) {
			assertThat(ex.code()).isEqualTo("DUPLICATE_DATA");
			return null;
		}
	}

}
