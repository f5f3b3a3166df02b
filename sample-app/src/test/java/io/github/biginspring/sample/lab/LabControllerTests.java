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

package io.github.biginspring.sample.lab;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.github.biginspring.sample.SampleApplicationTest;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LabController} and what it runs.
 */
@SampleApplicationTest
class LabControllerTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private LabRuns runs;

	@Autowired
	private StarterWriter starter;

	@Autowired
	private PlainWriter plain;

	@Autowired
	private LabContacts contacts;

	@Autowired
	private BiginSimulator simulator;

	@BeforeEach
	@AfterEach
	void reset() {
		this.simulator.reset();
	}

	@Test
	void countsOnTheSimulatorWhatTheStarterHasWritten() {
		RunProgress end = run(this.starter, 25);
		assertThat(end.written()).isEqualTo(25);
		assertThat(end.found()).isEqualTo(new RunProgress.Found(25, 0, 0, 0));
		assertThat(this.simulator.requests().count("POST /Contacts")).isEqualTo(3);
	}

	@Test
	void countsWhatIsLostWithoutTheStarter() {
		this.simulator.faults().on("POST /Contacts").next(4, Fault.rateLimited());
		RunProgress end = run(this.plain, 10);
		assertThat(end.refused()).isEqualTo(4);
		assertThat(end.failed()).isEqualTo(10);
		assertThat(end.found()).isEqualTo(new RunProgress.Found(0, 10, 0, 0));
	}

	@ParameterizedTest
	@CsvSource({ "starter, 10, 0, 0, 10, 10", "plain, 20, 0, 10, 0, 0" })
	void countsWhatIsDoubledWhereTheAnswerIsLost(String writer, int contacts, int lost, int doubled, int unknown,
			int unknownStored) {
		this.simulator.faults().on("POST /Contacts").next(Fault.connectionReset().afterTakingEffect());
		RunProgress end = run(writer.equals("starter") ? this.starter : this.plain, 10);
		assertThat(end.unknown()).isEqualTo(unknown);
		assertThat(end.written()).isEqualTo(10 - unknown);
		assertThat(end.found()).isEqualTo(new RunProgress.Found(contacts, lost, doubled, unknownStored));
	}

	@Test
	void tellsWhatIsUnknownAndNotThere() {
		this.simulator.faults().on("POST /Contacts").next(Fault.connectionReset());
		RunProgress end = run(this.starter, 10);
		assertThat(end.unknown()).isEqualTo(10);
		assertThat(end.found()).isEqualTo(new RunProgress.Found(0, 0, 0, 0));
	}

	@Test
	void losesNothingThatTheStarterReportsAsRejectedOrNotSent() {
		this.simulator.faults().on("POST /Contacts").always(Fault.badApiKey());
		RunProgress end = run(this.starter, 1000);
		assertThat(end.rejected()).isPositive();
		assertThat(end.unsent()).isEqualTo(1000 - end.rejected());
		assertThat(end.found()).isEqualTo(new RunProgress.Found(0, 0, 0, 0));
	}

	@Test
	void losesNothingWhereTheConnectionExpires() {
		breakSomething("expired", HttpStatus.NO_CONTENT);
		RunProgress end = run(this.starter, 30);
		// Maton answers 500 as long as nobody has looked at the connection
		assertThat(end.rejected() + end.unknown() + end.unsent()).isEqualTo(30);
		assertThat(end.found()).isEqualTo(new RunProgress.Found(0, 0, 0, 0));
	}

	@Test
	void countsTheContactsOfOneRunOnly() {
		List<String> marks = List.of("a", "a", "b");
		for (String mark : marks) {
			this.simulator.organization()
				.records("Contacts")
				.add(Map.of("Last_Name", "Contact 0001", "Description", "Written by the limits lab, run " + mark));
		}
		assertThat(this.contacts.count("a", 1, new RunTally(1))).isEqualTo(new RunProgress.Found(2, 0, 1, 0));
		assertThat(this.contacts.count("b", 2, new RunTally(2))).isEqualTo(new RunProgress.Found(1, 1, 0, 0));
	}

	@Test
	void tidiesUpItsOwnContactsOnly() {
		run(this.starter, 12);
		this.client.delete()
			.uri("/api/lab/contacts")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.deleted")
			.isEqualTo(12);
		assertThat(this.simulator.organization().records("Contacts").count()).isEqualTo(30);
	}

	@ParameterizedTest
	@CsvSource({ "rate-limit, 503", "server-errors, 502", "lost-answers, 200", "expired, 502" })
	void breaksAndRepairs(String fault, int status) {
		breakSomething(fault, HttpStatus.NO_CONTENT);
		this.client.get().uri("/api/contacts?perPage=1").exchange().expectStatus().isEqualTo(status);
		breakSomething("repair", HttpStatus.NO_CONTENT);
		this.client.get().uri("/api/contacts?perPage=1").exchange().expectStatus().isOk();
	}

	@Test
	void losesTheAnswersOfWritesThatWereCarriedOut() {
		breakSomething("lost-answers", HttpStatus.NO_CONTENT);
		this.client.post()
			.uri("/api/contacts")
			.header("Content-Type", "application/json")
			.bodyValue("{\"Last_Name\":\"Nightingale\"}")
			.exchange()
			.expectStatus()
			.isEqualTo(HttpStatus.GATEWAY_TIMEOUT)
			.expectBody()
			.jsonPath("$.outcomeUnknown")
			.isEqualTo(true);
		assertThat(this.simulator.organization().records("Contacts").count()).isEqualTo(31);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void keepsTheRateLimitOfTheSample(boolean repaired) {
		String limit = this.simulator.faults().rateLimit();
		if (repaired) {
			this.simulator.faults().clear();
			breakSomething("repair", HttpStatus.NO_CONTENT);
		}
		assertThat(limit).isEqualTo("10 in PT1S");
		assertThat(this.simulator.faults().rateLimit()).isEqualTo(limit);
	}

	@Test
	void refusesWhatItDoesNotKnow() {
		breakSomething("everything", HttpStatus.NOT_FOUND);
		this.client.post().uri("/api/lab/runs/magic").exchange().expectStatus().isNotFound();
	}

	private void breakSomething(String fault, HttpStatus status) {
		this.client.post().uri("/api/lab/faults/{fault}", fault).exchange().expectStatus().isEqualTo(status);
	}

	private RunProgress run(ContactWriter writer, int count) {
		RunProgress end = this.runs.run(writer, count).blockLast(Duration.ofSeconds(30));
		assertThat(end).isNotNull();
		return end;
	}

}
