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
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * What responses teach a rate limiter: its rate, and the pauses that do not count as
 * waiting. Listeners are told of both. Used by one thread at a time.
 */
final class RateFeedback {

	private final AdaptiveRate rate;

	private final WaitLimit waitLimit;

	private final RateLimiterListeners listeners;

	private final LongSupplier clock;

	RateFeedback(AdaptiveRate rate, WaitLimit waitLimit, RateLimiterListeners listeners, LongSupplier clock) {
		this.rate = rate;
		this.waitLimit = waitLimit;
		this.listeners = listeners;
		this.clock = clock;
	}

	long pausedBy(long now) {
		return this.waitLimit.pausedBy(now);
	}

	long waitsUntil(PendingCall call) {
		return this.waitLimit.until(call);
	}

	void succeeded(int epoch) {
		if (this.rate.succeeded(epoch)) {
			tellRate();
		}
	}

	void rateLimited(int epoch, @Nullable Duration retryAfter) {
		long now = this.clock.getAsLong();
		double before = this.rate.rate();
		Duration pause = this.rate.rateLimited(now, epoch, retryAfter);
		if (pause != null) {
			this.waitLimit.paused(now, pause);
			this.listeners.tell((listener) -> listener.paused(pause));
		}
		if (this.rate.rate() != before) {
			tellRate();
		}
	}

	void ended(int epoch) {
		this.rate.ended(epoch);
	}

	private void tellRate() {
		double current = this.rate.rate();
		this.listeners.tell((listener) -> listener.rateChanged(current));
	}

}
