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

package io.github.biginspring.sample;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.reactive.server.assertj.WebTestClientResponse;

import io.github.biginspring.error.BiginCreditLimitException;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginOverloadException;
import io.github.biginspring.error.BiginShutdownException;
import io.github.biginspring.error.BiginTimeoutException;
import io.github.biginspring.error.BiginUnavailableException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.error.ErrorDetailsBuilder;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.fault.Fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link BiginExceptionHandler}.
 */
@SampleApplicationTest
class BiginExceptionHandlerTests {

	@Autowired
	private ApiClient api;

	@Autowired
	private BiginSimulator simulator;

	@BeforeEach
	void reset() {
		this.simulator.reset();
	}

	@Test
	void respondsARefusedRecordWith422AndWhereItIsWrong() {
		problem(this.api.post("/api/contacts", "{\"First_Name\":\"Florence\"}"), HttpStatus.UNPROCESSABLE_CONTENT, """
				{"title":"Bigin refused the request","code":"MANDATORY_NOT_FOUND","field":"Last_Name",
				"jsonPath":"$.data[0].Last_Name"}""");
	}

	@Test
	void respondsADuplicateWith409AndTheRecordThatIsThere() {
		String contact = "{\"Last_Name\":\"Nightingale\",\"Email\":\"florence@lamp.example\"}";
		String location = this.api.post("/api/contacts", contact)
			.getExchangeResult()
			.getResponseHeaders()
			.getFirst(HttpHeaders.LOCATION);
		problem(this.api.post("/api/contacts", contact), HttpStatus.CONFLICT, """
				{"title":"There is such a record already","code":"DUPLICATE_DATA","field":"Email","existingId":"%s"}"""
			.formatted(location.substring("/api/contacts/".length())));
	}

	@Test
	void respondsWhatBiginDoesNotKnowWith404() {
		this.simulator.faults().next(Fault.status(404));
		problem(this.api.get("/api/contacts"), HttpStatus.NOT_FOUND, """
				{"title":"Bigin has no such thing"}""");
	}

	@Test
	void respondsARateLimitWith503AndHowLongToWait() {
		this.simulator.faults().next(Fault.rateLimited().retryAfter(Duration.ofSeconds(7)));
		WebTestClientResponse response = this.api.get("/api/contacts");
		problem(response, HttpStatus.SERVICE_UNAVAILABLE, """
				{"title":"Bigin takes no more requests for now","code":"TOO_MANY_REQUESTS"}""");
		assertThat(response).hasHeader(HttpHeaders.RETRY_AFTER, "7");
	}

	@Test
	void doesNotMakeUpHowLongToWait() {
		this.simulator.faults().next(Fault.rateLimited());
		assertThat(this.api.get("/api/contacts")).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
			.doesNotContainHeader(HttpHeaders.RETRY_AFTER);
	}

	@Test
	void respondsABadApiKeyWith502() {
		this.simulator.faults().next(Fault.badApiKey());
		problem(this.api.get("/api/contacts"), HttpStatus.BAD_GATEWAY, """
				{"title":"The API key or the connection is no longer good"}""");
	}

	@Test
	void respondsAMissingScopeWith502() {
		this.simulator.faults().next(Fault.scopeMismatch());
		problem(this.api.get("/api/contacts"), HttpStatus.BAD_GATEWAY, """
				{"title":"The connection lacks an OAuth scope for this","code":"OAUTH_SCOPE_MISMATCH"}""");
	}

	@Test
	void respondsAMissingPermissionWith403() {
		this.simulator.faults().next(Fault.status(403).body("application/json", """
				{"code":"NO_PERMISSION","details":{},"message":"permission denied","status":"error"}"""));
		problem(this.api.get("/api/contacts"), HttpStatus.FORBIDDEN, """
				{"title":"The user behind the connection may not do this in Bigin","code":"NO_PERMISSION"}""");
	}

	@Test
	void respondsAFailureOfBiginWith502() {
		this.simulator.faults().next(Fault.internalError());
		WebTestClientResponse response = this.api.get("/api/contacts");
		problem(response, HttpStatus.BAD_GATEWAY, """
				{"title":"Bigin failed","code":"INTERNAL_ERROR"}""");
		assertThat(response).bodyJson().doesNotHavePath("$.outcomeUnknown");
	}

	@Test
	void saysWhereTheOutcomeOfAWriteIsUnknown() {
		this.simulator.faults().next(Fault.internalError().afterTakingEffect());
		problem(this.api.post("/api/contacts", "{\"Last_Name\":\"Nightingale\"}"), HttpStatus.BAD_GATEWAY, """
				{"title":"Bigin failed","outcomeUnknown":true}""");
	}

	@Test
	void respondsALostConnectionWith504() {
		this.simulator.faults().next(Fault.connectionReset());
		problem(this.api.get("/api/contacts"), HttpStatus.GATEWAY_TIMEOUT, """
				{"title":"No response came from Bigin"}""");
	}

	@Test
	void respondsToAnUnreadableResponseWith502() {
		this.simulator.faults().next(Fault.html());
		problem(this.api.get("/api/contacts"), HttpStatus.BAD_GATEWAY, """
				{"title":"Bigin failed"}""");
	}

	@ParameterizedTest
	@MethodSource
	void respondsWhatIsNotSentWith503AndWhenToTryAgain(BiginException failure, String title, String retryAfter) {
		ResponseEntity<ProblemDetail> response = respond(failure);
		assertThat(response.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
		assertThat(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo(retryAfter);
		assertThat(response.getBody().getTitle()).isEqualTo(title);
		assertThat(response.getBody().getProperties()).containsKey("advice").doesNotContainKey("outcomeUnknown");
	}

	static Stream<Arguments> respondsWhatIsNotSentWith503AndWhenToTryAgain() {
		ErrorDetails notSent = ErrorDetails.notSent(HttpMethod.POST, "/bigin/v2/{module}").build();
		return Stream.of(
				arguments(new BiginOverloadException(notSent), "Too many requests wait for Bigin already", "60"),
				arguments(new BiginCreditLimitException(notSent), "The credits for today are used up", "3600"),
				arguments(new BiginUnavailableException(ErrorDetails.notSent(HttpMethod.POST, "/bigin/v2/{module}")
					.retryAfter(Duration.ofMillis(29_500))
					.build()), "Bigin failed too often, so nothing is sent for a while", "30"),
				arguments(new BiginShutdownException(notSent), "The application is about to stop", null));
	}

	@Test
	void respondsATimeoutWith504AndWhetherToLookFirst() {
		ProblemDetail waited = new BiginExceptionHandler()
			.handleLost(new BiginTimeoutException(ErrorDetails.notSent(HttpMethod.POST, "/bigin/v2/{module}").build()));
		assertThat(waited.getStatus()).isEqualTo(504);
		assertThat(waited.getProperties()).containsEntry("advice", "Try again in a moment.");
		ProblemDetail lost = new BiginExceptionHandler().handleLost(
				new BiginTimeoutException(ErrorDetails.responseLost(HttpMethod.POST, "/bigin/v2/{module}").build()));
		assertThat(lost.getTitle()).isEqualTo("Bigin took too long");
		assertThat(lost.getProperties()).containsEntry("outcomeUnknown", true)
			.containsEntry("advice", "It may have been carried out or not: look before you do it again.");
	}

	@ParameterizedTest
	@MethodSource
	void saysWhatToDoInWordsForPeople(BiginException failure) {
		Explanation explanation = Explanation.of(failure);
		assertThat(explanation.title() + explanation.advice()).doesNotContain("{", "/", "bigin.", "maton.", "PT",
				"Exception", "null");
		assertThat(explanation.advice()).endsWith(".");
		assertThat(Explanation.subject(failure)).isEqualTo("writing contacts");
	}

	static Stream<BiginException> saysWhatToDoInWordsForPeople() {
		return Stream.of(responded(400), responded(400).code("INVALID_DATA"), responded(400).code("DUPLICATE_DATA"),
				responded(400).code("MANDATORY_NOT_FOUND"), responded(400).message("Missing connection"),
				responded(401), responded(401).code("OAUTH_SCOPE_MISMATCH"), responded(403), responded(404),
				responded(429).retryAfter(Duration.ofSeconds(90)), responded(500),
				ErrorDetails.responseLost(HttpMethod.POST, "/bigin/v2/{module}")
					.operation("upsert.stream")
					.module("Contacts"))
			.map(ErrorDetailsBuilder::toException);
	}

	private static ErrorDetailsBuilder responded(int status) {
		return ErrorDetails.responded(HttpMethod.POST, "/bigin/v2/{module}", status)
			.operation("create")
			.module("Contacts");
	}

	private static ResponseEntity<ProblemDetail> respond(BiginException failure) {
		BiginExceptionHandler handler = new BiginExceptionHandler();
		if (failure instanceof BiginOverloadException overload) {
			return handler.handle(overload);
		}
		return (failure instanceof BiginCreditLimitException credits) ? handler.handle(credits)
				: handler.handleUnavailable(failure);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/api/contacts/abc         | Not a record id: 'abc'. It holds digits only, as '7255024000000596045' does
			/api/contacts?perPage=500 | Not a page size: 500. A page holds 1 to 200 records
			/api/contacts?order=up    | Not an order: 'up'. It is asc or desc
			/api/contacts?page=two    | The parameter page has to be of type int
			""")
	void respondsABadRequestWith400AndWhatIsWrong(String uri, String detail) {
		problem(this.api.get(uri), HttpStatus.BAD_REQUEST, """
				{"title":"Bad Request","detail":"%s"}""".formatted(detail));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{\"Last_Name\":", "[]", "\"Nightingale\"" })
	void respondsAnUnreadableBodyWith400(String body) {
		problem(this.api.post("/api/contacts", body), HttpStatus.BAD_REQUEST, """
				{"title":"Bad Request",
				"detail":"The body has to be one JSON object, with the field names of Bigin's API"}""");
	}

	@Test
	void respondsAnUnknownPathWith404() {
		problem(this.api.get("/api/leads"), HttpStatus.NOT_FOUND, """
				{"title":"Not Found","instance":"/api/leads"}""");
	}

	private void problem(WebTestClientResponse response, HttpStatus status, String expected) {
		assertThat(response).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(response).bodyJson().isLenientlyEqualTo(expected);
		assertThat(response).bodyText()
			.doesNotContain(this.simulator.apiKey(), this.simulator.url(), "trace", "java.", "spring");
	}

}
