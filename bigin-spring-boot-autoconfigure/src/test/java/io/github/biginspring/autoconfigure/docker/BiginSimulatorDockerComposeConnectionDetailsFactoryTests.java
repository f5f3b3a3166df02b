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
package io.github.biginspring.autoconfigure.docker;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.BeanUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.lifecycle.DockerComposeServicesReadyEvent;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.io.support.SpringFactoriesLoader;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.autoconfigure.MatonConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BiginSimulatorDockerComposeConnectionDetailsFactory}, as Spring Boot
 * finds and uses it.
 */
class BiginSimulatorDockerComposeConnectionDetailsFactoryTests {

	private static final String LABEL = "org.springframework.boot.service-connection";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class));

	private ApplicationContextRunner with(RunningService... services) {
		return this.runner.withInitializer((context) -> ready(context, List.of(services)));
	}

	/**
	 * Tells Spring Boot's listeners, as it does itself when the services run.
	 */
	@SuppressWarnings({ "rawtypes", "unchecked" })
	private static void ready(ConfigurableApplicationContext context, List<RunningService> services) {
		try {
			Constructor<DockerComposeServicesReadyEvent> event = DockerComposeServicesReadyEvent.class
				.getDeclaredConstructor(ApplicationContext.class, List.class);
			SimpleApplicationEventMulticaster multicaster = new SimpleApplicationEventMulticaster();
			List<ApplicationListener> listeners = SpringFactoriesLoader.forDefaultResourceLocation()
				.load(ApplicationListener.class);
			listeners.forEach(multicaster::addApplicationListener);
			multicaster.multicastEvent(BeanUtils.instantiateClass(event, context, services));
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void pointsTheClientToTheServiceWithoutAProperty() {
		with(new Service("bigin-simulator:0.1.0", Map.of("BIGIN_SIMULATOR_API_KEY", "key-of-the-service"), Map.of()))
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(BiginTemplate.class);
				MatonConnectionDetails details = context.getBean(MatonConnectionDetails.class);
				assertThat(details.getGatewayUrl()).hasToString("http://docker.example.com:40080");
				assertThat(details.getControlUrl()).hasToString("http://docker.example.com:40080");
				assertThat(details.getApiKey()).isEqualTo("key-of-the-service");
				assertThat(details.isInsecureUrlAllowed()).isTrue();
				assertThat(details.getConnectionId()).isNull();
				assertThat(details.getSslBundle()).isNull();
				assertThat(details.toString()).doesNotContain("key-of-the-service");
			});
	}

	@Test
	void comesBeforeTheProperties() {
		with(new Service("bigin-simulator", Map.of(), Map.of()))
			.withPropertyValues("maton.api-key=key-of-the-properties", "maton.url=https://maton.example.com")
			.run((context) -> assertThat(context.getBean(MatonConnectionDetails.class).getApiKey())
				.isEqualTo("simulated-api-key"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "bigin-simulator", "bigin-simulator:0.1.0", "acme/bigin-simulator",
			"ghcr.io/acme/bigin-simulator:latest", "localhost:5000/tools/bigin-simulator" })
	void knowsTheServiceByItsImage(String image) {
		with(new Service(image, Map.of(), Map.of()))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(MatonConnectionDetails.class));
	}

	@ParameterizedTest
	@CsvSource({ "demo-bigin, bigin-simulator", "mocks:1, acme/bigin-simulator" })
	void knowsTheServiceByItsLabel(String image, String label) {
		with(new Service(image, Map.of(), Map.of(LABEL, label)))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(MatonConnectionDetails.class));
	}

	@ParameterizedTest
	@CsvSource({ "redis, ", "bigin-simulator/proxy, ", "my-bigin-simulator, ", "bigin-simulator, redis" })
	void leavesOtherServicesAlone(String image, @Nullable String label) {
		with(new Service(image, Map.of(), (label != null) ? Map.of(LABEL, label) : Map.of()))
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("needs an API key"));
	}

	@ParameterizedTest
	@CsvSource({ "9000, 41000", "'', 40080", "http, 40080" })
	void readsThePortThatTheServiceListensOn(String port, int mapped) {
		with(new Service("bigin-simulator", Map.of("BIGIN_SIMULATOR_PORT", port), Map.of())).run(
				(context) -> assertThat(context.getBean(MatonConnectionDetails.class).getGatewayUrl()).hasPort(mapped));
	}

	@Test
	void isNotMissedWithoutDockerCompose() {
		this.runner.withClassLoader(new FilteredClassLoader("org.springframework.boot.docker"))
			.withPropertyValues("maton.api-key=key-of-the-properties")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(BiginTemplate.class));
	}

	/**
	 * A service that runs on another machine, with its ports elsewhere.
	 */
	private record Service(ImageReference image, Map<String, String> env,
			Map<String, String> labels) implements RunningService {

		Service(String image, Map<String, String> env, Map<String, String> labels) {
			this(ImageReference.of(image), env, labels);
		}

		@Override
		public String name() {
			return "bigin";
		}

		@Override
		public String host() {
			return "docker.example.com";
		}

		@Override
		public ConnectionPorts ports() {
			return new ConnectionPorts() {

				@Override
				public int get(int containerPort) {
					return 32000 + containerPort;
				}

				@Override
				public List<Integer> getAll() {
					return List.of();
				}

				@Override
				public List<Integer> getAll(@Nullable String protocol) {
					return List.of();
				}

			};
		}

	}

}
