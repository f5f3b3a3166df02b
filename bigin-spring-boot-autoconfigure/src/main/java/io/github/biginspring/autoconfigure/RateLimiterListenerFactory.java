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

package io.github.biginspring.autoconfigure;

import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;

/**
 * Creates a listener for the rate limiter of each API key other than that of the default
 * connection.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RateLimiterListenerFactory {

	/**
	 * Create a listener.
	 * @param connection the name of a connection that is reached by the key
	 * @param limit the limits that the rate limiter begins with
	 * @return a listener of one rate limiter
	 */
	RateLimiterListener create(String connection, RateLimit limit);

}
