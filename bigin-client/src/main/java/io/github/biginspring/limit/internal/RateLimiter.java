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

package io.github.biginspring.limit.internal;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.internal.call.BiginCall;

/**
 * Lets calls pass as fast as the service's limits allow. One rate limiter serves all
 * calls of one API key: those of a template, its retries, its pages, its health checks.
 *
 * @since 0.1.0
 */
public interface RateLimiter {

	/**
	 * Wait for a call's turn. The wait is fair within a priority. A subscriber that
	 * cancels takes no turn with it.
	 * @param call the call
	 * @return the permit to send it, once; has to be given back when its response was
	 * read; a {@link io.github.biginspring.error.BiginOverloadException} where too many
	 * wait or the wait is too long
	 */
	Mono<Permit> acquire(BiginCall<?> call);

	/**
	 * Take a call's turn where it has not to wait for it.
	 * @param call the call
	 * @return the permit, or {@code null} where others wait or the call has to
	 */
	default @Nullable Permit tryAcquire(BiginCall<?> call) {
		return null;
	}

	/**
	 * The permit to send a call once.
	 *
	 * @since 0.1.0
	 */
	interface Permit {

		/**
		 * Whether other calls wait for what the service says to this one, as they do
		 * after a 429.
		 * @return {@code true} if {@link #letThrough()} is to be called
		 */
		default boolean isTrial() {
			return false;
		}

		/**
		 * The service has let the call through, and its body is still to be read: the
		 * call goes on, and others need not wait for it.
		 */
		default void letThrough() {
		}

		/**
		 * The call got a response, with success or a failure that says nothing of limits.
		 */
		void succeeded();

		/**
		 * The call returned 429: all calls pause.
		 * @param failure what the call failed with
		 */
		void rateLimited(BiginRateLimitException failure);

		/**
		 * It is not known whether the call got a response: it failed otherwise, or was
		 * cancelled.
		 */
		void abandoned();

	}

}
