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
 * Thrown when the service kept responding with 429 until no attempt was left: there were
 * more than Maton's 10 requests a second, or more calls at once, credits or downloads
 * than Bigin allows. Also thrown for a 400 with the code {@code TOO_MANY_REQUESTS}, if
 * too many bulk jobs are running (by analogy with Zoho CRM). The service did nothing.
 * What to do: call less often, or again after {@link #getRetryAfter()}.
 *
 * @since 0.1.0
 */
public final class BiginRateLimitException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a failed call.
	 * @param details the details of the failed call
	 */
	public BiginRateLimitException(ErrorDetails details) {
		super(details, BiginRateLimitException::nextStep);
	}

	private static String nextStep(ErrorDetails details) {
		return (details.retryAfter() != null) ? "Call again in " + details.retryAfter() + "."
				: "Call less often, or again later.";
	}

	@Override
	public boolean isTransient() {
		return true;
	}

}
