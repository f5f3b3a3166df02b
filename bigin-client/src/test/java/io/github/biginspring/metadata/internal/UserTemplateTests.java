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

package io.github.biginspring.metadata.internal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import io.github.biginspring.error.BiginDuplicateException;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.StubExchange;
import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.metadata.UserOperations;
import io.github.biginspring.metadata.UserSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link UserTemplate}.
 */
class UserTemplateTests {

	private static final UserSpec ADA = UserSpec.empty()
		.firstName("Ada")
		.lastName("Lovelace")
		.email("ada@zylker.com")
		.role("11")
		.profile("12");

	private final StubExchange service = new StubExchange();

	private final UserOperations users = new UserTemplate(this.service, OperationObserver.NONE,
			RecordMapper.create().jsonMapper());

	private static String success(String details) {
		return "{\"users\":[{\"code\":\"SUCCESS\",\"details\":" + details + ",\"status\":\"success\"}]}";
	}

	@Test
	void addsAUserOnce() {
		this.service.response(201, success("{\"id\":\"7\"}"));
		StepVerifier.create(this.users.create(ADA)).expectNext("7").verifyComplete();
		assertThat(this.service.call()).hasToString("POST /bigin/v2/users");
		assertThat(this.service.call().effect()).isEqualTo(CallEffect.ONCE);
		assertThat(this.service.body()).isEqualTo("{\"users\":[{\"first_name\":\"Ada\",\"last_name\":\"Lovelace\","
				+ "\"email\":\"ada@zylker.com\",\"role\":\"11\",\"profile\":\"12\"}]}");
	}

	@Test
	void aUserWithoutAnIdIsUnreadable() {
		this.service.response(201, success("{}"));
		StepVerifier.create(this.users.create(ADA)).verifyError(BiginUnreadableResponseException.class);
	}

	@Test
	void aRefusedUserIsAnError() {
		this.service.response(400, "{\"users\":[{\"code\":\"DUPLICATE_DATA\",\"details\":{\"api_name\":\"email\","
				+ "\"id\":\"9\"},\"message\":\"duplicate data\",\"status\":\"error\"}]}");
		StepVerifier.create(this.users.create(ADA))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(BiginDuplicateException.class,
					(duplicate) -> assertThat(duplicate.getExistingId()).isEqualTo("9")));
	}

	@Test
	void namesWhatANewUserLacks() {
		UserSpec half = UserSpec.empty().firstName("Ada").role("11");
		assertThatIllegalArgumentException().isThrownBy(() -> this.users.create(half))
			.withMessage("A new user needs last_name, email, profile too");
		assertThat(this.service.calls()).isEmpty();
	}

	@Test
	void changesOnlyWhatWasSet() {
		this.service.response(200, success("{\"id\":\"7\"}"));
		StepVerifier.create(this.users.update("7", UserSpec.empty().role("13"))).verifyComplete();
		assertThat(this.service.call()).hasToString("PUT /bigin/v2/users/{id}");
		assertThat(this.service.call().effect()).isEqualTo(CallEffect.IDEMPOTENT);
		assertThat(this.service.body()).isEqualTo("{\"users\":[{\"role\":\"13\"}]}");
	}

	@Test
	void isNotTakenInByTheChangeOfAnother() {
		this.service.response(200, success("{\"id\":\"8\"}"));
		StepVerifier.create(this.users.update("7", UserSpec.empty().role("13")))
			.verifyError(BiginUnreadableResponseException.class);
	}

	@Test
	void refusesAChangeOfNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.users.update("7", UserSpec.empty()))
			.withMessageContaining("nothing to change");
	}

	@Test
	void deletesAUser() {
		this.service.response(200, success("{\"id\":\"7\"}"));
		StepVerifier.create(this.users.delete("7")).verifyComplete();
		assertThat(this.service.call()).hasToString("DELETE /bigin/v2/users/{id}");
		assertThat(this.service.call().effect()).isEqualTo(CallEffect.IDEMPOTENT);
	}

	@Test
	void aRefusedDeleteIsAnError() {
		this.service.response(400,
				"{\"users\":[{\"code\":\"CANNOT_PERFORM_ACTION\",\"details\":{},\"status\":\"error\"}]}");
		StepVerifier.create(this.users.delete("7"))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(BiginException.class,
					(refusal) -> assertThat(refusal.getCode()).isEqualTo("CANNOT_PERFORM_ACTION")));
	}

	// the service takes such an id for that of the current user
	@ParameterizedTest
	@ValueSource(strings = { "9223372036854775808", "99999999999999999999" })
	void neverWritesToAnIdBeyond64Bits(String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.users.delete(id))
			.withMessageContaining("current user");
		assertThatIllegalArgumentException().isThrownBy(() -> this.users.update(id, ADA))
			.withMessageContaining("current user");
		assertThat(this.service.calls()).isEmpty();
	}

	@Test
	void refusesWhatCannotBeAUsers() {
		UserSpec user = UserSpec.empty();
		assertThatIllegalArgumentException().isThrownBy(() -> user.email("ada")).withMessageContaining("email address");
		assertThatIllegalArgumentException().isThrownBy(() -> user.firstName(" ")).withMessageContaining("'firstName'");
		assertThatIllegalArgumentException().isThrownBy(() -> user.lastName("a\nb"))
			.withMessageContaining("line break");
		assertThatIllegalArgumentException().isThrownBy(() -> user.lastName("\ud83d"))
			.withMessageContaining("surrogate");
		assertThatIllegalArgumentException().isThrownBy(() -> user.role("CEO")).withMessageContaining("'CEO'");
		assertThatIllegalArgumentException().isThrownBy(() -> user.profile("")).withMessageContaining("digits");
		assertThatIllegalArgumentException().isThrownBy(() -> this.users.delete("me")).withMessageContaining("'me'");
	}

	@Test
	void showsNoPersonalData() {
		assertThat(ADA).hasToString("UserSpec[first_name, last_name, email, role, profile]");
	}

}
