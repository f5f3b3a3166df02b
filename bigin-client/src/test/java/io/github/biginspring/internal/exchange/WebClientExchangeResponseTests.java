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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginAuthenticationException;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginNoConnectionException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginServerException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.RequestState;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.internal.call.UriVariable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What becomes of each response.
 */
class WebClientExchangeResponseTests {

	private static final String KEY = "key-0123456789";

	private static final String EMAIL = "ada.lovelace@example.org";

	private final LocalServer server = new LocalServer();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 201, 202, 207 })
	void readsTheBodyOfASuccess(int status) {
		this.server.respondsWith(status, "{\"data\":[]}");
		assertThat(exchange(call())).isEqualTo(status + " {\"data\":[]}");
	}

	@Test
	void readsNoContentAsEmpty() {
		this.server.respondsWith(204);
		assertThat(exchange(call())).isEqualTo("204 empty");
	}

	@ParameterizedTest
	@ValueSource(strings = { "If-Modified-Since", "If-None-Match" })
	void readsNotModifiedAsEmptyOfAConditionalCall(String condition) {
		this.server.respondsWith(304);
		BiginCall<String> call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
			.header(condition, "x")
			.read(WebClientExchangeResponseTests::text);
		assertThat(exchange(call)).isEqualTo("304 empty");
	}

	@Test
	void notModifiedIsNoResponseToACallWithoutACondition() {
		this.server.respondsWith(304);
		assertThat(failure(call())).isInstanceOf(BiginUnreadableResponseException.class)
			.hasMessageContaining("returned 304");
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 201, 202, 207 })
	void aSuccessWithoutABodyIsALostResponse(int status) {
		this.server.respondsWith(status);
		BiginException failure = failure(call());
		assertThat(failure).isInstanceOf(BiginUnreadableResponseException.class)
			.hasMessageContaining("its response was lost: status " + status + " without a body");
		assertThat(failure.isOutcomeUnknown()).isTrue();
		assertThat(failure.isTransient()).isTrue();
	}

	@Test
	void aSuccessWithoutABodyIsOneWhereNoneIsNeeded() {
		this.server.respondsWith(200);
		BiginCall<String> call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
			.bodyOptional()
			.read(WebClientExchangeResponseTests::text);
		assertThat(exchange(call)).isEqualTo("200 empty");
	}

	@Test
	void aBodyThatClaimsToBeCompressedAndIsNotIsAFailure() {
		this.server.respondsWith(200, "application/json", "{\"data\":[]}", Map.of("Content-Encoding", "gzip"));
		assertThat(failure(call()).isOutcomeUnknown()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "INVALID_TOKEN, BiginAuthenticationException", "OAUTH_SCOPE_MISMATCH, BiginScopeException",
			"INVALID_DATA, BiginInvalidRequestException", "INTERNAL_ERROR, BiginServerException" })
	void aSuccessThatReportsAFailureIsThatFailure(String code, String type) {
		this.server.respondsWith(200,
				"{\"code\":\"" + code + "\",\"details\":{},\"message\":\"no\",\"status\":\"error\"}");
		for (BiginCall<String> call : List.of(call(), write().read(WebClientExchangeResponseTests::text))) {
			BiginException failure = failure(call);
			assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
			assertThat(failure.getCode()).isEqualTo(code);
		}
	}

	@Test
	void completesEmptyWhereTheReaderFindsNothing() {
		this.server.respondsWith(200, "{}");
		assertThat(exchange(BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org").discardResponse()))
			.isNull();
	}

	@Test
	void givesTheHeadersToTheReader() {
		this.server.respondsWith(200, "application/json", "{}", Map.of("X-API-CREDITS-REMAINING", "7"));
		BiginCall<String> call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
			.read((response) -> response.headers().getFirst("X-API-CREDITS-REMAINING"));
		assertThat(exchange(call)).isEqualTo("7");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nonsense", "application/json; charset=no-such", "*/*/*", "a/b;c" })
	void readsAResponseWhoseTypeIsNoMediaType(String type) {
		this.server.respondsWith(200, type, "{\"data\":[]}", Map.of());
		assertThat(exchange(call())).isEqualTo("200 {\"data\":[]}");
		this.server.forget().respondsWith(403, type, "{\"code\":\"NO_PERMISSION\"}", Map.of());
		assertThat(failure(call()).getCode()).isEqualTo("NO_PERMISSION");
	}

	@Test
	void letsTheRecordsDecideOfA400ThatTellsOfThem() {
		String body = "{\"data\":[{\"code\":\"MANDATORY_NOT_FOUND\",\"status\":\"error\"}]}";
		this.server.respondsWith(400, body);
		assertThat(exchange(write().read(WebClientExchangeResponseTests::text))).isEqualTo("400 " + body);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"code\":\"INVALID_DATA\",\"details\":{},\"message\":\"no\",\"status\":\"error\"}",
			"{\"data\":[]}", "{\"data\":{}}", "[]", "" })
	void a400ThatTellsOfNoRecordIsAFailureOfTheCall(String body) {
		this.server.respondsWith(400, body);
		assertThat(failure(write().read(WebClientExchangeResponseTests::text)))
			.isInstanceOf(BiginInvalidRequestException.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403, 404, 413, 429, 500, 503 })
	void recordsDecideOfNoOtherStatus(int status) {
		this.server.respondsWith(status, "{\"data\":[{\"code\":\"SUCCESS\",\"status\":\"success\"}]}");
		assertThat(failure(write().read(WebClientExchangeResponseTests::text)).getStatus()).isEqualTo(status);
	}

	@Test
	void a400WithRecordsIsAFailureOfACallThatWritesNone() {
		this.server.respondsWith(400, "{\"data\":[{\"code\":\"INVALID_DATA\",\"status\":\"error\"}]}");
		assertThat(failure(call())).isInstanceOf(BiginInvalidRequestException.class);
	}

	@ParameterizedTest
	@CsvSource({ "400, INVALID_DATA, BiginInvalidRequestException", "400, DUPLICATE_DATA, BiginDuplicateException",
			"400, LIMIT_EXCEEDED, BiginInvalidRequestException", "400, SOMETHING_NEW, BiginInvalidRequestException",
			"401, INVALID_TOKEN, BiginAuthenticationException", "401, OAUTH_SCOPE_MISMATCH, BiginScopeException",
			"403, NO_PERMISSION, BiginPermissionException", "404, INVALID_URL_PATTERN, BiginNotFoundException",
			"405, INVALID_REQUEST_METHOD, BiginInvalidRequestException",
			"413, REQUEST_TOO_LARGE, BiginInvalidRequestException", "415, X, BiginInvalidRequestException",
			"418, TEAPOT, BiginInvalidRequestException", "429, TOO_MANY_REQUESTS, BiginRateLimitException",
			"429, LIMIT_EXCEEDED, BiginRateLimitException", "500, INTERNAL_ERROR, BiginServerException",
			"502, OAUTH_SCOPE_MISMATCH, BiginServerException", "503, X, BiginServerException",
			"504, X, BiginServerException", "599, X, BiginServerException" })
	void tellsFailuresApartByWhatTheCallerCanDo(int status, String code, String type) {
		this.server.respondsWith(status, """
				{"code":"%s","details":{"api_name":"Email","limit":3,"list":[1]},"message":"what Bigin says",
				"status":"error"}""".formatted(code));
		BiginException failure = failure(call());
		assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
		assertThat(failure.getStatus()).isEqualTo(status);
		assertThat(failure.getCode()).isEqualTo(code);
		assertThat(failure.getErrorDetails().message()).isEqualTo("what Bigin says");
		assertThat(failure.getDetails()).containsExactly(Map.entry("api_name", "Email"), Map.entry("limit", 3),
				Map.entry("list", List.of(1)));
		assertThat(failure.getMethod()).isEqualTo(HttpMethod.GET);
		assertThat(failure.getPathTemplate()).isEqualTo("/bigin/v2/{module}/search");
		assertThat(failure.getErrorDetails().requestState()).isEqualTo(RequestState.RESPONDED);
		assertThat(failure).hasMessageStartingWith("GET /bigin/v2/{module}/search returned " + status + " " + code
				+ " for field Email: what Bigin says [module Contacts]. ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "application/json | {\"error\":\"no active connection\"} | no active connection",
					"application/json | {\"error\":{\"message\":\"nested\",\"type\":\"x\"}} | nested",
					"application/json | {\"message\":\"plain\"} | plain", "application/json | [1,2] | ",
					"application/json | null | ", "application/json | \"text\" | ", "application/json | {} | ",
					"application/json | {\"error\":[1],\"details\":\"x\",\"code\":{}} | ",
					"application/json | {\"broken\": | ", "text/plain | Bad Gateway | Bad Gateway",
					"text/plain | {\"broken\": | ", "application/json | Bad Gateway | ", "text/plain | <html> | ",
					"text/html | <html>ada.lovelace@example.org</html> | ", "application/json | '' | " })
	void takesEveryShapeOfTheGatewaysErrors(String contentType, String body, @Nullable String message) {
		this.server.respondsWith(502, contentType, body, Map.of());
		BiginException failure = failure(call());
		assertThat(failure).isInstanceOf(BiginServerException.class);
		assertThat(failure.getCode()).isNull();
		assertThat(failure.getDetails()).isEmpty();
		assertThat(failure).hasMessageStartingWith("GET /bigin/v2/{module}/search returned 502"
				+ ((message != null) ? ": " + message : "") + " [module Contacts]. ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"text/plain | Missing connection for the requested app | Missing connection for the requested app",
			"application/json | \"Missing connection for the requested app\" | Missing connection",
			"application/json | {\"error\":{\"message\":\"Missing connection for the requested app\",\"code\":400}} | Missing connection for the requested app",
			"application/json | Missing connection for the requested app | Missing connection",
			"text/html | <p>Missing connection for the requested app</p> | Missing connection" })
	void readsThatAConnectionIsMissingFromABodyOfAnyShape(String contentType, String body, String message) {
		this.server.respondsWith(400, contentType, body, Map.of());
		BiginException failure = failure(call());
		assertThat(failure).isInstanceOf(BiginNoConnectionException.class).hasMessageContaining("maton.connection-id");
		assertThat(failure.getErrorDetails().message()).isEqualTo(message);
	}

	@Test
	void readsTheErrorOfTheGateway() {
		this.server.respondsWith(401, "{\"error\":{\"message\":\"Invalid API key\",\"code\":401}}");
		BiginException failure = failure(call());
		assertThat(failure).isInstanceOf(BiginAuthenticationException.class)
			.hasMessageContaining(": Invalid API key ")
			.hasMessageContaining("maton.api-key");
		assertThat(failure.getCode()).isNull();
	}

	@Test
	void readsANumberAsCode() {
		this.server.respondsWith(400, "{\"code\":42,\"message\":7}");
		assertThat(failure(call()).getCode()).isEqualTo("42");
	}

	@Test
	void shortensALongMessage() {
		this.server.respondsWith(400, "{\"message\":\"" + "x".repeat(5000) + "\"}");
		assertThat(failure(call()).getErrorDetails().message()).hasSize(503).endsWith("x...");
		this.server.respondsWith(400, "text/plain", "y".repeat(5000), Map.of());
		failure(call());
		assertThat(failure(call()).getErrorDetails().message()).hasSize(203).endsWith("y...");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "7 | PT7S", "Tue, 24 Nov 2026 10:00:30 GMT | PT30S",
			"Tue, 24 Nov 2026 09:00:00 GMT | PT0S", "soon | ", "-1 | " })
	void tellsHowLongToWait(String retryAfter, @Nullable Duration wait) {
		this.server.respondsWith(429, "application/json", "{\"code\":\"TOO_MANY_REQUESTS\"}",
				Map.of("Retry-After", retryAfter));
		assertThat(failure(call())).isInstanceOfSatisfying(BiginRateLimitException.class,
				(ex) -> assertThat(ex.getRetryAfter()).isEqualTo(wait));
	}

	@Test
	void tellsHowLongToWaitAlsoAfterAServerError() {
		this.server.respondsWith(503, "text/plain", "down", Map.of("Retry-After", "9"));
		assertThat(failure(call()).getErrorDetails().retryAfter()).isEqualTo(Duration.ofSeconds(9));
	}

	@ParameterizedTest
	@ValueSource(strings = { "data", "watch", "tags" })
	void readsAnErrorThatStandsInAnArray(String array) {
		this.server.respondsWith(400,
				"{\"" + array + "\":[{\"code\":\"INVALID_DATA\",\"details\":{\"api_name\":\"events\"},"
						+ "\"message\":\"invalid data\",\"status\":\"error\"}],\"info\":{}}");
		assertThat(failure(call())).isInstanceOf(BiginInvalidRequestException.class)
			.hasMessageContaining("400 INVALID_DATA for field events: invalid data");
	}

	@Test
	void refusesAResponseThatIsTooLarge() {
		this.server.respondsWith(200, "{\"data\":[\"" + EMAIL.repeat(2000) + "\"]}");
		BiginException failure = failure(call());
		assertThat(failure).isInstanceOf(BiginUnreadableResponseException.class)
			.hasMessageContaining("larger than the client takes");
		assertThat(failure.getCause()).as("without WebClient's own, which names the URI")
			.isInstanceOf(DataBufferLimitException.class)
			.hasNoSuppressedExceptions();
		assertThat(failure.isOutcomeUnknown()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "429, BiginRateLimitException", "500, BiginServerException", "404, BiginNotFoundException" })
	void aFailureIsKnownByItsStatusAlsoWhereItsBodyIsTooLarge(int status, String type) {
		this.server.respondsWith(status, "text/html", "<p>" + "x".repeat(50_000) + "</p>", Map.of("Retry-After", "3"));
		BiginException failure = failure(call());
		assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
		assertThat(failure.getErrorDetails().retryAfter()).isEqualTo(Duration.ofSeconds(3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "not JSON " + EMAIL, "{\"data\":[{\"Email\":\"" + EMAIL + "\"", "<html>" + EMAIL,
			"{\"amount\":\"" + EMAIL + "\"}", "" })
	void saysThatABodyCannotBeReadButNotWhatItHolds(String body) {
		this.server.respondsWith(200, body);
		BiginCall<Amount> call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
			.read((response) -> JsonMapper.shared().readValue(response.body(), Amount.class));
		BiginException failure = failure(call);
		assertThat(failure).isInstanceOf(BiginUnreadableResponseException.class);
		assertThat(failure.getStatus()).isEqualTo(200);
		assertThat(Stacktrace.of(failure)).doesNotContain(EMAIL).doesNotContain("lovelace");
	}

	@Test
	void saysWhereABodyIsNotAsExpected() {
		this.server.respondsWith(200, "{\"list\":[{\"amount\":1},{\"amount\":\"" + EMAIL + "\"}]}");
		BiginCall<Amounts> call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
			.read((response) -> JsonMapper.shared().readValue(response.body(), Amounts.class));
		assertThat(failure(call)).hasMessageStartingWith(
				"GET /bigin/v2/org returned 200: the response is not as expected at list[1].amount. ");
	}

	@Test
	void aReaderThatFailsOtherwiseMakesTheResponseUnreadableAndNotLost() {
		this.server.respondsWith(200, "{}");
		BiginCall<String> call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
			.read((response) -> {
				throw new IllegalStateException(EMAIL);
			});
		BiginException failure = failure(call);
		assertThat(failure).isInstanceOf(BiginUnreadableResponseException.class)
			.hasMessageContaining("IllegalStateException");
		assertThat(Stacktrace.of(failure)).doesNotContain(EMAIL);
	}

	@Test
	void hidesTheKeyThatTheServiceEchoes() {
		this.server.respondsWith(401, """
				{"code":"BAD_%1$s","message":"unknown key %1$s!","details":{"api_name":"%1$s","key":"%1$s",
				"list":[{"key":"x%1$s"}]}}""".formatted(KEY));
		BiginException failure = failure(call());
		assertThat(Stacktrace.of(failure)).doesNotContain(KEY);
		assertThat(failure.getErrorDetails().toString()).contains("unknown key ******!").doesNotContain(KEY);
		assertThat(failure.getDetails().toString()).doesNotContain(KEY).contains("x******");
	}

	@Test
	void anAbsentThingIsAFailureOfTheFirstAttempt() {
		this.server.respondsWith(404, "{\"code\":\"RESOURCE_NOT_FOUND\"}");
		assertThat(failure(delete())).isInstanceOf(BiginNotFoundException.class);
	}

	@ParameterizedTest
	@CsvSource({ "404, RESOURCE_NOT_FOUND", "404, ''", "400, INVALID_DATA" })
	void anAbsentThingIsDeletedWhereAnAttemptBeforeMayHaveDoneIt(int status, String code) {
		this.server.respondsWith(status, "{\"code\":\"" + code + "\"}");
		assertThat(exchange(delete().repeated())).isEqualTo(status + " empty");
	}

	@ParameterizedTest
	@CsvSource({ "400, INVALID_REQUEST", "401, INVALID_TOKEN", "403, NO_PERMISSION", "500, X" })
	void anotherFailureOfARepeatedDeleteIsAFailure(int status, String code) {
		this.server.respondsWith(status, "{\"code\":\"" + code + "\"}");
		assertThat(failure(delete().repeated()).getStatus()).isEqualTo(status);
	}

	@Test
	void anAbsentThingIsAFailureOfARepeatedReading() {
		this.server.respondsWith(404, "{}");
		assertThat(failure(call().repeated())).isInstanceOf(BiginNotFoundException.class);
	}

	private static BiginCall<String> call() {
		return BiginCall
			.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/{module}/search", UriVariable.module("Contacts"))
			.query("email", EMAIL)
			.read(WebClientExchangeResponseTests::text);
	}

	private static BiginCallBuilder write() {
		return BiginCall.gateway(CallEffect.ONCE, HttpMethod.POST, "/bigin/v2/{module}", UriVariable.module("Contacts"))
			.body("{}".getBytes(StandardCharsets.UTF_8))
			.perRecordStatus();
	}

	private static BiginCall<String> delete() {
		return BiginCall
			.control(CallEffect.IDEMPOTENT, HttpMethod.DELETE, "/connections/{id}", UriVariable.connectionId("c"))
			.ignoreNotFoundOnRetry()
			.read(WebClientExchangeResponseTests::text);
	}

	private static String text(BiginResponse response) {
		return response.status() + " "
				+ (response.isEmpty() ? "empty" : new String(response.body(), StandardCharsets.UTF_8));
	}

	private BiginException failure(BiginCall<?> call) {
		return catchThrowableOfType(BiginException.class, () -> exchange(call));
	}

	private <T> @Nullable T exchange(BiginCall<T> call) {
		WebClient client = WebClient.builder()
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(20_000))
			.build();
		return new WebClientExchange(client, MatonEndpoint.of(this.server.url()), ApiKey.of(KEY), JsonMapper.shared(),
				InstantSource.fixed(Instant.parse("2026-11-24T10:00:00Z")))
			.exchange(call)
			.block(Duration.ofSeconds(30));
	}

	record Amount(int amount) {

	}

	record Amounts(List<Amount> list) {

	}

}
