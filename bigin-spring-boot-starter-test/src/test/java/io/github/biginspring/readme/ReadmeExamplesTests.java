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

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.model.BiginField;
import io.github.biginspring.model.BiginModule;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Company;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.write.WriteOptions;
import io.github.biginspring.write.WriteResult.Written;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of README, run. {@link DocumentationTests} compares them with the text.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReadmeExamplesTests {

	private static final Logger log = LoggerFactory.getLogger(ReadmeExamplesTests.class);

	private final BiginSimulator simulator = BiginSimulator.start();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of(this.simulator.apiKey()))
		.endpoint(MatonEndpoint.of(URI.create(this.simulator.url())))
		.build();

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void search() {
		create("Watson");
		create("Holmes");
		Flux<Contact> watsons = bigin.query(Contact.class).matching(where("Last_Name").is("Watson")).all();
		StepVerifier.create(watsons.map(Contact::getLastName).distinct()).expectNext("Watson").verifyComplete();
	}

	@Test
	void findById() {
		String id = bigin.query("Pipelines").fields("Deal_Name").first().map(BiginRecord::getId).block();
		Mono<BiginRecord> deal = bigin.findById("Pipelines", id, "Deal_Name", "Stage", "Amount");
		StepVerifier.create(deal)
			.assertNext((found) -> assertThat(found.asMap()).containsKeys("Deal_Name", "Stage", "Amount"))
			.verifyComplete();
	}

	@Test
	void create() {
		Contact contact = new Contact();
		contact.setLastName("Watson");
		Mono<String> id = bigin.create(contact).map(Written::id);
		StepVerifier.create(id.flatMap((created) -> bigin.findById(Contact.class, created)).map(Contact::getLastName))
			.expectNext("Watson")
			.verifyComplete();
	}

	@Test
	void update() {
		Contact contact = new Contact();
		contact.setLastName("Watson");
		contact.setMobile("555-0100");
		contact.setEmail("watson@example.com");
		String id = bigin.create(contact).map(Written::id).block();
		Mono<Written<BiginRecord>> moved = bigin.update("Contacts",
				BiginRecord.withId(id).set("Mailing_City", "London").set("Mobile", null));
		StepVerifier.create(moved.then(bigin.findById(Contact.class, id))).assertNext((found) -> {
			assertThat(found.getMailingCity()).isEqualTo("London");
			assertThat(found.getMobile()).isNull();
			assertThat(found.getEmail()).isEqualTo("watson@example.com");
		}).verifyComplete();
	}

	@Test
	void createAll(CapturedOutput output) {
		Contact nameless = new Contact();
		nameless.setLastName(null);
		Contact named = new Contact();
		named.setLastName("Watson");
		List<Contact> contacts = List.of(named, nameless);
		Mono<Void> report = bigin.withOptions(WriteOptions.defaults().withoutWorkflows())
			.createAll(contacts)
			.doOnNext((results) -> results.rejected()
				.forEach((rejected) -> log.warn("{}: {}", rejected.input().getLastName(), rejected.reason())))
			.then();
		StepVerifier.create(report).verifyComplete();
		assertThat(output).contains("null: required field not found");
	}

	@Test
	void ownType() {
		@BiginModule("Contacts")
		record Subscriber(String id, String lastName, String email, @BiginField("Loyalty_Tier") String tier,
				@BiginField(readOnly = true) OffsetDateTime createdTime) {
		}
		Subscriber subscriber = new Subscriber(null, "Watson", "watson@example.com", null, null);
		StepVerifier
			.create(bigin.create(subscriber).flatMap((written) -> bigin.findById(Subscriber.class, written.id())))
			.assertNext((found) -> {
				assertThat(found.lastName()).isEqualTo("Watson");
				assertThat(found.createdTime()).isNotNull();
			})
			.verifyComplete();
	}

	@Test
	void anotherConnection() {
		String connectionId = bigin.connections().list().blockFirst().connectionId();
		Flux<Company> theirs = bigin.withConnection(connectionId).query(Company.class).all();
		StepVerifier.create(theirs.hasElements()).expectNext(true).verifyComplete();
	}

	private void create(String lastName) {
		Contact contact = new Contact();
		contact.setLastName(lastName);
		this.bigin.create(contact).block();
	}

}
