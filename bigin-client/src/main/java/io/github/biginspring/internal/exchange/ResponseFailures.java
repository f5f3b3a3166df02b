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

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginNotFoundException;
import io.github.biginspring.error.ErrorDetailsBuilder;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.ChangeResultReader;
import io.github.biginspring.internal.call.ReportedFailureException;
import io.github.biginspring.internal.call.TextBody;

/**
 * Reads what a response says that is a failure. Bigin's error body is known; those of the
 * gateway are not documented, so JSON of any shape, text and nothing are taken.
 */
final class ResponseFailures {

	private static final int MAX_MESSAGE_LENGTH = 500;

	private static final int MAX_TEXT_LENGTH = 200;

	private static final int MAX_REPORT_LENGTH = 8192;

	private final JsonMapper jsonMapper;

	private final InstantSource clock;

	ResponseFailures(JsonMapper jsonMapper, InstantSource clock) {
		this.jsonMapper = jsonMapper;
		this.clock = clock;
	}

	BiginException toException(BiginCall<?> call, BiginResponse response) {
		ErrorDetailsBuilder failure = response.failure(call.method(), call.pathTemplate())
			.retryAfter(RetryAfter.parse(response.headers().getFirst(HttpHeaders.RETRY_AFTER), this.clock));
		Map<?, ?> body = parse(response);
		if (HttpStatusCode.valueOf(response.status()).is3xxRedirection()) {
			failure.message("a redirect, which is not followed, as it would carry the API key elsewhere");
		}
		else {
			Map<?, ?> error = error(body);
			String message = body.isEmpty() ? TextBody.excerpt(response) : message(error);
			failure.code(text(error.get("code")))
				// cut when it is masked, so that no part of a secret is left
				.message((message != null)
						? shortened(response.masked(message), body.isEmpty() ? MAX_TEXT_LENGTH : MAX_MESSAGE_LENGTH)
						: null)
				.details(details(error.get("details")));
		}
		return failure.toException();
	}

	/**
	 * Whether the body has an entry for each record, tag or user, so that those decide
	 * and not the status.
	 * @param response the response
	 * @return {@code true} for a 400 with a {@code data}, {@code tags} or {@code users}
	 * array
	 */
	boolean tellsOfRecords(BiginResponse response) {
		if (response.status() != 400) {
			return false;
		}
		Map<?, ?> body = parse(response);
		return ChangeResultReader.NAMES.stream()
			.anyMatch((name) -> body.get(name) instanceof List<?> entries && !entries.isEmpty());
	}

	/**
	 * Whether a response of success is as a whole the report of a failure.
	 * @param response the response
	 * @return {@code true} if it is
	 */
	boolean isReported(BiginResponse response) {
		return response.content().size() <= MAX_REPORT_LENGTH && ReportedFailureException.isPossible(response.body())
				&& ReportedFailureException.isReport(parse(response));
	}

	/**
	 * Whether a failure says that what the path names is not there: 404, or, as other
	 * clients report of records, 400 with {@code INVALID_DATA}.
	 * @param failure the failure
	 * @return {@code true} if it is not there
	 */
	static boolean isGone(BiginException failure) {
		return failure instanceof BiginNotFoundException || "INVALID_DATA".equals(failure.getCode());
	}

	private Map<?, ?> parse(BiginResponse response) {
		if (response.isEmpty()) {
			return Map.of();
		}
		try {
			Object body = this.jsonMapper.readValue(response.body(), Object.class);
			return (body instanceof Map<?, ?> map) ? map : Map.of();
		}
		catch (JacksonException ex) {
			return Map.of();
		}
	}

	// of a change that is refused, the error can stand in an array, as a success does
	private static Map<?, ?> error(Map<?, ?> body) {
		if (body.containsKey("code")) {
			return body;
		}
		if (body.get("error") instanceof Map<?, ?> gatewayError) {
			return gatewayError(gatewayError);
		}
		for (Object value : body.values()) {
			if (value instanceof List<?> entries) {
				Map<?, ?> entry = error(entries);
				if (entry != null) {
					return entry;
				}
			}
		}
		return body;
	}

	private static @Nullable Map<?, ?> error(List<?> entries) {
		Map<?, ?> first = null;
		for (Object element : entries) {
			if (element instanceof Map<?, ?> entry && entry.containsKey("code")) {
				if (ReportedFailureException.isReport(entry)) {
					return entry;
				}
				first = (first != null) ? first : entry;
			}
		}
		return first;
	}

	// its code is a number, that of the status
	private static Map<?, ?> gatewayError(Map<?, ?> error) {
		if (!(error.get("code") instanceof Number)) {
			return error;
		}
		Map<Object, Object> named = new LinkedHashMap<>(error);
		named.remove("code");
		return named;
	}

	private static @Nullable String message(Map<?, ?> error) {
		String message = text(error.get("message"));
		return (message != null) ? message : text(error.get("error"));
	}

	private static String shortened(String message, int length) {
		return (message.length() > length) ? message.substring(0, length) + "..." : message;
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value instanceof String || value instanceof Number) ? value.toString() : null;
	}

	@SuppressWarnings("unchecked") // the keys of a JSON object are texts
	private static Map<String, @Nullable Object> details(@Nullable Object value) {
		return (value instanceof Map<?, ?> details) ? (Map<String, @Nullable Object>) details : Map.of();
	}

	/**
	 * Where in a body the reading failed, without any value.
	 * @param exception what the reading failed with
	 * @return a path such as {@code data[3].Created_Time}
	 */
	static String path(JacksonException exception) {
		String path = exception.getPath()
			.stream()
			.map((reference) -> (reference.getPropertyName() != null) ? "." + reference.getPropertyName()
					: "[" + reference.getIndex() + "]")
			.collect(Collectors.joining());
		return path.startsWith(".") ? path.substring(1) : path;
	}

}
