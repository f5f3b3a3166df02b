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

package io.github.biginspring.autoconfigure;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.biginspring.circuitbreaker.CallCircuitBreaker;

/**
 * Auto-configuration of the Bigin client's circuit breaker, if Resilience4j is present.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = BiginAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "bigin.circuit-breaker.enabled", matchIfMissing = true)
@EnableConfigurationProperties(BiginProperties.class)
public final class BiginCircuitBreakerAutoConfiguration {

	// asked for once it is enabled, so that nothing is loaded where it is not
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(CircuitBreaker.class)
	static class Resilience4jConfiguration {

		// by name: an application may have circuit breakers for other purposes
		@Bean(defaultCandidate = false)
		@ConditionalOnMissingBean(value = CallCircuitBreaker.class, name = "biginCircuitBreaker")
		CircuitBreaker biginCircuitBreaker(BiginProperties properties) {
			CircuitBreakerProperties settings = CheckedProperties.of(properties).getCircuitBreaker();
			return CircuitBreaker.of("bigin",
					CircuitBreakerConfig.custom()
						.failureRateThreshold(settings.getFailureRateThreshold())
						.slidingWindowSize(settings.getSlidingWindowSize())
						.minimumNumberOfCalls(settings.getMinimumNumberOfCalls())
						.waitDurationInOpenState(settings.getWaitDurationInOpenState())
						.permittedNumberOfCallsInHalfOpenState(settings.getPermittedNumberOfCallsInHalfOpenState())
						.build());
		}

		@Bean
		@ConditionalOnMissingBean(CallCircuitBreaker.class)
		CallCircuitBreaker biginCallCircuitBreaker(@Qualifier("biginCircuitBreaker") CircuitBreaker circuitBreaker) {
			return new CallCircuitBreaker(circuitBreaker);
		}

	}

}
