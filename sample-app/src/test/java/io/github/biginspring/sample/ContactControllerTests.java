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

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.assertj.WebTestClientResponse;

import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContactController}.
 */
@SampleApplicationTest
class ContactControllerTests {

	@Autowired
	private ApiClient api;

	@Autowired
	private BiginSimulator simulator;

	@BeforeEach
	void reset() {
		this.simulator.reset();
	}

	@Test
	void createsAContactAndSaysWhereItIs() {
		WebTestClientResponse response = this.api.post("/api/contacts",
				"{\"Last_Name\":\"Nightingale\",\"Email\":\"florence@lamp.example\"}");
		assertThat(response).hasStatus(HttpStatus.CREATED);
		String location = response.getExchangeResult().getResponseHeaders().getFirst(HttpHeaders.LOCATION);
		assertThat(location).matches("/api/contacts/\\d+");
		assertThat(response).bodyJson().extractingPath("$.id").isEqualTo(location.substring("/api/contacts/".length()));
		assertThat(response).bodyJson().hasPath("$.Created_Time");
		assertThat(this.api.get(location)).bodyJson().extractingPath("$.Email").isEqualTo("florence@lamp.example");
	}

	@Test
	void knowsFieldsByTheNamesOfBiginAlone() {
		assertThat(this.api.post("/api/contacts", "{\"lastName\":\"Nightingale\"}"))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyJson()
			.extractingPath("$.field")
			.isEqualTo("Last_Name");
	}

	@Test
	void changesWhatIsInTheBodyClearsWhatIsNullAndLeavesTheRest() {
		String id = add(Map.of("Last_Name", "Nightingale", "Title", "Nurse", "Phone", "1820", "Mobile", "1910"));
		WebTestClientResponse response = this.api.put("/api/contacts/" + id, "{\"Title\":\"Dame\",\"Phone\":null}");
		assertThat(response).hasStatusOk();
		assertThat(response).bodyJson().extractingPath("$.id").isEqualTo(id);
		assertThat(this.simulator.organization().records("Contacts").find(id)).containsEntry("Title", "Dame")
			.containsEntry("Phone", null)
			.containsEntry("Mobile", "1910")
			.containsEntry("Last_Name", "Nightingale");
	}

	@Test
	void updatesTheContactOfThePathWhateverIdTheBodyHas() {
		String id = add(Map.of("Last_Name", "Nightingale"));
		String other = add(Map.of("Last_Name", "Seacole"));
		assertThat(this.api.put("/api/contacts/" + id, "{\"Title\":\"Nurse\",\"id\":\"" + other + "\"}")).hasStatusOk();
		assertThat(this.simulator.organization().records("Contacts").find(id)).containsEntry("Title", "Nurse");
		assertThat(this.simulator.organization().records("Contacts").find(other)).doesNotContainEntry("Title", "Nurse");
	}

	@Test
	void deletesAContact() {
		String id = add(Map.of("Last_Name", "Nightingale"));
		assertThat(this.api.delete("/api/contacts/" + id)).hasStatus(HttpStatus.NO_CONTENT).body().isEmpty();
		assertThat(this.simulator.organization().records("Contacts").find(id)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "email=florence@lamp.example", "phone=1820-0512", "word=Crimean", "lastName=Nightin" })
	void searches(String parameter) {
		String id = add(Map.of("Last_Name", "Nightingale", "Email", "florence@lamp.example", "Phone", "1820-0512",
				"Description", "A Crimean nurse"));
		WebTestClientResponse response = this.api.get("/api/contacts/search?" + parameter);
		assertThat(response).hasStatusOk();
		assertThat(response).bodyJson().extractingPath("$.data.length()").isEqualTo(1);
		assertThat(response).bodyJson().extractingPath("$.data[0].id").isEqualTo(id);
		assertThat(response).bodyJson().extractingPath("$.info.count").isEqualTo(1);
	}

	@Test
	void findsThePageOfASearchThatIsAskedFor() {
		add(Map.of("Last_Name", "Nightingale", "First_Name", "Florence"));
		add(Map.of("Last_Name", "Nightingale", "First_Name", "Parthenope"));
		WebTestClientResponse response = this.api.get("/api/contacts/search?lastName=Nightingale&page=2&perPage=1");
		assertThat(response).bodyJson().extractingPath("$.data.length()").isEqualTo(1);
		assertThat(response).bodyJson().extractingPath("$.info.page").isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?email=", "?name=Watson", "?email=a@b.example&word=Watson" })
	void searchesByExactlyOneParameter(String query) {
		WebTestClientResponse response = this.api.get("/api/contacts/search" + query);
		assertThat(response).hasStatus(HttpStatus.BAD_REQUEST).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(response).bodyJson()
			.extractingPath("$.detail")
			.isEqualTo("Search by exactly one of the parameters email, phone, word and lastName");
	}

	private String add(Map<String, String> contact) {
		return this.simulator.organization().records("Contacts").add(contact);
	}

}
