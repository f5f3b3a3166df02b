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

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every error says where it happened, whether the same call could succeed later, and what
 * to do.
 */
class NextStepTests {

	private static final String PATH = "/bigin/v2/{module}";

	@ParameterizedTest
	@MethodSource("errors")
	void endsWithWhatToDo(BiginException error, boolean isTransient, String nextStep) {
		assertThat(error).hasMessageEndingWith(". " + nextStep);
		assertThat(error.isTransient()).isEqualTo(isTransient);
		assertThat(error.getMessage()).hasSizeLessThan(300).doesNotContain("..");
	}

	static Stream<Arguments> errors() {
		String look = "Look whether it was carried out before it is made again.";
		return Stream.of(Arguments.of(responded(429).toException(), true, "Call less often, or again later."),
				Arguments
					.of(responded(429).retryAfter(Duration.ofSeconds(7)).toException(), true, "Call again in PT7S."),
				Arguments.of(responded(500).toException(), true, look),
				Arguments.of(ErrorDetails.responded(HttpMethod.GET, PATH, 500).toException(), true,
						"Call again later."),
				Arguments.of(ErrorDetails.responseLost(HttpMethod.POST, PATH).toException(), true, look),
				Arguments.of(ErrorDetails.responseLost(HttpMethod.GET, PATH).toException(), true, "Call again."),
				Arguments.of(ErrorDetails.notSent(HttpMethod.POST, PATH).toException(), true,
						"Check maton.url and the network, and call again."),
				Arguments.of(notSent(BiginOverloadException::new), true,
						"Ask for less at once, or raise bigin.rate-limit.max-wait or bigin.rate-limit.max-queue."),
				Arguments.of(notSent(BiginCreditLimitException::new), true,
						"Wait until credits come free, ask for less, or raise bigin.credits.daily-limit."),
				Arguments.of(notSent(BiginUnavailableException::new), true, "Call again later."),
				Arguments.of(notSent(BiginShutdownException::new), true,
						"Make the call again when the application has started again, or in another instance of it."),
				Arguments.of(notSent(BiginTimeoutException::new), true,
						"Raise bigin.call-timeout, or ask for less at once."),
				Arguments.of(notSent(BiginInterruptedException::new), true, "Let the thread end, or call again."),
				Arguments.of(new BiginInterruptedException(ErrorDetails.responseLost(HttpMethod.POST, PATH).build()),
						true, look),
				Arguments.of(notSent(BiginInvalidRequestException::new), false, "m"),
				Arguments.of(new BiginTimeoutException(ErrorDetails.responseLost(HttpMethod.POST, PATH).build()), true,
						"Look whether it was carried out before it is made again, or raise bigin.call-timeout."),
				Arguments.of(new BiginJobFailedException(responded(200).build(), "1"), true,
						"Create a new job; if it fails again, ask for fewer records or other fields."),
				Arguments.of(responded(401).toException(), false,
						"Check maton.api-key; if it is right, create a connection, let its user open its URL, and"
								+ " delete the old one."),
				Arguments.of(responded(403).toException(), false,
						"Change the profile of the connection's user in Bigin, or use a connection of another user."),
				Arguments.of(responded(404).toException(), false, "Check the path, name or id."),
				Arguments.of(responded(400).code("INVALID_MODULE").module("contacts").toException(), false,
						"Check the API name of the module, which is case-sensitive: metadata().modules() tells."),
				Arguments.of(ErrorDetails.responded(HttpMethod.GET, "/connections/{id}", 404).toException(), false,
						"Check the id of the connection: connections().list() tells which there are."),
				Arguments.of(responded(400).toException(), false, "Correct the request."),
				Arguments.of(responded(400).details(Map.of("api_name", "Email")).toException(), false,
						"Correct the value of Email."),
				Arguments.of(responded(400).code("DUPLICATE_DATA").details(Map.of("id", "1")).toException(), false,
						"Update the record of getExistingId(), or upsert."),
				Arguments.of(responded(400).code("DUPLICATE_DATA").toException(), false,
						"Update the record that is there, or upsert."),
				Arguments.of(responded(302).toException(), false,
						"Check that maton.url leads to Maton, and that the types that are read fit the module."),
				Arguments.of(responded(401).code("OAUTH_SCOPE_MISMATCH").toException(), false,
						"Ask Maton's support to add the scope that it needs, and create the connection anew."),
				Arguments.of(responded(400).message("missing connection").toException(), false,
						"Create a connection by connections().create() and let its user open its URL; if there is one,"
								+ " set maton.connection-id to it."),
				Arguments.of(responded(400).message("missing connection").connectionId("c-1").toException(), false,
						"Check that maton.connection-id, or withConnection, names an active connection of this API"
								+ " key: connections().list() tells."),
				Arguments.of(responded(400).nextStep("Do this.").toException(), false, "Do this."));
	}

	@Test
	void tellsWhereItHappened() {
		BiginException error = responded(403).code("OAUTH_SCOPE_MISMATCH")
			.operation("create")
			.module("Tasks")
			.connectionId("c-1")
			.requiredScope("ZohoBigin.modules.tasks.CREATE")
			.toException();
		assertThat(error).isInstanceOf(BiginScopeException.class)
			.hasMessage("POST /bigin/v2/{module} returned 403 OAUTH_SCOPE_MISMATCH [module Tasks,"
					+ " connection c-1]. Ask Maton's support to add the scope ZohoBigin.modules.tasks.CREATE, and create"
					+ " the connection anew.");
		assertThat(error.getOperation()).isEqualTo("create");
		assertThat(error.getModule()).isEqualTo("Tasks");
		assertThat(error.getConnectionId()).isEqualTo("c-1");
		assertThat(error.getRequiredScope()).isEqualTo("ZohoBigin.modules.tasks.CREATE");
		assertThat(responded(400).requiredScope("s").toException().getRequiredScope()).isNull();
	}

	@Test
	void tellsHowLongToWaitWhateverTheKind() {
		assertThat(responded(503).retryAfter(Duration.ofSeconds(9)).toException().getRetryAfter())
			.isEqualTo(Duration.ofSeconds(9));
		assertThat(responded(400).toException().getRetryAfter()).isNull();
	}

	private static ErrorDetailsBuilder responded(int status) {
		return ErrorDetails.responded(HttpMethod.POST, PATH, status);
	}

	private static BiginException notSent(Function<ErrorDetails, BiginException> constructor) {
		return constructor.apply(ErrorDetails.notSent(HttpMethod.POST, PATH).message("it is said. m").build());
	}

}
