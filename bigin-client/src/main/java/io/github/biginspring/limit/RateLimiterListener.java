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

/**
 * Listener that is notified of waits, rejections, pauses and changes of the rate of a
 * rate limiter. It is called by one thread at a time, on the thread that does the work,
 * so it must not block.
 *
 * @since 0.1.0
 */
public interface RateLimiterListener {

	/**
	 * Called when a call has got its turn.
	 * @param waited how long it has waited
	 */
	default void admitted(Duration waited) {
	}

	/**
	 * Called when a call was rejected because too many calls wait or it has waited too
	 * long.
	 */
	default void rejected() {
	}

	/**
	 * Called when the number of calls that wait or are in flight has changed.
	 * @param waiting how many wait for their turn
	 * @param inFlight how many have got theirs and have not received a response yet
	 */
	default void loadChanged(int waiting, int inFlight) {
	}

	/**
	 * Called when the service responded with 429, so that no call is made for a while.
	 * @param pause how long
	 */
	default void paused(Duration pause) {
	}

	/**
	 * Called when the rate has changed: down after a 429, up again while calls succeed.
	 * @param requestsPerSecond the requests a second that the rate limiter now allows
	 */
	default void rateChanged(double requestsPerSecond) {
	}

	/**
	 * Called when the rate is no longer shared with other instances, because the shared
	 * store cannot be used, or is shared again.
	 * @param sharing whether it is shared now
	 */
	default void sharingChanged(boolean sharing) {
	}

}
