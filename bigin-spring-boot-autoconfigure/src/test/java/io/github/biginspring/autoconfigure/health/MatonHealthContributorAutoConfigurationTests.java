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

package io.github.biginspring.autoconfigure.health;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.autoconfigure.BiginCircuitBreakerAutoConfiguration;
import io.github.biginspring.connection.ConnectionOperations;
import io.github.biginspring.health.MatonHealthIndicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link MatonHealthContributorAutoConfiguration}.
 */
class MatonHealthContributorAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(BiginAutoConfiguration.class, MatonHealthContributorAutoConfiguration.class))
		.withPropertyValues("maton.api-key=key");

	@Test
	void providesOneIndicator() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(MatonHealthIndicator.class)
			.hasBean("matonHealthContributor"));
	}

	@Test
	void tellsTheStateOfTheCircuitBreaker() {
		ConnectionOperations connections = mock(ConnectionOperations.class,
				(invocation) -> reactor.core.publisher.Flux.empty());
		BiginOperations operations = mock(BiginOperations.class);
		given(operations.connections()).willReturn(connections);
		this.runner.withConfiguration(AutoConfigurations.of(BiginCircuitBreakerAutoConfiguration.class))
			.withBean(BiginOperations.class, () -> operations)
			.run((context) -> StepVerifier.create(context.getBean(MatonHealthIndicator.class).health())
				.assertNext((health) -> assertThat(health.getDetails()).containsEntry("circuitBreaker", "CLOSED"))
				.expectComplete()
				.verify(Duration.ofSeconds(10)));
	}

	@Test
	void providesOneIndicatorForEachTemplateOfTheUser() {
		this.runner.withUserConfiguration(TwoOperations.class).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBean("matonHealthContributor")).isInstanceOfSatisfying(
					CompositeReactiveHealthContributor.class,
					(composite) -> assertThat(composite.stream()).extracting("name")
						.containsExactlyInAnyOrder("first", "second"));
		});
	}

	@Test
	void tellsTheStateOfTheConnectionOfEachTemplate() {
		this.runner.withPropertyValues("maton.connection-id=configured")
			.withUserConfiguration(TwoOperations.class)
			.run((context) -> {
				context.getBean(CompositeReactiveHealthContributor.class)
					.stream()
					.map((entry) -> (ReactiveHealthIndicator) entry.contributor())
					.forEach((indicator) -> indicator.health().block(Duration.ofSeconds(10)));
				ConnectionOperations first = context.getBean("first", BiginOperations.class).connections();
				ConnectionOperations second = context.getBean("second", BiginOperations.class).connections();
				then(first).should().list();
				then(first).shouldHaveNoMoreInteractions();
				then(second).should().get("abc");
				then(second).shouldHaveNoMoreInteractions();
			});
	}

	@Test
	void looksAtTheConfiguredConnectionByTheTemplateProvided() {
		this.runner.withPropertyValues("maton.connection-id=configured")
			.run((context) -> assertThat(context.getBean(BiginOperations.class).connectionId())
				.isEqualTo("configured"));
	}

	@Test
	void givesWayToAnIndicatorOfTheUser() {
		ReactiveHealthIndicator own = mock(ReactiveHealthIndicator.class);
		this.runner.withBean("matonHealthIndicator", ReactiveHealthIndicator.class, () -> own)
			.run((context) -> assertThat(context).getBean(ReactiveHealthContributor.class).isSameAs(own));
	}

	@Test
	void canBeSwitchedOff() {
		this.runner.withPropertyValues("management.health.maton.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ReactiveHealthContributor.class));
	}

	@Test
	void isAbsentWithoutActuator() {
		this.runner.withClassLoader(new FilteredClassLoader(ReactiveHealthContributor.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("matonHealthContributor"));
	}

	@Configuration(proxyBeanMethods = false)
	static class TwoOperations {

		@Bean
		BiginOperations first() {
			return operations();
		}

		@Bean
		BiginOperations second() {
			BiginOperations operations = operations();
			given(operations.connectionId()).willReturn("abc");
			return operations;
		}

		private BiginOperations operations() {
			BiginOperations operations = mock(BiginOperations.class);
			given(operations.connections()).willReturn(mock(ConnectionOperations.class,
					(invocation) -> invocation.getMethod().getReturnType() == reactor.core.publisher.Flux.class
							? reactor.core.publisher.Flux.empty() : reactor.core.publisher.Mono.empty()));
			return operations;
		}

	}

}
