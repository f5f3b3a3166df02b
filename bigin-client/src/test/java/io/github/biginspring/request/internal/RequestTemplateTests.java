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

package io.github.biginspring.request.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.retry.backoff.NoBackOffPolicy;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.error.BiginServerException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.file.FileContent;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.request.BiginRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link BiginRequest}, by HTTP.
 */
class RequestTemplateTests {

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
	void refusesWhatIsNoObjectToBeWrittenAsJson() {
		BiginRequest request = this.bigin.request(HttpMethod.POST, "/bigin/v2/{module}", "Contacts");
		for (Object ready : new Object[] { "{}", new byte[] { '{', '}' } }) {
			assertThatIllegalArgumentException().isThrownBy(() -> request.body(ready))
				.withMessageContaining("body(content, type)");
		}
		assertThatIllegalArgumentException().isThrownBy(() -> request.body(Mono.just(Map.of())))
			.withMessageContaining("not a Publisher");
	}

	@Test
	void sendsARequestAndReadsItsResponseAsJson() {
		this.server.respondsWith(200, "{\"timelines\":[{\"id\":\"1\"}]}");
		JsonNode json = this.bigin.withConnection("c1")
			.request(HttpMethod.GET, "/bigin/v2/{module}/{id}/Timeline", "Contacts", 42)
			.query("filter", "a&b=c d+é")
			.query("none", null)
			.header("If-Modified-Since", "yesterday")
			.retrieveJson()
			.block(LONG);
		assertThat(json).isNotNull();
		assertThat(json.at("/timelines/0/id").asString()).isEqualTo("1");
		LocalServer.Received request = this.server.request();
		assertThat(request.method()).isEqualTo("GET");
		assertThat(request.uri()).isEqualTo("/zoho-bigin/bigin/v2/Contacts/42/Timeline?filter=a%26b%3Dc%20d%2B%C3%A9");
		assertThat(request.headers().getFirst("Authorization")).isEqualTo("Bearer key");
		assertThat(request.headers().getFirst("Maton-Connection")).isEqualTo("c1");
		assertThat(request.headers().getFirst("If-Modified-Since")).isEqualTo("yesterday");
	}

	@Test
	void everyStepIsACopy() {
		this.server.respondsWith(200, "{}");
		BiginRequest request = this.bigin.request(HttpMethod.GET, "/bigin/v2/org");
		request.query("a", 1);
		request.header("X-A", "1");
		request.retrieveJson().block(LONG);
		assertThat(this.server.request().uri()).isEqualTo("/zoho-bigin/bigin/v2/org");
		assertThat(this.server.request().headers().containsHeader("X-A")).isFalse();
	}

	@Test
	void writesABodyAsJson() {
		this.server.respondsWith(200, "{\"done\":true}");
		Done done = this.bigin.request(HttpMethod.POST, "/bigin/bulk/v2/read")
			.body(Map.of("query", "é"))
			.retrieve(Done.class)
			.block(LONG);
		assertThat(done).isEqualTo(new Done(true));
		assertThat(this.server.request().body()).isEqualTo("{\"query\":\"é\"}");
		assertThat(this.server.request().headers().getFirst("Content-Type")).isEqualTo("application/json");
	}

	@Test
	void sendsABodyOfAnotherTypeAndTakesTheResponseAsItIs() {
		this.server.respondsWith(200, "text/csv", "a,b", Map.of("X-Info", "1"));
		BiginRequest request = this.bigin.request(HttpMethod.PUT, "/bigin/v2/things")
			.body("x".getBytes(StandardCharsets.UTF_8), MediaType.TEXT_PLAIN)
			.header("Accept", "text/csv");
		assertThat(request.retrieveBytes().block(LONG)).asString().isEqualTo("a,b");
		assertThat(request.retrieve(String.class).block(LONG)).isEqualTo("a,b");
		assertThat(request.retrieve(Void.class).blockOptional(LONG)).isEmpty();
		StepVerifier.create(request.toEntity(String.class)).assertNext((entity) -> {
			assertThat(entity.getStatusCode().value()).isEqualTo(200);
			assertThat(entity.getHeaders().getFirst("X-Info")).isEqualTo("1");
			assertThat(entity.getBody()).isEqualTo("a,b");
		}).expectComplete().verify(LONG);
		LocalServer.Received first = this.server.received().get(0);
		assertThat(first.headers().getFirst("Content-Type")).isEqualTo("text/plain");
		assertThat(first.headers().get("Accept")).containsExactly("text/csv");
	}

	@Test
	void sendsAFileAndStreamsAResponse() {
		this.server.streams(200, Flux.just("a", "b"));
		String response = this.bigin.request(HttpMethod.POST, "/bigin/v2/files")
			.file("file", FileContent.of("a.txt", Flux.empty()))
			.stream()
			.map((buffer) -> {
				String text = buffer.toString(StandardCharsets.UTF_8);
				DataBufferUtils.release(buffer);
				return text;
			})
			.reduce("", String::concat)
			.block(LONG);
		assertThat(response).isEqualTo("ab");
		assertThat(this.server.request().body()).contains("filename=\"a.txt\"");
	}

	@Test
	void aResponseWithoutABodyIsEmpty() {
		this.server.respondsWith(204);
		BiginRequest request = this.bigin.request(HttpMethod.GET, "/bigin/v2/org");
		assertThat(request.retrieveJson().blockOptional(LONG)).isEmpty();
		assertThat(request.retrieveBytes().blockOptional(LONG)).isEmpty();
		StepVerifier.create(request.toEntity(JsonNode.class)).assertNext((entity) -> {
			assertThat(entity.getStatusCode().value()).isEqualTo(204);
			assertThat(entity.getBody()).isNull();
		}).expectComplete().verify(LONG);
	}

	@Test
	void aFailureIsOneOfTheClientsOwnAndNamesThePathTemplateOnly() {
		this.server.respondsWith(404, "{\"code\":\"INVALID_URL_PATTERN\",\"message\":\"none\"}");
		StepVerifier.create(this.bigin.request(HttpMethod.GET, "/bigin/v2/{module}", "Secret").retrieveJson())
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(BiginNotFoundException.class)
				.hasMessageStartingWith("GET /bigin/v2/{module} returned 404 INVALID_URL_PATTERN: none"))
			.verify(LONG);
	}

	@Test
	void aResponseThatIsNoJsonIsUnreadable() {
		this.server.respondsWith(200, "text/html", "<html>", Map.of());
		StepVerifier.create(this.bigin.request(HttpMethod.GET, "/bigin/v2/org").retrieveJson())
			.expectError(BiginUnreadableResponseException.class)
			.verify(LONG);
	}

	@ParameterizedTest
	@CsvSource({ "GET,,5", "DELETE,,5", "POST,,1", "PATCH,,1", "POST,true,5", "GET,false,1" })
	void isRepeatedAfterAServerErrorByItsMethodOrAsSaid(String method, Boolean idempotent, int attempts) {
		this.server.respondsWith(503, "");
		BiginRequest request = this.bigin.request(HttpMethod.valueOf(method), "/bigin/v2/org");
		StepVerifier.create(((idempotent != null) ? request.idempotent(idempotent) : request).retrieve(Void.class))
			.expectError(BiginServerException.class)
			.verify(LONG);
		assertThat(this.server.received()).hasSize(attempts);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "https://evil.example/bigin/", "//evil.example/bigin/", "/connections", "bigin/v2/org",
			"/bigin", "/bigin/", "/bigin/v2/../../other", "/bigin/./v2", "/bigin//v2", "/bigin/v2/%2e%2e/x",
			"/bigin/v2/a?b=c", "/bigin/v2/a#b", "/bigin/v2/a b", "/bigin/v2/a\r\nHost: evil", "/bigin/v2/\\..\\x",
			"/bigin/v2/@evil", "/bigin/v2/{a", "/bigin/v2/a}", "/bigin/v2/.{a}", "/bigin/v2/{}", "/bigin/v2/é",
			"/Bigin/v2/org" })
	void refusesAPathThatCouldLeadElsewhere(String path) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.request(HttpMethod.GET, path))
			.withMessageStartingWith("A path ")
			.withMessageNotContaining("evil");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "..", "../x", "a/b", "a\\b", "a\nb", "a\u0000" })
	void refusesAVariableThatCouldLeadElsewhere(String value) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.bigin.request(HttpMethod.GET, "/bigin/v2/{module}", value));
	}

	@ParameterizedTest
	@CsvSource({ "/bigin/v2/Contacts/7255024000000596045, /bigin/v2/Contacts/{id}",
			"/bigin/v2/Contacts/7/Notes, /bigin/v2/Contacts/{id}/Notes",
			"/bigin/v2/files/3f2504e0-4f89-11d3-9a0c-0305e82c3301, /bigin/v2/files/{id}",
			"/bigin/v2/files/c1ba1b2f0c2a4d6e8f90a1b2c3d4e5f6, /bigin/v2/files/{id}",
			"/bigin/v2/CustomModule5001/actions, /bigin/v2/CustomModule5001/actions" })
	void anIdInThePathIsNoPartOfItsTemplate(String path, String template) {
		RequestPath parsed = RequestPath.of(path);
		assertThat(parsed.template()).isEqualTo(template);
		assertThat(RequestPath.of("/bigin/v2/{module}/7/{relation}", "Contacts", "Notes"))
			.isEqualTo(RequestPath.of("/bigin/v2/{module}/{id}/{relation}", "Contacts", "7", "Notes"));
	}

	@Test
	void encodesAllElseInAVariable() {
		this.server.respondsWith(200, "{}");
		this.bigin.request(HttpMethod.GET, "/bigin/v2/{module}", "a b%2F?#;é").retrieveJson().block(LONG);
		assertThat(this.server.request().uri()).isEqualTo("/zoho-bigin/bigin/v2/a%20b%252F%3F%23%3B%C3%A9");
	}

	@Test
	void refusesVariablesThatDoNotFitThePath() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.bigin.request(HttpMethod.GET, "/bigin/v2/{a}/{b}", "x"))
			.withMessageContaining("takes 2 variables, not 1");
	}

	@ParameterizedTest
	@CsvSource({ "Authorization,the API key itself", "authorization,the API key itself", "Host,sets it itself",
			"Maton-Connection,withConnection", "MATON-CONNECTION,withConnection", "Content-Length,sets it itself",
			"Transfer-Encoding,sets it itself", "Content-Type,with the body" })
	void refusesTheClientsOwnHeaders(String name, String instead) {
		BiginRequest request = this.bigin.request(HttpMethod.GET, "/bigin/v2/org");
		assertThatIllegalArgumentException().isThrownBy(() -> request.header(name, "x")).withMessageContaining(instead);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\r\nX-Evil: 1", "a\n", "é", "a\u0000" })
	void refusesWhatNoHeaderCanHold(String text) {
		BiginRequest request = this.bigin.request(HttpMethod.GET, "/bigin/v2/org");
		assertThatIllegalArgumentException().isThrownBy(() -> request.header("X-A", text));
		assertThatIllegalArgumentException().isThrownBy(() -> request.header(text, "a"));
	}

	record Done(@JsonProperty("done") boolean done) {

	}

}
