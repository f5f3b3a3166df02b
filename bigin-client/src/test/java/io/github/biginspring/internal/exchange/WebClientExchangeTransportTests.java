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

package io.github.biginspring.internal.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginTransportException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.internal.call.UriVariable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What becomes of a call where the network, or the server below HTTP, fails.
 */
class WebClientExchangeTransportTests {

	private static final String KEY = "key-0123456789";

	private static final String EMAIL = "ada.lovelace@example.org";

	private static final Duration LONG = Duration.ofSeconds(30);

	private final LocalServer server = new LocalServer();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void aRefusedConnectionMeansThatNothingWasSent() {
		URI url = this.server.url();
		this.server.close();
		assertThat(failure(HttpClient.create(), url)).isInstanceOfSatisfying(BiginTransportException.class, (ex) -> {
			assertThat(ex.isRequestSent()).isFalse();
			assertThat(ex.isOutcomeUnknown()).isFalse();
			assertThat(ex).hasMessageContaining("POST /bigin/v2/{module} was not sent");
		});
	}

	@Test
	void anUnknownHostMeansThatNothingWasSent() {
		assertThat(failure(HttpClient.create(), URI.create("http://nonexistent.invalid")))
			.isInstanceOfSatisfying(BiginTransportException.class, (ex) -> {
				assertThat(ex.isRequestSent()).isFalse();
				assertThat(ex).hasMessageContaining("was not sent").hasMessageContaining("UnknownHostException");
			});
	}

	@Test
	void aServerThatSpeaksNoTlsMeansThatNothingWasSent() {
		assertThat(failure(HttpClient.create(), URI.create("https://127.0.0.1:" + this.server.url().getPort())))
			.isInstanceOfSatisfying(BiginTransportException.class, (ex) -> assertThat(ex.isRequestSent()).isFalse());
		assertThat(this.server.received()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aConnectionThatBreaksBeforeTheResponseLeavesTheOutcomeUnknownAndIsNotTriedAgain(Breakage breakage) {
		breakage.script(this.server);
		assertThat(failure(HttpClient.create(), this.server.url()))
			.isInstanceOfSatisfying(BiginTransportException.class, (ex) -> {
				assertThat(ex.isRequestSent()).isTrue();
				assertThat(ex.isOutcomeUnknown()).isTrue();
				assertThat(ex).hasMessageContaining("was sent, but its response was lost");
			});
		assertThat(this.server.received()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource
	void aConnectionFromThePoolThatBreaksIsNotTriedAgainEither(Breakage breakage) {
		breakage.script(this.server.respondsWith(201, "{}"));
		CallExchange exchange = exchange(HttpClient.create(), this.server.url());
		exchange.exchange(call()).block(LONG);
		assertThat(catchThrowableOfType(BiginException.class, () -> exchange.exchange(call()).block(LONG)))
			.isInstanceOfSatisfying(BiginTransportException.class, (ex) -> assertThat(ex.isRequestSent()).isTrue());
		assertThat(this.server.received()).hasSize(2);
	}

	@Test
	void aTruncatedResponseLeavesTheOutcomeUnknown() {
		this.server.truncates(201, "{\"data\":[{\"Email\":\"" + EMAIL + "\"");
		BiginException failure = failure(HttpClient.create(), this.server.url());
		assertThat(failure.isOutcomeUnknown()).isTrue();
		assertThat(Stacktrace.of(failure)).doesNotContain(EMAIL);
		assertThat(this.server.received()).hasSize(1);
	}

	@Test
	void aResponseThatTakesTooLongLeavesTheOutcomeUnknown() {
		this.server.neverResponds();
		BiginException failure = failure(HttpClient.create().responseTimeout(Duration.ofMillis(200)),
				this.server.url());
		assertThat(failure).isInstanceOf(BiginTransportException.class).hasMessageContaining("ReadTimeoutException");
		assertThat(failure.isOutcomeUnknown()).isTrue();
		assertThat(this.server.received()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void followsNoRedirect(int status) {
		try (LocalServer other = new LocalServer()) {
			this.server.respondsWith(status, "application/json", "{}", Map.of("Location", other.url() + "/elsewhere"));
			BiginException failure = failure(HttpClient.create(), this.server.url());
			assertThat(failure).isInstanceOf(BiginUnreadableResponseException.class).hasMessageContaining("redirect");
			assertThat(failure.getStatus()).isEqualTo(status);
			assertThat(failure.isOutcomeUnknown()).isFalse();
			assertThat(other.received()).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void noFailureShowsTheKeyOrWhatWasSent(Breakage breakage) {
		breakage.script(this.server);
		String shown = Stacktrace.of(failure(HttpClient.create(), this.server.url()));
		assertThat(shown).doesNotContain(KEY).doesNotContain("ada").doesNotContain("lovelace").doesNotContain("?");
	}

	@Test
	void aCancelledCallClosesItsConnection() {
		this.server.neverResponds();
		StepVerifier.create(exchange(HttpClient.create(), this.server.url()).exchange(call()))
			.then(() -> this.server.requestReceived().block(LONG))
			.thenCancel()
			.verify(LONG);
		StepVerifier.create(this.server.connectionClosed()).expectComplete().verify(LONG);
	}

	private static BiginCall<String> call() {
		return BiginCall.gateway(CallEffect.ONCE, HttpMethod.POST, "/bigin/v2/{module}", UriVariable.module("Contacts"))
			.query("email", EMAIL)
			.body(("{\"data\":[{\"Email\":\"" + EMAIL + "\"}]}").getBytes(StandardCharsets.UTF_8))
			.read((response) -> "response");
	}

	private static @Nullable BiginException failure(HttpClient client, URI url) {
		return catchThrowableOfType(BiginException.class, () -> exchange(client, url).exchange(call()).block(LONG));
	}

	private static CallExchange exchange(HttpClient client, URI url) {
		return new WebClientExchange(
				WebClient.builder().clientConnector(new ReactorClientHttpConnector(client)).build(),
				MatonEndpoint.of(url), ApiKey.of(KEY), JsonMapper.shared(), InstantSource.system());
	}

	enum Breakage {

		CLOSED {
			@Override
			void script(LocalServer server) {
				server.closesTheConnection();
			}
		},

		RESET {
			@Override
			void script(LocalServer server) {
				server.resetsTheConnection();
			}
		};

		abstract void script(LocalServer server);

	}

}
