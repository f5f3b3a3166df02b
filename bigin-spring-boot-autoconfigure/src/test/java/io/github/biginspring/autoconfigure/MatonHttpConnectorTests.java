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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.error.BiginTransportException;
import io.github.biginspring.error.BiginUnreadableResponseException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The HTTP settings of the application and of Maton, seen on the wire.
 */
class MatonHttpConnectorTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final AtomicInteger elsewhere = new AtomicInteger();

	private final DisposableServer other = HttpServer.create().host("127.0.0.1").port(0).handle((request, response) -> {
		this.elsewhere.incrementAndGet();
		return response.sendString(Mono.just("{\"modules\":[]}"));
	}).bindNow();

	private final AtomicReference<String> proxied = new AtomicReference<>();

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((request, response) -> {
			if (request.uri().startsWith("http://") || request.method().name().equals("CONNECT")) {
				this.proxied.set(request.uri());
				return response.status(403).send();
			}
			return request.uri().contains("modules")
					? response.status(307).header("Location", "http://127.0.0.1:" + this.other.port() + "/").send()
					: response.neverComplete();
		})
		.bindNow();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class, HttpClientAutoConfiguration.class,
				ReactiveHttpClientAutoConfiguration.class))
		.withPropertyValues("maton.api-key=key", "maton.url=http://127.0.0.1:" + this.server.port(),
				"bigin.retry.enabled=false");

	@AfterEach
	void stop() {
		this.server.disposeNow();
		this.other.disposeNow();
	}

	@ParameterizedTest
	@ValueSource(strings = { "reactor", "jdk" })
	void followsNoRedirectWhateverTheApplicationSays(String connector) {
		this.runner
			.withPropertyValues("spring.http.clients.redirects=follow",
					"spring.http.clients.reactive.connector=" + connector)
			.run((context) -> StepVerifier.create(context.getBean(BiginTemplate.class).metadata().modules())
				.expectError(BiginUnreadableResponseException.class)
				.verify(LONG));
		assertThat(this.elsewhere).hasValue(0);
	}

	@Test
	void followsNoRedirectWhateverTheApplicationsCustomizersSay() {
		this.runner.withUserConfiguration(FollowingRedirects.class)
			.run((context) -> StepVerifier.create(context.getBean(BiginTemplate.class).metadata().modules())
				.expectError(BiginUnreadableResponseException.class)
				.verify(LONG));
		assertThat(this.elsewhere).hasValue(0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "maton.read-timeout", "spring.http.clients.read-timeout" })
	void waitsForAResponseAsLongAsIsSet(String property) {
		this.runner.withPropertyValues(property + "=50ms")
			.run((context) -> StepVerifier.create(context.getBean(BiginTemplate.class).connections().list())
				.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOfSatisfying(
						BiginTransportException.class, (transport) -> assertThat(transport.isRequestSent()).isTrue()))
				.verify(LONG));
	}

	@Test
	void timeoutForMatonGoesBeforeThatOfTheApplication() {
		this.runner.withPropertyValues("maton.read-timeout=50ms", "spring.http.clients.read-timeout=1h")
			.run((context) -> StepVerifier.create(context.getBean(BiginTemplate.class).connections().list())
				.expectError(BiginTransportException.class)
				.verify(LONG));
	}

	@ParameterizedTest
	@CsvSource({ "1h, 1h, 1, 1", "1ms, 1h, 2, 3", "1h, 1ms, 2, 3" })
	void usesNoConnectionForLongerThanItMay(String maxIdleTime, String maxLifeTime, int least, int most) {
		Set<String> ports = ConcurrentHashMap.newKeySet();
		DisposableServer counting = HttpServer.create().host("127.0.0.1").port(0).handle((request, response) -> {
			ports.add(String.valueOf(request.remoteAddress()));
			return response.header("Content-Type", "application/json").sendString(Mono.just("{\"modules\":[]}"));
		}).bindNow();
		this.runner
			.withPropertyValues("maton.url=http://127.0.0.1:" + counting.port(), "maton.max-idle-time=" + maxIdleTime,
					"maton.max-life-time=" + maxLifeTime)
			.run((context) -> {
				for (int i = 0; i < 3; i++) {
					StepVerifier.create(context.getBean(BiginTemplate.class).metadata().modules())
						.expectComplete()
						.verify(LONG);
				}
			});
		counting.disposeNow();
		assertThat(ports).hasSizeBetween(least, most);
	}

	@Test
	void goesThroughTheProxy() {
		this.runner
			.withPropertyValues("maton.proxy.host=127.0.0.1", "maton.proxy.port=" + this.server.port(),
					"maton.url=http://maton.example.com", "maton.allow-insecure-url=true")
			.run((context) -> StepVerifier.create(context.getBean(BiginTemplate.class).connections().list())
				.expectError()
				.verify(LONG));
		assertThat(this.proxied.get()).contains("maton.example.com");
	}

	@Configuration(proxyBeanMethods = false)
	static class FollowingRedirects {

		@Bean
		ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> followingRedirects() {
			return (builder) -> builder.withHttpClientCustomizer((client) -> client.followRedirect(true));
		}

	}

}
