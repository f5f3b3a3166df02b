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

package io.github.biginspring.test;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.autoconfigure.MatonConnectionDetails;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.BiginSimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link BiginSimulatorAutoConfiguration}.
 */
class BiginSimulatorAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class, BiginSimulatorAutoConfiguration.class));

	@Test
	void pointsTheClientToTheSimulatorWithoutAProperty() {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(MatonConnectionDetails.class);
			BiginTemplate bigin = context.getBean(BiginTemplate.class);
			assertThat(bigin.query(Contact.class).all().count().block()).isEqualTo(30);
			assertThat(bigin.connections().list().count().block()).isOne();
			assertThat(context.getBean(BiginSimulator.class).requests().count()).isEqualTo(2);
		});
	}

	@Test
	void usesNoneOfTheApplicationsProperties() {
		this.runner
			.withPropertyValues("maton.api-key=real-key", "maton.url=https://maton.example.com",
					"maton.connection-id=00000000-0000-0000-0000-000000000000")
			.run((context) -> assertThat(
					context.getBean(BiginTemplate.class).query(Contact.class).all().count().block())
				.isEqualTo(30));
	}

	@Test
	void winsOverConnectionDetailsOfTheApplication() {
		this.runner.withBean("own", MatonConnectionDetails.class, () -> () -> "real-key")
			.run((context) -> assertThat(
					context.getBean(BiginTemplate.class).query(Contact.class).all().count().block())
				.isEqualTo(30));
	}

	@Test
	void givesWayToASimulatorOfTheUser() {
		this.runner.withUserConfiguration(OwnSimulator.class).run((context) -> {
			assertThat(context).hasSingleBean(BiginSimulator.class);
			assertThat(context.getBean(BiginTemplate.class).query(Contact.class).all().count().block()).isZero();
		});
	}

	@Test
	void closesTheSimulatorWithTheContext() {
		AtomicReference<String> url = new AtomicReference<>();
		this.runner.run((context) -> url.set(context.getBean(BiginSimulator.class).url()));
		HttpRequest request = HttpRequest.newBuilder(URI.create(url.get())).build();
		assertThatExceptionOfType(ConnectException.class)
			.isThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.discarding()));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnSimulator {

		@Bean
		BiginSimulator ownSimulator() {
			return BiginSimulator.builder().apiKey("own-key").empty().start();
		}

	}

}
