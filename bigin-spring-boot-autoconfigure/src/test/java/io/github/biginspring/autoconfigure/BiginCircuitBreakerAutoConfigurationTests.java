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

import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetricsPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.autoconfigure.actuate.BiginEndpoint;
import io.github.biginspring.autoconfigure.actuate.BiginEndpointAutoConfiguration;
import io.github.biginspring.autoconfigure.health.MatonHealthContributorAutoConfiguration;
import io.github.biginspring.autoconfigure.metrics.BiginCircuitBreakerMetricsAutoConfiguration;
import io.github.biginspring.circuitbreaker.CallCircuitBreaker;
import io.github.biginspring.error.BiginUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class BiginCircuitBreakerAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class,
				BiginCircuitBreakerAutoConfiguration.class, BiginCircuitBreakerMetricsAutoConfiguration.class))
		.withPropertyValues("maton.api-key=key");

	@Test
	void readsProperties() {
		this.runner
			.withPropertyValues("bigin.circuit-breaker.failure-rate-threshold=20",
					"bigin.circuit-breaker.sliding-window-size=7", "bigin.circuit-breaker.minimum-number-of-calls=3",
					"bigin.circuit-breaker.wait-duration-in-open-state=9s",
					"bigin.circuit-breaker.permitted-number-of-calls-in-half-open-state=2")
			.run((context) -> {
				CircuitBreakerConfig config = context.getBean("biginCircuitBreaker", CircuitBreaker.class)
					.getCircuitBreakerConfig();
				assertThat(config.getFailureRateThreshold()).isEqualTo(20);
				assertThat(config.getSlidingWindowSize()).isEqualTo(7);
				assertThat(config.getMinimumNumberOfCalls()).isEqualTo(3);
				IntervalFunction wait = config.getWaitIntervalFunctionInOpenState();
				assertThat(wait.apply(1)).isEqualTo(Duration.ofSeconds(9).toMillis());
				assertThat(config.getPermittedNumberOfCallsInHalfOpenState()).isEqualTo(2);
			});
	}

	@Test
	void theTemplateObeysIt() {
		this.runner.run((context) -> {
			context.getBean("biginCircuitBreaker", CircuitBreaker.class).transitionToForcedOpenState();
			assertThat(context.getBean(CallCircuitBreaker.class).isOpen()).isTrue();
			StepVerifier.create(context.getBean(BiginOperations.class).findById("Contacts", "1"))
				.expectError(BiginUnavailableException.class)
				.verify(Duration.ofSeconds(10));
		});
	}

	@Test
	void givesWayByNameAndLeavesThoseOfTheApplicationAlone() {
		CircuitBreaker own = CircuitBreaker.ofDefaults("own");
		CircuitBreaker other = CircuitBreaker.ofDefaults("other");
		this.runner.withBean("biginCircuitBreaker", CircuitBreaker.class, () -> own)
			.withBean("otherCircuitBreaker", CircuitBreaker.class, () -> other)
			.run((context) -> {
				own.transitionToForcedOpenState();
				assertThat(context.getBean(CallCircuitBreaker.class).isOpen()).isTrue();
			});
		this.runner.withBean("otherCircuitBreaker", CircuitBreaker.class, () -> other)
			.run((context) -> assertThat(context.getBeanProvider(CircuitBreaker.class).getIfUnique()).isSameAs(other));
	}

	@Test
	void givesWayToTheApplications() {
		CallCircuitBreaker own = new CallCircuitBreaker(CircuitBreaker.ofDefaults("own"));
		this.runner.withBean(CallCircuitBreaker.class, () -> own)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(BiginTemplate.class)
				.doesNotHaveBean(CircuitBreaker.class)
				.getBean(CallCircuitBreaker.class)
				.isSameAs(own));
	}

	@Test
	void aMockHasNoStateThatActuatorCouldShow() {
		CallCircuitBreaker mock = mock(CallCircuitBreaker.class);
		this.runner
			.withConfiguration(AutoConfigurations.of(BiginEndpointAutoConfiguration.class,
					MatonHealthContributorAutoConfiguration.class))
			.withPropertyValues("maton.url=http://localhost:1", "bigin.retry.enabled=false",
					"management.endpoints.jmx.exposure.include=*", "spring.jmx.enabled=true")
			.withBean(CallCircuitBreaker.class, () -> mock)
			.run((context) -> {
				assertThat(context.getBean(BiginEndpoint.class).status().circuitBreaker()).isNull();
				Health health = context.getBean(ReactiveHealthIndicator.class)
					.health(true)
					.block(Duration.ofSeconds(30));
				assertThat(health.getStatus()).isEqualTo(Status.DOWN);
				assertThat(health.getDetails()).doesNotContainKey("circuitBreaker");
			});
	}

	@Test
	void isAbsentWithoutResilience4j() {
		this.runner.withClassLoader(new FilteredClassLoader("io.github.resilience4j"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(BiginTemplate.class)
				.doesNotHaveBean(CallCircuitBreaker.class));
	}

	@Test
	void canBeSwitchedOff() {
		this.runner.withPropertyValues("bigin.circuit-breaker.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(BiginTemplate.class)
				.doesNotHaveBean(CallCircuitBreaker.class)
				.doesNotHaveBean(MeterBinder.class));
	}

	@Test
	void hasMetrics() {
		this.runner.run((context) -> {
			MeterRegistry registry = new SimpleMeterRegistry();
			context.getBean(MeterBinder.class).bindTo(registry);
			context.getBean("biginCircuitBreaker", CircuitBreaker.class).transitionToOpenState();
			assertThat(registry.get("resilience4j.circuitbreaker.state")
				.tag("name", "bigin")
				.tag("state", "open")
				.gauge()
				.value()).isOne();
		});
	}

	@Test
	void hasNoMetricsWithoutMicrometerOrItsModule() {
		for (Class<?> absent : new Class<?>[] { MeterBinder.class, TaggedCircuitBreakerMetricsPublisher.class }) {
			this.runner.withClassLoader(new FilteredClassLoader(absent))
				.run((context) -> assertThat(context).hasNotFailed()
					.hasSingleBean(CallCircuitBreaker.class)
					.doesNotHaveBean("biginCircuitBreakerMetrics"));
		}
	}

}
