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
 * Thrown when Bigin or the gateway responded with a 5xx. Reads, updates by id and deletes
 * have been retried by then; whether a create took effect is unknown. A lasting 500 can
 * mean that the connection's authorisation has expired (Maton's documentation): the cure
 * is a new connection, after which the old one is to be deleted.
 *
 * @since 0.1.0
 */
public final class BiginServerException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a failed call.
	 * @param details the details of the failed call
	 */
	public BiginServerException(ErrorDetails details) {
		super(details, BiginServerException::nextStep);
	}

	@Override
	public boolean isOutcomeUnknown() {
		return true;
	}

	private static String nextStep(ErrorDetails details) {
		return (details.method() == HttpMethod.GET) ? "Call again later."
				: "Look whether it was carried out before it is made again.";
	}

	@Override
	public boolean isTransient() {
		return true;
	}

}
