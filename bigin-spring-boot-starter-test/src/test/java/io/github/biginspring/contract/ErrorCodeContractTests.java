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

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.criteria.Criteria;
import io.github.biginspring.error.BiginAuthenticationException;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginInvalidRequestException;
import io.github.biginspring.error.BiginNoConnectionException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginScopeException;
import io.github.biginspring.error.BiginServerException;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.query.PageSpec;
import io.github.biginspring.simulator.fault.Fault;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.Scope;

import static io.github.biginspring.contract.ClientFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ErrorCodeContractTests {

	private static final String JSON = "application/json;charset=utf-8";

	@RegisterExtension
	static final ClientFixture fixture = ClientFixture.empty();

	private final BiginTemplate bigin = fixture.bigin();

	private static BiginException failure(Mono<?> call) {
		BiginException failure = catchThrowableOfType(BiginException.class, () -> await(call));
		assertThat(failure).as("failure").isNotNull();
		return failure;
	}

	private Mono<?> list() {
		return this.bigin.query("Contacts").fields("Email").page(1);
	}

	private static Connection connection() {
		return fixture.simulator().account().connections().get(0);
	}

	@ParameterizedTest
	@CsvSource({ "REQUIRED_PARAM_MISSING, 400, BiginInvalidRequestException",
			"INVALID_URL_PATTERN, 400, BiginNotFoundException", "INVALID_URL_PATTERN, 404, BiginNotFoundException",
			"INVALID_MODULE, 400, BiginNotFoundException", "OAUTH_SCOPE_MISMATCH, 401, BiginScopeException",
			"OAUTH_SCOPE_MISMATCH, 403, BiginScopeException", "NO_PERMISSION, 403, BiginPermissionException",
			"NO_PERMISSION, 400, BiginPermissionException", "MANDATORY_NOT_FOUND, 400, BiginInvalidRequestException",
			"INVALID_DATA, 400, BiginInvalidRequestException", "DUPLICATE_DATA, 400, BiginDuplicateException",
			"AUTHENTICATION_FAILURE, 401, BiginAuthenticationException",
			"INVALID_TOKEN, 401, BiginAuthenticationException", "INVALID_REQUEST, 400, BiginInvalidRequestException",
			"INVALID_REQUEST_METHOD, 400, BiginInvalidRequestException",
			"INVALID_REQUEST_METHOD, 405, BiginInvalidRequestException",
			"LIMIT_EXCEEDED, 400, BiginInvalidRequestException", "LIMIT_EXCEEDED, 429, BiginRateLimitException",
			"LIMIT_REACHED, 400, BiginInvalidRequestException", "TOO_MANY_REQUESTS, 429, BiginRateLimitException",
			"TOO_MANY_REQUESTS, 400, BiginInvalidRequestException", "NOT_ALLOWED, 403, BiginPermissionException",
			"INTERNAL_ERROR, 500, BiginServerException", "EXPECTED_PARAM_MISSING, 400, BiginInvalidRequestException",
			"EXPECTED_FIELD_MISSING, 400, BiginInvalidRequestException",
			"DEPENDENT_FIELD_MISSING, 400, BiginInvalidRequestException",
			"PATTERN_NOT_MATCHED, 400, BiginInvalidRequestException", "RESOURCE_NOT_FOUND, 404, BiginNotFoundException",
			"RESOURCE_NOT_FOUND, 400, BiginNotFoundException", "CANNOT_DELETE, 400, BiginInvalidRequestException",
			"RECORD_LOCKED, 400, BiginInvalidRequestException", "INVALID_QUERY, 400, BiginInvalidRequestException",
			"SYNTAX_ERROR, 400, BiginInvalidRequestException",
			"DISCRETE_PAGINATION_LIMIT_EXCEEDED, 400, BiginInvalidRequestException",
			"EXPIRED_VALUE, 400, BiginInvalidRequestException",
			"TOKEN_BOUND_DATA_MISMATCH, 400, BiginInvalidRequestException",
			"NEVER_HEARD_OF, 400, BiginInvalidRequestException", "NEVER_HEARD_OF, 413, BiginInvalidRequestException",
			"NEVER_HEARD_OF, 415, BiginInvalidRequestException", "NEVER_HEARD_OF, 403, BiginPermissionException",
			"NEVER_HEARD_OF, 404, BiginNotFoundException", "NEVER_HEARD_OF, 401, BiginAuthenticationException",
			"NEVER_HEARD_OF, 503, BiginServerException" })
	void tellsEachCodeByTheExceptionThatSaysWhatToDo(String code, int status, String exception) {
		fixture.simulator()
			.faults()
			.always(Fault.status(status)
				.body(JSON, "{\"code\":\"" + code + "\",\"details\":{\"api_name\":\"Email\","
						+ "\"json_path\":\"$.data[0].Email\",\"limit\":7},\"message\":\"so it is\",\"status\":\"error\"}"));
		BiginException failure = failure(list());
		assertThat(failure.getClass().getSimpleName()).isEqualTo(exception);
		assertThat(failure.getStatus()).isEqualTo(status);
		assertThat(failure.getCode()).isEqualTo(code);
		assertThat(failure.getErrorDetails().message()).isEqualTo("so it is");
		assertThat(failure.getDetails()).containsEntry("limit", 7);
		assertThat(failure.getPathTemplate()).isEqualTo("/bigin/v2/{module}");
		if (failure instanceof BiginInvalidRequestException invalid) {
			assertThat(invalid.getField()).isEqualTo("Email");
			assertThat(invalid.getJsonPath()).isEqualTo("$.data[0].Email");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "INTERNAL_ERROR", "TOO_MANY_REQUESTS", "LIMIT_EXCEEDED" })
	void repeatsByStatusAndNeverByCode(String code) {
		fixture.simulator()
			.faults()
			.always(Fault.status(400)
				.body(JSON, "{\"code\":\"" + code + "\",\"details\":{},\"message\":\"\",\"status\":\"error\"}"));
		assertThat(failure(list()).getCode()).isEqualTo(code);
		assertThat(fixture.simulator().requests().count()).isEqualTo(1);
	}

	@Test
	void isToldOfAModuleThatDoesNotExist() {
		BiginException failure = failure(this.bigin.query("Deals").fields("Email").page(1));
		assertThat(failure).isInstanceOf(BiginNotFoundException.class);
		assertThat(failure.getStatus()).isEqualTo(400);
		assertThat(failure.getCode()).isEqualTo("INVALID_MODULE");
		assertThat(failure(this.bigin.query("contacts").fields("Email").page(1)).getCode()).isEqualTo("INVALID_MODULE");
		assertThat(failure(this.bigin.metadata().module("Nothing")).getCode()).isEqualTo("INVALID_MODULE");
		assertThat(failure(this.bigin.create("Nothing", new BiginRecord().set("Name", "x"))).getCode())
			.isEqualTo("INVALID_MODULE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Tasks", "Events", "Calls", "Notes" })
	void isToldOfAModuleWhoseScopeIsMissing(String module) {
		connection().withoutScope(module);
		BiginException failure = failure(this.bigin.query(module).fields("Owner").page(1));
		assertThat(failure).isInstanceOf(BiginScopeException.class);
		assertThat(failure.getStatus()).isEqualTo(401);
		assertThat(failure.getCode()).isEqualTo("OAUTH_SCOPE_MISMATCH");
		assertThat(failure.isOutcomeUnknown()).isFalse();
		assertThat(await(list())).isNotNull();
	}

	@ParameterizedTest
	@EnumSource(value = Scope.class, names = { "RECORDS", "SEARCH", "SETTINGS", "USERS" })
	void isToldOfACallWhoseScopeIsMissing(Scope scope) {
		connection().withoutScope(scope);
		Mono<?> call = switch (scope) {
			case RECORDS -> list();
			case SEARCH -> this.bigin.query("Contacts").matching(Criteria.where("Last_Name").is("x")).first();
			case SETTINGS -> this.bigin.metadata().fields("Contacts").next();
			case USERS -> this.bigin.metadata().user("1");
			default -> throw new IllegalArgumentException(scope + " has no call here");
		};
		assertThat(failure(call)).isInstanceOf(BiginScopeException.class);
		assertThat(fixture.simulator().requests().count()).isEqualTo(1);
	}

	@Test
	void isToldOfAWrongKey() {
		BiginTemplate stranger = BiginTemplate.builder(ApiKey.of("not-the-key"))
			.endpoint(MatonEndpoint.of(URI.create(fixture.simulator().url())))
			.build();
		for (Mono<?> call : List.of(stranger.connections().create(), stranger.findById("Contacts", "1"),
				stranger.create("Contacts", new BiginRecord().set("Last_Name", "x")))) {
			BiginException failure = failure(call);
			assertThat(failure).isInstanceOf(BiginAuthenticationException.class);
			assertThat(failure.getStatus()).isEqualTo(401);
			assertThat(failure).hasMessageContaining("Invalid or missing Maton API key")
				.hasMessageNotContaining("not-the-key");
		}
		assertThat(fixture.simulator().requests().count()).isEqualTo(3);
		assertThat(fixture.records("Contacts").count()).isZero();
	}

	@Test
	void isToldThatThereIsNoConnection() {
		fixture.simulator().account().deleteConnection(connection().id());
		BiginException failure = failure(list());
		assertThat(failure).isInstanceOf(BiginNoConnectionException.class)
			.hasMessageContaining("Missing connection for the requested app");
		assertThat(failure.getStatus()).isEqualTo(400);
	}

	@Test
	void isToldOfAnExpiredConnectionAsLongAsItIsTheOneInUse() {
		Connection expired = connection().expire();
		BiginException failure = failure(list());
		assertThat(failure).isInstanceOf(BiginServerException.class);
		assertThat(failure.getStatus()).isEqualTo(500);
		assertThat(fixture.simulator().requests().count()).isEqualTo(5);
		Connection fresh = fixture.simulator().addConnection();
		assertThat(failure(list())).isInstanceOf(BiginServerException.class);
		assertThat(await(this.bigin.withConnection(fresh.id()).query("Contacts").fields("Email").page(1))).isNotNull();
		await(this.bigin.connections().delete(expired.id()));
		assertThat(await(list())).isNotNull();
	}

	@Test
	void isToldOfTooManyFieldsBeforeAnyCall() {
		String[] fields = IntStream.range(0, 51).mapToObj((number) -> "Field_" + number).toArray(String[]::new);
		assertThatIllegalArgumentException().isThrownBy(() -> this.bigin.query("Contacts").fields(fields).all())
			.withMessageContaining("50");
		assertThat(fixture.simulator().requests().count()).isZero();
	}

	@Test
	void isToldOfATokenThatIsBoundToAnotherList() {
		fixture.records("Contacts").generate(3, (number) -> Map.of("Last_Name", "No " + number));
		String token = await(this.bigin.query("Contacts").fields("Email").pageSize(1).page(1)).nextPageToken();
		BiginException failure = failure(this.bigin.query("Contacts").fields("Phone").page(new PageSpec(2, 1, token)));
		assertThat(failure).isInstanceOf(BiginInvalidRequestException.class);
		assertThat(failure.getCode()).isEqualTo("TOKEN_BOUND_DATA_MISMATCH");
	}

	@Test
	void givesUpOnTheRateLimitInTheEnd() {
		fixture.simulator().faults().always(Fault.rateLimited());
		BiginException failure = failure(list());
		assertThat(failure).isInstanceOf(BiginRateLimitException.class);
		assertThat(failure.getCode()).isEqualTo("TOO_MANY_REQUESTS");
		assertThat(fixture.simulator().requests().count()).isEqualTo(5);
	}

}
