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

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetricsPublisher;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.biginspring.autoconfigure.BiginCircuitBreakerAutoConfiguration;

/**
 * Auto-configuration of the circuit breaker's metrics, as Resilience4j names them.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BiginCircuitBreakerAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "bigin.circuit-breaker.enabled", matchIfMissing = true)
public final class BiginCircuitBreakerMetricsAutoConfiguration {

	// asked for once it is enabled, so that nothing is loaded where it is not
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ MeterBinder.class, CircuitBreaker.class, TaggedCircuitBreakerMetricsPublisher.class })
	@ConditionalOnBean(name = "biginCircuitBreaker")
	static class Resilience4jConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "biginCircuitBreakerMetrics")
		MeterBinder biginCircuitBreakerMetrics(@Qualifier("biginCircuitBreaker") CircuitBreaker circuitBreaker) {
			return (registry) -> new TaggedCircuitBreakerMetricsPublisher(registry).publishMetrics(circuitBreaker);
		}

	}

}
