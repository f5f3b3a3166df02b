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

package io.github.biginspring.internal.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetailsBuilder;

/**
 * Reads the response to a call that changes something other than fields of records. It
 * has an entry for each thing, in {@code data}, {@code tags} or {@code users}, or, as for
 * photos, is itself the one entry. The entries decide, whatever the status, and never by
 * their message, which can be in another language.
 *
 * @since 0.1.0
 */
public final class ChangeResultReader {

	/**
	 * The names under which the entries stand.
	 */
	public static final List<String> NAMES = List.of("data", "tags", "users");

	private final JsonMapper jsonMapper;

	private final HttpMethod method;

	private final String pathTemplate;

	/**
	 * Create a reader.
	 * @param jsonMapper reads the bodies
	 * @param call the call whose responses are read
	 */
	public ChangeResultReader(JsonMapper jsonMapper, BiginCallBuilder call) {
		this.jsonMapper = jsonMapper;
		this.method = call.method;
		this.pathTemplate = call.pathTemplate;
	}

	/**
	 * Read the response for one thing.
	 * @param response the response
	 * @return what the service says of the change, without details where it says nothing
	 * @throws BiginException if it refused
	 */
	public ChangeResult single(BiginResponse response) {
		return single(all(response));
	}

	private static ChangeResult single(List<ChangeResult> changes) {
		if (changes.isEmpty()) {
			return new ChangeResult(Map.of(), null);
		}
		BiginException error = changes.get(0).error();
		if (error != null) {
			throw error;
		}
		return changes.get(0);
	}

	/**
	 * Read the response for one thing whose id is known.
	 * @param response the response
	 * @param id the id
	 * @return what the service says of the change, without details where it says nothing
	 * @throws BiginException if it refused
	 * @throws BiginUnreadableResponseException if it speaks of something else
	 */
	public ChangeResult single(BiginResponse response, String id) {
		List<ChangeResult> changes = all(response);
		if (!changes.isEmpty()) {
			paired(response, List.of(id), changes);
		}
		return single(changes);
	}

	/**
	 * Read the response for several things whose ids are known.
	 * @param response the response
	 * @param ids the ids
	 * @return what the service says of each, in the order of the ids
	 * @throws BiginUnreadableResponseException if it does not tell of each, or of
	 * something else
	 */
	public List<ChangeResult> all(BiginResponse response, List<String> ids) {
		return paired(response, ids, all(response, ids.size()));
	}

	private List<ChangeResult> paired(BiginResponse response, List<String> ids, List<ChangeResult> changes) {
		List<ChangeResult> paired = ResultPairing.pair(ids, changes, ChangeResult::label);
		if (paired == null) {
			throw new BiginUnreadableResponseException(
					failure(response).message("the results are not those of the ids sent").build());
		}
		return paired;
	}

	/**
	 * Read the response for several things.
	 * @param response the response
	 * @param count how many they are
	 * @return what the service says of each, in the order sent
	 * @throws BiginUnreadableResponseException if it does not tell of each
	 */
	public List<ChangeResult> all(BiginResponse response, int count) {
		List<ChangeResult> changes = all(response);
		if (changes.size() != count) {
			throw new BiginUnreadableResponseException(
					failure(response).message(changes.size() + " results for " + count).build());
		}
		return changes;
	}

	private List<ChangeResult> all(BiginResponse response) {
		if (response.isEmpty()) {
			return List.of();
		}
		Map<?, ?> body = this.jsonMapper.readValue(response.body(), Map.class);
		for (String name : NAMES) {
			if (body.get(name) instanceof List<?> entries) {
				return entries.stream().map((entry) -> change(entry, response)).toList();
			}
			if (body.get(name) instanceof Map<?, ?> entry) {
				return List.of(change(entry, response));
			}
		}
		return List.of(change(body, response));
	}

	private ChangeResult change(Object element, BiginResponse response) {
		Map<?, ?> entry = (element instanceof Map<?, ?> map) ? map : Map.of();
		String code = text(entry.get("code"));
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		if (entry.get("details") instanceof Map<?, ?> map) {
			map.forEach((name, value) -> details.put(String.valueOf(name), value));
		}
		if (isSuccess(text(entry.get("status")), code) || isDoneBefore(response, code)) {
			return new ChangeResult(details, null);
		}
		return new ChangeResult(details,
				failure(response).code(code).message(text(entry.get("message"))).details(details).toException());
	}

	private static boolean isSuccess(@Nullable String status, @Nullable String code) {
		return (status != null) ? "success".equalsIgnoreCase(status) : "SUCCESS".equals(code);
	}

	// the attempt before this one has deleted it, and its response was lost
	private boolean isDoneBefore(BiginResponse response, @Nullable String code) {
		return response.repeated() && this.method == HttpMethod.DELETE && "INVALID_DATA".equals(code);
	}

	private ErrorDetailsBuilder failure(BiginResponse response) {
		return response.failure(this.method, this.pathTemplate);
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value instanceof String text) ? text : null;
	}

}
