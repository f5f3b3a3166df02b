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

package io.github.biginspring.error;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import javax.net.ssl.SSLHandshakeException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ErrorDetails} and the exceptions that it becomes.
 */
class ErrorDetailsTests {

	private static final String PATH = "/bigin/v2/{module}";

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "400, -, BiginInvalidRequestException",
			"400, INVALID_DATA, BiginInvalidRequestException", "400, MANDATORY_NOT_FOUND, BiginInvalidRequestException",
			"400, LIMIT_EXCEEDED, BiginInvalidRequestException",
			"400, DISCRETE_PAGINATION_LIMIT_EXCEEDED, BiginInvalidRequestException",
			"400, TOO_MANY_REQUESTS, BiginInvalidRequestException",
			"400, A_CODE_OF_TOMORROW, BiginInvalidRequestException", "400, DUPLICATE_DATA, BiginDuplicateException",
			"400, INTERNAL_ERROR, BiginServerException", "401, -, BiginAuthenticationException",
			"401, INVALID_TOKEN, BiginAuthenticationException",
			"401, AUTHENTICATION_FAILURE, BiginAuthenticationException",
			"400, AUTHENTICATION_FAILURE, BiginAuthenticationException",
			"401, OAUTH_SCOPE_MISMATCH, BiginScopeException", "403, OAUTH_SCOPE_MISMATCH, BiginScopeException",
			"403, -, BiginPermissionException", "403, NO_PERMISSION, BiginPermissionException",
			"401, NO_PERMISSION, BiginPermissionException", "404, -, BiginNotFoundException",
			"404, INVALID_URL_PATTERN, BiginNotFoundException", "400, RESOURCE_NOT_FOUND, BiginNotFoundException",
			"405, INVALID_REQUEST_METHOD, BiginInvalidRequestException", "413, -, BiginInvalidRequestException",
			"415, -, BiginInvalidRequestException", "429, -, BiginRateLimitException",
			"429, OAUTH_SCOPE_MISMATCH, BiginRateLimitException", "429, DUPLICATE_DATA, BiginRateLimitException",
			"500, -, BiginServerException", "503, INVALID_DATA, BiginServerException",
			"200, INVALID_DATA, BiginInvalidRequestException", "201, DUPLICATE_DATA, BiginDuplicateException",
			"202, -, BiginInvalidRequestException", "207, MANDATORY_NOT_FOUND, BiginInvalidRequestException",
			"302, -, BiginUnreadableResponseException" })
	void becomesTheExceptionThatSaysWhatToDo(int status, String code, String exception) {
		BiginException error = ErrorDetails.responded(HttpMethod.POST, PATH, status).code(code).toException();
		assertThat(error.getClass().getSimpleName()).isEqualTo(exception);
		assertThat(error.getStatus()).isEqualTo(status);
		assertThat(error.getCode()).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "400, -, Missing connection for the requested app, true", "400, -, missing connection, true",
					"400, -, bad request, false", "400, -, -, false",
					"400, INVALID_DATA, Missing connection for the requested app, false",
					"404, -, Missing connection for the requested app, false" })
	void withoutAConnectionTheGatewaySaysSoInWords(int status, String code, String message, boolean missing) {
		BiginException error = ErrorDetails.responded(HttpMethod.GET, PATH, status)
			.code(code)
			.message(message)
			.toException();
		assertThat(error instanceof BiginNoConnectionException).isEqualTo(missing);
	}

	@Test
	void withoutAResponseItIsTheNetwork() {
		BiginException notSent = ErrorDetails.notSent(HttpMethod.POST, PATH).toException();
		assertThat(notSent).isInstanceOfSatisfying(BiginTransportException.class,
				(error) -> assertThat(error.isRequestSent()).isFalse());
		assertThat(notSent.isOutcomeUnknown()).isFalse();
		assertThat(notSent)
			.hasMessage("POST /bigin/v2/{module} was not sent. Check maton.url and the network, and call again.");
		BiginException lost = ErrorDetails.responseLost(HttpMethod.POST, PATH).toException();
		assertThat(lost).isInstanceOfSatisfying(BiginTransportException.class,
				(error) -> assertThat(error.isRequestSent()).isTrue());
		assertThat(lost.isOutcomeUnknown()).isTrue();
		assertThat(lost).hasMessage(
				"POST /bigin/v2/{module} was sent, but its response was lost. Look whether it was carried out before it is made again.");
		assertThat(lost.getStatus()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "400, false", "401, false", "403, false", "404, false", "429, false", "500, true", "502, true",
			"504, true", "302, false" })
	void knowsWhetherTheServiceMayHaveCarriedItOut(int status, boolean unknown) {
		assertThat(ErrorDetails.responded(HttpMethod.POST, PATH, status).toException().isOutcomeUnknown())
			.isEqualTo(unknown);
	}

	@ParameterizedTest
	@CsvSource({ "200, true", "201, true", "302, false", "400, true" })
	void aResponseThatCannotBeReadMayHaveBeenASuccess(int status, boolean unknown) {
		ErrorDetails failure = ErrorDetails.responded(HttpMethod.POST, PATH, status).build();
		assertThat(new BiginUnreadableResponseException(failure).isOutcomeUnknown()).isEqualTo(unknown);
	}

	@Test
	void tellsFieldAndPlaceButNoOtherDetail() {
		BiginException error = ErrorDetails.responded(HttpMethod.POST, PATH, 400)
			.code("INVALID_DATA")
			.message("invalid data")
			.details(Map.of("api_name", "Email", "json_path", "$.data[1].Email", "id", "7255024000000596045", "value",
					"watson@example.com", "duplicate_record", Map.of("Owner", Map.of("name", "Dr Mortimer"))))
			.toException();
		assertThat(error).hasMessage("POST /bigin/v2/{module} returned 400 INVALID_DATA for field Email at"
				+ " $.data[1].Email: invalid data. Correct the value of Email.");
		assertThat(error.getErrorDetails()).hasToString("POST /bigin/v2/{module} returned 400 INVALID_DATA for"
				+ " field Email at $.data[1].Email: invalid data");
		assertThat(error).isInstanceOfSatisfying(BiginInvalidRequestException.class, (invalid) -> {
			assertThat(invalid.getField()).isEqualTo("Email");
			assertThat(invalid.getJsonPath()).isEqualTo("$.data[1].Email");
		});
	}

	@Test
	void takesDetailsOfAnyShape() {
		BiginException error = ErrorDetails.responded(HttpMethod.POST, PATH, 400)
			.code("DUPLICATE_DATA")
			.details(Map.of("api_name", 1, "json_path", List.of(), "id", 7, "duplicate_record", "x"))
			.toException();
		assertThat(error).hasMessageStartingWith("POST /bigin/v2/{module} returned 400 DUPLICATE_DATA. ")
			.isInstanceOfSatisfying(BiginDuplicateException.class, (duplicate) -> {
				assertThat(duplicate.getField()).isNull();
				assertThat(duplicate.getJsonPath()).isNull();
				assertThat(duplicate.getExistingId()).isNull();
			});
	}

	@ParameterizedTest
	@MethodSource("duplicates")
	void findsTheRecordThatIsThereAlready(Map<String, Object> details) {
		BiginException error = ErrorDetails.responded(HttpMethod.POST, PATH, 200)
			.code("DUPLICATE_DATA")
			.details(details)
			.toException();
		assertThat(((BiginDuplicateException) error).getExistingId()).isEqualTo("7255024000000596045");
	}

	static Stream<Map<String, Object>> duplicates() {
		return Stream.of(Map.of("api_name", "Email", "id", "7255024000000596045"),
				Map.of("api_name", "Email", "duplicate_record",
						Map.of("id", "7255024000000596045", "module", Map.of("api_name", "Contacts"), "Owner", "x")),
				Map.of("id", "1", "duplicate_record", Map.of("id", "7255024000000596045")));
	}

	@Test
	void rateLimitSaysHowLongToWait() {
		BiginException error = ErrorDetails.responded(HttpMethod.GET, PATH, 429)
			.retryAfter(Duration.ofSeconds(7))
			.toException();
		assertThat(((BiginRateLimitException) error).getRetryAfter()).isEqualTo(Duration.ofSeconds(7));
	}

	@Test
	void detailsCannotBeChanged() {
		Map<String, Object> details = new HashMap<>(Map.of("api_name", "Email"));
		ErrorDetails failure = ErrorDetails.responded(HttpMethod.POST, PATH, 400).details(details).build();
		details.put("api_name", "Phone");
		assertThat(failure.details()).containsEntry("api_name", "Email");
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> failure.details().put("a", "b"));
	}

	@Test
	@SuppressWarnings("unchecked") // JSON
	void detailsCannotBeChangedAtAnyDepth() {
		List<Object> list = new ArrayList<>(List.of("a"));
		Map<String, Object> inner = new HashMap<>(Map.of("list", list));
		ErrorDetails failure = ErrorDetails.responded(HttpMethod.POST, PATH, 400)
			.details(Map.of("inner", inner))
			.build();
		list.add("b");
		inner.clear();
		assertThat(failure.details()).isEqualTo(Map.of("inner", Map.of("list", List.of("a"))));
		Map<String, Object> copy = (Map<String, Object>) failure.details().get("inner");
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> copy.put("a", "b"));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> ((List<Object>) copy.get("list")).add("b"));
	}

	@Test
	void masksWhatTheServiceSaidAtAnyDepth() {
		ErrorDetails failure = ErrorDetails.responded(HttpMethod.POST, PATH, 400)
			.code("x")
			.message("x")
			.details(Map.of("x", List.of("x", Map.of("x", 7)), "number", 12))
			.mask((text) -> text.replace("x", "*").replace("7", "*"))
			.build();
		assertThat(failure.code()).isEqualTo("*");
		assertThat(failure.message()).isEqualTo("*");
		assertThat(failure.details()).isEqualTo(Map.of("*", List.of("*", Map.of("*", "*")), "number", 12));
	}

	@ParameterizedTest
	@MethodSource("foreignExceptions")
	void keepsOnlyTheClassOfAnExceptionWhoseMessageCouldHoldBytesOfAResponse(Throwable foreign, String shown) {
		Throwable cause = ErrorDetails.responseLost(HttpMethod.GET, PATH).foreignCause(foreign).build().cause();
		StringBuilder chain = new StringBuilder();
		for (Throwable part = cause; part != null; part = part.getCause()) {
			chain.append(part).append('|');
			assertThat(part.getSuppressed()).isEmpty();
			assertThat(part.getStackTrace()).isNotEmpty();
		}
		assertThat(chain).hasToString(shown);
	}

	static Stream<Arguments> foreignExceptions() {
		Throwable withSuppressed = new ConnectException("Connection refused");
		withSuppressed.addSuppressed(new IllegalStateException("secret"));
		return Stream.of(
				Arguments.of(new ConnectException("Connection refused: localhost"),
						"java.net.ConnectException: Connection refused: localhost|"),
				Arguments.of(new IOException("Connection reset by peer"),
						"java.io.IOException: Connection reset by peer|"),
				Arguments.of(new IOException("secret"), "java.io.IOException|"),
				Arguments.of(new IllegalArgumentException("invalid version format: secret"),
						"java.lang.IllegalArgumentException|"),
				Arguments.of(new IllegalStateException("secret", new ConnectException("refused")),
						"java.lang.IllegalStateException|java.net.ConnectException: refused|"),
				Arguments.of(new SSLHandshakeException("bad").initCause(new IllegalStateException("secret")),
						"javax.net.ssl.SSLHandshakeException|java.lang.IllegalStateException|"),
				Arguments.of(withSuppressed, "java.net.ConnectException|"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void needsToKnowTheCall(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> ErrorDetails.notSent(HttpMethod.GET, path));
	}

	@ParameterizedTest
	@MethodSource("exceptions")
	void survivesSerialization(Function<ErrorDetails, BiginException> constructor) throws Exception {
		Map<String, Object> details = new HashMap<>();
		details.put("api_name", "Email");
		details.put("duplicate_record", new HashMap<>(Map.of("id", "7255024000000596045")));
		details.put("expected", List.of("a", "b"));
		details.put("nothing", null);
		BiginException error = constructor.apply(ErrorDetails.responded(HttpMethod.PATCH, PATH, 429)
			.code("A_CODE")
			.message("a message")
			.details(details)
			.retryAfter(Duration.ofSeconds(7))
			.cause(new IOException("below"))
			.build());
		BiginException copy = copy(error);
		assertThat(copy).hasSameClassAs(error).hasMessage(error.getMessage()).hasRootCauseMessage("below");
		assertThat(copy.getMethod()).isEqualTo(HttpMethod.PATCH);
		assertThat(copy.getPathTemplate()).isEqualTo(PATH);
		assertThat(copy.getStatus()).isEqualTo(429);
		assertThat(copy.getCode()).isEqualTo("A_CODE");
		assertThat(copy.getDetails()).isEqualTo(details);
		assertThat(copy.getErrorDetails().requestState()).isEqualTo(RequestState.RESPONDED);
		assertThat(copy.getErrorDetails().retryAfter()).isEqualTo(Duration.ofSeconds(7));
		assertThat(copy.isOutcomeUnknown()).isEqualTo(error.isOutcomeUnknown());
	}

	static Stream<Arguments> exceptions() {
		return Stream
			.<Function<ErrorDetails, BiginException>>of(BiginAuthenticationException::new, BiginDuplicateException::new,
					BiginInvalidRequestException::new, BiginNotFoundException::new, BiginPermissionException::new,
					BiginRateLimitException::new, BiginScopeException::new, BiginServerException::new,
					BiginTransportException::new, BiginUnreadableResponseException::new)
			.map(Arguments::of);
	}

	private static BiginException copy(BiginException error) throws IOException, ClassNotFoundException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream output = new ObjectOutputStream(bytes)) {
			output.writeObject(error);
		}
		try (ObjectInputStream input = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
			return (BiginException) input.readObject();
		}
	}

}
