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

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

/**
 * Base class of the exceptions of calls to Bigin and Maton. The subclasses differ in what
 * the caller can do. The message names the method, the path template, the status, the
 * code, Bigin's own message, the module, the connection and what to do; it never holds
 * the API key, a connection's URL or a response body.
 *
 * @since 0.1.0
 */
public abstract class BiginException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * @serial the details of the error
	 */
	private final ErrorDetails details;

	BiginException(ErrorDetails details, @Nullable String nextStep) {
		this(details, (failure) -> nextStep);
	}

	BiginException(ErrorDetails details, Function<ErrorDetails, @Nullable String> nextStep) {
		super(text(details, nextStep), details.cause());
		this.details = details;
	}

	private static String text(ErrorDetails details, Function<ErrorDetails, @Nullable String> nextStep) {
		Assert.notNull(details, "'details' must not be null");
		return ErrorText.of(details, nextStep.apply(details));
	}

	/**
	 * Return the details of the error.
	 * @return the details
	 */
	public final ErrorDetails getErrorDetails() {
		return this.details;
	}

	/**
	 * Return the HTTP method of the failed call.
	 * @return the method
	 */
	public final HttpMethod getMethod() {
		return this.details.method();
	}

	/**
	 * Return the path of the failed call with its variables in braces.
	 * @return the path template
	 */
	public final String getPathTemplate() {
		return this.details.pathTemplate();
	}

	/**
	 * Return the HTTP status of the response.
	 * @return the status, or {@code null} where there was no response
	 */
	public final @Nullable Integer getStatus() {
		return this.details.status();
	}

	/**
	 * Return Bigin's error code.
	 * @return the code, or {@code null}
	 */
	public final @Nullable String getCode() {
		return this.details.code();
	}

	/**
	 * Return the details that Bigin gave with the code.
	 * @return an unmodifiable map, empty where there were none
	 */
	public final Map<String, @Nullable Object> getDetails() {
		return this.details.details();
	}

	/**
	 * Return the operation of which the failed call was a part, by the name that it has
	 * in metrics.
	 * @return the operation, such as {@code create}, or {@code null} where it is not
	 * known
	 */
	public final @Nullable String getOperation() {
		return this.details.operation();
	}

	/**
	 * Return the module that the failed call was about.
	 * @return the module's API name, or {@code null} where it was about none
	 */
	public final @Nullable String getModule() {
		return this.details.module();
	}

	/**
	 * Return the connection that the failed call was made on.
	 * @return the id of the connection, or {@code null} where none was named, so that the
	 * gateway chose
	 */
	public final @Nullable String getConnectionId() {
		return this.details.connectionId();
	}

	/**
	 * Return the OAuth scope that the call lacked.
	 * @return the scope, or {@code null} where the call failed for another reason, or it
	 * is not known
	 */
	public @Nullable String getRequiredScope() {
		return null;
	}

	/**
	 * Return how long to wait before repeating the same call.
	 * @return the wait, or {@code null} if it is not known
	 */
	public final @Nullable Duration getRetryAfter() {
		return this.details.retryAfter();
	}

	/**
	 * Whether the same call could succeed later without anything being changed: after a
	 * rate limit, an overload, a timeout, or a failure of the server or the network. If
	 * {@link #isOutcomeUnknown()} is {@code true} for a write, look first whether it took
	 * effect.
	 * @return {@code true} if it could
	 */
	public boolean isTransient() {
		return false;
	}

	/**
	 * Whether the call may have taken effect at the service although it failed: after a
	 * server error, a lost response, or a response that could not be read. This is also
	 * the case if such a failure happened to one attempt of a write and the next attempt
	 * was rejected: the rejection, which is then a {@linkplain #getSuppressed()
	 * suppressed} exception, says nothing about the previous attempt. Do not repeat a
	 * write whose outcome is unknown without looking first.
	 * @return {@code true} where the outcome is unknown
	 */
	public boolean isOutcomeUnknown() {
		return false;
	}

}
