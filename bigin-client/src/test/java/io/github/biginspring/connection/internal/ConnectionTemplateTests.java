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

package io.github.biginspring.connection.internal;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;

import io.github.biginspring.connection.ConnectionOperations;
import io.github.biginspring.connection.ConnectionStatus;
import io.github.biginspring.connection.MatonConnection;
import io.github.biginspring.error.BiginNoConnectionException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.error.BiginShutdownException;
import io.github.biginspring.error.BiginTimeoutException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.CallTarget;
import io.github.biginspring.internal.call.CallLifecycle;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.exchange.ExchangeChain;
import io.github.biginspring.internal.exchange.LifecycleInterceptor;
import io.github.biginspring.internal.mapping.RecordMapper;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ConnectionTemplateTests {

	private static final String SECRET = "s3ss10n-t0ken";

	private final StubExchange service = new StubExchange();

	private final CallLifecycle lifecycle = new CallLifecycle();

	private final ConnectionOperations connections = new ConnectionTemplate(
			ExchangeChain.of(List.of(new LifecycleInterceptor(this.lifecycle)), this.service), OperationObserver.NONE,
			RecordMapper.create().jsonMapper(), this.lifecycle);

	@Test
	void listsTheConnectionsToBigin() {
		this.service.response(200, "{\"connections\":[" + json("a", "ACTIVE") + "," + json("b", "NEW_STATUS") + "]}")
			.response(200, "{\"connections\":[]}")
			.response(200, "{\"connections\":[]}");
		StepVerifier.create(this.connections.list()).assertNext((connection) -> {
			assertThat(connection.connectionId()).isEqualTo("a");
			assertThat(connection.isActive()).isTrue();
			assertThat(connection.creationTime()).isEqualTo("2026-01-02T03:04:05.123456Z");
			assertThat(connection.url()).hasToString("https://connect.maton.ai/?session_token=" + SECRET);
			assertThat(connection.metadata()).containsEntry("k", "v");
		}).assertNext((connection) -> {
			assertThat(connection.isActive()).isFalse();
			assertThat(connection.status()).hasToString("NEW_STATUS");
		}).verifyComplete();
		assertThat(this.service.call().target()).isEqualTo(CallTarget.CONTROL);
		assertThat(this.service.call().pathTemplate()).isEqualTo("/connections");
		assertThat(this.service.query()).containsExactly("app=zoho-bigin", "limit=100");
		StepVerifier.create(this.connections.list(ConnectionStatus.PENDING)).verifyComplete();
		assertThat(this.service.query()).containsExactly("app=zoho-bigin", "status=PENDING", "limit=100");
		StepVerifier.create(this.connections.list(null, null)).verifyComplete();
		assertThat(this.service.query()).containsExactly("limit=100");
	}

	@Test
	void listsTheConnectionsOfAllPages() {
		this.service.response(200, "{\"connections\":[" + json("a", "ACTIVE") + "],\"next_token\":\"t 1\"}")
			.response(200, "{\"connections\":[" + json("b", "ACTIVE") + "],\"next_token\":null}");
		StepVerifier.create(this.connections.list().map(MatonConnection::connectionId))
			.expectNext("a", "b")
			.verifyComplete();
		assertThat(this.service.query()).containsExactly("app=zoho-bigin", "limit=100", "next_token=t 1");
	}

	@Test
	void doesNotFollowATokenForEver() {
		for (int i = 0; i < 3; i++) {
			this.service.response(200, "{\"connections\":[" + json("a", "ACTIVE") + "],\"next_token\":\"t\"}");
		}
		StepVerifier.create(this.connections.list())
			.expectNextCount(2)
			.verifyError(BiginUnreadableResponseException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"connections\":null}", "[]", "{\"connections\":[{}]}" })
	void aResponseWithoutConnectionsIsNotOneOfNoConnection(String body) {
		this.service.response(200, body);
		StepVerifier.create(this.connections.list()).verifyError(JacksonException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"connection\":%s}", "%s" })
	void readsAConnection(String body) {
		this.service.response(200, body.formatted(json("a", "ACTIVE")));
		StepVerifier.create(this.connections.get("a"))
			.assertNext((connection) -> assertThat(connection.connectionId()).isEqualTo("a"))
			.verifyComplete();
		assertThat(this.service.call().pathTemplate()).isEqualTo("/connections/{id}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "{\"connection\":null}" })
	void aResponseWithoutAConnectionCannotBeRead(String body) {
		this.service.response(200, body);
		StepVerifier.create(this.connections.create()).verifyError(JacksonException.class);
	}

	@Test
	void createsAConnectionToBigin() {
		this.service.response(200, "{\"connection\":" + json("a", "PENDING") + "}");
		StepVerifier.create(this.connections.create())
			.assertNext((connection) -> assertThat(connection.status()).isEqualTo(ConnectionStatus.PENDING))
			.verifyComplete();
		assertThat(this.service.call().method()).isEqualTo(HttpMethod.POST);
		assertThat(this.service.call().isIdempotent()).isFalse();
		assertThat(this.service.body()).isEqualTo("{\"app\":\"zoho-bigin\"}");
	}

	@Test
	void createsAConnectionThatAuthorisesInAGivenWay() {
		this.service.response(200, "{\"connection\":" + json("a", "PENDING") + "}");
		StepVerifier.create(this.connections.create("OAUTH2")).expectNextCount(1).verifyComplete();
		assertThat(this.service.body()).isEqualTo("{\"app\":\"zoho-bigin\",\"method\":\"OAUTH2\"}");
		assertThatIllegalArgumentException().isThrownBy(() -> this.connections.create(" "));
	}

	@Test
	void deletesAConnection() {
		this.service.response(200, "{}");
		StepVerifier.create(this.connections.delete("a")).verifyComplete();
		assertThat(this.service.call().method()).isEqualTo(HttpMethod.DELETE);
		assertThat(this.service.call().pathVariables()).extracting("value").containsExactly("a");
	}

	@Test
	void refusesWhatIsNoConnectionId() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.connections.get("a/b"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.connections.delete(".."));
		assertThatIllegalArgumentException().isThrownBy(() -> this.connections.awaitActive("", ofSeconds(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> this.connections.awaitActive("a", Duration.ZERO))
			.withMessage("'timeout' must be positive");
	}

	@Test
	void waitsEverLongerUntilAConnectionIsActive() {
		for (int i = 0; i < 6; i++) {
			pending();
		}
		this.service.response(200, json("a", "ACTIVE"));
		StepVerifier.withVirtualTime(() -> this.connections.awaitActive("a", ofSeconds(120)))
			.expectSubscription()
			.then(() -> assertPolls(1))
			.expectNoEvent(ofMillis(999))
			.then(() -> assertPolls(1))
			.expectNoEvent(ofMillis(1))
			.then(() -> assertPolls(2))
			.expectNoEvent(ofSeconds(2))
			.then(() -> assertPolls(3))
			.expectNoEvent(ofSeconds(4))
			.then(() -> assertPolls(4))
			.expectNoEvent(ofSeconds(8))
			.then(() -> assertPolls(5))
			.expectNoEvent(ofSeconds(10))
			.then(() -> assertPolls(6))
			.expectNoEvent(ofSeconds(10))
			.assertNext((connection) -> assertThat(connection.isActive()).isTrue())
			.verifyComplete();
		assertPolls(7);
	}

	@Test
	void waitsNoLongerThanItMay() {
		pending().pending().pending();
		StepVerifier.withVirtualTime(() -> this.connections.awaitActive("a", ofSeconds(5)))
			.expectSubscription()
			.expectNoEvent(ofMillis(4999))
			.thenAwait(ofMillis(1))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BiginTimeoutException.class)
				.hasMessageContaining("connection a has not become active within PT5S")
				.hasMessageEndingWith("Its user has to open its URL and agree; then await it again.")
				.hasMessageNotContaining(SECRET));
		assertPolls(3);
	}

	@Test
	void givesUpWhereAPollNeverGetsAResponse() {
		this.service.never();
		StepVerifier.withVirtualTime(() -> this.connections.awaitActive("a", ofSeconds(5)))
			.thenAwait(ofSeconds(5))
			.verifyError(BiginTimeoutException.class);
	}

	@Test
	void givesUpAtOnceWhereTheAuthorisationHasFailed() {
		pending().service.response(200, json("a", "FAILED"));
		StepVerifier.withVirtualTime(() -> this.connections.awaitActive("a", ofSeconds(60)))
			.expectSubscription()
			.expectNoEvent(ofSeconds(1))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(BiginNoConnectionException.class)
				.hasMessageContaining("connection a")
				.hasMessageNotContaining(SECRET));
	}

	@Test
	void givesUpAtOnceWhereThereIsNoSuchConnection() {
		this.service.fail(ErrorDetails.responded(HttpMethod.GET, "/connections/{id}", 404).toException());
		StepVerifier.create(this.connections.awaitActive("a", ofSeconds(60))).verifyError(BiginNotFoundException.class);
	}

	@Test
	void endsAtOnceWhenCallsStop() {
		pending();
		StepVerifier.withVirtualTime(() -> this.connections.awaitActive("a", ofSeconds(60)))
			.expectSubscription()
			.expectNoEvent(ofMillis(500))
			.then(() -> this.lifecycle.stop(() -> {
			}))
			.expectError(BiginShutdownException.class)
			.verify(ofSeconds(10));
		assertPolls(1);
	}

	@Test
	void asksNoMoreOnceItIsCancelled() {
		pending();
		StepVerifier.withVirtualTime(() -> this.connections.awaitActive("a", ofSeconds(60)))
			.expectSubscription()
			.expectNoEvent(ofMillis(500))
			.thenCancel()
			.verify();
		StepVerifier.withVirtualTime(() -> Mono.delay(ofSeconds(60)))
			.thenAwait(ofSeconds(60))
			.expectNext(0L)
			.verifyComplete();
		assertPolls(1);
	}

	@Test
	void aConnectionShowsItsUrlToNobodyButItsCaller() {
		this.service.response(200, json("a", "PENDING"));
		MatonConnection connection = this.connections.get("a").block();
		assertThat(connection).hasToString("MatonConnection[connection_id=a, status=PENDING, app=zoho-bigin]");
		String json = RecordMapper.create().jsonMapper().writeValueAsString(connection);
		assertThat(json).contains("\"connection_id\":\"a\"", "\"status\":\"PENDING\"")
			.doesNotContain(SECRET)
			.doesNotContain("url");
		assertThat(JsonMapper.shared().writeValueAsString(connection)).doesNotContain(SECRET);
	}

	private ConnectionTemplateTests pending() {
		this.service.response(200, json("a", "PENDING"));
		return this;
	}

	private void assertPolls(int count) {
		assertThat(this.service.calls()).hasSize(count);
	}

	private static String json(String id, String status) {
		return """
				{"connection_id":"%s","status":"%s","creation_time":"2026-01-02T03:04:05.123456Z",
				"last_updated_time":"2026-01-02T03:04:05.123456Z",
				"url":"https://connect.maton.ai/?session_token=%s","app":"zoho-bigin","metadata":{"k":"v"},
				"method":"OAUTH2","unknown":1}""".formatted(id, status, SECRET);
	}

}
