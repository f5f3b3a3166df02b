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
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import io.github.biginspring.limit.RateLimit;
import io.github.biginspring.limit.RateLimiterMetrics;
import io.github.biginspring.limit.internal.RateLimiter.Permit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RateLimiterMetrics}.
 */
class RateLimiterMetricsTests {

	private final MeterRegistry registry = new SimpleMeterRegistry();

	private final VirtualRateLimiter time = new VirtualRateLimiter(VirtualRateLimiter.limit(10));

	@Test
	void metersWhatTheRateLimiterDoes() {
		QueueingRateLimiter limiter = limiter(Tags.empty());
		limiter.acquire(VirtualRateLimiter.CALL).subscribe();
		limiter.acquire(VirtualRateLimiter.CALL).subscribe(Permit::succeeded);
		limiter.acquire(VirtualRateLimiter.CALL).subscribe();
		limiter.acquire(VirtualRateLimiter.CALL).onErrorComplete().subscribe();
		assertThat(gauge("waiting")).isEqualTo(2);
		assertThat(gauge("active")).isEqualTo(1);
		assertThat(this.registry.get("bigin.ratelimiter.refusals").counter().count()).isEqualTo(1);
		this.time.pass(Duration.ofSeconds(1));
		assertThat(gauge("waiting")).isZero();
		assertThat(gauge("active")).isEqualTo(2);
		var wait = this.registry.get("bigin.ratelimiter.wait").timer();
		assertThat(wait.count()).isEqualTo(3);
		assertThat(wait.totalTime(TimeUnit.MILLISECONDS)).isBetween(300.0, 320.0);
	}

	@Test
	void metersPausesAndTheRate() {
		QueueingRateLimiter limiter = limiter(Tags.empty());
		assertThat(gauge("rate")).isEqualTo(10);
		limiter.acquire(VirtualRateLimiter.CALL)
			.subscribe((permit) -> permit.rateLimited(VirtualRateLimiter.rateLimited(Duration.ofSeconds(1))));
		assertThat(gauge("rate")).isEqualTo(8.5);
		assertThat(this.registry.get("bigin.ratelimiter.pauses").counter().count()).isEqualTo(1);
	}

	@Test
	void rateLimitersAreToldApartByTags() {
		limiter(Tags.of("account", "first"));
		limiter(Tags.of("account", "second"));
		assertThat(this.registry.getMeters()).hasSize(14).allMatch((meter) -> meter.getId().getTags().size() == 1);
	}

	private QueueingRateLimiter limiter(Tags tags) {
		RateLimit limit = VirtualRateLimiter.limit(10).withMaxQueue(2);
		return new QueueingRateLimiter(limit, new LocalTokenBucket(limit, () -> this.time.now().toNanos()),
				this.time.time, () -> this.time.now().toNanos(), Duration.ofMinutes(1),
				List.of(new RateLimiterMetrics(this.registry, limit.requestsPerSecond(), tags)));
	}

	private double gauge(String name) {
		return this.registry.get("bigin.ratelimiter." + name).gauge().value();
	}

}
