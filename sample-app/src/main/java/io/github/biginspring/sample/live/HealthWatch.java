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

import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;

/**
 * Asks the starter's health indicator again and again while somebody looks, once for all
 * of them.
 */
@Component
class HealthWatch {

	private static final Duration INTERVAL = Duration.ofSeconds(3);

	private final Flux<Health> health;

	HealthWatch(@Qualifier("matonHealthContributor") ReactiveHealthContributor contributor) {
		Assert.isInstanceOf(ReactiveHealthIndicator.class, contributor, "The sample has one connection");
		ReactiveHealthIndicator indicator = (ReactiveHealthIndicator) contributor;
		this.health = Flux.interval(Duration.ZERO, INTERVAL)
			.onBackpressureLatest()
			.concatMap((tick) -> indicator.health(), 1)
			.startWith(Health.unknown().build())
			.replay(1)
			.refCount();
	}

	Flux<Health> health() {
		return this.health;
	}

}
