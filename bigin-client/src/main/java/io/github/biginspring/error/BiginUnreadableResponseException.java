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
 * Thrown when the client cannot read a response: it is not JSON, is cut short, is larger
 * than allowed, is a redirect (redirects are not followed, because that would send the
 * API key elsewhere), has a field that does not fit its mapped type, or has another id
 * than the requested one.
 *
 * @since 0.1.0
 */
public final class BiginUnreadableResponseException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a failed call.
	 * @param details the details of the failed call
	 */
	public BiginUnreadableResponseException(ErrorDetails details) {
		super(details, "Check that maton.url leads to Maton, and that the types that are read fit the module.");
	}

	/**
	 * Whether the service may have carried the call out. Any response but a redirect may
	 * say that it did, for some of its records at least, but not what came of it.
	 */
	@Override
	public boolean isOutcomeUnknown() {
		Integer status = getStatus();
		return status != null && (status < 300 || status >= 400);
	}

	/**
	 * Whether the same call may succeed later: where the body of the response was lost.
	 */
	@Override
	public boolean isTransient() {
		return getErrorDetails().requestState() == RequestState.UNKNOWN;
	}

}
