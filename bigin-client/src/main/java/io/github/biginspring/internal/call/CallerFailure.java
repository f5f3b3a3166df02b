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

package io.github.biginspring.internal.call;

import org.jspecify.annotations.Nullable;

/**
 * What the caller's own part of a call has failed with: the content that it sends, or
 * what reads the response. Tells it from a failure of the network, on the way out of
 * {@code WebClient} only.
 *
 * @since 0.1.0
 */
public final class CallerFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final Throwable own;

	CallerFailure(Throwable own) {
		super(null, own, false, false);
		this.own = own;
	}

	/**
	 * Mark a failure as the caller's own.
	 * @param failure what the caller's part has failed with
	 * @return the marked failure
	 */
	public static Throwable wrap(Throwable failure) {
		return (failure instanceof CallerFailure) ? failure : new CallerFailure(failure);
	}

	/**
	 * Find the caller's own failure.
	 * @param failure what a call has failed with
	 * @return the caller's own failure, or {@code null} if it is none
	 */
	public static @Nullable Throwable in(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof CallerFailure caller) {
				return caller.own;
			}
		}
		return null;
	}

}
