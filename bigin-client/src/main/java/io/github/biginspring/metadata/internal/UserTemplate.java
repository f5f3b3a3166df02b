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

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.ChangeResult;
import io.github.biginspring.internal.call.ChangeResultReader;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.metadata.UserOperations;
import io.github.biginspring.metadata.UserSpec;
import io.github.biginspring.observation.Operation;

/**
 * {@link UserOperations} by calls to Bigin.
 *
 * @since 0.1.0
 */
public final class UserTemplate implements UserOperations {

	static final String PATH = "/bigin/v2/users";

	static final String USER_PATH = "/bigin/v2/users/{id}";

	private static final List<String> REQUIRED = List.of("first_name", "last_name", "email", "role", "profile");

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final JsonMapper jsonMapper;

	/**
	 * Create a template.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param jsonMapper writes the requests and reads the responses
	 */
	public UserTemplate(CallExchange exchange, OperationObserver observer, JsonMapper jsonMapper) {
		this.exchange = exchange;
		this.observer = observer;
		this.jsonMapper = jsonMapper;
	}

	/**
	 * Whether the service takes an id for that of the current user, as it does one that
	 * is too large.
	 * @param id digits as text
	 * @return {@code true} if it is beyond 64 bits
	 */
	static boolean isBeyond64Bits(String id) {
		try {
			Long.parseLong(id);
			return false;
		}
		catch (NumberFormatException ex) {
			return true;
		}
	}

	@Override
	public Mono<String> create(UserSpec user) {
		Assert.notNull(user, "'user' must not be null");
		List<String> missing = REQUIRED.stream().filter((name) -> !user.attributes().containsKey(name)).toList();
		Assert.isTrue(missing.isEmpty(), () -> "A new user needs " + String.join(", ", missing) + " too");
		return change("create_user", BiginCall.gateway(CallEffect.ONCE, HttpMethod.POST, PATH).body(body(user)), null)
			.map(UserTemplate::requiredId);
	}

	private static String requiredId(ChangeResult change) {
		String id = change.id();
		if (id == null) {
			throw new BiginUnreadableResponseException(ErrorDetails.responded(HttpMethod.POST, PATH, 201)
				.operation("create_user")
				.message("the user was added, but the id is missing")
				.build());
		}
		return id;
	}

	@Override
	public Mono<Void> update(String id, UserSpec changes) {
		UriVariable user = user(id);
		Assert.notNull(changes, "'changes' must not be null");
		Assert.isTrue(!changes.attributes().isEmpty(), "There is nothing to change of the user: set what changes");
		return change("update_user",
				BiginCall.gateway(CallEffect.IDEMPOTENT, HttpMethod.PUT, USER_PATH, user).body(body(changes)), id)
			.then();
	}

	@Override
	public Mono<Void> delete(String id) {
		BiginCallBuilder call = BiginCall.gateway(CallEffect.IDEMPOTENT, HttpMethod.DELETE, USER_PATH, user(id));
		return change("delete_user", call.ignoreNotFoundOnRetry(), id).then();
	}

	private static UriVariable user(String id) {
		UriVariable user = UriVariable.recordId(id);
		Assert.isTrue(!isBeyond64Bits(id), () -> "Not a user's id: '" + id
				+ "'. It is too large, and the service could take it for the current user's");
		return user;
	}

	private byte[] body(UserSpec user) {
		return this.jsonMapper.writeValueAsBytes(Map.of("users", List.of(user.attributes())));
	}

	private Mono<ChangeResult> change(String operation, BiginCallBuilder call, @Nullable String id) {
		ChangeResultReader reader = new ChangeResultReader(this.jsonMapper, call);
		return this.observer.observe(Operation.of(operation), this.exchange.exchange(call.perRecordStatus()
			.read((response) -> (id != null) ? reader.single(response, id) : reader.single(response))));
	}

}
