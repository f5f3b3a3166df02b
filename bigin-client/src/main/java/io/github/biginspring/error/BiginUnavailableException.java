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

/**
 * Thrown when the client did not make a call because the circuit breaker is open: the
 * calls before it failed as they do when the service is down. Nothing was sent. What to
 * do: try again later; {@link ErrorDetails#retryAfter()} says when calls are let through
 * again, where that is known.
 *
 * @since 0.1.0
 */
public final class BiginUnavailableException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a call that was not made.
	 * @param details the details of the call
	 */
	public BiginUnavailableException(ErrorDetails details) {
		super(details, BiginUnavailableException::nextStep);
	}

	private static String nextStep(ErrorDetails details) {
		return (details.retryAfter() != null) ? "Call again in " + details.retryAfter() + "." : "Call again later.";
	}

	@Override
	public boolean isTransient() {
		return true;
	}

}
