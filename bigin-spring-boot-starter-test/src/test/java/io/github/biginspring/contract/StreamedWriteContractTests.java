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

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.error.BiginAuthenticationException;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.write.WriteResult;
import io.github.biginspring.write.WriteResult.Rejected;
import io.github.biginspring.write.WriteResult.Unknown;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StreamedWriteContractTests {

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	private static Flux<BiginRecord> contacts(int count) {
		return Flux.range(0, count).map((i) -> new BiginRecord().set("Last_Name", "No " + i));
	}

	@Test
	void writesAHundredRecordsWithACallAndGivesResultsInTheirOrder() {
		List<WriteResult<BiginRecord>> results = await(this.bigin.batch("Contacts").create(contacts(1_050)));
		assertThat(results).hasSize(1_050).allMatch(WriteResult::isWritten);
		assertThat(results).extracting((result) -> result.input().getText("Last_Name"))
			.isEqualTo(contacts(1_050).map((contact) -> contact.getText("Last_Name")).collectList().block());
		assertThat(fixture.simulator().requests().count("POST /Contacts")).isEqualTo(11);
		assertThat(fixture.records("Contacts").count()).isEqualTo(1_050);
	}

	@Test
	void tellsOfExactlyTheRecordsWhoseOutcomeIsUnknownAndGoesOn() {
		fixture.simulator()
			.faults()
			.on((request) -> request.body().contains("\"No 250\""))
			.next(1, Fault.emptyResponse().afterTakingEffect());
		List<WriteResult<BiginRecord>> results = await(this.bigin.batch("Contacts").create(contacts(500)));
		assertThat(results).hasSize(500);
		assertThat(results).filteredOn(Unknown.class::isInstance)
			.extracting((result) -> result.input().getText("Last_Name"))
			.isEqualTo(contacts(300).skip(200).map((contact) -> contact.getText("Last_Name")).collectList().block());
		assertThat(results).filteredOn(WriteResult::isWritten).hasSize(400);
		assertThat(fixture.records("Contacts").count()).isEqualTo(500);
	}

	@Test
	void aRefusedRecordKeepsNoOtherFromBeingWritten() {
		List<WriteResult<BiginRecord>> results = await(this.bigin.batch("Contacts")
			.create(contacts(300).map((contact) -> contact.getText("Last_Name").endsWith("7")
					? new BiginRecord().set("First_Name", "Nameless") : contact)));
		assertThat(results).filteredOn(Rejected.class::isInstance).hasSize(30);
		assertThat(results).filteredOn(WriteResult::isWritten).hasSize(270);
		assertThat(fixture.records("Contacts").count()).isEqualTo(270);
	}

	@Test
	void updatesAndDeletesAnyNumber() {
		fixture.records("Contacts").generate(250, (number) -> Map.of("Last_Name", "No " + number));
		Flux<String> ids = this.bigin.query("Contacts").fields("id").all().map(BiginRecord::getId).cache();
		List<WriteResult<BiginRecord>> updated = await(this.bigin.batch("Contacts")
			.update(ids.map((id) -> BiginRecord.withId(id).set("Mailing_City", "London"))));
		assertThat(updated).hasSize(250).allMatch(WriteResult::isWritten);
		assertThat(fixture.records("Contacts").all())
			.allMatch((contact) -> "London".equals(contact.get("Mailing_City")));
		List<WriteResult<String>> deleted = await(this.bigin.batch("Contacts").delete(ids));
		assertThat(deleted).hasSize(250).allMatch(WriteResult::isWritten);
		assertThat(fixture.records("Contacts").count()).isZero();
	}

	@Test
	void doesNotHoldATrickle() {
		Flux<BiginRecord> trickle = contacts(2).concatWith(Flux.never());
		List<WriteResult<BiginRecord>> results = await(
				this.bigin.batch("Contacts").window(Duration.ofMillis(50)).create(trickle).take(2));
		assertThat(results).hasSize(2).allMatch(WriteResult::isWritten);
	}

	@Test
	void makesNoCallForNothing() {
		assertThat(await(this.bigin.batch("Contacts").create(Flux.empty()))).isEmpty();
		assertThat(await(this.bigin.batch("Contacts").delete(Flux.empty()))).isEmpty();
		assertThat(fixture.simulator().requests().count()).isZero();
	}

	@Test
	void endsWhereEveryFurtherCallWouldBeRefused() {
		fixture.simulator().faults().on("POST /Contacts").next(100, Fault.badApiKey());
		assertThatExceptionOfType(BiginAuthenticationException.class)
			.isThrownBy(() -> await(this.bigin.batch("Contacts").create(contacts(10_000))));
		assertThat(fixture.simulator().requests().count("POST /Contacts")).isLessThan(20);
		assertThat(fixture.records("Contacts").count()).isZero();
	}

	@Test
	void anErrorOfTheSourceComesAfterWhatWasSentHasBeenTold() {
		Flux<BiginRecord> broken = contacts(150).concatWith(Flux.error(new IllegalStateException("no more")));
		StepVerifier.create(this.bigin.batch("Contacts").create(broken).map(WriteResult::isWritten))
			.expectNextSequence(Collections.nCopies(150, true))
			.verifyErrorMessage("no more");
		assertThat(fixture.records("Contacts").count()).isEqualTo(150);
	}

	@Test
	void aCallThatIsRefusedAsAWholeKeepsNoOtherFromBeingMade() {
		fixture.simulator().faults().on((request) -> request.body().contains("\"No 150\"")).next(1, Fault.status(413));
		List<WriteResult<BiginRecord>> results = await(this.bigin.batch("Contacts").create(contacts(300)));
		assertThat(results).filteredOn(Rejected.class::isInstance)
			.extracting((result) -> result.input().getText("Last_Name"))
			.isEqualTo(contacts(200).skip(100).map((contact) -> contact.getText("Last_Name")).collectList().block());
		assertThat(fixture.records("Contacts").count()).isEqualTo(200);
	}

}
