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

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.assertj.WebTestClientResponse;

import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RecordController}.
 */
@SampleApplicationTest
class RecordControllerTests {

	@Autowired
	private ApiClient api;

	@Autowired
	private BiginSimulator simulator;

	@BeforeEach
	void reset() {
		this.simulator.reset();
	}

	@ParameterizedTest
	@CsvSource({ "contacts, Contacts, Last_Name", "companies, Accounts, Account_Name", "deals, Pipelines, Deal_Name",
			"products, Products, Product_Name" })
	void listsAllRecordsNewestFirst(String collection, String module, String nameField) {
		List<Map<String, Object>> records = records(module);
		Map<String, Object> newest = records.get(records.size() - 1);
		WebTestClientResponse response = this.api.get("/api/{collection}", collection);
		assertThat(response).hasStatusOk().hasContentType(MediaType.APPLICATION_JSON);
		assertThat(response).bodyJson().extractingPath("$.data[0].id").isEqualTo(newest.get("id"));
		assertThat(response).bodyJson().extractingPath("$.data[0]." + nameField).isEqualTo(newest.get(nameField));
		assertThat(response).bodyJson().extractingPath("$.data.length()").isEqualTo(records.size());
		assertThat(response).bodyJson().extractingPath("$.info.more_records").isEqualTo(false);
	}

	@ParameterizedTest
	@CsvSource({ "contacts, Contacts, Last_Name", "companies, Accounts, Account_Name", "deals, Pipelines, Deal_Name",
			"products, Products, Product_Name" })
	void getsOneRecord(String collection, String module, String nameField) {
		Map<String, Object> record = records(module).get(0);
		WebTestClientResponse response = this.api.get("/api/{collection}/{id}", collection, record.get("id"));
		assertThat(response).hasStatusOk();
		assertThat(response).bodyJson().extractingPath("$.id").isEqualTo(record.get("id"));
		assertThat(response).bodyJson().extractingPath("$." + nameField).isEqualTo(record.get(nameField));
		assertThat(response).bodyJson().hasPath("$.Created_Time");
	}

	@ParameterizedTest
	@CsvSource({ "contacts, Contact", "companies, Company", "deals, Deal", "products, Product" })
	void saysThatThereIsNoSuchRecord(String collection, String type) {
		WebTestClientResponse response = this.api.get("/api/{collection}/7255024000000999999", collection);
		assertThat(response).hasStatus(HttpStatus.NOT_FOUND).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(response).bodyJson()
			.extractingPath("$.detail")
			.isEqualTo("There is no " + type + " with the id 7255024000000999999");
	}

	@Test
	void listsThePageAskedForInTheOrderAskedFor() {
		Map<String, Object> third = records("Contacts").get(2);
		Map<String, Object> fourth = records("Contacts").get(3);
		WebTestClientResponse response = this.api
			.get("/api/contacts?fields=Last_Name&sort=id&order=asc&page=2&perPage=2");
		assertThat(response).hasStatusOk();
		assertThat(response).bodyJson()
			.extractingPath("$.data")
			.asArray()
			.containsExactly(Map.of("id", third.get("id"), "Last_Name", third.get("Last_Name")),
					Map.of("id", fourth.get("id"), "Last_Name", fourth.get("Last_Name")));
		assertThat(response).bodyJson().extractingPath("$.info.page").isEqualTo(2);
		assertThat(response).bodyJson().extractingPath("$.info.per_page").isEqualTo(2);
		assertThat(response).bodyJson().extractingPath("$.info.more_records").isEqualTo(true);
	}

	@Test
	void listsThePageThatATokenLeadsTo() {
		AtomicReference<String> token = new AtomicReference<>();
		assertThat(this.api.get("/api/contacts?perPage=10")).bodyJson()
			.extractingPath("$.info.next_page_token")
			.asString()
			.satisfies(token::set);
		WebTestClientResponse response = this.api.get("/api/contacts?perPage=10&pageToken={token}", token.get());
		assertThat(response).hasStatusOk();
		assertThat(response).bodyJson()
			.extractingPath("$.data[0].id")
			.isEqualTo(records("Contacts").get(records("Contacts").size() - 11).get("id"));
	}

	@Test
	void saysThatThereAreNoRecordsByAnEmptyList() {
		records("Products").forEach((product) -> this.simulator.organization()
			.records("Products")
			.delete(String.valueOf(product.get("id"))));
		WebTestClientResponse response = this.api.get("/api/products");
		assertThat(response).hasStatusOk();
		assertThat(response).bodyJson().extractingPath("$.data").asArray().isEmpty();
	}

	private List<Map<String, Object>> records(String module) {
		return this.simulator.organization().records(module).all();
	}

}
