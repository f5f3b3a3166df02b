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

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

import org.springframework.util.Assert;

/**
 * Meters of a rate limiter, by Micrometer: how long calls wait
 * ({@code bigin.ratelimiter.wait}), how often a 429 made all of them pause
 * ({@code bigin.ratelimiter.pauses}), how many were refused
 * ({@code bigin.ratelimiter.refusals}), the rate that it now allows
 * ({@code bigin.ratelimiter.rate}), and how many calls wait
 * ({@code bigin.ratelimiter.waiting}) and are under way
 * ({@code bigin.ratelimiter.active}).
 * <p>
 * One instance serves one rate limiter.
 *
 * @since 0.1.0
 */
public final class RateLimiterMetrics implements RateLimiterListener {

	private final Timer wait;

	private final Counter pauses;

	private final Counter refusals;

	private volatile double rate;

	private volatile int waiting;

	private volatile int active;

	/**
	 * Create the meters.
	 * @param registry takes them
	 * @param requestsPerSecond the rate that the rate limiter begins with
	 * @param tags the tags of all of them, to tell one rate limiter from another; none
	 * where the application has one rate limiter
	 */
	public RateLimiterMetrics(MeterRegistry registry, double requestsPerSecond, Tags tags) {
		Assert.notNull(registry, "'registry' must not be null");
		Assert.notNull(tags, "'tags' must not be null");
		this.rate = requestsPerSecond;
		this.wait = Timer.builder("bigin.ratelimiter.wait")
			.description("How long calls waited for their turn within the service's limits")
			.tags(tags)
			.register(registry);
		this.pauses = Counter.builder("bigin.ratelimiter.pauses")
			.description("Pauses of all calls after the service responded with 429")
			.baseUnit("pauses")
			.tags(tags)
			.register(registry);
		this.refusals = Counter.builder("bigin.ratelimiter.refusals")
			.description("Calls that were refused because too many waited, or for too long")
			.baseUnit("calls")
			.tags(tags)
			.register(registry);
		Gauge.builder("bigin.ratelimiter.limit", () -> requestsPerSecond)
			.description("Requests a second that are configured")
			.strongReference(true)
			.tags(tags)
			.register(registry);
		Gauge.builder("bigin.ratelimiter.rate", this, (metrics) -> metrics.rate)
			.description("Requests a second that the limiter now allows")
			.strongReference(true)
			.tags(tags)
			.register(registry);
		Gauge.builder("bigin.ratelimiter.waiting", this, (metrics) -> metrics.waiting)
			.description("Calls that wait for their turn")
			.baseUnit("calls")
			.strongReference(true)
			.tags(tags)
			.register(registry);
		Gauge.builder("bigin.ratelimiter.active", this, (metrics) -> metrics.active)
			.description("Calls that have got their turn and have no response yet")
			.baseUnit("calls")
			.strongReference(true)
			.tags(tags)
			.register(registry);
	}

	@Override
	public void admitted(Duration waited) {
		Assert.notNull(waited, "'waited' must not be null");
		this.wait.record(waited);
	}

	@Override
	public void rejected() {
		this.refusals.increment();
	}

	@Override
	public void loadChanged(int waiting, int inFlight) {
		this.waiting = waiting;
		this.active = inFlight;
	}

	@Override
	public void paused(Duration pause) {
		Assert.notNull(pause, "'pause' must not be null");
		this.pauses.increment();
	}

	@Override
	public void rateChanged(double requestsPerSecond) {
		this.rate = requestsPerSecond;
	}

}
