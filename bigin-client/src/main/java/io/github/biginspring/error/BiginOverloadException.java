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
 * Thrown when the client did not make a call because too many calls are waiting for the
 * service's limits, or because this one has waited for the maximum time. Nothing was
 * sent. What to do: make fewer calls at once, allow a longer wait ({@code
 * bigin.rate-limit.max-wait}), or let more calls wait
 * ({@code bigin.rate-limit.max-queue}).
 *
 * @since 0.1.0
 */
public final class BiginOverloadException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a call that was not made.
	 * @param details the details of the call
	 */
	public BiginOverloadException(ErrorDetails details) {
		super(details, "Ask for less at once, or raise bigin.rate-limit.max-wait or bigin.rate-limit.max-queue.");
	}

	@Override
	public boolean isTransient() {
		return true;
	}

}
