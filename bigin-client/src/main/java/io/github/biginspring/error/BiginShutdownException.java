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
 * Thrown when the client did not make a call because the application is stopping. Nothing
 * was sent. What to do: make the call again when the application has started again, or in
 * another instance of it.
 *
 * @since 0.1.0
 */
public final class BiginShutdownException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a call that was not made.
	 * @param details the details of the call
	 */
	public BiginShutdownException(ErrorDetails details) {
		super(details, "Make the call again when the application has started again, or in another instance of it.");
	}

	@Override
	public boolean isTransient() {
		return true;
	}

}
