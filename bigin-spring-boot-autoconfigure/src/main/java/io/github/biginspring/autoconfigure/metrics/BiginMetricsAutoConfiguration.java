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

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

import io.github.biginspring.BiginTemplateCustomizer;
import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.autoconfigure.BiginProperties;
import io.github.biginspring.autoconfigure.RateLimiterListenerFactory;
import io.github.biginspring.limit.RateLimiterMetrics;
import io.github.biginspring.observation.BiginMeters;

/**
 * Auto-configuration of the Bigin client's meters.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = BiginAutoConfiguration.class,
		afterName = { "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration",
				"org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration" })
@ConditionalOnClass(MeterRegistry.class)
@EnableConfigurationProperties(BiginProperties.class)
public final class BiginMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "biginMetricsCustomizer")
	@Order(0)
	BiginTemplateCustomizer biginMetricsCustomizer(ObjectProvider<MeterRegistry> meterRegistry) {
		return (builder) -> meterRegistry.ifUnique((registry) -> builder.meters(BiginMeters.of(registry)));
	}

	@Bean
	@ConditionalOnSingleCandidate(MeterRegistry.class)
	RateLimiterListenerFactory biginRateLimiterMetricsFactory(MeterRegistry meterRegistry) {
		return (connection, limit) -> new RateLimiterMetrics(meterRegistry, limit.requestsPerSecond(),
				tags(connection));
	}

	private static Tags tags(String connection) {
		return Tags.of("bigin.connection", connection);
	}

	@Bean
	@ConditionalOnMissingBean(RateLimiterMetrics.class)
	@ConditionalOnSingleCandidate(MeterRegistry.class)
	RateLimiterMetrics biginRateLimiterMetrics(MeterRegistry meterRegistry, BiginProperties properties) {
		return new RateLimiterMetrics(meterRegistry, properties.getRateLimit().getRequestsPerSecond(), tags("default"));
	}

}
