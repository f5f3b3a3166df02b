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
 * Thrown when the API key is missing, unknown or revoked, or the authorisation of the
 * connection is no longer valid. What to do: check {@code maton.api-key}; if it is right,
 * create a new connection and delete the old one.
 *
 * @since 0.1.0
 */
public final class BiginAuthenticationException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a failed call.
	 * @param details the details of the failed call
	 */
	public BiginAuthenticationException(ErrorDetails details) {
		super(details,
				"Check maton.api-key; if it is right, create a connection, let its user open its URL, and delete the old one.");
	}

}
