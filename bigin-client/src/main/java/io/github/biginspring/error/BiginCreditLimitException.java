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
 * Thrown when the client did not make a call because the call would exceed the credits
 * that may be used in 24 hours. Nothing was sent. What to do: wait until credits of the
 * day before become available again, ask for less, or change the limit
 * ({@code bigin.credits.daily-limit}) or what is kept for interactive calls
 * ({@code bigin.credits.reserve}).
 *
 * @since 0.1.0
 */
public final class BiginCreditLimitException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a call that was not made.
	 * @param details the details of the call
	 */
	public BiginCreditLimitException(ErrorDetails details) {
		super(details, "Wait until credits come free, ask for less, or raise bigin.credits.daily-limit.");
	}

	@Override
	public boolean isTransient() {
		return true;
	}

}
