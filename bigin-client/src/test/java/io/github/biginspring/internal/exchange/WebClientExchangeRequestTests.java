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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.time.InstantSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.internal.call.UriVariable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What goes over the wire.
 */
class WebClientExchangeRequestTests {

	private final LocalServer server = new LocalServer();

	@AfterEach
	void closeServer() {
		this.server.close();
	}

	@Test
	void carriesTheKeyAndAsksForJson() {
		send(BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/settings/modules"));
		LocalServer.Received request = this.server.request();
		assertThat(request.method()).isEqualTo("GET");
		assertThat(request.uri()).isEqualTo("/zoho-bigin/bigin/v2/settings/modules");
		assertThat(request.headers().get("Authorization")).containsExactly("Bearer the-key");
		assertThat(request.headers().get("Accept")).containsExactly("application/json");
		assertThat(request.headers().get("User-Agent")).singleElement().asString().startsWith("bigin-spring-boot");
		assertThat(request.headers().containsHeader("Content-Type")).isFalse();
		assertThat(request.body()).isEmpty();
	}

	@Test
	void asksForAStreamUncompressed() {
		send(BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
			.readStreamed((response) -> response.content().map(DataBufferUtils::release).then()));
		assertThat(this.server.request().headers().get("Accept-Encoding")).containsExactly("identity");
	}

	@Test
	void asksForAllElseCompressed() {
		send(BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org"));
		assertThat(this.server.request().headers().get("Accept-Encoding")).containsExactly("gzip");
	}

	@Test
	void leavesTheConnectionToTheGatewayUnlessToldOtherwise() {
		send(BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org"));
		assertThat(this.server.request().headers().containsHeader("Maton-Connection")).isFalse();
	}

	@Test
	void goesOnTheConnectionOfTheCall() {
		send(BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
			.discardResponse()
			.onConnection("other-2"));
		assertThat(this.server.request().headers().get("Maton-Connection")).containsExactly("other-2");
	}

	@Test
	void namesNoConnectionToTheControlPlane() {
		send(BiginCall.control(CallEffect.READ, HttpMethod.GET, "/connections")
			.discardResponse()
			.onConnection("other-2"));
		LocalServer.Received request = this.server.request();
		assertThat(request.uri()).isEqualTo("/connections");
		assertThat(request.headers().containsHeader("Maton-Connection")).isFalse();
		assertThat(request.headers().get("Authorization")).containsExactly("Bearer the-key");
	}

	@Test
	void sendsTheCallsOwnHeadersButNeverAnotherKey() {
		send(BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
			.header("If-Modified-Since", "2026-02-06T00:28:53-08:00")
			.header("Authorization", "Bearer another"));
		assertThat(this.server.request().headers().get("If-Modified-Since"))
			.containsExactly("2026-02-06T00:28:53-08:00");
		assertThat(this.server.request().headers().get("Authorization")).containsExactly("Bearer the-key");
	}

	@Test
	void noFilterSeesTheKeyOrPutsAnotherOneInItsPlace() {
		HttpHeaders seen = new HttpHeaders();
		WebClient webClient = WebClient.builder()
			.defaultHeader("Authorization", "Bearer default")
			.filter((request, next) -> {
				seen.addAll(request.headers());
				return next.exchange(ClientRequest.from(request)
					.headers((headers) -> headers.setBearerAuth("filter"))
					.header("X-Filter", "1")
					.build());
			})
			.build();
		exchange(webClient, this.server.url()).exchange(onOtherConnection()).block();
		assertThat(seen.get("Authorization")).containsExactly("Bearer default");
		HttpHeaders headers = this.server.request().headers();
		assertThat(headers.get("Authorization")).containsExactly("Bearer the-key");
		assertThat(headers.get("Maton-Connection")).containsExactly("other-2");
		assertThat(headers.get("X-Filter")).containsExactly("1");
	}

	@Test
	void carriesTheKeyByAnotherHttpClientAsWell() {
		WebClient webClient = WebClient.builder().clientConnector(new JdkClientHttpConnector()).build();
		exchange(webClient, this.server.url()).exchange(onOtherConnection()).block();
		HttpHeaders headers = this.server.request().headers();
		assertThat(headers.get("Authorization")).containsExactly("Bearer the-key");
		assertThat(headers.get("Maton-Connection")).containsExactly("other-2");
		assertThat(headers.get("Accept")).containsExactly("application/json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "localhost" })
	void theKeyGoesNowhereElseEvenWhereRedirectsAreFollowed(String host) {
		try (LocalServer other = new LocalServer()) {
			this.server.respondsWith(307, "application/json", "{}",
					Map.of("Location", "http://" + host + ":" + other.url().getPort() + "/elsewhere"));
			WebClient webClient = WebClient.builder()
				.clientConnector(new ReactorClientHttpConnector(HttpClient.create().followRedirect(true)))
				.build();
			exchange(webClient, this.server.url()).exchange(onOtherConnection()).block();
			assertThat(other.request().headers().containsHeader("Authorization")).isFalse();
			assertThat(other.request().headers().containsHeader("Maton-Connection")).isFalse();
		}
	}

	@Test
	void theApplicationsStatusHandlersDoNotApply() {
		WebClient webClient = WebClient.builder()
			.defaultStatusHandler((status) -> true, (response) -> Mono.error(new IllegalStateException("handled")))
			.build();
		exchange(webClient, this.server.url()).exchange(onOtherConnection()).block();
		assertThat(this.server.received()).hasSize(1);
	}

	private static BiginCall<Void> onOtherConnection() {
		return BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org")
			.discardResponse()
			.onConnection("other-2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\r\nX-Evil: 1", "a\nb", "a\u0000b" })
	void refusesAHeaderThatWouldBecomeTwo(String value) {
		BiginCallBuilder call = BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org");
		assertThatIllegalArgumentException().isThrownBy(() -> call.header("If-Modified-Since", value))
			.withMessage("The value of header 'If-Modified-Since' holds a control character");
	}

	@Test
	void sendsTheBodyByteForByte() {
		String json = "{\"data\":[{\"Last_Name\":\"O'Brien \u00e9\u6f22\ud83d\ude00\"}],\"trigger\":[]}";
		send(BiginCall.gateway(CallEffect.ONCE, HttpMethod.POST, "/bigin/v2/{module}", UriVariable.module("Contacts"))
			.body(json.getBytes(StandardCharsets.UTF_8)));
		LocalServer.Received request = this.server.request();
		assertThat(request.uri()).isEqualTo("/zoho-bigin/bigin/v2/Contacts");
		assertThat(request.headers().get("Content-Type")).containsExactly("application/json");
		assertThat(request.body()).isEqualTo(json);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a+b", "a&b=c", "100%", "%41", "a#b", "a b", "a/b", "a?b", "a=b", "a;b", "a:b", "a@b",
			"\u00e9", "\u6f22\u5b57", "\ud83d\ude00", "a,b", "(a)", "[a]", "{a}", "a|b", "a\\b", "\"a\"", "'a'", "<a>",
			"a$b!*~^`", "../a", "a\nb" })
	void everyCharacterArrivesAsItself(String value) {
		send(BiginCall
			.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/{first}/x/{second}", new UriVariable(value),
					UriVariable.recordId("42"))
			.query("criteria", value)
			.query("fields", "id"));
		String uri = this.server.request().uri();
		// visible ASCII without reserved characters, so that every server reads the same
		assertThat(uri).matches("/zoho-bigin/bigin/v2/[A-Za-z0-9%._~-]+/x/42\\?criteria=[A-Za-z0-9%._~-]+&fields=id");
		String path = uri.substring("/zoho-bigin/bigin/v2/".length(), uri.indexOf("/x/42"));
		String query = uri.substring(uri.indexOf("criteria=") + "criteria=".length(), uri.lastIndexOf("&fields"));
		assertThat(URLDecoder.decode(path, StandardCharsets.UTF_8)).isEqualTo(value);
		assertThat(URLDecoder.decode(query, StandardCharsets.UTF_8)).isEqualTo(value);
	}

	@Test
	void keepsAnEmptyQueryValueAndLeavesOutOneThatIsNull() {
		send(BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/users")
			.query("type", "")
			.query("page", null)
			.query("x", 1));
		assertThat(this.server.request().uri()).isEqualTo("/zoho-bigin/bigin/v2/users?type=&x=1");
	}

	@Test
	void keepsThePathOfTheEndpoint() {
		BiginCall<Void> call = BiginCall.control(CallEffect.READ, HttpMethod.GET, "/connections").discardResponse();
		exchange(URI.create(this.server.url() + "/behind/a/proxy/")).exchange(call).block();
		assertThat(this.server.request().uri()).isEqualTo("/behind/a/proxy/connections");
	}

	@Test
	void refusesACallWhosePathAndVariablesDoNotMatch() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/{module}/{id}",
					UriVariable.module("Contacts")))
			.withMessageContaining("/bigin/v2/{module}/{id}")
			.withMessageContaining("2")
			.withMessageContaining("1");
	}

	@Test
	void callsNothingBeforeItIsSubscribedToAndOnceForEachSubscription() {
		Mono<String> response = exchange(this.server.url())
			.exchange(BiginCall.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/org").read((given) -> "read"));
		// a call of another exchange shows that the first one had its time
		send(BiginCall.control(CallEffect.READ, HttpMethod.GET, "/connections"));
		assertThat(this.server.received()).hasSize(1);
		StepVerifier.create(response).expectNext("read").verifyComplete();
		StepVerifier.create(response).expectNext("read").verifyComplete();
		assertThat(this.server.received()).hasSize(3);
	}

	@Test
	void showsNeitherKeyNorValuesAsText() {
		BiginCall<Void> call = BiginCall
			.gateway(CallEffect.READ, HttpMethod.GET, "/bigin/v2/{module}/search", UriVariable.module("Contacts"))
			.query("email", "ada@example.org")
			.discardResponse();
		assertThat(call).hasToString("GET /bigin/v2/{module}/search");
		assertThat(exchange(this.server.url()).toString()).doesNotContain("the-key");
	}

	private void send(BiginCallBuilder call) {
		send(call.discardResponse());
	}

	private void send(BiginCall<Void> call) {
		exchange(this.server.url()).exchange(call).block();
	}

	private static CallExchange exchange(URI url) {
		return exchange(WebClient.create(), url);
	}

	private static CallExchange exchange(WebClient webClient, URI url) {
		return new WebClientExchange(webClient, MatonEndpoint.of(url), ApiKey.of("the-key"), JsonMapper.shared(),
				InstantSource.system());
	}

}
