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

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import io.github.biginspring.sample.SampleApplicationTest;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the page of a record consists of: {@link FormController},
 * {@link NoteController}, {@link AttachmentController}, {@link TagController} and
 * {@link RelatedController}.
 */
@SampleApplicationTest
class RecordPartsTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private BiginSimulator simulator;

	private String id = "";

	@BeforeEach
	void reset() {
		this.simulator.reset();
		this.id = this.simulator.organization().records("Contacts").add(Map.of("Last_Name", "Nightingale"));
	}

	@Test
	void describesTheFormOfContacts() {
		get("/api/forms/contacts").jsonPath("$.sections[0].label")
			.isEqualTo("Contact Information")
			.jsonPath("$..fields[?(@.name=='Last_Name')].required")
			.isEqualTo(true)
			.jsonPath("$..fields[?(@.name=='Last_Name')].length")
			.isEqualTo(80)
			.jsonPath("$..fields[?(@.name=='Last_Name')].label")
			.isEqualTo("Last Name")
			.jsonPath("$..fields[?(@.name=='Email')].unique")
			.isEqualTo(true)
			.jsonPath("$..fields[?(@.name=='Account_Name')].lookup")
			.isEqualTo("companies")
			.jsonPath("$..fields[?(@.name=='Modified_Time')].readOnly")
			.isEqualTo(true);
	}

	@Test
	void describesWhatCanBeChosen() {
		get("/api/forms/products").jsonPath("$..fields[?(@.name=='Product_Category')].values[0].value")
			.isEqualTo("Hardware");
	}

	@ParameterizedTest
	@CsvSource({ "companies, Account_Name, Accounts", "products, Product_Name, Products" })
	void editsRecordsOfTheOtherModules(String collection, String field, String module) {
		String location = send(HttpMethod.POST, "/api/" + collection, "{\"" + field + "\":\"Lamp\"}").expectStatus()
			.isCreated()
			.returnResult(Void.class)
			.getResponseHeaders()
			.getFirst(HttpHeaders.LOCATION);
		send(HttpMethod.PUT, location, "{\"Description\":\"Bright\"}").expectStatus().isOk();
		get(location).jsonPath("$." + field).isEqualTo("Lamp").jsonPath("$.Description").isEqualTo("Bright");
		this.client.delete().uri(location).exchange().expectStatus().isNoContent();
		assertThat(
				this.simulator.organization().records(module).find(location.substring(location.lastIndexOf('/') + 1)))
			.isNull();
	}

	@Test
	void namesTheFieldThatIsWrong() {
		send(HttpMethod.PUT, "/api/contacts/" + this.id, "{\"Email\":\"no address\"}").expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectBody()
			.jsonPath("$.field")
			.isEqualTo("Email")
			.jsonPath("$.advice")
			.value(String.class, (advice) -> assertThat(advice).contains("Email").doesNotContain("{module}"));
	}

	@Test
	void addsListsAndDeletesNotes() {
		send(HttpMethod.POST, path("notes"), "{\"Note_Title\":\"Call\",\"Note_Content\":\"She asked for a lamp\"}")
			.expectStatus()
			.isCreated();
		get(path("notes")).jsonPath("$.length()")
			.isEqualTo(1)
			.jsonPath("$[0].Note_Content")
			.isEqualTo("She asked for a lamp");
		List<Map<String, Object>> notes = this.simulator.organization().records("Notes").all();
		String note = (String) notes.get(notes.size() - 1).get("id");
		this.client.delete().uri(path("notes/" + note)).exchange().expectStatus().isNoContent();
		get(path("notes")).jsonPath("$.length()").isEqualTo(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"Note_Content\":\"  \"}" })
	void refusesANoteWithoutContent(String note) {
		refused(send(HttpMethod.POST, path("notes"), note), "Write something into the note first");
	}

	@Test
	void attachesAndDownloadsAFile() {
		MultipartBodyBuilder form = new MultipartBodyBuilder();
		form.part("file", "<script>".getBytes(StandardCharsets.UTF_8)).filename("notes \"1\".html");
		this.client.post().uri(path("attachments")).bodyValue(form.build()).exchange().expectStatus().isCreated();
		String attachment = (String) this.client.get()
			.uri(path("attachments"))
			.exchange()
			.expectBody(new ParameterizedTypeReference<List<Map<String, Object>>>() {
			})
			.returnResult()
			.getResponseBody()
			.get(0)
			.get("id");
		this.client.get()
			.uri(path("attachments/" + attachment + "?name={name}"), "notes.html")
			.exchange()
			.expectHeader()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.expectHeader()
			.value(HttpHeaders.CONTENT_DISPOSITION, (header) -> assertThat(header).startsWith("attachment;"))
			.expectBody(String.class)
			.isEqualTo("<script>");
		this.client.delete().uri(path("attachments/" + attachment)).exchange().expectStatus().isNoContent();
		get(path("attachments")).jsonPath("$.length()").isEqualTo(0);
	}

	@Test
	void refusesAFormWithoutAFile() {
		MultipartBodyBuilder form = new MultipartBodyBuilder();
		form.part("file", "x");
		refused(this.client.post().uri(path("attachments")).bodyValue(form.build()).exchange(),
				"The form has to have a file");
	}

	@Test
	void addsAndRemovesTags() {
		send(HttpMethod.POST, path("tags"), "{\"name\":\" VIP \"}").expectStatus().isNoContent();
		get("/api/contacts/" + this.id).jsonPath("$.Tag[0].name").isEqualTo("VIP");
		get("/api/tags/contacts").jsonPath("$[?(@.name=='VIP')]").isNotEmpty();
		this.client.delete().uri(path("tags?name={name}"), "VIP").exchange().expectStatus().isNoContent();
		get("/api/contacts/" + this.id).jsonPath("$.Tag.length()").isEqualTo(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"name\":\"  \"}" })
	void refusesATagWithoutAName(String tag) {
		refused(send(HttpMethod.POST, path("tags"), tag), "Type the name of the tag first");
	}

	@Test
	void saysThatARecordToTagIsGone() {
		this.simulator.organization().records("Contacts").delete(this.id);
		send(HttpMethod.POST, path("tags"), "{\"name\":\"VIP\"}").expectStatus().is4xxClientError();
	}

	@Test
	void listsWhatBelongsToARecord() {
		Map<String, Object> company = this.simulator.organization().records("Accounts").all().get(0);
		get("/api/companies/" + company.get("id") + "/related")
			.jsonPath("$[?(@.collection=='contacts')].records.length()")
			.isNotEmpty()
			.jsonPath("$[?(@.collection=='deals')].records[0].Deal_Name")
			.isNotEmpty()
			.jsonPath("$[?(@.collection=='contacts')].label")
			.isEqualTo("Contacts");
	}

	@Test
	void showsTheListsThatCanBeReadWhereOneCannot() {
		this.simulator.faults().on((request) -> request.path().endsWith("/Products")).always(Fault.badApiKey());
		get(path("related")).jsonPath("$[?(@.collection=='products')].problem.title")
			.isNotEmpty()
			.jsonPath("$[?(@.collection=='deals')].problem")
			.doesNotHaveJsonPath();
	}

	@ParameterizedTest
	@ValueSource(strings = { "forms/elephants", "tags/elephants", "elephants/1/notes", "elephants/1/attachments",
			"elephants/1/related" })
	void refusesAnUnknownCollection(String path) {
		this.client.get().uri("/api/" + path).exchange().expectStatus().isNotFound();
	}

	@ParameterizedTest
	@ValueSource(strings = { "notes", "attachments", "related" })
	void refusesAnIdThatIsNone(String part) {
		this.client.get().uri("/api/contacts/x/" + part).exchange().expectStatus().isBadRequest();
	}

	private String path(String part) {
		return "/api/contacts/" + this.id + "/" + part;
	}

	private BodyContentSpec get(String uri) {
		return this.client.get().uri(uri).exchange().expectStatus().isOk().expectBody();
	}

	private ResponseSpec send(HttpMethod method, String uri, String json) {
		return this.client.method(method).uri(uri).contentType(MediaType.APPLICATION_JSON).bodyValue(json).exchange();
	}

	private static void refused(ResponseSpec response, String detail) {
		response.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (value) -> assertThat(value).contains(detail));
	}

}
