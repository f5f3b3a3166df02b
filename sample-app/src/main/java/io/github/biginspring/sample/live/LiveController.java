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

package io.github.biginspring.sample.live;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.github.biginspring.BiginCreditLedger;
import io.github.biginspring.sample.StreamEnd;
import io.github.biginspring.simulator.BiginSimulator;

/**
 * Tells twice a second how the application is, as Server-Sent Events.
 */
@RestController
class LiveController {

	private static final Duration INTERVAL = Duration.ofMillis(500);

	private final HealthWatch health;

	private final BiginCreditLedger credits;

	private final LimiterState limiter;

	private final CallLog log;

	private final StreamEnd end;

	private final boolean simulator;

	private final @Nullable Long creditLimit;

	LiveController(HealthWatch health, BiginCreditLedger credits, LimiterState limiter, CallLog log, StreamEnd end,
			ObjectProvider<BiginSimulator> simulator,
			@Value("${bigin.credits.daily-limit:#{null}}") @Nullable Long creditLimit) {
		this.health = health;
		this.credits = credits;
		this.limiter = limiter;
		this.log = log;
		this.end = end;
		this.simulator = simulator.getIfAvailable() != null;
		this.creditLimit = creditLimit;
	}

	// tag::live[]
	@GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	Flux<LiveSnapshot> live() {
		Flux<Long> ticks = Flux.interval(Duration.ZERO, INTERVAL).onBackpressureLatest();
		// at each tick the latest health: a slow check holds nothing up
		return this.end.limit(ticks.withLatestFrom(this.health.health(), (tick, health) -> snapshot(health)));
	}

	private LiveSnapshot snapshot(Health health) {
		return new LiveSnapshot(Instant.now().toEpochMilli(), this.simulator, tell(health),
				new LiveSnapshot.Credits(this.credits.used(), this.creditLimit), this.limiter.now(this.log.refused()),
				this.log.latest());
	}
	// end::live[]

	private LiveSnapshot.Health tell(Health health) {
		return new LiveSnapshot.Health(health.getStatus().getCode(), this.log.isFailing(), detail(health, "action"),
				detail(health, "circuitBreaker"), this.log.latency());
	}

	private static @Nullable String detail(Health health, String name) {
		return (health.getDetails().get(name) instanceof String text) ? text : null;
	}

}
