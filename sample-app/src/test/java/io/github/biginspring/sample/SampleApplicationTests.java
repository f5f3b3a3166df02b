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

package io.github.biginspring.sample;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.reactive.StandardReactiveWebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import io.github.biginspring.autoconfigure.MatonConnectionDetails;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the start of {@link SampleApplication}.
 */
class SampleApplicationTests {

	@Test
	void startsOnTheSimulatorWhereNothingIsConfigured() {
		try (ConfigurableApplicationContext context = start(Map.of())) {
			BiginSimulator simulator = context.getBean(BiginSimulator.class);
			MatonConnectionDetails details = context.getBean(MatonConnectionDetails.class);
			assertThat(details.getGatewayUrl()).isEqualTo(URI.create(simulator.url()));
			assertThat(details.getControlUrl()).isEqualTo(URI.create(simulator.url()));
			assertThat(context.containsBean("labController")).isTrue();
			assertThat(context.containsBean("colleagueController")).isTrue();
		}
	}

	@Test
	void takesAnEmptyApiKeyForNone() {
		try (ConfigurableApplicationContext context = start(Map.of("MATON_API_KEY", " "))) {
			assertThat(context.getBeanProvider(BiginSimulator.class).stream()).hasSize(1);
		}
	}

	@Test
	void usesTheRealGatewayAndNoSimulatorWhereAnApiKeyIsSet() {
		try (ConfigurableApplicationContext context = start(Map.of("MATON_API_KEY", "a-real-key"))) {
			assertThat(context.getBeanProvider(BiginSimulator.class).stream()).isEmpty();
			MatonConnectionDetails details = context.getBean(MatonConnectionDetails.class);
			assertThat(context.containsBean("labController")).isFalse();
			assertThat(context.containsBean("colleagueController")).isFalse();
			assertThat(details.getApiKey()).isEqualTo("a-real-key");
			assertThat(details.getGatewayUrl()).isEqualTo(MatonEndpoint.DEFAULT_GATEWAY_URL);
			assertThat(details.getControlUrl()).isEqualTo(MatonEndpoint.DEFAULT_CONTROL_URL);
		}
	}

	private static ConfigurableApplicationContext start(Map<String, Object> environmentVariables) {
		ConfigurableEnvironment environment = new StandardReactiveWebEnvironment();
		String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, environmentVariables));
		return new SpringApplicationBuilder(SampleApplication.class).environment(environment).run("--server.port=0");
	}

}
