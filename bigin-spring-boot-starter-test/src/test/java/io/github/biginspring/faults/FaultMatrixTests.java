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

package io.github.biginspring.faults;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginTimeoutException;
import io.github.biginspring.error.BiginTransportException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.faults.ScriptedServer.Reaction;

import static io.github.biginspring.faults.FaultClient.MAX_ATTEMPTS;
import static io.github.biginspring.faults.FaultClient.PATIENCE;
import static io.github.biginspring.faults.FaultClient.failure;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every fault against every kind of operation: how often the request is sent, and what
 * the caller is told. Nothing may be created twice, and nothing that may have been
 * carried out may be told as if it had not been.
 */
class FaultMatrixTests {

	@RegisterExtension
	static final FaultClient client = new FaultClient();

	private final ScriptedServer server = new ScriptedServer();

	@AfterEach
	void closeServer() throws IOException {
		this.server.close();
	}

	static Stream<Arguments> cells() {
		return Arrays.stream(ServerFault.values())
			.flatMap((fault) -> Arrays.stream(OperationKind.values()).map((kind) -> Arguments.of(fault, kind)));
	}

	/**
	 * Without the one that takes its time.
	 */
	static Stream<Arguments> quickCells() {
		return cells().filter((cell) -> cell.get()[0] != ServerFault.NO_RESPONSE);
	}

	@ParameterizedTest
	@MethodSource("quickCells")
	void aSingleFaultIsMadeGoodOrTold(ServerFault fault, OperationKind operation) throws InterruptedException {
		this.server.then(fault.reaction()).then(Reaction.json(200, operation.response()));
		BiginTemplate bigin = client.template(this.server.url());
		if (fault.isRepeated(operation)) {
			assertThat(operation.call(bigin).block(PATIENCE)).isEqualTo(operation.result());
			assertThat(this.server.received(2)).isEqualTo(2);
		}
		else {
			assertFailure(bigin, fault, operation, 1);
		}
	}

	@ParameterizedTest
	@MethodSource("cells")
	void aLastingFaultIsTold(ServerFault fault, OperationKind operation) throws InterruptedException {
		this.server.then(fault.reaction());
		BiginTemplate bigin = client.template(this.server.url(),
				(fault == ServerFault.NO_RESPONSE) ? Duration.ofMillis(100) : PATIENCE);
		assertFailure(bigin, fault, operation, fault.requests(operation));
	}

	private void assertFailure(BiginTemplate bigin, ServerFault fault, OperationKind operation, int requests)
			throws InterruptedException {
		BiginException failure = failure(bigin, operation);
		assertThat(failure).isExactlyInstanceOf(fault.failure());
		assertThat(failure.isOutcomeUnknown()).isEqualTo(fault.isOutcomeUnknown());
		assertThat(this.server.received(requests)).isEqualTo(requests);
	}

	/**
	 * All at once, because each of them takes the whole time that is allowed for a
	 * response.
	 */
	@Test
	void aSingleSilenceIsMadeGoodOrTold() throws Exception {
		Map<OperationKind, ScriptedServer> servers = new EnumMap<>(OperationKind.class);
		Map<OperationKind, CompletableFuture<List<String>>> calls = new EnumMap<>(OperationKind.class);
		for (OperationKind operation : OperationKind.values()) {
			ScriptedServer silent = new ScriptedServer().then(ServerFault.NO_RESPONSE.reaction())
				.then(Reaction.json(200, operation.response()));
			servers.put(operation, silent);
			calls.put(operation, operation.call(client.template(silent.url(), Duration.ofSeconds(1))).toFuture());
		}
		for (OperationKind operation : OperationKind.values()) {
			try (ScriptedServer silent = servers.get(operation)) {
				if (operation.isRepeatable()) {
					assertThat(calls.get(operation)).as(operation.name())
						.succeedsWithin(PATIENCE)
						.isEqualTo(operation.result());
				}
				else {
					assertOutcomeUnknown(operation, calls.get(operation), BiginTransportException.class);
				}
				int requests = operation.isRepeatable() ? 2 : 1;
				assertThat(silent.received(requests)).as(operation.name()).isEqualTo(requests);
			}
		}
	}

	/**
	 * A 429 says that its own request was not carried out, and nothing of the one before.
	 */
	@ParameterizedTest
	@EnumSource
	void aRefusalForTheRateDoesNotSettleALostResponse(OperationKind operation) throws InterruptedException {
		this.server.then(Reaction.reset()).then(ServerFault.STATUS_429.reaction());
		BiginException failure = failure(client.template(this.server.url()), operation);
		assertThat(failure).isExactlyInstanceOf(BiginTransportException.class);
		assertThat(failure.isOutcomeUnknown()).isTrue();
		int requests = operation.isRepeatable() ? MAX_ATTEMPTS : 1;
		assertThat(this.server.received(requests)).isEqualTo(requests);
	}

	@ParameterizedTest
	@EnumSource
	void anotherContentTypeIsNoFault(OperationKind operation) {
		this.server.then(Reaction.response(200, "Content-Type: text/html\r\n", operation.response()));
		assertThat(operation.call(client.template(this.server.url())).block(PATIENCE)).isEqualTo(operation.result());
		assertThat(this.server.received()).isEqualTo(1);
	}

	/**
	 * A response that can be read is not lost for a header that cannot.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "Content-Type: ???;;=", "Content-Type: application/json; charset=nonsense",
			"Content-Type: application/json; charset=\"", "Content-Type:", "Date: yesterday", "Last-Modified: x",
			"ETag: \"unclosed", "Retry-After: soon", "X-API-CREDITS-REMAINING: many", "X-API-CREDITS-REMAINING: -1",
			"Set-Cookie: =;;; Max-Age=abc; Expires=never", "Location: http://[bad", "Content-Language: ???",
			"Content-Disposition: attachment; filename*=UTF-8''%ZZ", "Content-Range: bytes x", "Expires: -1",
			"Allow: NO PE", "Access-Control-Max-Age: x", "Link: <", "Content-Encoding: identity" })
	void anOddHeaderIsNoFault(String header) throws IOException {
		for (OperationKind operation : OperationKind.values()) {
			try (ScriptedServer odd = new ScriptedServer()) {
				odd.then(Reaction.response(200, header + "\r\n", operation.response()));
				BiginTemplate bigin = client.template(odd.url());
				assertThat(operation.call(bigin).block(PATIENCE)).as(operation.name()).isEqualTo(operation.result());
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 307, 308 })
	void aRedirectIsNotFollowed(int status) throws IOException {
		try (ScriptedServer other = new ScriptedServer()) {
			this.server.then(Reaction.response(status, "Location: " + other.url() + "/\r\n", ""));
			BiginTemplate bigin = client.template(this.server.url());
			int requests = 0;
			for (OperationKind operation : OperationKind.values()) {
				other.then(Reaction.json(200, operation.response()));
				BiginException failure = failure(bigin, operation);
				assertThat(failure).as(operation.name()).isExactlyInstanceOf(BiginUnreadableResponseException.class);
				assertThat(failure.getStatus()).isEqualTo(status);
				assertThat(failure.isOutcomeUnknown()).isFalse();
				assertThat(this.server.received()).as(operation.name()).isEqualTo(++requests);
			}
			assertThat(other.received()).isZero();
		}
	}

	@Test
	void aResponseThatNeverEndsIsGivenUp() throws InterruptedException {
		this.server.then(Reaction.dribble());
		BiginTemplate bigin = client.template(this.server.url(),
				(builder) -> builder.callTimeout(Duration.ofSeconds(1)));
		Map<OperationKind, CompletableFuture<List<String>>> calls = new EnumMap<>(OperationKind.class);
		for (OperationKind operation : OperationKind.values()) {
			calls.put(operation, operation.call(bigin).toFuture());
		}
		calls.forEach((operation, call) -> assertOutcomeUnknown(operation, call, BiginTimeoutException.class));
		assertThat(this.server.received(calls.size())).isEqualTo(calls.size());
	}

	@ParameterizedTest
	@EnumSource
	void aRefusedConnectionIsTriedAgainAndNothingWasSent(OperationKind operation) throws IOException {
		this.server.close();
		assertNotSent(client.template(this.server.url()), operation);
	}

	@ParameterizedTest
	@EnumSource
	void anUnknownHostIsTriedAgainAndNothingWasSent(OperationKind operation) {
		assertNotSent(client.template(URI.create("http://nonexistent.invalid")), operation);
	}

	private void assertNotSent(BiginTemplate bigin, OperationKind operation) {
		BiginException failure = failure(bigin, operation);
		assertThat(failure).isInstanceOfSatisfying(BiginTransportException.class,
				(transport) -> assertThat(transport.isRequestSent()).isFalse());
		assertThat(failure.isOutcomeUnknown()).isFalse();
		assertThat(client.failedAttempts()).isEqualTo(MAX_ATTEMPTS);
	}

	/**
	 * Whether the client has noticed in time that the connection was closed is a matter
	 * of luck.
	 */
	@ParameterizedTest
	@EnumSource
	void anIdleConnectionThatWasClosedLosesNothing(OperationKind operation) {
		this.server.then(Reaction.json(200, OperationKind.METADATA.response()).and(Reaction.close()))
			.then(Reaction.json(200, operation.response()));
		BiginTemplate bigin = client.template(this.server.url());
		OperationKind.METADATA.call(bigin).block(PATIENCE);
		try {
			assertThat(operation.call(bigin).block(PATIENCE)).isEqualTo(operation.result());
			assertThat(this.server.received()).isEqualTo(2);
		}
		catch (BiginException ex) {
			assertThat(operation.isRepeatable()).isFalse();
			assertThat(ex.isOutcomeUnknown()).isTrue();
			assertThat(this.server.received()).isEqualTo(1);
		}
	}

	private static void assertOutcomeUnknown(OperationKind operation, CompletableFuture<List<String>> call,
			Class<? extends BiginException> type) {
		assertThat(call).as(operation.name())
			.failsWithin(PATIENCE)
			.withThrowableThat()
			.havingCause()
			.isInstanceOfSatisfying(type, (failure) -> assertThat(failure.isOutcomeUnknown()).isTrue());
	}

}
