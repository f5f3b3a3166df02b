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
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.limit.CallPriority;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.Company;
import io.github.biginspring.model.Contact;
import io.github.biginspring.query.BulkJob;
import io.github.biginspring.query.BulkRead;
import io.github.biginspring.query.DeletedRecord;
import io.github.biginspring.query.DeletedType;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.query.RecordPage;
import io.github.biginspring.query.SortOrder;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.bulk.BulkReads;

import static io.github.biginspring.criteria.Criteria.where;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of lists, pages, searches and bulk reads, run.
 */
class ReadingExamplesTests {

	private final BiginSimulator simulator = BiginSimulator.builder().empty().start();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of(this.simulator.apiKey()))
		.endpoint(MatonEndpoint.of(URI.create(this.simulator.url())))
		.build();

	@TempDir
	private Path directory;

	@BeforeEach
	void addContacts() {
		this.simulator.organization()
			.records("Contacts")
			.generate(250, (number) -> Map.of("Last_Name", "No " + number, "Email", number + "@example.com"));
	}

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void list() {
		Flux<BiginRecord> latest = bigin.query("Contacts")
			.fields("Last_Name", "Email")
			.sort(SortOrder.descending("Modified_Time"))
			.all()
			.take(20);
		StepVerifier.create(latest).expectNextCount(20).verifyComplete();
		assertThat(this.simulator.requests().count()).isOne();
	}

	@Test
	void pages() {
		Mono<RecordPage<Contact>> first = bigin.query(Contact.class).pageSize(50).page(1);
		Mono<RecordPage<Contact>> second = first
			.flatMap((page) -> bigin.query(Contact.class).page(new PageSpec(2, 50, page.nextPageToken())));
		StepVerifier.create(first).assertNext((page) -> assertThat(page.items()).hasSize(50)).verifyComplete();
		StepVerifier.create(second)
			.assertNext((page) -> assertThat(page.items()).first()
				.satisfies((contact) -> assertThat(contact.getLastName()).isEqualTo("No 199")))
			.verifyComplete();
	}

	@Test
	void export() {
		Warehouse warehouse = new Warehouse();
		Mono<Void> exported = bigin.withPriority(CallPriority.BACKGROUND)
			.query(Contact.class)
			.prefetch(4)
			.all()
			.buffer(100)
			.concatMap(warehouse::save)
			.then();
		StepVerifier.create(exported).verifyComplete();
		assertThat(warehouse.saved).hasSize(250);
	}

	@Test
	void matches() {
		for (String name : List.of("Acme Product", "Acme Other Product")) {
			this.simulator.organization().records("Accounts").add(Map.of("Account_Name", name));
		}
		Flux<Company> companies = bigin.query(Company.class)
			.matching(where("Account_Name").matches("Acme Product"))
			.all();
		StepVerifier.create(companies).expectNextCount(2).verifyComplete();
	}

	@Test
	void otherSearches() {
		Flux<Contact> byEmail = bigin.query(Contact.class).matchingEmail("7@example.com").all();
		Flux<Contact> byPhone = bigin.query(Contact.class).matchingPhone("555-0100").all();
		Flux<Contact> byWord = bigin.query(Contact.class).matchingWord("Watson").all();
		StepVerifier.create(byEmail).expectNextCount(1).verifyComplete();
		StepVerifier.create(byPhone.concatWith(byWord)).verifyComplete();
	}

	@Test
	void deleted() {
		String id = this.simulator.organization().records("Contacts").add(Map.of("Last_Name", "Watson"));
		this.simulator.organization().records("Contacts").delete(id);
		Flux<DeletedRecord> recycled = bigin.deleted(Contact.class).type(DeletedType.RECYCLE).all();
		StepVerifier.create(recycled.map(DeletedRecord::id)).expectNext(id).verifyComplete();
	}

	@Test
	void bulk() {
		BulkReads.of(this.simulator.organization()).stepEvery(Duration.ofNanos(1));
		Flux<Contact> contacts = bigin.bulkRead(Contact.class).fields("Last_Name", "Email").records();
		StepVerifier.create(contacts).expectNextCount(250).verifyComplete();
		assertThat(this.simulator.organization().credits().spent()).isGreaterThanOrEqualTo(50);
	}

	@Test
	void calendar() {
		BulkReads.of(this.simulator.organization()).stepEvery(Duration.ofNanos(1));
		Instant since = Instant.parse("2026-01-01T00:00:00Z");
		this.simulator.organization()
			.records("Events")
			.add(Map.of("Event_Title", "Lunch", "Start_DateTime", "2026-02-06T12:00:00-08:00", "End_DateTime",
					"2026-02-06T13:00:00-08:00"));
		Path file = this.directory.resolve("events.ics");
		Flux<DataBuffer> calendar = bigin.calendarRead().matching(where("Start_DateTime").greaterThan(since)).content();
		Mono<Void> saved = DataBufferUtils.write(calendar, file);
		StepVerifier.create(saved).expectComplete().verify(Duration.ofSeconds(60));
		assertThat(file).content()
			.startsWith("BEGIN:VCALENDAR")
			.contains("SUMMARY:Lunch")
			.endsWith("END:VCALENDAR\r\n");
	}

	@Test
	void bulkStepByStep() {
		BulkReads.of(this.simulator.organization()).stepEvery(Duration.ofNanos(1));
		BulkRead<Contact> read = bigin.bulkRead(Contact.class)
			.matching(where("Email").like("%@example.com"))
			.timeout(Duration.ofMinutes(30));
		Mono<String> jobId = read.create().map(BulkJob::id);
		// later, perhaps elsewhere
		Flux<Contact> contacts = jobId.flatMap(read::await).flatMapMany(read::rows);
		StepVerifier.create(contacts).expectNextCount(250).verifyComplete();
	}

	/**
	 * Takes what is exported in the example.
	 */
	private static final class Warehouse {

		private final List<Contact> saved = new ArrayList<>();

		Mono<Void> save(List<Contact> contacts) {
			return Mono.fromRunnable(() -> this.saved.addAll(contacts));
		}

	}

}
