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

package io.github.biginspring.sample.record;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.github.biginspring.sample.SampleApplicationTest;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.organization.Records;

/**
 * Tests for {@link CountController}.
 */
@SampleApplicationTest
class CountControllerTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private BiginSimulator simulator;

	@BeforeEach
	void reset() {
		this.simulator.reset();
	}

	@ParameterizedTest
	@CsvSource({ "contacts, Contacts, Last_Name", "companies, Accounts, Account_Name",
			"products, Products, Product_Name" })
	void countsWhatThereIs(String collection, String module, String field) {
		Records records = this.simulator.organization().records(module);
		records.add(Map.of(field, "One more"));
		expect(collection, records.count(), false);
	}

	@Test
	void readsNoMoreThanAGlanceIsWorth() {
		this.simulator.organization().records("Contacts").generate(2500);
		expect("contacts", 2000, true);
	}

	private void expect(String collection, int count, boolean more) {
		this.client.get()
			.uri("/api/counts/" + collection)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.json("{\"count\":%d,\"more\":%s}".formatted(count, more));
	}

}
