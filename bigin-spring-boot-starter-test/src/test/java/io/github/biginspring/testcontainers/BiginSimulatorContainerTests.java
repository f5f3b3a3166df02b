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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Configuration;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.model.Contact;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BiginSimulatorContainer}.
 */
@SpringBootTest(properties = "bigin.retry.enabled=false")
@Testcontainers(disabledWithoutDocker = true)
@Tag("docker")
class BiginSimulatorContainerTests {

	@Container
	@ServiceConnection
	static BiginSimulatorContainer simulator = new BiginSimulatorContainer().withApiKey("key-of-the-container");

	@Autowired
	private BiginTemplate bigin;

	@BeforeEach
	void reset() {
		simulator.reset();
	}

	@Test
	void readsAndFindsWhatWasWritten() {
		String id = createMoriarty();
		assertThat(this.bigin.findById(Contact.class, id).block().getLastName()).isEqualTo("Moriarty");
		assertThat(this.bigin.query(Contact.class)
			.matching(where("Email").is("james@moriarty.example"))
			.all()
			.map(Contact::getId)
			.collectList()
			.block()).containsExactly(id);
	}

	@Test
	void servesTheControlPlaneToo() {
		assertThat(this.bigin.connections().list().single().block().isActive()).isTrue();
	}

	@Test
	void refusesTheNextRequestsAsRateLimited() {
		simulator.rateLimitNext(1);
		assertThatExceptionOfType(BiginRateLimitException.class).isThrownBy(this::countContacts)
			.satisfies((ex) -> assertThat(ex.getRetryAfter()).isNull());
		simulator.rateLimitNext(1, Duration.ofMillis(6001));
		assertThatExceptionOfType(BiginRateLimitException.class).isThrownBy(this::countContacts)
			.satisfies((ex) -> assertThat(ex.getRetryAfter()).isEqualTo(Duration.ofSeconds(7)));
		assertThat(countContacts()).isEqualTo(30);
	}

	@Test
	void goesBackToTheBeginning() {
		createMoriarty();
		assertThat(countContacts()).isEqualTo(31);
		simulator.rateLimitNext(1000);
		simulator.reset();
		assertThat(countContacts()).isEqualTo(30);
	}

	private String createMoriarty() {
		Contact contact = new Contact();
		contact.setLastName("Moriarty");
		contact.setEmail("james@moriarty.example");
		return this.bigin.create(contact).block().id();
	}

	private long countContacts() {
		return this.bigin.query(Contact.class).all().count().block();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
