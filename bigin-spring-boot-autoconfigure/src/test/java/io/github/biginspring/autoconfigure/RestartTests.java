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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.netty.channel.Channel;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.model.Contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * A context that is stopped and started again, as it is around a checkpoint of the JVM:
 * no connection outlives the stop, and calls are made after the start.
 */
@Timeout(120)
class RestartTests {

	// apart from the loops that the application stops
	private final LoopResources loops = LoopResources.create("service");

	private final Set<Channel> connections = ConcurrentHashMap.newKeySet();

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.runOn(this.loops)
		.doOnConnection((connection) -> this.connections.add(connection.channel()))
		.handle((request, response) -> response.header("Content-Type", "application/json")
			.sendString(Mono.just("{\"data\":[{\"id\":\"1\",\"Last_Name\":\"Ada\"}]}"))
			.then())
		.bindNow();

	@AfterEach
	void closeServer() {
		this.server.disposeNow();
		this.loops.disposeLater().block();
	}

	@Test
	void withTheResourcesThatAllShare() {
		restarted(SmallApplication.Configured.class);
	}

	@Test
	void withResourcesOfTheApplication() {
		restarted(OwnResources.class);
	}

	private void restarted(Class<?> application) {
		try (ConfigurableApplicationContext context = start(application)) {
			assertThat(read(context)).isEqualTo("Ada");
			assertThat(open()).isOne();
			for (int i = 0; i < 2; i++) {
				context.stop();
				Awaitility.await().untilAsserted(() -> assertThat(open()).isZero());
				context.start();
				assertThat(read(context)).isEqualTo("Ada");
				assertThat(open()).isOne();
			}
		}
		Awaitility.await().untilAsserted(() -> assertThat(open()).isZero());
	}

	@Test
	void whatIsLazyIsMadeWithTheFirstCall() {
		// Boot's validator of the health groups asks every health contributor for its
		// name,
		// and makes them and what they check in a lazy application too
		try (ConfigurableApplicationContext context = start(SmallApplication.Configured.class,
				"spring.main.lazy-initialization=true", "management.endpoint.health.validate-group-membership=false")) {
			assertThat(context.getBeanFactory().containsSingleton("biginTemplate")).isFalse();
			assertThat(context.getBeanFactory().containsSingleton("biginClient")).isFalse();
			assertThat(read(context)).isEqualTo("Ada");
			context.stop();
			context.start();
			assertThat(read(context)).isEqualTo("Ada");
		}
		Awaitility.await().untilAsserted(() -> assertThat(open()).isZero());
	}

	// by a bean that has made a call already
	@Test
	void aStartThatFailsLeavesNoConnectionBehind() {
		assertThatException().isThrownBy(() -> start(FailingApplication.class)).withMessageContaining("elsewhere");
		assertThat(this.connections).isNotEmpty();
		Awaitility.await().untilAsserted(() -> assertThat(open()).isZero());
	}

	private long open() {
		return this.connections.stream().filter(Channel::isActive).count();
	}

	private ConfigurableApplicationContext start(Class<?> application, String... properties) {
		return new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.properties("maton.api-key=key", "maton.url=http://127.0.0.1:" + this.server.port(),
					"spring.main.banner-mode=off")
			.properties(properties)
			.run();
	}

	private static String read(ConfigurableApplicationContext context) {
		Contact contact = context.getBean(BiginOperations.class)
			.findById(Contact.class, "1")
			.block(Duration.ofSeconds(30));
		assertThat(contact).isNotNull();
		return context.getBean(BiginClient.class)
			.findById(Contact.class, contact.getId())
			.map(Contact::getLastName)
			.orElse("none");
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class FailingApplication {

		@Bean
		InitializingBean failing(BiginOperations bigin) {
			return () -> {
				bigin.findById(Contact.class, "1").block(Duration.ofSeconds(30));
				throw new IllegalStateException("elsewhere");
			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OwnResources {

		@Bean
		ReactorResourceFactory reactorResourceFactory() {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			resources.setShutdownQuietPeriod(Duration.ZERO);
			return resources;
		}

	}

}
