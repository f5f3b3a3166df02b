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

package io.github.biginspring.testcontainers;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.wiremock.integrations.testcontainers.WireMockContainer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ConnectionStatus;
import io.github.biginspring.connection.MatonConnection;
import io.github.biginspring.model.Contact;
import io.github.biginspring.model.Product;
import io.github.biginspring.write.WriteResult.Written;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the auto-configured client against responses that are written down word for
 * word, served by WireMock's own image.
 */
@SpringBootTest(properties = { "maton.api-key=test-key", "maton.allow-insecure-url=true",
		"bigin.retry.initial-interval=10m", "bigin.retry.max-interval=10m" })
@Testcontainers(disabledWithoutDocker = true)
@Tag("docker")
class WireMockContainerTests {

	@Container
	static WireMockContainer wireMock = new WireMockContainer("wiremock/wiremock:3.13.2")
		.withMappingFromResource(WireMockContainerTests.class, "list-contacts.json")
		.withMappingFromResource(WireMockContainerTests.class, "create-contact.json")
		.withMappingFromResource(WireMockContainerTests.class, "list-products-rate-limited.json")
		.withMappingFromResource(WireMockContainerTests.class, "list-products.json")
		.withMappingFromResource(WireMockContainerTests.class, "list-connections.json");

	@Autowired
	private BiginTemplate bigin;

	@DynamicPropertySource
	static void maton(DynamicPropertyRegistry registry) {
		registry.add("maton.url", wireMock::getBaseUrl);
	}

	@Test
	void listsRecords() {
		List<Contact> contacts = this.bigin.query(Contact.class)
			.fields("Last_Name", "Email")
			.all()
			.collectList()
			.block();
		assertThat(contacts).extracting(Contact::getId).containsExactly("7255024000000596045", "7255024000000596044");
		assertThat(contacts).extracting(Contact::getLastName).containsExactly("Watson", "Holmes");
	}

	@Test
	void createsARecord() {
		Contact contact = new Contact();
		contact.setLastName("Watson");
		Written<Contact> written = this.bigin.create(contact).block();
		assertThat(written.id()).isEqualTo("7255024000000596045");
		assertThat(written.createdTime()).isEqualTo("2026-02-06T00:28:53-08:00");
	}

	/**
	 * The pauses between attempts would be longer than the test waits, were it not for
	 * what the service asks.
	 */
	@Test
	void triesAgainWhenTheServiceAsks() {
		List<Product> products = this.bigin.query(Product.class)
			.fields("Product_Name")
			.all()
			.collectList()
			.block(Duration.ofMinutes(1));
		assertThat(products).extracting(Product::getName).containsExactly("Pipe");
	}

	@Test
	void listsConnections() {
		MatonConnection connection = this.bigin.connections().list(ConnectionStatus.ACTIVE).single().block();
		assertThat(connection.connectionId()).isEqualTo("21fd90f9-5935-43cd-b6c8-bde9d915ca80");
		assertThat(connection.isActive()).isTrue();
		assertThat(connection.creationTime()).isEqualTo("2026-02-06T08:28:53.123456Z");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
