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

package io.github.biginspring.autoconfigure.metrics;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginRateLimiter;
import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.limit.RateLimiterMetrics;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BiginMetricsAutoConfiguration}.
 */
class BiginMetricsAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class, BiginMetricsAutoConfiguration.class))
		.withPropertyValues("maton.api-key=key", "bigin.rate-limit.requests-per-second=7.5");

	@Test
	void metersTheGate() {
		LocalServer server = new LocalServer().respondsWith(204);
		this.runner.withPropertyValues("maton.url=" + server.url())
			.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(registry.get("bigin.ratelimiter.rate").gauge().value()).isEqualTo(7.5);
				context.getBean(BiginOperations.class).findById("Contacts", "1").block();
				assertThat(registry.get("bigin.ratelimiter.wait").timer().count()).isOne();
				assertThat(registry.get("bigin.ratelimiter.wait").timer().max(TimeUnit.SECONDS)).isNotNegative();
				assertThat(registry.get("bigin.ratelimiter.active").gauge().value()).isZero();
			});
		server.close();
	}

	@Test
	void givesWayToMetersOfTheApplication() {
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withBean("own", RateLimiterMetrics.class,
					() -> new RateLimiterMetrics(new SimpleMeterRegistry(), 10, Tags.empty()))
			.run((context) -> assertThat(context).hasSingleBean(RateLimiterMetrics.class).hasBean("own"));
	}

	@Test
	void metersNothingWithoutARegistry() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RateLimiterMetrics.class));
	}

	@Test
	void needsNoMicrometer() {
		this.runner.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(BiginRateLimiter.class));
	}

}
