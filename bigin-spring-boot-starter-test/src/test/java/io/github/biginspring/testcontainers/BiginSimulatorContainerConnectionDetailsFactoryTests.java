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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.containers.GenericContainer;
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
 * Tests for {@link BiginSimulatorContainerConnectionDetailsFactory},
 * {@link BiginSimulatorImageConnectionDetailsFactory} and for what can be known of a
 * {@link BiginSimulatorContainer} that does not run.
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

	@ParameterizedTest
	@ValueSource(classes = { NamedImage.class, NamedContainer.class })
	void pointsTheClientToAnyContainerOfThatName(Class<?> configuration) {
		this.runner.withUserConfiguration(configuration).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(MatonConnectionDetails.class);
			MatonConnectionDetails details = context.getBean(MatonConnectionDetails.class);
			assertThat(details.getGatewayUrl()).hasToString("http://docker.example.com:32768");
			assertThat(details.getControlUrl()).hasToString("http://docker.example.com:32768");
			assertThat(details.getApiKey()).isEqualTo("key-of-the-container");
			assertThat(details.isInsecureUrlAllowed()).isTrue();
		});
	}

	@Test
	void knowsTheDefaultKeyOfTheImage() {
		this.runner.withUserConfiguration(ImageWithoutKey.class)
			.run((context) -> assertThat(context.getBean(MatonConnectionDetails.class).getApiKey())
				.isEqualTo("simulated-api-key"));
	}

	@Test
	void leavesImagesOfOtherNamesAlone() {
		this.runner.withUserConfiguration(OtherImage.class).run((context) -> assertThat(context).hasFailed());
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

	@Configuration(proxyBeanMethods = false)
	static class NamedImage {

		@Bean
		@ServiceConnection(name = "bigin-simulator")
		GenericContainer<?> bigin() {
			return new StartedImage("acme/mocks").withEnv("BIGIN_SIMULATOR_API_KEY", "key-of-the-container");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class NamedContainer {

		@Bean
		@ServiceConnection(name = "bigin-simulator")
		BiginSimulatorContainer bigin() {
			return new StartedContainer().withApiKey("key-of-the-container");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ImageWithoutKey {

		@Bean
		@ServiceConnection(name = "bigin-simulator")
		GenericContainer<?> bigin() {
			return new StartedImage("bigin-simulator");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OtherImage {

		@Bean
		@ServiceConnection(name = "redis")
		GenericContainer<?> redis() {
			return new StartedImage("redis:8");
		}

	}

	/**
	 * Behaves as if it ran on a Docker host of that name.
	 */
	static class StartedImage extends GenericContainer<StartedImage> {

		StartedImage(String image) {
			super(DockerImageName.parse(image));
		}

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
