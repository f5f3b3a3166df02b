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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.client.RestClient;

import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.test.AutoConfigureBiginSimulator;
import io.github.biginspring.write.WriteResult.Written;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples for threads that wait, run in a servlet application.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "spring.main.web-application-type=servlet")
@AutoConfigureBiginSimulator
class BlockingExamplesTests {

	@Autowired
	private BiginSimulator simulator;

	@Autowired
	private BiginClient bigin;

	@LocalServerPort
	private int port;

	@Test
	void aControllerWaits() {
		RestClient http = RestClient.create("http://localhost:" + this.port);
		Map<?, ?> created = http.post()
			.uri("/contacts")
			.body(Map.of("lastName", "Watson", "email", "jo@zylker.com"))
			.retrieve()
			.body(Map.class);
		assertThat(http.get().uri("/contacts/{id}", created.get("id")).retrieve().body(String.class))
			.contains("\"Last_Name\":\"Watson\"");
		List<?> latest = http.get().uri("/contacts").retrieve().body(List.class);
		assertThat(latest).hasSize(31);
		Integer unknown = http.get()
			.uri("/contacts/1")
			.exchange((request, response) -> response.getStatusCode().value());
		assertThat(unknown).isEqualTo(404);
	}

	@Test
	void streamsAndFiles(@TempDir Path directory) throws IOException {
		ContactExport export = new ContactExport(this.bigin);
		StringWriter csv = new StringWriter();
		export.exportTo(new PrintWriter(csv));
		assertThat(csv.toString().lines()).hasSize(30);
		long failed = export.importFrom(IntStream.range(0, 250).mapToObj((number) -> {
			Contact contact = new Contact();
			contact.setLastName("Imported " + number);
			contact.setEmail("imported" + number + "@zylker.com");
			return contact;
		}));
		assertThat(failed).isZero();
		assertThat(this.bigin.query(Contact.class).count()).isEqualTo(280);
		String id = this.bigin.query(Contact.class).first().orElseThrow().getId();
		Path contract = Files.writeString(directory.resolve("contract.txt"), "the contract");
		ByteArrayOutputStream response = new ByteArrayOutputStream();
		export.copy(id, export.attach(id, contract), response);
		assertThat(response.toString(StandardCharsets.UTF_8)).isEqualTo("the contract");
	}

	@Test
	void changes() {
		ContactCopy copy = new ContactCopy(this.bigin);
		copy.bringUpToDate();
		assertThat(copy.size()).isEqualTo(30);
	}

	@Test
	void inShort() {
		BiginClient bigin = this.bigin;
		Contact contact = new Contact();
		contact.setLastName("Watson");
		contact.setEmail("jo@zylker.com");
		String id = bigin.create(contact).id();
		Optional<Contact> found = bigin.findById(Contact.class, id);
		List<Contact> watsons = bigin.query(Contact.class).matching(where("Last_Name").is("Watson")).list();
		try (Stream<Contact> contacts = bigin.query(Contact.class).all()) {
			assertThat(contacts.limit(3)).hasSize(3);
		}
		assertThat(found).map(Contact::getLastName).contains("Watson");
		assertThat(watsons).extracting(Contact::getId).contains(id);
		assertThat(this.simulator.requests().count()).isPositive();
	}

	@Test
	void mocked() {
		Contact contact = new Contact();
		contact.setLastName("Watson");
		BiginClient bigin = Mockito.mock(BiginClient.class, Mockito.RETURNS_DEEP_STUBS);
		Mockito.when(bigin.query(Contact.class).matchingEmail("jo@zylker.com").first())
			.thenReturn(Optional.of(contact));
		Mockito.when(bigin.create(contact).id()).thenReturn("7");
		assertThat(bigin.query(Contact.class).matchingEmail("jo@zylker.com").first()).contains(contact);
		Written<Contact> written = bigin.create(contact);
		assertThat(written.id()).isEqualTo("7");
	}

	/**
	 * The application of the examples.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(ContactController.class)
	static class Application {

	}

}
