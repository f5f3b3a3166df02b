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

import java.time.Duration;

/**
 * How long calls may wait for their turn. The pauses that the service asks for come on
 * top, up to as much again: a call that has waited for the service to let it go is not
 * rejected at the moment when it could. Used by one thread at a time.
 */
final class WaitLimit {

	// what a call that need not wait takes on its way through
	private static final long MIN_WAIT_NANOS = Duration.ofMillis(1).toNanos();

	private final long maxWaitNanos;

	// of all pauses but the last one
	private long pausedNanos;

	private long pauseFrom;

	private long pauseUntil;

	WaitLimit(Duration maxWait) {
		this.maxWaitNanos = Math.max(maxWait.toNanos(), MIN_WAIT_NANOS);
	}

	/**
	 * All calls pause.
	 * @param now the time in nanoseconds
	 * @param pause how long from now on, also where they pause already
	 */
	void paused(long now, Duration pause) {
		this.pausedNanos = pausedBy(now);
		this.pauseFrom = now;
		this.pauseUntil = now + pause.toNanos();
	}

	/**
	 * Return how long calls have paused in all.
	 * @param now the time in nanoseconds
	 * @return the nanoseconds
	 */
	long pausedBy(long now) {
		return this.pausedNanos + Math.max(0, Math.min(now, this.pauseUntil) - this.pauseFrom);
	}

	/**
	 * Return until when a call may wait, as far as that is known.
	 * @param call the call
	 * @return the time in nanoseconds; for a call that came later, none that is earlier
	 */
	long until(PendingCall call) {
		long paused = pausedBy(this.pauseUntil) - call.pausedBefore();
		return call.since() + this.maxWaitNanos + Math.min(paused, this.maxWaitNanos);
	}

}
