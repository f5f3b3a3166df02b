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

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the connection lacks an OAuth scope that the call needs. Tasks, events,
 * calls, notes, search, COQL, bulk, notifications and attachments each need a scope of
 * their own. What to do: make a connection that grants it.
 *
 * @since 0.1.0
 */
public final class BiginScopeException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a failed call.
	 * @param details the details of the failed call
	 */
	public BiginScopeException(ErrorDetails details) {
		super(details, BiginScopeException::nextStep);
	}

	private static String nextStep(ErrorDetails details) {
		return "Ask Maton's support to add " + ((details.requiredScope() != null)
				? "the scope " + details.requiredScope() : "the scope that it needs")
				+ ", and create the connection anew.";
	}

	/**
	 * Return the OAuth scope that the call needs (Bigin's documentation).
	 * @return the scope, such as {@code ZohoBigin.modules.tasks.READ}, several separated
	 * by commas, or {@code null} where it is not known
	 */
	@Override
	public @Nullable String getRequiredScope() {
		return getErrorDetails().requiredScope();
	}

}
