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
 * Thrown when Maton has no connection to Bigin for the API key, or not the requested one
 * (Maton's documentation). What to do: create a connection and let its user open its URL
 * and grant access; if there is one, check that it is active and that
 * {@code maton.connection-id} names it.
 *
 * @since 0.1.0
 */
public final class BiginNoConnectionException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a failed call.
	 * @param details the details of the failed call
	 */
	public BiginNoConnectionException(ErrorDetails details) {
		super(details, BiginNoConnectionException::nextStep);
	}

	private static String nextStep(ErrorDetails details) {
		return (details.connectionId() != null)
				? "Check that maton.connection-id, or withConnection, names an active connection of this API key:"
						+ " connections().list() tells."
				: "Create a connection by connections().create() and let its user open its URL; if there is one,"
						+ " set maton.connection-id to it.";
	}

}
