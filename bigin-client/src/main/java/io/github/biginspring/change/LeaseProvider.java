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

package io.github.biginspring.change;

import java.time.Duration;

import reactor.core.publisher.Mono;

/**
 * Provides a lock that lets only one instance of an application at a time do something.
 *
 * @since 0.1.0
 */
public interface LeaseProvider {

	/**
	 * Try to get a lease.
	 * @param name what it is for, up to 64 characters
	 * @param duration how long it holds where it is not extended
	 * @return the lease, or empty where another instance has it
	 */
	Mono<Lease> tryAcquire(String name, Duration duration);

	/**
	 * What one instance has and no other.
	 */
	interface Lease {

		/**
		 * Make it hold longer.
		 * @param duration how long it holds from now
		 * @return {@code false} if it could not be extended
		 */
		Mono<Boolean> extend(Duration duration);

		/**
		 * Give it back.
		 * @return ends when it has been given back
		 */
		Mono<Void> release();

	}

}
