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

package io.github.biginspring.circuitbreaker;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.error.BiginException;

/**
 * Decides whether calls to Bigin are made, by what became of those before. One serves all
 * calls of a template. Never blocks.
 *
 * @since 0.1.0
 */
public interface CallCircuitBreaker {

	/**
	 * Return whether calls are let through. An open breaker whose time is over is half
	 * open, also where no call has come since.
	 * @return the state
	 */
	CircuitState state();

	/**
	 * Return how long the breaker stays open.
	 * @return what is left of the time, or {@code null} where the breaker is not open or
	 * stays so until somebody closes it
	 */
	@Nullable Duration openFor();

	/**
	 * Ask whether a call may be made.
	 * @return the permission, to be told what becomes of the call, or {@code null} if it
	 * may not
	 */
	@Nullable Permission tryAcquire();

	/**
	 * The permission to make a call once. Exactly one of its methods has to be called,
	 * once.
	 *
	 * @since 0.1.0
	 */
	interface Permission {

		/**
		 * The service has answered.
		 */
		void succeeded();

		/**
		 * The call has failed as calls do when the service is down.
		 * @param failure what it failed with
		 */
		void failed(BiginException failure);

		/**
		 * The call was not made, was cancelled, or tells nothing of the service.
		 */
		void release();

	}

}
