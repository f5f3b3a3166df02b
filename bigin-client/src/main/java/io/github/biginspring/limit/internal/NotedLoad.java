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

/**
 * How many calls wait and are in flight, as of the last change, for listeners and for
 * whoever asks. Changed by one thread at a time, and read by any.
 */
final class NotedLoad {

	private final RateLimiterListeners listeners;

	private volatile int waiting;

	private volatile int inFlight;

	NotedLoad(RateLimiterListeners listeners) {
		this.listeners = listeners;
	}

	void note(ConnectionQueues queues) {
		int waitingNow = queues.waiting();
		int inFlightNow = queues.inFlight();
		if (waitingNow != this.waiting || inFlightNow != this.inFlight) {
			this.waiting = waitingNow;
			this.inFlight = inFlightNow;
			if (!this.listeners.isEmpty()) {
				this.listeners.tell((listener) -> listener.loadChanged(waitingNow, inFlightNow));
			}
		}
	}

	int waiting() {
		return this.waiting;
	}

	int inFlight() {
		return this.inFlight;
	}

}
