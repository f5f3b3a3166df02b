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

package io.github.biginspring.testcontainers;

import org.junit.jupiter.api.Test;
import org.testcontainers.utility.DockerImageName;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.autoconfigure.MatonConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link BiginSimulatorContainerConnectionDetailsFactory} and for what can be
 * known of a {@link BiginSimulatorContainer} that does not run.
 */
class BiginSimulatorContainerConnectionDetailsFactoryTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ServiceConnectionAutoConfiguration.class, BiginAutoConfiguration.class));

	@Test
	void pointsTheClientToTheContainerWithoutAProperty() {
		this.runner.withUserConfiguration(RemoteContainer.class).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(BiginTemplate.class);
			MatonConnectionDetails details = context.getBean(MatonConnectionDetails.class);
			assertThat(details.getGatewayUrl()).hasToString("http://docker.example.com:32768");
			assertThat(details.getControlUrl()).hasToString("http://docker.example.com:32768");
			assertThat(details.getApiKey()).isEqualTo("key-of-the-container");
			assertThat(details.isInsecureUrlAllowed()).isTrue();
			assertThat(details.getConnectionId()).isNull();
			assertThat(details.getSslBundle()).isNull();
		});
	}

	@Test
	void leavesContainersThatAreNoServiceConnectionAlone() {
		this.runner.withBean(BiginSimulatorContainer.class, StartedContainer::new)
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("needs an API key"));
	}

	@Test
	void doesNotShowTheApiKey() {
		assertThat(new BiginSimulatorContainer().withApiKey("key-of-the-container"))
			.hasToString("BiginSimulatorContainer(wiremock/wiremock:3.13.2)");
	}

	@Test
	void refusesAnEmptyApiKey() {
		assertThatIllegalArgumentException().isThrownBy(() -> new BiginSimulatorContainer().withApiKey(" "))
			.withMessage("'apiKey' must not be empty");
	}

	@Test
	void refusesOtherImagesUnlessDeclaredASubstitute() {
		DockerImageName image = DockerImageName.parse("registry.example.com/mocks:1");
		assertThatIllegalStateException().isThrownBy(() -> new BiginSimulatorContainer(image));
		assertThat(new BiginSimulatorContainer(image.asCompatibleSubstituteFor("wiremock/wiremock")).getApiKey())
			.isEqualTo("simulated-api-key");
	}

	@Configuration(proxyBeanMethods = false)
	static class RemoteContainer {

		@Bean
		@ServiceConnection
		BiginSimulatorContainer bigin() {
			return new StartedContainer().withApiKey("key-of-the-container");
		}

	}

	/**
	 * Behaves as if it ran on a Docker host of that name.
	 */
	static class StartedContainer extends BiginSimulatorContainer {

		@Override
		public void start() {
		}

		@Override
		public void stop() {
		}

		@Override
		public String getHost() {
			return "docker.example.com";
		}

		@Override
		public Integer getMappedPort(int originalPort) {
			return 24688 + originalPort;
		}

	}

}
