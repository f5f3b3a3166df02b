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
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.limit.internal.RateLimiter.Permit;

/**
 * A service that responses 429 to what it does not accept, and callers that call it
 * without a rest.
 */
final class VirtualService {

	private final VirtualRateLimiter limiter;

	private final Duration latency;

	private final Predicate<Duration> accepts;

	private final @Nullable Duration retryAfter;

	int accepted;

	int rejected;

	/**
	 * Create a service.
	 * @param rateLimiter the rate limiter before it
	 * @param latency how long it takes to respond
	 * @param accepts whether it accepts a call at the given time
	 * @param retryAfter what it asks for with a 429, or {@code null}
	 */
	VirtualService(VirtualRateLimiter limiter, Duration latency, Predicate<Duration> accepts,
			@Nullable Duration retryAfter) {
		this.limiter = limiter;
		this.latency = latency;
		this.accepts = accepts;
		this.retryAfter = retryAfter;
	}

	void call(int callers) {
		for (int i = 0; i < callers; i++) {
			call();
		}
	}

	private void call() {
		this.limiter.limiter.acquire(VirtualRateLimiter.CALL).subscribe(this::response, (rejected) -> call());
	}

	private void response(Permit permit) {
		boolean accept = this.accepts.test(this.limiter.now());
		this.limiter.time.schedule(() -> {
			if (accept) {
				this.accepted++;
				permit.succeeded();
			}
			else {
				this.rejected++;
				permit.rateLimited(VirtualRateLimiter.rateLimited(this.retryAfter));
			}
			call();
		}, this.latency.toNanos(), TimeUnit.NANOSECONDS);
	}

}
