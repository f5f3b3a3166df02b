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

package io.github.biginspring;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.Assert;

import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterListener;
import io.github.biginspring.limit.RateLimiterStatus;
import io.github.biginspring.limit.TokenBucket;
import io.github.biginspring.limit.internal.LocalTokenBucket;
import io.github.biginspring.limit.internal.QueueingRateLimiter;
import io.github.biginspring.limit.internal.RateLimiter;

/**
 * The rate limiter of one API key: lets calls go as fast as the service's limits allow.
 * Templates with the same API key can share one; a template for which none is set has its
 * own.
 *
 * <pre class="code">
 * BiginRateLimiter limiter = BiginRateLimiter.of(RateLimit.defaults());
 * BiginTemplate imports = BiginTemplate.builder(apiKey).rateLimiter(limiter).build();
 * BiginTemplate pages = BiginTemplate.builder(apiKey).rateLimiter(limiter).pageSize(50).build();
 * </pre>
 *
 * @since 0.1.0
 * @see BiginTemplateBuilder#rateLimiter(BiginRateLimiter)
 */
public final class BiginRateLimiter {

	static final Duration MAX_RETRY_AFTER = Duration.ofMinutes(1);

	private final RateLimiter rateLimiter;

	private final Supplier<RateLimiterStatus> status;

	private BiginRateLimiter(QueueingRateLimiter rateLimiter) {
		this(rateLimiter, rateLimiter::status);
	}

	BiginRateLimiter(RateLimiter rateLimiter, Supplier<RateLimiterStatus> status) {
		this.rateLimiter = rateLimiter;
		this.status = status;
	}

	/**
	 * Create a rate limiter that counts in this process, and obeys a Retry-After of up to
	 * a minute.
	 * @param rateLimit the limits
	 * @return the rate limiter
	 */
	public static BiginRateLimiter of(RateLimit rateLimit) {
		return of(rateLimit, null, MAX_RETRY_AFTER, List.of());
	}

	/**
	 * Create a rate limiter.
	 * @param rateLimit the limits
	 * @param tokenBucket where the requests a second are counted, or {@code null} to
	 * count in this process
	 * @param maxRetryAfter the maximum Retry-After that is obeyed
	 * @param listeners the listeners to notify, in order
	 * @return the rate limiter
	 */
	public static BiginRateLimiter of(RateLimit rateLimit, @Nullable TokenBucket tokenBucket, Duration maxRetryAfter,
			Collection<? extends RateLimiterListener> listeners) {
		Assert.notNull(rateLimit, "'rateLimit' must not be null");
		Assert.notNull(maxRetryAfter, "'maxRetryAfter' must not be null");
		Assert.notNull(listeners, "'listeners' must not be null");
		Assert.noNullElements(listeners, "'listeners' must not contain null");
		TokenBucket tokens = (tokenBucket != null) ? tokenBucket : new LocalTokenBucket(rateLimit, System::nanoTime);
		return new BiginRateLimiter(new QueueingRateLimiter(rateLimit, tokens, Schedulers.parallel(), System::nanoTime,
				maxRetryAfter, List.copyOf(listeners)));
	}

	/**
	 * Return what it does now: its rate, the calls that wait and those in flight, and for
	 * how long all pause. Calls nothing, and holds up no call.
	 * @return the status
	 */
	public RateLimiterStatus status() {
		return this.status.get();
	}

	RateLimiter rateLimiter() {
		return this.rateLimiter;
	}

}
