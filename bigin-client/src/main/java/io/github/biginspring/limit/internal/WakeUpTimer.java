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

import java.util.concurrent.TimeUnit;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/**
 * Wakes a rate limiter at the earliest of the times that it was set to. Used by one
 * thread at a time.
 */
final class WakeUpTimer {

	/**
	 * A time that does not come.
	 */
	static final long NEVER = Long.MAX_VALUE;

	private final Scheduler scheduler;

	private final Runnable wake;

	private Disposable timer = Disposables.disposed();

	private long ringsAt = NEVER;

	WakeUpTimer(Scheduler scheduler, Runnable wake) {
		this.scheduler = scheduler;
		this.wake = wake;
	}

	/**
	 * Wake at the given time, or earlier where that was set before.
	 * @param time the time in nanoseconds
	 * @param now the time that it is now
	 */
	void setTo(long time, long now) {
		if (time < this.ringsAt) {
			this.timer.dispose();
			this.ringsAt = time;
			this.timer = this.scheduler.schedule(this.wake, Math.max(0, time - now), TimeUnit.NANOSECONDS);
		}
	}

	/**
	 * Forget a time that has come.
	 */
	void reset() {
		this.ringsAt = NEVER;
	}

}
