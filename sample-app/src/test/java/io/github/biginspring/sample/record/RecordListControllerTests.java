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

import java.util.List;
import java.util.Map;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import io.github.biginspring.sample.SampleApplicationTest;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RecordListController}.
 */
@SampleApplicationTest
class RecordListControllerTests {

	private static final ParameterizedTypeReference<Map<String, Object>> LINE = new ParameterizedTypeReference<>() {
	};

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
			"products, Products, Product_Name", "deals, Pipelines, Deal_Name" })
	void listsAllRecordsAndThenSaysHowMany(String collection, String module, String field) {
		int count = this.simulator.organization().records(module).count();
		List<Map<String, Object>> lines = lines("/api/lists/" + collection + "?fields=" + field);
		assertThat(lines).hasSize(count + 1).last().isEqualTo(Map.of("count", count));
		assertThat(lines).first()
			.extracting("record")
			.asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsOnlyKeys("id", field);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Night                     | 1
			night                     | 1
			Florence                  | 1
			florence@lamp             | 1
			Florence Night            | 1
			Florence  Nightingale     | 1
			Florence Seacole          | 0
			ingale                    | 0
			'Night),(Email:equals:x'  | 0
			""")
	void findsWhatBeginsWithTheText(String text, int found) {
		this.simulator.organization()
			.records("Contacts")
			.add(Map.of("First_Name", "Florence", "Last_Name", "Nightingale", "Email", "florence@lamp.example"));
		List<Map<String, Object>> lines = this.client.get()
			.uri("/api/lists/contacts?fields=Last_Name&search={text}", text)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(LINE)
			.getResponseBody()
			.collectList()
			.block();
		assertThat(lines).hasSize(found + 1).last().isEqualTo(Map.of("count", found));
	}

	@Test
	void saysInTheLastLineWhatKeptItFromGoingOn() {
		for (int i = 0; i < 500; i++) {
			this.simulator.organization().records("Contacts").add(Map.of("Last_Name", "Nurse " + i));
		}
		this.simulator.faults()
			.on((request) -> request.path().endsWith("/Contacts") && request.toString().contains("2")
					&& "2".equals(request.parameter("page")))
			.always(Fault.badApiKey());
		List<Map<String, Object>> lines = lines("/api/lists/contacts?fields=Last_Name");
		assertThat(lines).hasSizeGreaterThan(1);
		assertThat(lines).last()
			.extracting("problem")
			.isEqualTo(Map.of("title", "The API key or the connection is no longer good", "advice",
					"Check the API key, or make a new connection on the screen Status."));
	}

	@Test
	void readsNoFurtherThanWhatIsTaken() {
		for (int i = 0; i < 3000; i++) {
			this.simulator.organization().records("Contacts").add(Map.of("Last_Name", "x".repeat(80)));
		}
		StepVerifier
			.create(this.client.get()
				.uri("/api/lists/contacts?fields=Last_Name")
				.exchange()
				.returnResult(LINE)
				.getResponseBody(), 10)
			.expectNextCount(10)
			.thenCancel()
			.verify();
		assertThat(this.simulator.requests().count("GET /Contacts")).isLessThan(15);
	}

	@Test
	void refusesAnUnknownCollection() {
		problem("/api/lists/elephants?fields=Name", HttpStatus.NOT_FOUND, "status\":404");
	}

	@Test
	void refusesASearchThatIsTooLong() {
		problem("/api/lists/contacts?fields=Last_Name&search=" + "x".repeat(101), HttpStatus.BAD_REQUEST,
				"Search for at most 100 characters");
	}

	@Test
	void refusesAListWithoutFields() {
		problem("/api/lists/contacts", HttpStatus.BAD_REQUEST, "fields");
	}

	@Test
	void answersAFailureBeforeTheFirstRecordByItsStatus() {
		this.simulator.faults().always(Fault.badApiKey());
		problem("/api/lists/contacts?fields=Last_Name", HttpStatus.BAD_GATEWAY, "\"advice\":");
	}

	private List<Map<String, Object>> lines(String uri) {
		return this.client.get()
			.uri(uri)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_NDJSON)
			.returnResult(LINE)
			.getResponseBody()
			.collectList()
			.block();
	}

	private void problem(String uri, HttpStatus status, String text) {
		ResponseSpec response = this.client.get()
			.uri(uri)
			.accept(MediaType.APPLICATION_NDJSON, MediaType.APPLICATION_PROBLEM_JSON)
			.exchange();
		String body = response.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(body).contains(text);
	}

}
