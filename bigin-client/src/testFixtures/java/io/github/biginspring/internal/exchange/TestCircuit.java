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

package io.github.biginspring.internal.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

import io.github.biginspring.circuitbreaker.CallCircuitBreaker;

/**
 * A real circuit breaker of Resilience4j, whose time passes when told: it opens when both
 * of two calls have failed, for 30 seconds, and then tries one.
 */
public final class TestCircuit extends Clock {

	public static final Duration WAIT = Duration.ofSeconds(30);

	private Instant now = Instant.parse("2026-02-06T08:00:00Z");

	public final CircuitBreaker engine = CircuitBreaker.of("test",
			CircuitBreakerConfig.custom()
				.slidingWindowSize(2)
				.minimumNumberOfCalls(2)
				.failureRateThreshold(100)
				.waitDurationInOpenState(WAIT)
				.permittedNumberOfCallsInHalfOpenState(1)
				.clock(this)
				.build());

	public final CallCircuitBreaker circuitBreaker = new CallCircuitBreaker(this.engine);

	public void pass(Duration time) {
		this.now = this.now.plus(time);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

}
