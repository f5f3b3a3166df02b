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

package io.github.biginspring.sample.pipeline;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import io.github.biginspring.sample.SampleApplicationTest;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.simulator.organization.Records;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PipelineController} and {@link ColleagueController}.
 */
@SampleApplicationTest
class PipelineControllerTests {

	@Autowired
	private WebTestClient client;

	@Autowired
	private BiginSimulator simulator;

	@BeforeEach
	void reset() {
		this.simulator.reset();
	}

	@Test
	void listsPipelinesWithTheirStagesAndTheCurrency() {
		Board board = board();
		assertThat(board.currency()).isEqualTo("USD");
		assertThat(board.pipelines()).extracting(Board.Pipeline::name).containsExactly("Sales Pipeline", "Onboarding");
		assertThat(board.pipelines().get(1).subPipelines().get(0).stages()).startsWith("Kick-off", "Configuration");
	}

	@Test
	void doesWithoutTheCurrencyWhereItMayNotBeRead() {
		this.simulator.faults().on("GET /org").always(Fault.scopeMismatch());
		assertThat(board().currency()).isNull();
		assertThat(board().pipelines()).hasSize(2);
	}

	@Test
	void listsTheDealsOfOnePipeline() {
		this.client.get()
			.uri("/api/pipelines/{id}/deals", board().pipelines().get(0).id())
			.exchange()
			.expectStatus()
			.isOk()
			.expectBodyList(DealCard.class)
			.hasSize(15)
			.value((deals) -> assertThat(deals.get(14).company()).isEqualTo("Zylker Corp"));
		this.client.get()
			.uri("/api/pipelines/{id}/deals", board().pipelines().get(1).id())
			.exchange()
			.expectStatus()
			.isOk()
			.expectBodyList(DealCard.class)
			.hasSize(0);
	}

	@Test
	void createsADeal() {
		DealCard created = create(
				"""
						{"name":"Lamps","subPipeline":"Renewals","stage":"Qualification","amount":10.5,"closingDate":"2027-01-31"}""")
			.expectStatus()
			.isCreated()
			.expectBody(DealCard.class)
			.returnResult()
			.getResponseBody();
		assertThat(created).isNotNull();
		assertThat(deals().find(String.valueOf(created.id()))).containsEntry("Deal_Name", "Lamps")
			.containsEntry("Sub_Pipeline", "Renewals");
		assertThat(created.stage()).isEqualTo("Qualification");
	}

	@Test
	void tellsWhatANewDealLacks() {
		create("{\"subPipeline\":\"Renewals\",\"stage\":\"Qualification\"}").expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
			.expectBody()
			.jsonPath("$.field")
			.isEqualTo("Deal_Name")
			.jsonPath("$.advice")
			.isEqualTo("Fill in “Deal Name”.");
	}

	@Test
	void movesADealAndChangesNothingElse() {
		Map<String, ?> before = deals().all().get(0);
		String id = String.valueOf(before.get("id"));
		move("/api/pipelines/deals/" + id, "{\"stage\":\"Closed Lost\"}").expectStatus().isNoContent();
		assertThat(deals().find(id)).containsEntry("Stage", "Closed Lost")
			.containsEntry("Deal_Name", before.get("Deal_Name"))
			.containsEntry("Amount", before.get("Amount"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"stage":"Training"} | 422 | In this sub-pipeline deals cannot have that stage: choose another one.
			{"stage":"Nowhere"}  | 422 | Bigin does not take this value for “Stage”: choose another one.
			""")
	void tellsWhyBiginRefusesAMove(String body, int status, String advice) {
		Map<String, ?> before = deals().all().get(0);
		move("/api/pipelines/deals/" + before.get("id"), body).expectStatus()
			.isEqualTo(status)
			.expectBody()
			.jsonPath("$.title")
			.isEqualTo("Bigin refused the request")
			.jsonPath("$.advice")
			.isEqualTo(advice);
		assertThat(deals().all().get(0)).containsEntry("Stage", before.get("Stage"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{}             | Say the stage that the deal is to have
			{"stage":" "}  | Say the stage that the deal is to have
			[]             | The body has to be one JSON object, with values of the right types
			""")
	void refusesAMoveToNowhere(String body, String detail) {
		for (String path : new String[] { "/api/pipelines/deals/", "/api/simulator/deals/" }) {
			move(path + deals().all().get(0).get("id"), body).expectStatus()
				.isBadRequest()
				.expectBody()
				.jsonPath("$.detail")
				.isEqualTo(detail);
		}
	}

	@Test
	void tellsWhatSomebodyElseChanges() {
		String id = String.valueOf(deals().all().get(0).get("id"));
		move("/api/simulator/deals/" + id, "{\"stage\":\"Closed Lost\"}").expectStatus().isNoContent();
		DealChange change = this.client.get()
			.uri("/api/pipelines/changes")
			.accept(MediaType.TEXT_EVENT_STREAM)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(DealChange.class)
			.getResponseBody()
			.filter((news) -> id.equals(news.id()))
			.blockFirst(Duration.ofSeconds(20));
		assertThat(change).isNotNull();
		assertThat(change.event()).isEqualTo("saved");
		assertThat(change.deal()).isNotNull().extracting(DealCard::stage).isEqualTo("Closed Lost");
	}

	@Test
	void refusesWhatSomebodyElseMayNotDo() {
		move("/api/simulator/deals/" + deals().all().get(0).get("id"), "{\"stage\":\"Nowhere\"}").expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
		move("/api/simulator/deals/1", "{\"stage\":\"Closed Lost\"}").expectStatus()
			.isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private Board board() {
		Board board = this.client.get()
			.uri("/api/pipelines")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(Board.class)
			.returnResult()
			.getResponseBody();
		assertThat(board).isNotNull();
		return board;
	}

	private Records deals() {
		return this.simulator.organization().records("Pipelines");
	}

	private ResponseSpec create(String json) {
		return this.client.post()
			.uri("/api/pipelines/{id}/deals", board().pipelines().get(0).id())
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(json)
			.exchange();
	}

	private ResponseSpec move(String deal, String json) {
		return this.client.put()
			.uri(deal + "/stage")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(json)
			.exchange();
	}

}
