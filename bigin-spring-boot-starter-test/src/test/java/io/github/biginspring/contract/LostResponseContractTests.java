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

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginServerException;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.write.WriteResult.Unknown;
import io.github.biginspring.write.WriteResult.Written;
import io.github.biginspring.write.WriteResults;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class LostResponseContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	static Stream<Named<Fault>> failures() {
		return Stream.of(Named.of("500", Fault.internalError()), Named.of("502", Fault.status(502)),
				Named.of("503 as HTML", Fault.status(503).body("text/html", "<h1>Unavailable</h1>")),
				Named.of("reset", Fault.connectionReset()), Named.of("closed", Fault.emptyResponse()));
	}

	/**
	 * Each failure before the write has happened, and after.
	 */
	static Stream<Arguments> writes() {
		return Stream.concat(
				failures().flatMap((fault) -> Stream.of(Arguments.of(fault, 0),
						Arguments.of(Named.of(fault.getName() + ", written", fault.getPayload().afterTakingEffect()),
								1))),
				Stream.of(Arguments.of(Named.of("cut off, written", Fault.truncatedResponse()), 1)));
	}

	static Stream<Fault> lostResponses() {
		return writes().filter((arguments) -> arguments.get()[1].equals(1))
			.map((arguments) -> ((Named<?>) arguments.get()[0]).getPayload())
			.map(Fault.class::cast);
	}

	/**
	 * Leave a used connection in the pool, because another one of its kind is taken for
	 * stale by some HTTP clients, which then send again what they have sent already.
	 */
	private void warmUp(BiginTemplate template) {
		await(template.metadata().modules());
		fixture.simulator().requests().clear();
	}

	@ParameterizedTest
	@MethodSource("failures")
	void repeatsReads(Fault fault) {
		String id = fixture.records("Contacts").add(Map.of("Last_Name", "Watson"));
		fixture.simulator().faults().next(2, fault);
		assertThat(await(this.bigin.findById("Contacts", id)).getText("Last_Name")).isEqualTo("Watson");
		assertThat(fixture.simulator().requests().count()).isEqualTo(3);
		fixture.simulator().faults().next(fault);
		assertThat(await(this.bigin.query("Contacts").matchingWord("watson").all())).hasSize(1);
		assertThat(fixture.simulator().requests().count()).isEqualTo(5);
	}

	@ParameterizedTest
	@MethodSource("failures")
	void givesUpOnReadsAfterFiveAttempts(Fault fault) {
		fixture.simulator().faults().always(fault);
		BiginException failure = catchThrowableOfType(BiginException.class,
				() -> await(this.bigin.findById("Contacts", "1")));
		assertThat(failure.isOutcomeUnknown()).isTrue();
		assertThat(fixture.simulator().requests().count()).isEqualTo(5);
	}

	@ParameterizedTest
	@MethodSource("writes")
	void neverRepeatsACreate(Fault fault, int created) {
		neverRepeatsACreate(this.bigin, fault, created);
	}

	@ParameterizedTest
	@MethodSource("writes")
	void neverRepeatsACreateWithoutSpringBoot(Fault fault, int created) {
		neverRepeatsACreate(BiginTemplate.builder(ApiKey.of(fixture.simulator().apiKey()))
			.endpoint(MatonEndpoint.of(URI.create(fixture.simulator().url())))
			.build(), fault, created);
	}

	private void neverRepeatsACreate(BiginTemplate template, Fault fault, int created) {
		warmUp(template);
		fixture.simulator().faults().on("POST /Contacts").always(fault);
		BiginException failure = catchThrowableOfType(BiginException.class,
				() -> await(template.create("Contacts", new BiginRecord().set("Last_Name", "Watson"))));
		assertThat(failure).isNotNull();
		assertThat(failure.isOutcomeUnknown()).isTrue();
		assertThat(fixture.simulator().requests().count("POST /Contacts")).isEqualTo(1);
		assertThat(fixture.records("Contacts").count()).isEqualTo(created);
	}

	@ParameterizedTest
	@MethodSource("lostResponses")
	void neverMakesAConnectionTwice(Fault fault) {
		warmUp(this.bigin);
		fixture.simulator().faults().next(fault);
		assertThat(catchThrowableOfType(BiginException.class, () -> await(this.bigin.connections().create())))
			.isNotNull();
		assertThat(fixture.simulator().requests().count("POST /connections")).isEqualTo(1);
		assertThat(fixture.simulator().account().connections()).hasSize(2);
	}

	@ParameterizedTest
	@MethodSource("writes")
	void repeatsAnUpdate(Fault fault, int updated) {
		String id = fixture.records("Contacts").add(Map.of("Last_Name", "Watson"));
		fixture.simulator().faults().next(fault);
		Written<BiginRecord> written = await(
				this.bigin.update("Contacts", BiginRecord.withId(id).set("Title", "Doctor")));
		assertThat(written.id()).isEqualTo(id);
		assertThat(fixture.simulator().requests().count("PUT /Contacts/*")).isEqualTo(2);
		assertThat(fixture.records("Contacts").find(id)).containsEntry("Title", "Doctor");
	}

	@ParameterizedTest
	@MethodSource("writes")
	void aDeleteWhoseResponseWasLostEndsAsWritten(Fault fault, int deleted) {
		String id = fixture.records("Contacts").add(Map.of("Last_Name", "Watson"));
		fixture.simulator().faults().next(fault);
		assertThat(await(this.bigin.delete("Contacts", id)).id()).isEqualTo(id);
		assertThat(fixture.simulator().requests().count("DELETE /Contacts/*")).isEqualTo(2);
		assertThat(fixture.records("Contacts").count()).isZero();
	}

	@Test
	void aDeleteOfManyWhoseResponseWasLostEndsAsWritten() {
		String first = fixture.records("Contacts").add(Map.of("Last_Name", "First"));
		String second = fixture.records("Contacts").add(Map.of("Last_Name", "Second"));
		fixture.simulator().faults().next(Fault.connectionReset().afterTakingEffect());
		WriteResults<String> results = await(this.bigin.deleteAll("Contacts", List.of(first, second)));
		assertThat(results.isComplete()).isTrue();
		assertThat(fixture.simulator().requests().count("DELETE /Contacts")).isEqualTo(2);
	}

	/**
	 * How Bigin refuses an id that it does not know is reported without its body, so that
	 * the refusal can also be one of the whole request.
	 */
	@ParameterizedTest
	@ValueSource(strings = {
			"{\"code\":\"INVALID_DATA\",\"details\":{\"resource_path_index\":1},\"message\":\"the id given seems to be invalid\",\"status\":\"error\"}",
			"{\"data\":[{\"code\":\"INVALID_DATA\",\"details\":{\"id\":\"1\"},\"message\":\"the id given seems to be invalid\",\"status\":\"error\"}]}" })
	void aDeleteWhoseResponseWasLostEndsAsWrittenHoweverTheSecondIsRefused(String body) {
		fixture.simulator().faults().next(Fault.status(502));
		fixture.simulator().faults().next(Fault.status(400).body("application/json", body));
		assertThat(await(this.bigin.delete("Contacts", "1")).id()).isEqualTo("1");
		assertThat(fixture.simulator().requests().count()).isEqualTo(2);
		fixture.simulator().faults().next(Fault.status(400).body("application/json", body));
		assertThat(catchThrowableOfType(BiginException.class, () -> await(this.bigin.delete("Contacts", "1"))))
			.isNotNull();
	}

	@Test
	void aDeleteThatIsRefusedForAnotherReasonIsNotTakenForWritten() {
		fixture.simulator().faults().next(Fault.status(502));
		fixture.simulator()
			.faults()
			.next(Fault.status(400)
				.body("application/json", "{\"data\":[{\"code\":\"CANNOT_DELETE\",\"details\":{\"id\":\"1\"},"
						+ "\"message\":\"cannot delete\",\"status\":\"error\"}]}"));
		assertThatExceptionOfType(BiginException.class).isThrownBy(() -> await(this.bigin.delete("Contacts", "1")))
			.satisfies((ex) -> assertThat(ex.getCode()).isEqualTo("CANNOT_DELETE"));
	}

	@ParameterizedTest
	@MethodSource("lostResponses")
	void aConnectionWhoseDeletionGotNoResponseIsGone(Fault fault) {
		String id = fixture.simulator().account().connections().get(0).id();
		fixture.simulator().faults().next(fault);
		await(this.bigin.connections().delete(id));
		assertThat(fixture.simulator().requests().count("DELETE /connections/*")).isEqualTo(2);
		assertThat(fixture.simulator().account().connections()).isEmpty();
	}

	@Test
	void createsInOneCallAreNotRepeatedEither() {
		fixture.simulator().faults().next(Fault.internalError().afterTakingEffect());
		assertThatExceptionOfType(BiginServerException.class).isThrownBy(() -> await(this.bigin.createAll("Contacts",
				List.of(new BiginRecord().set("Last_Name", "A"), new BiginRecord().set("Last_Name", "B")))));
		assertThat(fixture.simulator().requests().count()).isEqualTo(1);
		assertThat(fixture.records("Contacts").count()).isEqualTo(2);
	}

	@Test
	void aRecordThatTheServiceFailedOnIsUnknownAndNotRepeated() {
		fixture.simulator()
			.faults()
			.next(Fault.status(207)
				.body("application/json", "{\"data\":[{\"code\":\"INTERNAL_ERROR\",\"details\":{},"
						+ "\"message\":\"internal error\",\"status\":\"error\"}]}"));
		WriteResults<BiginRecord> results = await(
				this.bigin.createAll("Contacts", List.of(new BiginRecord().set("Last_Name", "A"))));
		assertThat(results.unknown()).extracting(Unknown::error)
			.singleElement()
			.isInstanceOf(BiginServerException.class);
		assertThat(fixture.simulator().requests().count()).isEqualTo(1);
	}

	@Test
	void aRedirectIsNotFollowedAndNotRepeated() {
		fixture.simulator().faults().next(Fault.redirectTo(URI.create(fixture.simulator().url() + "/elsewhere")));
		assertThatExceptionOfType(BiginException.class).isThrownBy(() -> await(this.bigin.findById("Contacts", "1")))
			.satisfies((ex) -> assertThat(ex.getStatus()).isEqualTo(302));
		assertThat(fixture.simulator().requests().count()).isEqualTo(1);
	}

}
