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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;

import io.github.biginspring.sample.SampleApplicationTest;
import io.github.biginspring.sample.transfer.TransferEvent.Failed;
import io.github.biginspring.sample.transfer.TransferEvent.Imported;
import io.github.biginspring.sample.transfer.TransferEvent.Progressed;
import io.github.biginspring.sample.transfer.TransferEvent.Rejected;
import io.github.biginspring.sample.transfer.TransferEvent.Unknown;
import io.github.biginspring.sample.transfer.TransferEvent.Updated;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link ContactImportController}.
 */
@SampleApplicationTest
@TestPropertySource(properties = { "sample.transfer.batch-size=10", "sample.transfer.max-upload=64KB" })
class ContactImportControllerTests {

	private static final String UPSERT = "POST /Contacts/upsert";

	@Autowired
	private WebTestClient client;

	@Autowired
	private BiginSimulator simulator;

	@Autowired
	private MeterRegistry meters;

	@BeforeEach
	void reset() {
		this.simulator.reset();
	}

	@Test
	void saysWhatBecameOfEachLine() {
		List<TransferEvent> outcomes = outcomes(events(ImportRequests.CSV, """
				First_Name,Last_Name,Email
				Florence,Nightingale,florence@lamp.example
				Amy,Watson,Amelia.Watson@zylker-corp.example.com

				Nobody,,nobody@lamp.example
				Mary,Seacole,
				"Elizabeth
				Garrett",Anderson,elizabeth@lamp.example
				Edith,Cavell,no address
				"""));
		assertThat(outcomes).extracting(TransferEvent::getClass)
			.isEqualTo(List.of(Updated.class, Rejected.class, Rejected.class, Rejected.class, Imported.class));
		Updated updated = (Updated) outcomes.get(0);
		assertThat(updated.line()).isEqualTo(3);
		assertThat(this.simulator.organization().records("Contacts").find(updated.id())).containsEntry("First_Name",
				"Amy");
		assertThat((Rejected) outcomes.get(1)).returns(5L, Rejected::line)
			.returns("MANDATORY_NOT_FOUND", Rejected::code)
			.returns("Last_Name", Rejected::field);
		assertThat((Rejected) outcomes.get(2)).returns(6L, Rejected::line)
			.returns("Email", Rejected::field)
			.returns(null, Rejected::code);
		assertThat((Rejected) outcomes.get(3)).returns(9L, Rejected::line)
			.returns("INVALID_DATA", Rejected::code)
			.returns("Email", Rejected::field);
		assertThat(outcomes).last().isEqualTo(new Imported(true, 2, 1, 3, 0));
	}

	@Test
	void readsAQuotedHeaderAfterAByteOrderMark() {
		assertThat(outcomes(
				events(ImportRequests.CSV, "\uFEFF\"Last_Name\",\"Email\"\n\"Seacole\",\"mary@lamp.example\"\n")))
			.containsExactly(new Imported(true, 1, 0, 0, 0));
	}

	@Test
	void saysWhichLinesMayHaveBeenWritten() {
		int before = this.simulator.organization().records("Contacts").count();
		this.simulator.faults()
			.on((request) -> request.body().contains("nurse12@"))
			.next(Fault.internalError().afterTakingEffect());
		List<TransferEvent> outcomes = outcomes(events(ImportRequests.CSV, ImportRequests.nurses(25)));
		assertThat(outcomes).filteredOn(Unknown.class::isInstance)
			.extracting((event) -> ((Unknown) event).line())
			.containsExactlyElementsOf(LongStream.rangeClosed(12, 21).boxed().toList());
		assertThat(outcomes).hasSize(11).last().isEqualTo(new Imported(true, 15, 0, 0, 10));
		assertThat(this.simulator.requests().count(UPSERT)).isEqualTo(3);
		assertThat(this.simulator.organization().records("Contacts").count()).isEqualTo(before + 25);
	}

	@Test
	void tellsHowFarItHasCome() {
		List<TransferEvent> events = events(
				requests().post("?total=25", ImportRequests.CSV, ImportRequests.nurses(25)));
		assertThat(events).filteredOn(Progressed.class::isInstance)
			.last()
			.satisfies((event) -> assertThat((Progressed) event).returns(25L, Progressed::done)
				.returns(25L, Progressed::total)
				.returns(0.0, Progressed::remaining));
		assertThat(events).last().isInstanceOf(Imported.class);
	}

	@Test
	void tellsByServerSentEventsUnlessAskedOtherwise() {
		String body = this.client.post()
			.uri("/api/contacts/import")
			.contentType(ImportRequests.CSV)
			.bodyValue(ImportRequests.nurses(1))
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(body).contains("data:{\"event\":\"progress\",")
			.endsWith("data:{\"event\":\"imported\",\"complete\":true,\"created\":1,\"updated\":0,"
					+ "\"rejected\":0,\"unknown\":0}\n\n");
	}

	@Test
	void takesJson() {
		List<TransferEvent> outcomes = outcomes(events(MediaType.APPLICATION_NDJSON, """
				{"Last_Name":"Nightingale","Email":"florence@lamp.example","Email_Opt_Out":true}

				{"Email":"nobody@lamp.example"}
				"""));
		assertThat(outcomes).hasSize(2);
		assertThat((Rejected) outcomes.get(0)).returns(3L, Rejected::line).returns("Last_Name", Rejected::field);
		assertThat(outcomes).last().isEqualTo(new Imported(true, 1, 0, 1, 0));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			nurses.csv    | 'Last_Name,Email\nSeacole,mary@lamp.example'
			nurses.ndjson | '{"Last_Name":"Seacole","Email":"mary@lamp.example"}'
			nurses.jsonl  | '{"Last_Name":"Seacole","Email":"mary@lamp.example"}'
			""")
	void takesTheFileOfAForm(String name, String content) {
		assertThat(events(requests().upload(name, content))).last().isEqualTo(new Imported(true, 1, 0, 0, 0));
	}

	@Test
	void takesTheSampleThatItShips() throws Exception {
		String sample = new ClassPathResource("static/sample-contacts.csv").getContentAsString(StandardCharsets.UTF_8);
		List<TransferEvent> outcomes = outcomes(events(ImportRequests.CSV, sample));
		assertThat(outcomes).filteredOn(Rejected.class::isInstance)
			.extracting((event) -> ((Rejected) event).line())
			.containsExactly(42L, 120L, 200L);
		assertThat(outcomes).last().isEqualTo(new Imported(true, 295, 2, 3, 0));
	}

	@Test
	void rejectsALineWithAnotherNumberOfValuesAndGoesOn() {
		List<TransferEvent> outcomes = outcomes(
				events(ImportRequests.CSV, ImportRequests.nurses(11) + "Seacole\nNurse 14,nurse14@lamp.example\n"));
		assertThat(outcomes).containsExactly(
				new Rejected(13, "The line has 1 value, and the first line names 2 columns", null, null),
				new Imported(true, 12, 0, 1, 0));
	}

	@Test
	void writesWhatComesBeforeALineThatCannotBeRead() {
		byte[] start = ImportRequests.nurses(11).getBytes(StandardCharsets.UTF_8);
		byte[] content = Arrays.copyOf(start, start.length + 2);
		content[start.length] = 'N';
		content[start.length + 1] = (byte) 0xFF;
		List<TransferEvent> outcomes = outcomes(events(
				this.client.post().uri("/api/contacts/import").contentType(ImportRequests.CSV).bodyValue(content)));
		assertThat(outcomes).containsExactly(new Failed("Line 13: from here on it is not text in UTF-8"),
				new Imported(false, 11, 0, 0, 0));
	}

	@Test
	void saysWhyItGoesNoFurther() {
		this.simulator.faults().always(Fault.badApiKey());
		List<TransferEvent> outcomes = outcomes(events(ImportRequests.CSV, ImportRequests.nurses(25)));
		assertThat(outcomes).filteredOn(Failed.class::isInstance)
			.singleElement()
			.satisfies((event) -> assertThat(((Failed) event).detail()).contains("401")
				.doesNotContain(this.simulator.apiKey(), this.simulator.url()));
		assertThat(outcomes).last()
			.satisfies((event) -> assertThat((Imported) event).returns(false, Imported::complete)
				.returns(0L, Imported::created));
		assertThat(this.simulator.requests().count(UPSERT)).isEqualTo(1);
	}

	@Test
	void makesNoFurtherCallOnceTheClientHasGone() {
		this.simulator.faults().on(UPSERT).always(Fault.latency(Duration.ofMillis(100)));
		StepVerifier
			.create(accept(requests().post("", ImportRequests.CSV, ImportRequests.nurses(1000))).getResponseBody())
			.expectNextCount(1)
			.thenCancel()
			.verify();
		await().until(() -> this.meters.find("bigin.operation")
			.tags("bigin.operation", "upsert.stream", "outcome", "cancelled")
			.timer() != null);
		assertThat(this.simulator.requests().count(UPSERT)).isPositive().isLessThan(100);
	}

	@Test
	void stopsAtWhatIsTooLargeWhereItsSizeWasNotSaid() {
		Flux<String> body = Flux.concat(Flux.just(ImportRequests.nurses(100)),
				Flux.just("\n".repeat(1024)).repeat(100));
		List<TransferEvent> outcomes = outcomes(events(this.client.post()
			.uri("/api/contacts/import")
			.contentType(ImportRequests.CSV)
			.body(body, String.class)));
		assertThat(outcomes).first().isEqualTo(new Failed("An import has at most 65536 bytes"));
		// of the last line it cannot be told whether it was read to its end
		assertThat(outcomes).last()
			.satisfies((event) -> assertThat((Imported) event).returns(false, Imported::complete)
				.extracting(Imported::created)
				.isIn(99L, 100L));
	}

	private ImportRequests requests() {
		return new ImportRequests(this.client);
	}

	private List<TransferEvent> events(MediaType type, String content) {
		return events(requests().post("", type, content));
	}

	private List<TransferEvent> events(RequestHeadersSpec<?> request) {
		return accept(request).getResponseBody().collectList().block(Duration.ofSeconds(30));
	}

	private FluxExchangeResult<TransferEvent> accept(RequestHeadersSpec<?> request) {
		return request.accept(MediaType.APPLICATION_NDJSON)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(TransferEvent.class);
	}

	private static List<TransferEvent> outcomes(List<TransferEvent> events) {
		return events.stream().filter((event) -> !(event instanceof Progressed)).toList();
	}

}
