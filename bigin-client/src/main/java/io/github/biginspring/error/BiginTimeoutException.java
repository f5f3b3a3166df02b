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

import org.springframework.http.HttpMethod;

/**
 * Thrown when a call took longer than it may, including its waits and repetitions. What
 * to do: allow more time ({@code bigin.call-timeout}), or ask for less at once.
 *
 * @since 0.1.0
 */
public final class BiginTimeoutException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a call that took too long.
	 * @param details the details of the call
	 */
	public BiginTimeoutException(ErrorDetails details) {
		super(details, BiginTimeoutException::nextStep);
	}

	/**
	 * Whether the service may have carried the call out: it was sent, and its response
	 * did not come in time. A call that was only waiting for its turn, or for its next
	 * attempt after 429, was not carried out.
	 */
	@Override
	public boolean isOutcomeUnknown() {
		return getErrorDetails().requestState() == RequestState.UNKNOWN;
	}

	private static String nextStep(ErrorDetails details) {
		return (details.requestState() == RequestState.UNKNOWN && details.method() != HttpMethod.GET)
				? "Look whether it was carried out before it is made again, or raise bigin.call-timeout."
				: "Raise bigin.call-timeout, or ask for less at once.";
	}

	@Override
	public boolean isTransient() {
		return true;
	}

}
