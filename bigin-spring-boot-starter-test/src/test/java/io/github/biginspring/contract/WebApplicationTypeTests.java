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

package io.github.biginspring.contract;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.BiginSimulator;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

class WebApplicationTypeTests {

	private static final BiginSimulator simulator = BiginSimulator.builder().empty().start();

	@BeforeEach
	void addContact() {
		simulator.reset();
		simulator.organization()
			.records("Contacts")
			.add(Map.of("Last_Name", "Watson", "Email", "jo@zylker.com", "Description", "x".repeat(5_000)));
	}

	@AfterAll
	static void stop() {
		simulator.close();
	}

	@ParameterizedTest
	@EnumSource(WebApplicationType.class)
	void startsWithoutACallAndReadsRecords(WebApplicationType type) {
		try (ConfigurableApplicationContext context = LocalApplication.run(simulator, type, Contacts.class)) {
			assertThat(simulator.requests().all()).isEmpty();
			assertThat(lastNames(context)).containsExactly("Watson");
			if (type != WebApplicationType.NONE) {
				assertThat(get(context, "/contacts")).contains("\"Last_Name\":\"Watson\"")
					.contains("\"Email\":\"jo@zylker.com\"");
			}
		}
		assertThat(simulator.requests().all()).hasSizeBetween(1, 2)
			.allMatch((request) -> request.path().endsWith("/Contacts"));
	}

	private static String get(ConfigurableApplicationContext context, String path) {
		return RestClient.create().get().uri(LocalApplication.url(context) + path).retrieve().body(String.class);
	}

	private static List<String> lastNames(ConfigurableApplicationContext context) {
		return await(context.getBean(BiginOperations.class)
			.query("Contacts")
			.fields("Last_Name", "Description")
			.all()
			.doOnNext((contact) -> assertThat(contact.getText("Description")).hasSize(5_000))
			.map((contact) -> contact.getText("Last_Name")));
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void isLeftAloneByTheSettingsOfTheApplication(WebApplicationType type) {
		try (ConfigurableApplicationContext context = LocalApplication.run(simulator, type, Customized.class,
				"spring.jackson.property-naming-strategy=SNAKE_CASE",
				"spring.jackson.default-property-inclusion=non_null",
				"spring.jackson.deserialization.fail-on-unknown-properties=true", "spring.jackson.time-zone=Asia/Tokyo",
				"spring.jackson.serialization.wrap-root-value=true", "spring.http.codecs.max-in-memory-size=1KB",
				"spring.http.clients.redirects=follow", "spring.http.codecs.log-request-details=true")) {
			assertThat(simulator.requests().all()).isEmpty();
			BiginOperations bigin = context.getBean(BiginOperations.class);
			assertThat(lastNames(context)).containsExactly("Watson");
			Contact contact = new Contact();
			contact.setLastName("Holmes");
			contact.set("Email_Opt_Out", true);
			String id = await(bigin.create(contact)).id();
			await(bigin.update("Contacts", BiginRecord.withId(id).set("Title", null)));
			assertThat(simulator.requests().last().body()).isEqualTo("{\"data\":[{\"Title\":null}]}");
			assertThat(await(bigin.findById(Contact.class, id)).getLastName()).isEqualTo("Holmes");
			assertThat(await(bigin.connections().list())).singleElement()
				.satisfies((connection) -> assertThat(connection.isActive()).isTrue());
			assertThat(simulator.requests().all()).allSatisfy((request) -> {
				assertThat(request.header("Authorization")).isEqualTo("Bearer " + simulator.apiKey());
				assertThat(request.headers().get("Accept")).containsExactly("application/json");
				assertThat(request.header("Maton-Connection")).isNull();
				assertThat(request.header("X-Tenant")).isNull();
			});
		}
	}

	@RestController
	@Import(LocalApplication.Plain.class)
	static class Contacts {

		private final BiginOperations bigin;

		Contacts(BiginOperations bigin) {
			this.bigin = bigin;
		}

		@GetMapping("/contacts")
		Flux<BiginRecord> contacts() {
			return this.bigin.query("Contacts").fields("Last_Name", "Email").all();
		}

	}

	@Import(LocalApplication.Plain.class)
	static class Customized {

		@Bean
		WebClientCustomizer webClientCustomizer() {
			return (builder) -> builder.baseUrl("http://127.0.0.1:9/elsewhere")
				.defaultHeader("Authorization", "Basic d3Jvbmc6d3Jvbmc=")
				.defaultHeader("Accept", "text/html")
				.defaultHeader("Maton-Connection", "wrong")
				.defaultHeader("X-Tenant", "wrong");
		}

	}

}
