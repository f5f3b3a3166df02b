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

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.Page;
import io.github.biginspring.simulator.organization.PageLimits;
import io.github.biginspring.simulator.organization.Parameters;
import io.github.biginspring.simulator.organization.Records;
import io.github.biginspring.simulator.organization.RefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for records that are worked out when they are looked at.
 */
class GeneratedRecordsTests {

	private final Organization organization = Organization.builder()
		.pageLimits(PageLimits.defaults().withTokenRecords(2_000_000))
		.build();

	private void generate(int count) {
		this.organization.records("Contacts")
			.generate(count,
					(number) -> Map.of("Last_Name", "Contact " + number, "Email", "contact" + number + "@example.com"));
	}

	@Test
	void arePagedLikeAnyOther() {
		generate(100_000);
		LinkedHashSet<Object> ids = new LinkedHashSet<>();
		Page page = this.organization.recordApi().list("Contacts", new Parameters(Map.of("fields", "Email")), null);
		page.data().forEach((record) -> ids.add(record.get("id")));
		while (page.info().get("next_page_token") instanceof String token) {
			page = this.organization.recordApi()
				.list("Contacts", new Parameters(Map.of("fields", "Email", "page_token", token)), null);
			page.data().forEach((record) -> ids.add(record.get("id")));
		}
		assertThat(ids).hasSize(100_000);
		assertThat(page.data().get(199)).containsEntry("Email", "contact0@example.com");
	}

	@Test
	void aMillionOfThemTakeLittleRoom() {
		generate(1_000_000);
		Page page = this.organization.recordApi().list("Contacts", new Parameters(Map.of("fields", "Email")), null);
		assertThat(page.data().get(0)).containsEntry("Email", "contact999999@example.com");
		assertThat(this.organization.records("Contacts").count()).isEqualTo(1_000_000);
	}

	@Test
	void canBeChangedAndDeleted() {
		generate(3);
		List<String> ids = new ArrayList<>();
		this.organization.records("Contacts").all().forEach((record) -> ids.add(record.get("id").toString()));
		this.organization.records("Contacts").update(ids.get(0), Map.of("Email", "other@example.com"));
		this.organization.records("Contacts").delete(ids.get(1));
		assertThat(this.organization.records("Contacts").all()).extracting((record) -> record.get("Email"))
			.containsExactly("other@example.com", "contact2@example.com");
		assertThat(this.organization.records("Contacts").find(ids.get(1))).isNull();
	}

	@Test
	void takePartInTheSearchForDuplicates() {
		generate(3);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.organization.records("Contacts")
			.add(Map.of("Last_Name", "A", "Email", "CONTACT1@example.com")));
	}

	@Test
	void canBeMadeUpFromTheirNumbers() {
		for (String module : new String[] { "Contacts", "Accounts", "Products", "Pipelines", "Tasks", "Events", "Calls",
				"Notes" }) {
			Records records = this.organization.records(module);
			records.generate(3);
			String id = records.all().get(1).get("id").toString();
			records.update(id, Map.of("Description", "changed"));
			assertThat(records.find(id)).as(module).isNotNull();
		}
		assertThat(this.organization.records("Contacts").all().get(2)).containsEntry("Last_Name", "Last Name 2")
			.containsEntry("Email", "contact2@example.com");
	}

}
