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

package io.github.biginspring.sample.transfer;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;

import io.github.biginspring.sample.SampleApplicationTest;
import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what {@link ContactImportController} refuses before it has written anything.
 */
@SampleApplicationTest
@TestPropertySource(properties = { "sample.transfer.batch-size=10", "sample.transfer.max-upload=64KB" })
class RefusedImportTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private BiginSimulator simulator;

	@BeforeEach
	void reset() {
		this.simulator.reset();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					''                               | Line 1: it has to name the columns, and the column Last_Name is missing
					'Seacole,mary@lamp.example'      | Line 1: it has to name the columns, and there is no column 'Seacole'
					'Last_Name,Email,Shoe_Size'      | Line 1: it has to name the columns, and there is no column 'Shoe_Size'
					'Last_Name;Email'                | Line 1: it has to name the columns, and there is no column 'Last_Name;Email'
					'Last_Name,Phone'                | Line 1: it has to name the columns, and the column Email is missing
					'Last_Name,Email,Email'          | Line 1: it has to name the columns, and the column Email is there twice
					'Last_Name,Email\n"Seacole,x'    | Line 2: it is not CSV: Missing closing quote for value
					'{"Last_Name":"Seacole"}'        | Line 1: it has to name the columns, and there is no column '{"Last_Name
					""")
	void refusesWhatIsNotCsv(String content, String detail) {
		problem(requests().post("", ImportRequests.CSV, content), HttpStatus.BAD_REQUEST, detail);
	}

	@Test
	void refusesWhatIsNotText() {
		RequestHeadersSpec<?> image = this.client.post()
			.uri("/api/contacts/import")
			.contentType(ImportRequests.CSV)
			.bodyValue(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' });
		problem(image, HttpStatus.BAD_REQUEST, "Line 1: from here on it is not text in UTF-8");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "null", "7", "{\"Last_Name\":", "{} {}", "{\"\":1}" })
	void refusesWhatIsNotJson(String content) {
		problem(requests().post("", MediaType.APPLICATION_NDJSON, content), HttpStatus.BAD_REQUEST,
				"Line 1: it is not a JSON object with the fields of a contact");
	}

	@Test
	void refusesAnotherTypeOfContent() {
		problem(requests().post("", MediaType.TEXT_PLAIN, ImportRequests.nurses(1)), HttpStatus.UNSUPPORTED_MEDIA_TYPE,
				"text/plain");
	}

	@Test
	void refusesATotalThatIsNone() {
		problem(requests().post("?total=-1", ImportRequests.CSV, ImportRequests.nurses(1)), HttpStatus.BAD_REQUEST,
				"'total' must not be negative, not -1");
	}

	@Test
	void refusesAFormWithoutTheFile() {
		MultipartBodyBuilder form = new MultipartBodyBuilder();
		form.part("other", "x");
		problem(this.client.post().uri("/api/contacts/import").bodyValue(form.build()), HttpStatus.BAD_REQUEST,
				"The form has to have a part with the name file");
	}

	@Test
	void refusesAFormThatIsNone() {
		problem(this.client.post()
			.uri("/api/contacts/import")
			.contentType(MediaType.MULTIPART_FORM_DATA)
			.bodyValue("x".getBytes(StandardCharsets.UTF_8)), HttpStatus.BAD_REQUEST, "The form cannot be read");
	}

	@Test
	void refusesWhatIsTooLarge() {
		problem(requests().post("", ImportRequests.CSV, ImportRequests.nurses(5000)), HttpStatus.CONTENT_TOO_LARGE,
				"An import has at most 65536 bytes");
		problem(requests().upload("nurses.csv", ImportRequests.nurses(5000)), HttpStatus.CONTENT_TOO_LARGE,
				"An import has at most 65536 bytes");
	}

	private void problem(RequestHeadersSpec<?> request, HttpStatus status, String detail) {
		request.accept(MediaType.APPLICATION_NDJSON, MediaType.APPLICATION_PROBLEM_JSON)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody()
			.jsonPath("$.detail")
			.value(String.class, (value) -> assertThat(value).contains(detail));
		assertThat(this.simulator.requests().count("POST /Contacts/upsert")).isZero();
	}

	private ImportRequests requests() {
		return new ImportRequests(this.client);
	}

}
