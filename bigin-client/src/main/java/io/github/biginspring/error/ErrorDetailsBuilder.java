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
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

/**
 * A builder of {@link ErrorDetails}.
 *
 * @since 0.1.0
 */
public final class ErrorDetailsBuilder {

	final HttpMethod method;

	final String pathTemplate;

	final RequestState requestState;

	@Nullable Integer status;

	@Nullable String code;

	@Nullable String message;

	Map<String, ? extends @Nullable Object> details = Map.of();

	@Nullable String operation;

	@Nullable String module;

	@Nullable String connectionId;

	@Nullable String requiredScope;

	@Nullable String nextStep;

	@Nullable Duration retryAfter;

	@Nullable Throwable cause;

	UnaryOperator<String> mask = UnaryOperator.identity();

	ErrorDetailsBuilder(HttpMethod method, String pathTemplate, RequestState requestState) {
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
	public ErrorDetailsBuilder code(@Nullable String code) {
		this.code = code;
		return this;
	}

	/**
	 * Set the message.
	 * @param message the message, or {@code null}
	 * @return this builder
	 */
	public ErrorDetailsBuilder message(@Nullable String message) {
		this.message = message;
		return this;
	}

	/**
	 * Set the details.
	 * @param details the details by name
	 * @return this builder
	 */
	public ErrorDetailsBuilder details(Map<String, ? extends @Nullable Object> details) {
		Assert.notNull(details, "'details' must not be null");
		this.details = details;
		return this;
	}

	/**
	 * Set the operation of which the call was a part.
	 * @param operation the name of the operation, or {@code null}
	 * @return this builder
	 */
	public ErrorDetailsBuilder operation(@Nullable String operation) {
		this.operation = operation;
		return this;
	}

	/**
	 * Set the module that the call was about.
	 * @param module the module's API name, or {@code null}
	 * @return this builder
	 */
	public ErrorDetailsBuilder module(@Nullable String module) {
		this.module = module;
		return this;
	}

	/**
	 * Set the connection that the call was made on.
	 * @param connectionId the id of the connection, or {@code null}
	 * @return this builder
	 */
	public ErrorDetailsBuilder connectionId(@Nullable String connectionId) {
		this.connectionId = connectionId;
		return this;
	}

	/**
	 * Set the OAuth scope that the call needs.
	 * @param requiredScope the scope, or {@code null}
	 * @return this builder
	 */
	public ErrorDetailsBuilder requiredScope(@Nullable String requiredScope) {
		this.requiredScope = requiredScope;
		return this;
	}

	/**
	 * Set what can be done, in place of what the kind of exception says of it.
	 * @param nextStep a sentence, or {@code null}
	 * @return this builder
	 */
	public ErrorDetailsBuilder nextStep(@Nullable String nextStep) {
		this.nextStep = nextStep;
		return this;
	}

	/**
	 * Set how long the service asked to wait.
	 * @param retryAfter the wait, or {@code null}
	 * @return this builder
	 */
	public ErrorDetailsBuilder retryAfter(@Nullable Duration retryAfter) {
		this.retryAfter = retryAfter;
		return this;
	}

	/**
	 * Set the exception below this failure.
	 * @param cause the cause, or {@code null}
	 * @return this builder
	 */
	public ErrorDetailsBuilder cause(@Nullable Throwable cause) {
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
	public ErrorDetailsBuilder foreignCause(@Nullable Throwable cause) {
		this.cause = ForeignCause.of(cause);
		return this;
	}

	/**
	 * Set the failure of a connection as the exception below, and as the message.
	 * @param host which host was called
	 * @param cause the exception, of which the message is shown only where it is known to
	 * hold nothing of a response
	 * @return this builder
	 */
	public ErrorDetailsBuilder connectionFailure(String host, Throwable cause) {
		Assert.notNull(host, "'host' must not be null");
		Assert.notNull(cause, "'cause' must not be null");
		String reason = cause.getClass().getSimpleName();
		if (ForeignCause.hasKnownMessage(cause) && cause.getMessage() != null) {
			reason += ", " + cause.getMessage();
		}
		return message("connection to " + host + ": " + reason).foreignCause(cause);
	}

	/**
	 * Set what hides secrets in the code, the message and the details, at any depth.
	 * @param mask is given each text
	 * @return this builder
	 */
	public ErrorDetailsBuilder mask(UnaryOperator<String> mask) {
		Assert.notNull(mask, "'mask' must not be null");
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
