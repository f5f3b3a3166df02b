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
 * Thrown when no response was received, because of a network failure.
 * {@link #isRequestSent()} tells whether the request was sent and its response lost.
 *
 * @since 0.1.0
 */
public final class BiginTransportException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a failed call.
	 * @param details the details of the failed call
	 */
	public BiginTransportException(ErrorDetails details) {
		super(details, BiginTransportException::nextStep);
	}

	/**
	 * Whether the request left, or may have.
	 * @return {@code false} where it certainly never left, so that the call can be made
	 * again; {@code true} where its outcome is unknown
	 */
	public boolean isRequestSent() {
		return getErrorDetails().requestState() != RequestState.NOT_SENT;
	}

	@Override
	public boolean isOutcomeUnknown() {
		return isRequestSent();
	}

	private static String nextStep(ErrorDetails details) {
		if (details.requestState() == RequestState.NOT_SENT) {
			return "Check maton.url and the network, and call again.";
		}
		return (details.method() == HttpMethod.GET) ? "Call again."
				: "Look whether it was carried out before it is made again.";
	}

	@Override
	public boolean isTransient() {
		return true;
	}

}
