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

package io.github.biginspring.readme;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Service;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.BiginTemplateBuilder;
import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.ConnectionResolver;
import io.github.biginspring.connection.MatonConnection;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.error.BiginNoConnectionException;
import io.github.biginspring.model.Contact;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.organization.Connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The examples of several connections, run.
 */
class ConnectionExamplesTests {

	private final BiginSimulator simulator = BiginSimulator.start();

	private final BiginTemplate bigin = BiginTemplate.builder(ApiKey.of(this.simulator.apiKey()))
		.endpoint(MatonEndpoint.of(URI.create(this.simulator.url())))
		.build();

	@AfterEach
	void stop() {
		this.simulator.close();
	}

	@Test
	void namedAndMade() {
		String id = await(this.bigin.connections().list().map(MatonConnection::connectionId).next());
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class))
			.withPropertyValues("maton.api-key=" + this.simulator.apiKey(), "maton.url=" + this.simulator.url(),
					"maton.connections.paris.connection-id=" + id)
			.withUserConfiguration(Branches.class, Tokyo.class)
			.run((context) -> {
				List<String> names = await(
						this.bigin.query(Contact.class).all().map(Contact::getLastName).collectList());
				assertThat(await(context.getBean(Branches.class).contactsInParis())).isEqualTo((long) names.size());
				assertThat(context.getBean("tokyo", BiginTemplate.class)).isNotNull();
			});
	}

	@Test
	void connected() {
		Mono<MatonConnection> connected = bigin.connections()
			.create()
			.doOnNext((pending) -> show(pending.url()))
			.flatMap((pending) -> bigin.connections().awaitActive(pending.connectionId(), Duration.ofMinutes(5)));
		assertThat(await(connected).connectionId()).isNotEmpty();
	}

	private void show(URI url) {
		// its user opens it
		WebClient.create().get().uri(url).retrieve().toBodilessEntity().subscribe();
	}

	@Test
	void toldByTenant() {
		Connection other = this.simulator.addConnection();
		other.organization().records("Contacts").add(Map.of("Last_Name", "Of the other tenant"));
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class))
			.withPropertyValues("maton.api-key=" + this.simulator.apiKey(), "maton.url=" + this.simulator.url())
			.withBean(TenantRepository.class,
					() -> (tenant) -> Mono.just(other.id()).filter((id) -> tenant.equals("b")))
			.withUserConfiguration(Tenants.class)
			.run((context) -> {
				Mono<List<String>> names = context.getBean(BiginTemplate.class)
					.query(Contact.class)
					.all()
					.map(Contact::getLastName)
					.collectList();
				assertThat(await(names.contextWrite(Context.of("tenant", "b")))).contains("Of the other tenant");
				assertThatExceptionOfType(BiginNoConnectionException.class)
					.isThrownBy(() -> await(names.contextWrite(Context.of("tenant", "c"))));
			});
	}

	private static <T> T await(Mono<T> result) {
		return result.blockOptional(Duration.ofSeconds(30)).orElseThrow();
	}

	@Service
	static class Branches {

		private final BiginOperations bigin;

		private final BiginOperations paris;

		Branches(BiginOperations bigin, @Qualifier("paris") BiginOperations paris) {
			this.bigin = bigin;
			this.paris = paris;
		}

		Mono<Long> contactsInParis() {
			return this.paris.query(Contact.class).all().count();
		}

		Mono<Long> contacts() {
			return this.bigin.query(Contact.class).all().count();
		}

	}

	interface TenantRepository {

		Mono<String> connectionIdOf(String tenant);

	}

	@Configuration(proxyBeanMethods = false)
	static class Tenants {

		@Bean
		ConnectionResolver connectionResolver(TenantRepository tenants) {
			return () -> Mono.deferContextual((context) -> tenants.connectionIdOf(context.get("tenant")));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Tokyo {

		@Bean(defaultCandidate = false)
		BiginTemplate tokyo(BiginTemplateBuilder builder) {
			return builder.connectionName("tokyo").apiKey(ApiKey.of("the-key-of-another-account")).build();
		}

	}

}
