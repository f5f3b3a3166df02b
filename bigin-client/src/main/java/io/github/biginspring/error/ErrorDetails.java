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
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * The details of a failed call: the call, how far it got, and the error of the service.
 * Every {@link BiginException} carries one. It never holds the API key, an expanded path,
 * a query or a whole response body.
 * <p>
 * Created by the client, and by tests that need an exception:
 *
 * <pre class="code">
 * BiginException rejected = ErrorDetails.responded(HttpMethod.POST, "/bigin/v2/{module}", 400)
 *     .code("MANDATORY_NOT_FOUND")
 *     .details(Map.of("api_name", "Last_Name"))
 *     .toException();
 * </pre>
 *
 * @since 0.1.0
 */
public final class ErrorDetails implements Serializable {

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
	 * @serial the operation
	 */
	private final @Nullable String operation;

	/**
	 * @serial the module
	 */
	private final @Nullable String module;

	/**
	 * @serial the connection
	 */
	private final @Nullable String connectionId;

	/**
	 * @serial the scope
	 */
	private final @Nullable String requiredScope;

	/**
	 * @serial what can be done
	 */
	private final @Nullable String nextStep;

	/**
	 * @serial the wait that was asked for
	 */
	private final @Nullable Duration retryAfter;

	/**
	 * @serial the exception below
	 */
	private final @Nullable Throwable cause;

	ErrorDetails(ErrorDetailsBuilder builder) {
		this.method = builder.method;
		this.pathTemplate = builder.pathTemplate;
		this.requestState = builder.requestState;
		this.status = builder.status;
		UnaryOperator<String> mask = builder.mask;
		this.code = (builder.code != null) ? mask.apply(builder.code) : null;
		this.message = (builder.message != null) ? mask.apply(builder.message) : null;
		this.details = ErrorValues.copy(builder.details, mask);
		this.operation = builder.operation;
		this.module = builder.module;
		this.connectionId = builder.connectionId;
		this.requiredScope = builder.requiredScope;
		this.nextStep = builder.nextStep;
		this.retryAfter = builder.retryAfter;
		this.cause = builder.cause;
	}

	/**
	 * Starts the description of a call that received a response.
	 * @param method the HTTP method
	 * @param pathTemplate the path with its variables in braces, never expanded
	 * @param status the HTTP status of the response
	 * @return a builder
	 */
	public static ErrorDetailsBuilder responded(HttpMethod method, String pathTemplate, int status) {
		ErrorDetailsBuilder builder = new ErrorDetailsBuilder(method, pathTemplate, RequestState.RESPONDED);
		builder.status = status;
		return builder;
	}

	/**
	 * Starts the description of a call whose request never left.
	 * @param method the HTTP method
	 * @param pathTemplate the path with its variables in braces, never expanded
	 * @return a builder
	 */
	public static ErrorDetailsBuilder notSent(HttpMethod method, String pathTemplate) {
		return new ErrorDetailsBuilder(method, pathTemplate, RequestState.NOT_SENT);
	}

	/**
	 * Starts the description of a call that left, or may have, and received no response.
	 * @param method the HTTP method
	 * @param pathTemplate the path with its variables in braces, never expanded
	 * @return a builder
	 */
	public static ErrorDetailsBuilder responseLost(HttpMethod method, String pathTemplate) {
		return new ErrorDetailsBuilder(method, pathTemplate, RequestState.UNKNOWN);
	}

	/**
	 * Starts the description of a call whose response came without the body that it must
	 * have, so that what came of the call is unknown.
	 * @param method the HTTP method
	 * @param pathTemplate the path with its variables in braces, never expanded
	 * @param status the HTTP status
	 * @return a builder
	 */
	public static ErrorDetailsBuilder bodyLost(HttpMethod method, String pathTemplate, int status) {
		ErrorDetailsBuilder builder = responseLost(method, pathTemplate);
		builder.status = status;
		return builder;
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
	 * Return the HTTP status of the response.
	 * @return the status, or {@code null} where there was no response
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
	 * Return the operation of which the call was a part, by the name that it has in
	 * metrics.
	 * @return the operation, such as {@code create}, or {@code null} where it is not
	 * known
	 */
	public @Nullable String operation() {
		return this.operation;
	}

	/**
	 * Return the module that the call was about.
	 * @return the module's API name, or {@code null} where it was about none
	 */
	public @Nullable String module() {
		return this.module;
	}

	/**
	 * Return the connection that the call was made on.
	 * @return the id of the connection, or {@code null} where none was named, so that the
	 * gateway chose
	 */
	public @Nullable String connectionId() {
		return this.connectionId;
	}

	/**
	 * Return the OAuth scope that the call needs (Bigin's documentation).
	 * @return the scope, several separated by commas, or {@code null} where it is not
	 * known
	 */
	public @Nullable String requiredScope() {
		return this.requiredScope;
	}

	/**
	 * Return what can be done about this error in particular.
	 * @return a sentence, or {@code null} for what the kind of exception says
	 */
	@Nullable String nextStep() {
		return this.nextStep;
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
		return ErrorText.of(this);
	}

}
