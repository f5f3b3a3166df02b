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

import java.util.List;

import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.error.BiginAuthenticationException;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginScopeException;
import io.github.biginspring.error.BiginUnreadableResponseException;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * How the service and the gateway respond to requests that they refuse.
 */
class ErrorResponseExamplesTests {

	@RegisterExtension
	static final CannedService service = new CannedService();

	private final BiginTemplate bigin = service.bigin();

	private BiginException failure() {
		BiginException failure = catchThrowableOfType(BiginException.class,
				() -> await(this.bigin.query("Contacts").fields("Email").page(1)));
		assertThat(failure).isNotNull();
		return failure;
	}

	@Test
	void scopeMismatch() {
		service.respondsWith(401, "{\"code\":\"OAUTH_SCOPE_MISMATCH\",\"details\":{},"
				+ "\"message\":\"invalid oauth scope to access this URL\",\"status\":\"error\"}");
		assertThat(failure()).isInstanceOf(BiginScopeException.class)
			.hasMessageContaining("invalid oauth scope to access this URL");
	}

	@Test
	void tooManyRequests() {
		service.respondsWith(429, "{\"code\":\"TOO_MANY_REQUESTS\",\"details\":{},"
				+ "\"message\":\"too many requests. please try again after some time\",\"status\":\"error\"}");
		assertThat(failure()).isInstanceOf(BiginRateLimitException.class);
		assertThat(service.requests()).isEqualTo(5);
	}

	@Test
	void endOfPageNumbers() {
		service.respondsWith(400,
				"{\"code\":\"DISCRETE_PAGINATION_LIMIT_EXCEEDED\",\"details\":{\"limit\":2000},"
						+ "\"message\":\"You can only get the first 2000 records without using page_token param\","
						+ "\"status\":\"error\"}");
		BiginException failure = failure();
		assertThat(failure).isInstanceOf(BiginInvalidRequestException.class);
		assertThat(failure.getDetails()).containsEntry("limit", 2000);
	}

	@Test
	void everyDetailThatIsKnown() {
		service.respondsWith(400, """
				{"code":"INVALID_QUERY","details":{"reason":"invalid operator","api_name":"Email","operator":"like",
				"param_name":"criteria","param_names":["criteria","email"],"limit":10,"permissions":["Crm_Implied"],
				"resource_path_index":1},"message":"invalid query formed","status":"error"}""");
		BiginException failure = failure();
		assertThat(failure.getDetails()).containsEntry("reason", "invalid operator")
			.containsEntry("operator", "like")
			.containsEntry("param_name", "criteria")
			.containsEntry("param_names", List.of("criteria", "email"))
			.containsEntry("limit", 10)
			.containsEntry("permissions", List.of("Crm_Implied"))
			.containsEntry("resource_path_index", 1);
		assertThat(((BiginInvalidRequestException) failure).getField()).isEqualTo("Email");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"error\":\"Invalid or missing Maton API key\"}",
			"{\"message\":\"Invalid or missing Maton API key\"}",
			"{\"error\":{\"message\":\"Invalid or missing Maton API key\",\"code\":7}}" })
	void badKeyInAnyShape(String body) {
		service.respondsWith(401, body);
		assertThat(failure()).isInstanceOf(BiginAuthenticationException.class)
			.hasMessageContaining("Invalid or missing Maton API key");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "400;BiginInvalidRequestException", "401;BiginAuthenticationException",
					"403;BiginPermissionException", "404;BiginNotFoundException", "405;BiginInvalidRequestException",
					"413;BiginInvalidRequestException", "415;BiginInvalidRequestException",
					"418;BiginInvalidRequestException", "429;BiginRateLimitException", "500;BiginServerException",
					"502;BiginServerException", "503;BiginServerException", "504;BiginServerException" })
	void statusesWithBodiesOfAnyShapeOrNone(int status, String exception) {
		for (String body : List.of("", "Unavailable", "<html><body>Unavailable</body></html>", "[1]", "null", "7",
				"\"text\"", "{", "{\"code\":7,\"details\":[],\"message\":{},\"status\":false}",
				"{\"code\":null,\"details\":null,\"message\":null}", "{\"data\":[]}", "{\"data\":{}}")) {
			service.respondsWith(status, body);
			BiginException failure = failure();
			assertThat(failure.getClass().getSimpleName()).as("%s with %s", status, body).isEqualTo(exception);
			assertThat(failure.getStatus()).isEqualTo(status);
			assertThat(failure).hasMessageNotContaining("Unavailable");
		}
	}

	@Test
	void pathThatDoesNotExist() {
		service.respondsWith(404, "{\"code\":\"INVALID_URL_PATTERN\",\"details\":{},"
				+ "\"message\":\"Please check if the URL trying to access is a correct one\",\"status\":\"error\"}");
		assertThat(failure()).isInstanceOf(BiginNotFoundException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"data\":[{\"id\":\"72550240", "<!DOCTYPE html><html></html>", "[]", "7",
			"{\"data\":{}}", "{\"users\":[]}", "{\"data\":[7]}" })
	void responsesThatAreNoPage(String body) {
		service.respondsWith(body);
		assertThat(failure()).isInstanceOf(BiginUnreadableResponseException.class).hasMessageNotContaining("72550240");
		assertThat(service.requests()).isEqualTo(1);
	}

	@Test
	void keyThatIsEchoedIsMasked() {
		service.respondsWith(401, "{\"error\":\"unknown key canned-api-key\"}");
		assertThat(failure()).hasMessageNotContaining("canned-api-key").hasMessageContaining("unknown key");
	}

	@Test
	void redirect() {
		service.respondsWith(WireMock.temporaryRedirect("https://example.com/"));
		assertThat(failure()).isInstanceOf(BiginUnreadableResponseException.class);
		assertThat(service.requests()).isEqualTo(1);
	}

}
