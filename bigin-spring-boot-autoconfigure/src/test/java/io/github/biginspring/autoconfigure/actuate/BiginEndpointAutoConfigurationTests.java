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

package io.github.biginspring.autoconfigure.actuate;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.autoconfigure.BiginCircuitBreakerAutoConfiguration;
import io.github.biginspring.autoconfigure.actuate.BiginEndpoint.BiginDescriptor;
import io.github.biginspring.autoconfigure.actuate.BiginEndpoint.ConnectionDescriptor;
import io.github.biginspring.autoconfigure.actuate.BiginEndpoint.CreditsDescriptor;
import io.github.biginspring.autoconfigure.actuate.BiginEndpoint.RateLimiterDescriptor;
import io.github.biginspring.internal.call.LocalServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BiginEndpointAutoConfiguration}.
 */
class BiginEndpointAutoConfigurationTests {

	private static final String EXPOSED = "management.endpoints.web.exposure.include=bigin";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class, BiginEndpointAutoConfiguration.class,
				BiginCircuitBreakerAutoConfiguration.class))
		.withPropertyValues("maton.api-key=key");

	@Test
	void isThereWhereItIsExposed() {
		this.runner.run((context) -> assertThat(context).doesNotHaveBean(BiginEndpoint.class));
		this.runner.withPropertyValues(EXPOSED)
			.run((context) -> assertThat(context).hasSingleBean(BiginEndpoint.class));
		this.runner.withPropertyValues(EXPOSED, "management.endpoint.bigin.access=NONE")
			.run((context) -> assertThat(context).doesNotHaveBean(BiginEndpoint.class));
	}

	@Test
	void needsNoActuator() {
		this.runner.withPropertyValues(EXPOSED)
			.withClassLoader(new FilteredClassLoader(Endpoint.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(BiginOperations.class)
				.doesNotHaveBean("biginEndpoint"));
	}

	@Test
	void needsNoCircuitBreaker() {
		this.runner.withPropertyValues(EXPOSED)
			.withClassLoader(new FilteredClassLoader("io.github.resilience4j"))
			.run((context) -> assertThat(context.getBean(BiginEndpoint.class).status().circuitBreaker()).isNull());
	}

	@Test
	void showsEachConnectionByItsNameAndCallsNothing() {
		LocalServer server = new LocalServer().respondsWith(204);
		this.runner.withPropertyValues(EXPOSED, "maton.url=" + server.url(), "bigin.credits.daily-limit=10",
				"maton.connection-id=mine", "maton.connections.paris.connection-id=p1",
				"maton.connections.tokyo.api-key=key2", "maton.connections.tokyo.rate-limit.requests-per-second=7.5")
			.run((context) -> {
				context.getBean("parisBiginTemplate", BiginOperations.class).findById("Contacts", "1").block();
				BiginDescriptor status = context.getBean(BiginEndpoint.class).status();
				RateLimiterDescriptor limiter = new RateLimiterDescriptor(10, 10, 0, 0, null);
				assertThat(status.connections()).containsOnlyKeys("default", "paris", "tokyo")
					.containsEntry("default", new ConnectionDescriptor("mine", limiter, new CreditsDescriptor(0, 10L)))
					.containsEntry("paris", new ConnectionDescriptor("p1", limiter, new CreditsDescriptor(1, 9L)))
					.containsEntry("tokyo", new ConnectionDescriptor(null,
							new RateLimiterDescriptor(7.5, 7.5, 0, 0, null), new CreditsDescriptor(0, 10L)));
				assertThat(status.circuitBreaker()).isEqualTo("CLOSED");
				assertThat(status.channels()).isNull();
				assertThat(server.received()).hasSize(1);
			});
		server.close();
	}

	@Test
	void makesNoBean() {
		this.runner.withPropertyValues(EXPOSED)
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.run((context) -> {
				BiginEndpoint endpoint = context.getBean(BiginEndpoint.class);
				assertThat(endpoint.status().connections()).isEmpty();
				assertThat(context.getBean(BiginOperations.class)).isNotNull();
				assertThat(endpoint.status().connections()).containsOnlyKeys("default");
			});
	}

	@Test
	void showsWhatWaitsAndUntilWhenAllPause() {
		LocalServer server = new LocalServer().respondsWith(429);
		this.runner.withPropertyValues(EXPOSED, "maton.url=" + server.url()).run((context) -> {
			BiginOperations bigin = context.getBean(BiginOperations.class);
			BiginEndpoint endpoint = context.getBean(BiginEndpoint.class);
			var calls = Flux.range(0, 3).flatMap((number) -> bigin.findById("Contacts", "1")).subscribe();
			RateLimiterDescriptor limiter = Flux.interval(Duration.ofMillis(5))
				.map((tick) -> limiter(endpoint))
				.filter((status) -> status.pausedUntil() != null && status.waiting() > 0)
				.blockFirst(Duration.ofSeconds(30));
			calls.dispose();
			assertThat(limiter.requestsPerSecond()).isLessThan(10);
			assertThat(limiter.configuredRequestsPerSecond()).isEqualTo(10);
		});
		server.close();
	}

	private static RateLimiterDescriptor limiter(BiginEndpoint endpoint) {
		return endpoint.status().connections().get("default").rateLimiter();
	}

}
