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

package io.github.biginspring.limit;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * The state of a rate limiter at one moment.
 *
 * @param limit the limits that are configured
 * @param requestsPerSecond the requests a second that it now allows: those of the limit,
 * or fewer after a 429
 * @param waiting how many calls wait for their turn
 * @param inFlight how many calls have got their turn and have no response yet, of all
 * connections together
 * @param pausedFor for how long all calls still pause after a 429, or zero where they do
 * not
 * @since 0.1.0
 */
public record RateLimiterStatus(RateLimit limit, double requestsPerSecond, int waiting, int inFlight,
		Duration pausedFor) {

	/**
	 * Check the parts.
	 * @param limit the limits that are configured
	 * @param requestsPerSecond the requests a second that it now allows: those of the
	 * limit, or fewer after a 429
	 * @param waiting how many calls wait for their turn
	 * @param inFlight how many calls have got their turn and have no response yet, of all
	 * connections together
	 * @param pausedFor for how long all calls still pause after a 429, or zero where they
	 * do not
	 */
	public RateLimiterStatus {
		Assert.notNull(limit, "'limit' must not be null");
		Assert.notNull(pausedFor, "'pausedFor' must not be null");
	}

}
