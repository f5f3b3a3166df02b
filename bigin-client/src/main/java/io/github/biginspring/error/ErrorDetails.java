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

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

/**
 * The facts of a failed call: which call, how far it came, and what the service said.
 * Every {@link BiginException} carries one. It never holds the API key, an expanded path,
 * a query or a whole response body.
 * <p>
 * Made by the client, and by tests that need an exception:
 *
 * <pre class="code">
 * BiginException refused = Failure.answered(HttpMethod.POST, "/bigin/v2/{module}", 400)
 *     .code("MANDATORY_NOT_FOUND")
 *     .details(Map.of("api_name", "Last_Name"))
 *     .toException();
 * </pre>
 *
 * @since 0.1.0
 */
public final class ErrorDetails implements Serializable {

	private static final int LONGEST_TEXT = 1500;

	private static final Set<String> SECRET_NAMES = Set.of("token", "session_token", "api_key");

	private static final long serialVersionUID = 1L;

	/**
	 * @serial the HTTP method
	 */
	private final HttpMethod method;

	/**
	 * @serial the path template
	 */
	private final String pathTemplate;

	/**
	 * @serial how far the call came
	 */
	private final RequestState requestState;

	/**
	 * @serial the HTTP status
	 */
	private final @Nullable Integer status;

	/**
	 * @serial Bigin's error code
	 */
	private final @Nullable String code;

	/**
	 * @serial the message
	 */
	private final @Nullable String message;

	/**
	 * @serial the details
	 */
	@SuppressWarnings("serial") // JSON values only
	private final Map<String, @Nullable Object> details;

	/**
	 * @serial the wait that was asked for
	 */
	private final @Nullable Duration retryAfter;

	/**
	 * @serial the exception below
	 */
	private final @Nullable Throwable cause;

	private ErrorDetails(Builder builder) {
		this.method = builder.method;
		this.pathTemplate = builder.pathTemplate;
		this.requestState = builder.requestState;
		this.status = builder.status;
		UnaryOperator<String> mask = builder.mask;
		this.code = (builder.code != null) ? mask.apply(builder.code) : null;
		this.message = (builder.message != null) ? mask.apply(builder.message) : null;
		this.details = map(builder.details, mask);
		this.retryAfter = builder.retryAfter;
		this.cause = builder.cause;
	}

	private static Map<String, @Nullable Object> map(Map<?, ?> map, UnaryOperator<String> mask) {
		Map<String, @Nullable Object> copy = new LinkedHashMap<>();
		map.forEach((name, value) -> copy.put(mask.apply(String.valueOf(name)),
				(value != null && SECRET_NAMES.contains(name)) ? "******" : value(value, mask)));
		return Collections.unmodifiableMap(copy);
	}

	// JSON values only, so that nothing can be changed, and all can be serialized
	private static @Nullable Object value(@Nullable Object value, UnaryOperator<String> mask) {
		if (value == null || value instanceof Boolean) {
			return value;
		}
		if (value instanceof Map<?, ?> map) {
			return map(map, mask);
		}
		if (value instanceof Collection<?> collection) {
			List<@Nullable Object> copy = new ArrayList<>(collection.size());
			collection.forEach((element) -> copy.add(value(element, mask)));
			return Collections.unmodifiableList(copy);
		}
		String text = value.toString();
		String masked = mask.apply(text);
		return (value instanceof Number && masked.equals(text)) ? value : masked;
	}

	/**
	 * Starts the description of a call that was answered.
	 * @param method the HTTP method
	 * @param pathTemplate the path with its variables in braces, never expanded
	 * @param status the HTTP status of the answer
	 * @return a builder
	 */
	public static Builder answered(HttpMethod method, String pathTemplate, int status) {
		Builder builder = new Builder(method, pathTemplate, RequestState.ANSWERED);
		builder.status = status;
		return builder;
	}

	/**
	 * Starts the description of a call whose request never left.
	 * @param method the HTTP method
	 * @param pathTemplate the path with its variables in braces, never expanded
	 * @return a builder
	 */
	public static Builder notSent(HttpMethod method, String pathTemplate) {
		return new Builder(method, pathTemplate, RequestState.NOT_SENT);
	}

	/**
	 * Starts the description of a call that left, or may have, and was not answered.
	 * @param method the HTTP method
	 * @param pathTemplate the path with its variables in braces, never expanded
	 * @return a builder
	 */
	public static Builder answerLost(HttpMethod method, String pathTemplate) {
		return new Builder(method, pathTemplate, RequestState.UNKNOWN);
	}

	/**
	 * Return the HTTP method of the call.
	 * @return the method
	 */
	public HttpMethod method() {
		return this.method;
	}

	/**
	 * Return the path of the call with its variables in braces.
	 * @return the path template, such as {@code /bigin/v2/{module}/{id}}
	 */
	public String pathTemplate() {
		return this.pathTemplate;
	}

	/**
	 * Return how far the call came.
	 * @return the requestState
	 */
	public RequestState requestState() {
		return this.requestState;
	}

	/**
	 * Return the HTTP status of the answer.
	 * @return the status, or {@code null} where there was no answer
	 */
	public @Nullable Integer status() {
		return this.status;
	}

	/**
	 * Return Bigin's error code.
	 * @return the code, such as {@code INVALID_DATA}, or {@code null} where none was
	 * given
	 */
	public @Nullable String code() {
		return this.code;
	}

	/**
	 * Return Bigin's own message, or what the client has to say where Bigin said nothing.
	 * It can be in another language and is for people, never for decisions.
	 * @return the message, or {@code null}
	 */
	public @Nullable String message() {
		return this.message;
	}

	/**
	 * Return the details that Bigin gave with the code.
	 * @return an unmodifiable map, empty where there were none
	 */
	public Map<String, @Nullable Object> details() {
		return this.details;
	}

	/**
	 * Return how long the service asked to wait before the next call.
	 * @return the wait, or {@code null} where the service did not say
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

	/**
	 * Return the exception below this failure.
	 * @return the cause, or {@code null}
	 */
	public @Nullable Throwable cause() {
		return this.cause;
	}

	/**
	 * Return the exception for this failure: the subclass says what the caller can do.
	 * @return a new exception
	 */
	public BiginException toException() {
		return FailureKind.of(this).toException(this);
	}

	/**
	 * Return this failure in one sentence, without anything personal but what the
	 * service's own message may hold.
	 */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder().append(this.method).append(' ').append(this.pathTemplate);
		switch (this.requestState) {
			case NOT_SENT -> text.append(" was not sent");
			case UNKNOWN -> text.append(" was sent, but its answer was lost");
			case ANSWERED -> text.append(" was answered with ").append(this.status);
		}
		if (this.code != null) {
			text.append(' ').append(this.code);
		}
		if (this.details.get("api_name") instanceof String field) {
			text.append(" for field ").append(field);
		}
		if (this.details.get("json_path") instanceof String path) {
			text.append(" at ").append(path);
		}
		if (this.message != null) {
			text.append(": ").append(this.message);
		}
		return oneLine(text);
	}

	// what the service says makes no further line of a log
	private static String oneLine(StringBuilder text) {
		if (text.length() > LONGEST_TEXT) {
			text.setLength(LONGEST_TEXT);
			text.append("...");
		}
		for (int i = 0; i < text.length(); i++) {
			if (Character.isISOControl(text.charAt(i))) {
				text.setCharAt(i, ' ');
			}
		}
		return text.toString();
	}

	/**
	 * Builds a {@link ErrorDetails}.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private final HttpMethod method;

		private final String pathTemplate;

		private final RequestState requestState;

		private @Nullable Integer status;

		private @Nullable String code;

		private @Nullable String message;

		private Map<String, ? extends @Nullable Object> details = Map.of();

		private @Nullable Duration retryAfter;

		private @Nullable Throwable cause;

		private UnaryOperator<String> mask = UnaryOperator.identity();

		private Builder(HttpMethod method, String pathTemplate, RequestState requestState) {
			Assert.notNull(method, "'method' must not be null");
			Assert.hasText(pathTemplate, "'pathTemplate' must not be empty");
			this.method = method;
			this.pathTemplate = pathTemplate;
			this.requestState = requestState;
		}

		/**
		 * Set Bigin's error code.
		 * @param code the code, or {@code null}
		 * @return this builder
		 */
		public Builder code(@Nullable String code) {
			this.code = code;
			return this;
		}

		/**
		 * Set the message.
		 * @param message the message, or {@code null}
		 * @return this builder
		 */
		public Builder message(@Nullable String message) {
			this.message = message;
			return this;
		}

		/**
		 * Set the details.
		 * @param details the details by name
		 * @return this builder
		 */
		public Builder details(Map<String, ? extends @Nullable Object> details) {
			this.details = details;
			return this;
		}

		/**
		 * Set how long the service asked to wait.
		 * @param retryAfter the wait, or {@code null}
		 * @return this builder
		 */
		public Builder retryAfter(@Nullable Duration retryAfter) {
			this.retryAfter = retryAfter;
			return this;
		}

		/**
		 * Set the exception below this failure.
		 * @param cause the cause, or {@code null}
		 * @return this builder
		 */
		public Builder cause(@Nullable Throwable cause) {
			this.cause = cause;
			return this;
		}

		/**
		 * Set an exception of another library as the one below this failure. Where its
		 * message could hold bytes of a response, only its class and its stack trace are
		 * kept.
		 * @param cause the cause, or {@code null}
		 * @return this builder
		 */
		public Builder foreignCause(@Nullable Throwable cause) {
			this.cause = ForeignCause.of(cause);
			return this;
		}

		/**
		 * Set what hides secrets in the code, the message and the details, at any depth.
		 * @param mask is given each text
		 * @return this builder
		 */
		public Builder mask(UnaryOperator<String> mask) {
			this.mask = mask;
			return this;
		}

		/**
		 * Build the failure.
		 * @return the failure
		 */
		public ErrorDetails build() {
			return new ErrorDetails(this);
		}

		/**
		 * Build the failure and return its exception.
		 * @return a new exception
		 */
		public BiginException toException() {
			return build().toException();
		}

	}

}
