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
 * Reads the answer to a call that changes something other than fields of records. It has
 * an entry for each thing, in {@code data} or {@code tags}, or, as for photos, is itself
 * the one entry. The entries decide, whatever the status, and never by their message,
 * which can be in another language.
 *
 * @since 0.1.0
 */
public final class ChangeResultReader {

	/**
	 * The names under which the entries stand.
	 */
	public static final List<String> NAMES = List.of("data", "tags");

	private final JsonMapper jsonMapper;

	private final HttpMethod method;

	private final String pathTemplate;

	/**
	 * Create a reader.
	 * @param jsonMapper reads the bodies
	 * @param call the call whose answers are read
	 */
	public ChangeResultReader(JsonMapper jsonMapper, BiginCallBuilder call) {
		this.jsonMapper = jsonMapper;
		this.method = call.method;
		this.pathTemplate = call.pathTemplate;
	}

	/**
	 * Read the answer for one thing.
	 * @param answer the answer
	 * @return what the service says of the change, without details where it says nothing
	 * @throws BiginException if it refused
	 */
	public ChangeResult single(BiginResponse answer) {
		return single(all(answer));
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
	 * Read the answer for one thing whose id is known.
	 * @param answer the answer
	 * @param id the id
	 * @return what the service says of the change, without details where it says nothing
	 * @throws BiginException if it refused
	 * @throws BiginUnreadableResponseException if it speaks of something else
	 */
	public ChangeResult single(BiginResponse answer, String id) {
		List<ChangeResult> changes = all(answer);
		if (!changes.isEmpty()) {
			paired(answer, List.of(id), changes);
		}
		return single(changes);
	}

	/**
	 * Read the answer for several things whose ids are known.
	 * @param answer the answer
	 * @param ids the ids
	 * @return what the service says of each, in the order of the ids
	 * @throws BiginUnreadableResponseException if it does not tell of each, or of
	 * something else
	 */
	public List<ChangeResult> all(BiginResponse answer, List<String> ids) {
		return paired(answer, ids, all(answer, ids.size()));
	}

	private List<ChangeResult> paired(BiginResponse answer, List<String> ids, List<ChangeResult> changes) {
		List<ChangeResult> paired = ResultPairing.pair(ids, changes, ChangeResult::label);
		if (paired == null) {
			throw new BiginUnreadableResponseException(
					failure(answer).message("the results are not those of the ids sent").build());
		}
		return paired;
	}

	/**
	 * Read the answer for several things.
	 * @param answer the answer
	 * @param count how many they are
	 * @return what the service says of each, in the order sent
	 * @throws BiginUnreadableResponseException if it does not tell of each
	 */
	public List<ChangeResult> all(BiginResponse answer, int count) {
		List<ChangeResult> changes = all(answer);
		if (changes.size() != count) {
			throw new BiginUnreadableResponseException(
					failure(answer).message(changes.size() + " results for " + count).build());
		}
		return changes;
	}

	private List<ChangeResult> all(BiginResponse answer) {
		if (answer.isEmpty()) {
			return List.of();
		}
		Map<?, ?> body = this.jsonMapper.readValue(answer.body(), Map.class);
		for (String name : NAMES) {
			if (body.get(name) instanceof List<?> entries) {
				return entries.stream().map((entry) -> change(entry, answer)).toList();
			}
			if (body.get(name) instanceof Map<?, ?> entry) {
				return List.of(change(entry, answer));
			}
		}
		return List.of(change(body, answer));
	}

	private ChangeResult change(Object element, BiginResponse answer) {
		Map<?, ?> entry = (element instanceof Map<?, ?> map) ? map : Map.of();
		String code = text(entry.get("code"));
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		if (entry.get("details") instanceof Map<?, ?> map) {
			map.forEach((name, value) -> details.put(String.valueOf(name), value));
		}
		if (isSuccess(text(entry.get("status")), code) || isDoneBefore(answer, code)) {
			return new ChangeResult(details, null);
		}
		return new ChangeResult(details,
				failure(answer).code(code).message(text(entry.get("message"))).details(details).toException());
	}

	private static boolean isSuccess(@Nullable String status, @Nullable String code) {
		return (status != null) ? "success".equalsIgnoreCase(status) : "SUCCESS".equals(code);
	}

	// the attempt before this one has deleted it, and its answer was lost
	private boolean isDoneBefore(BiginResponse answer, @Nullable String code) {
		return answer.repeated() && this.method == HttpMethod.DELETE && "INVALID_DATA".equals(code);
	}

	private ErrorDetailsBuilder failure(BiginResponse answer) {
		return answer.failure(this.method, this.pathTemplate);
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value instanceof String text) ? text : null;
	}

}
