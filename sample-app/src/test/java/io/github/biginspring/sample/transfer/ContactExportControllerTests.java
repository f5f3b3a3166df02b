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

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.github.biginspring.sample.SampleApplicationTest;
import io.github.biginspring.sample.transfer.TransferEvent.Exported;
import io.github.biginspring.sample.transfer.TransferEvent.Failed;
import io.github.biginspring.sample.transfer.TransferEvent.Imported;
import io.github.biginspring.sample.transfer.TransferEvent.Progressed;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ContactExportController}.
 */
@SampleApplicationTest
class ContactExportControllerTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private BiginSimulator simulator;

	@Autowired
	private ContactExport contacts;

	@BeforeEach
	void reset() {
		this.simulator.reset();
	}

	@Test
	void exportsAllContacts() {
		this.simulator.organization()
			.records("Contacts")
			.add(Map.of("Last_Name", "Garrett, \"Dr\"", "Email", "elizabeth@lamp.example"));
		String csv = this.client.get()
			.uri("/api/contacts/export")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType("text/csv;charset=UTF-8")
			.expectHeader()
			.valueEquals(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"contacts.csv\"")
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(csv.lines()).hasSize(32)
			.startsWith(String.join(",", ContactColumns.ALL),
					",\"Garrett, \"\"Dr\"\"\",elizabeth@lamp.example,,,,,,,,,,")
			.anySatisfy((line) -> assertThat(line).startsWith("Ben,Müller,"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "=cmd|' /C calc'!A0", "+44 20", "-1", "@SUM(A1)", "\t=1", "\r=1" })
	void holdsNothingThatASpreadsheetRuns(String value) {
		assertThat(SpreadsheetText.quoted(value)).isEqualTo("'" + value);
		assertThat(SpreadsheetText.unquoted(SpreadsheetText.quoted(value))).isEqualTo(value);
		this.simulator.organization()
			.records("Contacts")
			.add(Map.of("Last_Name", value.strip(), "Email", "a@b.example"));
		String csv = this.client.get()
			.uri("/api/contacts/export")
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(csv).contains(SpreadsheetText.quoted(value.strip()).replace("\"", "\"\""));
		assertThat(csv.lines()).noneMatch((line) -> line.matches("(.*[,\"])?[=+@-].*"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "O'Hara", "'quoted'", "a=b" })
	void leavesAllElseAsItIs(String value) {
		assertThat(SpreadsheetText.quoted(value)).isEqualTo(value);
		assertThat(SpreadsheetText.unquoted(value)).isEqualTo(value);
	}

	@Test
	void givesWhatAnImportTakes() {
		String csv = this.client.get()
			.uri("/api/contacts/export")
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		List<TransferEvent> events = this.client.post()
			.uri("/api/contacts/import")
			.contentType(MediaType.valueOf("text/csv"))
			.accept(MediaType.APPLICATION_NDJSON)
			.bodyValue(csv)
			.exchange()
			.returnResult(TransferEvent.class)
			.getResponseBody()
			.collectList()
			.block(Duration.ofSeconds(30));
		assertThat(events).last().isEqualTo(new Imported(true, 0, 30, 0, 0));
	}

	@Test
	void readsAPageWhenItIsWanted() {
		this.simulator.organization().records("Contacts").generate(200);
		StepVerifier.create(this.contacts.rows((progress) -> {
		}), 5).expectNextCount(5).thenCancel().verify();
		assertThat(this.simulator.requests().count("GET /Contacts")).isBetween(1, 2);
	}

	@Test
	void respondsToAFailureOfTheFirstCallAsToAnyOther() {
		this.simulator.faults().on("GET /Contacts").always(Fault.internalError());
		this.client.get()
			.uri("/api/contacts/export")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.BAD_GATEWAY)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void breaksOffWhereALaterCallFails() {
		Flux<TransferEvent> follower = follow("broken");
		this.simulator.faults().on((request) -> "2".equals(request.parameter("page"))).always(Fault.internalError());
		StepVerifier.create(export("broken")).thenConsumeWhile((part) -> true).expectError().verify();
		assertThat(events(follower)).last()
			.satisfies((event) -> assertThat(((Failed) event).detail()).contains("INTERNAL_ERROR"));
	}

	@Test
	void tellsItsFollowerHowFarItHasCome() {
		Flux<TransferEvent> follower = follow("followed");
		StepVerifier.create(export("followed")).thenConsumeWhile((part) -> true).verifyComplete();
		List<TransferEvent> events = events(follower);
		assertThat(events).first().isEqualTo(Progressed.NOTHING_YET);
		assertThat(events).last().isEqualTo(new Exported(true, 30));
	}

	@Test
	void exportsAlsoWhereNobodyFollows() {
		StepVerifier.create(export("nobody")).thenConsumeWhile((part) -> true).verifyComplete();
	}

	@Test
	void givesAnIdToOneFollower() {
		follow("taken");
		this.client.get()
			.uri("/api/contacts/export/taken/progress")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.CONFLICT)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void doesNotWaitForAnExportForEver() {
		StepVerifier.withVirtualTime(() -> new ExportFollowers().follow("alone"))
			.expectNext(Progressed.NOTHING_YET)
			.thenAwait(Duration.ofMinutes(1))
			.expectNext(new Failed("There was no export with this id"))
			.verifyComplete();
	}

	@Test
	void forgetsAFollowerThatHasGone() {
		ExportFollowers followers = new ExportFollowers();
		for (int i = 0; i < 2; i++) {
			StepVerifier.create(followers.follow("again")).expectNextCount(1).thenCancel().verify();
		}
	}

	// the response begins with the sign that the export can begin
	private Flux<TransferEvent> follow(String id) {
		return this.client.get()
			.uri("/api/contacts/export/{id}/progress", id)
			.accept(MediaType.APPLICATION_NDJSON)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(TransferEvent.class)
			.getResponseBody();
	}

	private Flux<String> export(String id) {
		return this.client.get()
			.uri("/api/contacts/export?id={id}", id)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(String.class)
			.getResponseBody();
	}

	private static List<TransferEvent> events(Flux<TransferEvent> follower) {
		return follower.collectList().block(Duration.ofSeconds(30));
	}

}
