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

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * What responses teach a rate limiter: its rate, and the pauses that do not count as
 * waiting. Listeners are told of both. Used by one thread at a time.
 */
final class RateFeedback {

	private static final Log logger = LogFactory.getLog(RateFeedback.class);

	private final AdaptiveRate rate;

	private final WaitLimit waitLimit;

	private final RateLimiterListeners listeners;

	private final LongSupplier clock;

	// told once, however often the service repeats it
	private boolean pauseTold;

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
		if (this.pauseTold && !this.rate.isTrying()) {
			this.pauseTold = false;
			logger.info("The service lets calls through again, after a pause for its rate limit");
		}
	}

	void rateLimited(int epoch, @Nullable Duration retryAfter) {
		long now = this.clock.getAsLong();
		double before = this.rate.rate();
		Duration pause = this.rate.rateLimited(now, epoch, retryAfter);
		if (pause != null) {
			this.waitLimit.paused(now, pause);
			this.listeners.tell((listener) -> listener.paused(pause));
			if (!this.pauseTold) {
				this.pauseTold = true;
				logger.info("All calls pause for " + pause.toMillis() + " ms: the service responded with 429, and "
						+ ((retryAfter != null) ? "said for how long" : "did not say for how long")
						+ ". Where that happens often, lower bigin.rate-limit.requests-per-second, or share it"
						+ " (bigin.rate-limit.shared) where other instances use the same API key.");
			}
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
