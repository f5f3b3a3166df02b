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

package io.github.biginspring;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import org.springframework.retry.backoff.NoBackOffPolicy;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginAuthenticationException;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.model.BiginRecord;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing lost, nothing doubled, where the service did what it was asked for and the
 * response got lost.
 */
class LostResponseTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final LocalServer server = new LocalServer();

	private final BiginOperations bigin = BiginTemplate.builder(ApiKey.of("key"))
		.endpoint(MatonEndpoint.of(this.server.url()))
		.backOffPolicy(new NoBackOffPolicy())
		.build();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void aCreateIsNotMadeAgain() {
		this.server.resetsTheConnection();
		StepVerifier.create(this.bigin.create("Contacts", new BiginRecord().set("Last_Name", "Ada")))
			.expectErrorSatisfies((ex) -> assertThat(((BiginException) ex).isOutcomeUnknown()).isTrue())
			.verify(LONG);
		assertThat(this.server.received()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "404 | {\"code\":\"RESOURCE_NOT_FOUND\"}", "404 | <html>", "400 | {\"code\":\"INVALID_DATA\"}",
					"400 | {\"data\":[{\"code\":\"INVALID_DATA\",\"details\":{\"id\":\"5\"},\"status\":\"error\"}]}" })
	void aRecordThatIsGoneWhenItsDeleteIsRepeatedIsDeleted(int status, String body) {
		this.server.closesTheConnection().respondsWith(status, body);
		StepVerifier.create(this.bigin.delete("Contacts", "5"))
			.assertNext((written) -> assertThat(written.id()).isEqualTo("5"))
			.expectComplete()
			.verify(LONG);
		assertThat(this.server.received()).hasSize(2);
	}

	@Test
	void anUpdateThatIsRefusedWhenItIsRepeatedMayHaveBeenCarriedOut() {
		this.server.closesTheConnection().respondsWith(401, "{\"code\":\"INVALID_TOKEN\"}");
		StepVerifier.create(this.bigin.update("Contacts", BiginRecord.withId("5").set("Title", "Dr")))
			.expectErrorSatisfies((ex) -> {
				assertThat(((BiginException) ex).isOutcomeUnknown()).isTrue();
				assertThat(ex.getSuppressed()).hasOnlyElementsOfType(BiginAuthenticationException.class);
			})
			.verify(LONG);
		assertThat(this.server.received()).hasSize(2);
	}

	@Test
	void manyRecordsThatAreGoneWhenTheirDeleteIsRepeatedMayHaveBeenDeletedByIt() {
		this.server.closesTheConnection().respondsWith(400, "{\"code\":\"INVALID_DATA\"}");
		StepVerifier.create(this.bigin.deleteAll("Contacts", List.of("5", "6")))
			.expectErrorSatisfies((ex) -> assertThat(((BiginException) ex).isOutcomeUnknown()).isTrue())
			.verify(LONG);
	}

	@Test
	void aRecordThatCannotBeDeletedWhenItsDeleteIsRepeatedIsToldToBeThere() {
		this.server.closesTheConnection()
			.respondsWith(400, "{\"data\":[{\"code\":\"CANNOT_DELETE\",\"details\":{},\"status\":\"error\"}]}");
		StepVerifier.create(this.bigin.delete("Contacts", "5"))
			.expectErrorSatisfies((ex) -> assertThat(((BiginException) ex).getCode()).isEqualTo("CANNOT_DELETE"))
			.verify(LONG);
	}

	@Test
	void aConnectionThatIsGoneWhenItsDeleteIsRepeatedIsDeleted() {
		this.server.respondsWith(502, "").respondsWith(404, "{\"error\":\"no such connection\"}");
		StepVerifier.create(this.bigin.connections().delete("a")).expectComplete().verify(LONG);
		assertThat(this.server.received()).hasSize(2);
	}

	@Test
	void aConnectionThatIsGoneAfterAnAttemptThatDidNothingIsNotFound() {
		this.server.respondsWith(429, "").respondsWith(404, "{\"error\":\"no such connection\"}");
		StepVerifier.create(this.bigin.connections().delete("a"))
			.expectError(BiginNotFoundException.class)
			.verify(LONG);
	}

	@Test
	void aReadIsMadeAgain() {
		this.server.resetsTheConnection().respondsWith(200, "{\"data\":[{\"id\":\"1\"}]}");
		StepVerifier.create(this.bigin.findById("Contacts", "1")).expectNextCount(1).expectComplete().verify(LONG);
		assertThat(this.server.received()).hasSize(2);
	}

}
