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

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * Root of all that a call to Bigin or Maton can fail with. The subclasses differ in what
 * the caller can do. The message names the method, the path template, the status, the
 * code and Bigin's own message; it never holds the API key, a connection's URL or a
 * response body.
 *
 * @since 0.1.0
 */
public abstract class BiginException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * @serial the facts of the failed call
	 */
	private final ErrorDetails failure;

	BiginException(ErrorDetails failure) {
		super(failure.toString(), failure.cause());
		this.failure = failure;
	}

	/**
	 * Return the facts of the failed call.
	 * @return the failure
	 */
	public final ErrorDetails getErrorDetails() {
		return this.failure;
	}

	/**
	 * Return the HTTP method of the failed call.
	 * @return the method
	 */
	public final HttpMethod getMethod() {
		return this.failure.method();
	}

	/**
	 * Return the path of the failed call with its variables in braces.
	 * @return the path template
	 */
	public final String getPathTemplate() {
		return this.failure.pathTemplate();
	}

	/**
	 * Return the HTTP status of the answer.
	 * @return the status, or {@code null} where there was no answer
	 */
	public final @Nullable Integer getStatus() {
		return this.failure.status();
	}

	/**
	 * Return Bigin's error code.
	 * @return the code, or {@code null}
	 */
	public final @Nullable String getCode() {
		return this.failure.code();
	}

	/**
	 * Return the details that Bigin gave with the code.
	 * @return an unmodifiable map, empty where there were none
	 */
	public final Map<String, @Nullable Object> getDetails() {
		return this.failure.details();
	}

	/**
	 * Whether the service may have carried the call out although it failed: after a
	 * server error, a lost answer, or an answer that could not be read. So too where that
	 * befell an attempt of a write, and the next one was refused: the refusal, which is
	 * then a {@linkplain #getSuppressed() suppressed} exception, says nothing of the
	 * attempt before. A write whose outcome is unknown must not be made again without
	 * looking first.
	 * @return {@code true} where the outcome is unknown
	 */
	public boolean isOutcomeUnknown() {
		return false;
	}

}
