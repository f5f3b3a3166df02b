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
 * Thrown when the thread that waited for a call was interrupted, and the call was
 * cancelled. The interrupt flag of the thread is still set. What to do: let the thread
 * end. A write that was sent may have taken effect: look before you repeat it.
 *
 * @since 0.1.0
 */
public final class BiginInterruptedException extends BiginException {

	private static final long serialVersionUID = 1L;

	/**
	 * Create the exception of a call that was given up.
	 * @param details the details of the call
	 */
	public BiginInterruptedException(ErrorDetails details) {
		super(details, BiginInterruptedException::nextStep);
	}

	/**
	 * Whether the service may have carried the call out: it was sent, and nobody waited
	 * for its response.
	 */
	@Override
	public boolean isOutcomeUnknown() {
		return getErrorDetails().requestState() == RequestState.UNKNOWN;
	}

	private static String nextStep(ErrorDetails details) {
		return (details.requestState() == RequestState.UNKNOWN && details.method() != HttpMethod.GET)
				? "Look whether it was carried out before it is made again." : "Let the thread end, or call again.";
	}

	@Override
	public boolean isTransient() {
		return true;
	}

}
