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
import java.time.Duration;
import java.util.ArrayList;
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
import io.github.biginspring.error.BiginDuplicateException;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.mail.Mail;
import io.github.biginspring.mail.MailAddress;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.write.UpsertAction;
import io.github.biginspring.write.WriteOptions;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResult.Written;
import io.github.biginspring.write.WriteResults;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of upserts, deletes and streams of writes, run.
 */
@ExtendWith(OutputCaptureExtension.class)
class WriteExamplesTests {

	private static final Logger log = LoggerFactory.getLogger(WriteExamplesTests.class);

	private final BiginSimulator simulator = BiginSimulator.builder().empty().start();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of(this.simulator.apiKey()))
		.endpoint(MatonEndpoint.of(URI.create(this.simulator.url())))
		.build();

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	private static Contact contact(String lastName, String email) {
		Contact contact = new Contact();
		contact.setLastName(lastName);
		contact.setEmail(email);
		return contact;
	}

	private int count() {
		return this.simulator.organization().records("Contacts").count();
	}

	@Test
	void upsert() {
		Contact contact = contact("Watson", "watson@example.com");
		Mono<Written<Contact>> saved = bigin.upsert(contact, "Email");
		StepVerifier.create(saved.map(Written::action)).expectNext(UpsertAction.INSERT).verifyComplete();
		StepVerifier.create(saved.map(Written::action)).expectNext(UpsertAction.UPDATE).verifyComplete();
		assertThat(count()).isOne();
	}

	@Test
	void stream() {
		Flux<Contact> contacts = Flux.range(0, 250).map((i) -> contact("No " + i, i + "@example.com"));
		Flux<WriteResult<Contact>> results = bigin.withPriority(CallPriority.BACKGROUND)
			.batch(Contact.class)
			.upsert(contacts, "Email");
		StepVerifier.create(results.filter(WriteResult::isWritten)).expectNextCount(250).verifyComplete();
		assertThat(this.simulator.requests().count("POST /Contacts/upsert")).isEqualTo(3);
	}

	@Test
	void shortStream() {
		Flux<Contact> contacts = Flux.just("Watson", "Holmes").map((name) -> contact(name, name + "@example.com"));
		Flux<WriteResult<Contact>> results = bigin.batch(Contact.class).upsert(contacts, "Email");
		StepVerifier.create(results.filter(WriteResult::isWritten)).expectNextCount(2).verifyComplete();
	}

	@Test
	void streamWithEveryStep(CapturedOutput output) {
		Flux<Contact> contacts = Flux.range(0, 100)
			.map((i) -> contact((i != 7) ? "No " + i : null, i + "@example.com"));
		List<Contact> uncertain = new ArrayList<>();
		this.simulator.faults()
			.on((request) -> request.body().contains("\"No 60\""))
			.next(1, Fault.emptyResponse().afterTakingEffect());
		Mono<Void> imported = bigin.batch(Contact.class)
			.batchSize(50)
			.window(Duration.ofMillis(200))
			.concurrency(2)
			.create(contacts)
			.doOnNext((result) -> {
				if (result instanceof WriteResult.Rejected<Contact> rejected) {
					log.warn("{}: {}", rejected.input().getEmail(), rejected.error().getMessage());
				}
				else if (result instanceof WriteResult.Unknown<Contact> unknown) {
					uncertain.add(unknown.input());
				}
			})
			.then();
		StepVerifier.create(imported).verifyComplete();
		assertThat(uncertain).hasSize(50);
		assertThat(output).contains("7@example.com: ");
		assertThat(count()).isEqualTo(99);
	}

	@Test
	void upsertThatIsRepeated() {
		Flux<Contact> contacts = Flux.range(0, 10).map((i) -> contact("No " + i, i + "@example.com"));
		this.simulator.faults().on("POST /Contacts/upsert").next(1, Fault.emptyResponse().afterTakingEffect());
		Flux<WriteResult<Contact>> results = bigin.withOptions(WriteOptions.defaults().withoutWorkflows())
			.batch(Contact.class)
			.upsert(contacts, "Email");
		StepVerifier.create(results.filter(WriteResult::isWritten)).expectNextCount(10).verifyComplete();
		assertThat(count()).isEqualTo(10);
	}

	@Test
	void owners() {
		List<String> ids = List.of(this.bigin.create(contact("Watson", "watson@example.com")).map(Written::id).block());
		String userId = this.simulator.organization().addUser("Ada", "Lovelace", "ada@example.com").id();
		Mono<WriteResults<String>> changed = bigin.owners().changeAll(Contact.class, ids, userId, false);
		StepVerifier.create(changed)
			.assertNext((results) -> assertThat(results.isComplete()).isTrue())
			.verifyComplete();
	}

	@Test
	void mails() {
		String id = this.bigin.create(contact("Watson", "watson@example.com")).map(Written::id).block();
		Mono<Void> sent = bigin.mails()
			.send(Contact.class, id,
					Mail.from(MailAddress.of("patricia.boyle@zylker.com"))
						.to(MailAddress.of("watson@example.com"))
						.subject("Lamps")
						.html("<p>They are here.</p>"));
		StepVerifier.create(sent).verifyComplete();
	}

	@Test
	void updateOfWhatIsThere() {
		this.bigin.create(contact("Watson", "watson@example.com")).block();
		Contact contact = contact("Holmes", "watson@example.com");
		Mono<String> id = bigin.create(contact)
			.map(Written::id)
			.onErrorResume(BiginDuplicateException.class, (duplicate) -> Mono.justOrEmpty(duplicate.getExistingId()));
		StepVerifier.create(id).expectNextCount(1).verifyComplete();
		assertThat(count()).isOne();
	}

	@Test
	void delete() {
		String id = this.bigin.create(contact("Watson", "watson@example.com")).map(Written::id).block();
		Mono<Written<String>> deleted = bigin.delete(Contact.class, id);
		StepVerifier.create(deleted).expectNextCount(1).verifyComplete();
		assertThat(count()).isZero();
	}

	@Test
	void deleteAll() {
		String id = this.bigin.create(contact("Watson", "watson@example.com")).map(Written::id).block();
		List<String> ids = List.of(id, "7255024000000000001");
		Mono<WriteResults<String>> deleted = bigin.deleteAll(Contact.class, ids);
		StepVerifier.create(deleted).assertNext((results) -> {
			assertThat(results.written()).hasSize(1);
			assertThat(results.rejected()).hasSize(1);
		}).verifyComplete();
	}

}
