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

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.BiginTemplateBuilder;
import io.github.biginspring.autoconfigure.health.MatonHealthContributorAutoConfiguration;
import io.github.biginspring.autoconfigure.metrics.BiginMetricsAutoConfiguration;
import io.github.biginspring.blocking.BiginClient;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.ConnectionResolver;
import io.github.biginspring.metadata.ModuleInfo;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several connections in one application: named ones, and those that it makes itself.
 */
class NamedConnectionTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private final List<String> received = new CopyOnWriteArrayList<>();

	private final DisposableServer server = HttpServer.create()
		.bindAddress(() -> new InetSocketAddress("127.0.0.1", 0))
		.handle((request, response) -> {
			this.received.add(request.requestHeaders().get("Authorization") + " "
					+ request.requestHeaders().get("Maton-Connection"));
			return response.header("Content-Type", "application/json")
				.sendString(Mono.just("{\"modules\":[{\"api_name\":\"Contacts\"}]}"));
		})
		.bindNow();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class, BiginMetricsAutoConfiguration.class,
				MatonHealthContributorAutoConfiguration.class))
		.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
		.withPropertyValues("maton.api-key=key", "maton.url=http://127.0.0.1:" + this.server.port());

	@AfterEach
	void stop() {
		this.server.disposeNow();
	}

	@Test
	void areInjectedByTheirNameAndNotWhereNoneIsAskedFor() {
		this.runner
			.withPropertyValues("maton.connections.paris.connection-id=p1", "maton.connections.tokyo.api-key=other",
					"maton.connections.tokyo.connection-id=t1")
			.withUserConfiguration(Branches.class)
			.run((context) -> {
				Branches branches = context.getBean(Branches.class);
				call(branches.unnamed);
				call(branches.paris);
				call(branches.tokyo);
				assertThat(this.received).containsExactly("Bearer key null", "Bearer key p1", "Bearer other t1");
			});
	}

	@Test
	void goBeforeAConnectionResolver() {
		this.runner.withPropertyValues("maton.connections.paris.connection-id=p1")
			.withBean(ConnectionResolver.class, () -> () -> Mono.just("tenant"))
			.run((context) -> {
				call(context.getBean("biginTemplate", BiginTemplate.class));
				call(context.getBean("parisBiginTemplate", BiginTemplate.class));
				assertThat(this.received).containsExactly("Bearer key tenant", "Bearer key p1");
			});
	}

	@Test
	void haveAClientForThreadsThatWaitAsWell() {
		this.runner
			.withPropertyValues("maton.connections.paris.connection-id=p1", "maton.connections.tokyo.api-key=other",
					"maton.connections.tokyo.connection-id=t1")
			.withUserConfiguration(WaitingBranches.class)
			.run((context) -> {
				WaitingBranches branches = context.getBean(WaitingBranches.class);
				branches.unnamed.metadata().modules();
				branches.paris.metadata().modules();
				branches.tokyo.metadata().modules();
				assertThat(this.received).containsExactly("Bearer key null", "Bearer key p1", "Bearer other t1");
				assertThat(branches.paris.reactive()).isSameAs(context.getBean("parisBiginTemplate"));
			});
	}

	@Test
	void haveTheSettingsOfTheApplication() {
		this.runner
			.withPropertyValues("maton.connections.paris.connection-id=p1", "bigin.max-response-size=10B",
					"bigin.retry.enabled=false")
			.run((context) -> assertThat(
					modules(context.getBean("parisBiginTemplate", BiginTemplate.class)).onErrorReturn(List.of())
						.block(LONG))
				.isEmpty());
	}

	@Test
	void areToldFromOneAnotherByMetersAndHealth() {
		this.runner
			.withPropertyValues("maton.connections.paris.connection-id=p1", "maton.connections.tokyo.api-key=other")
			.run((context) -> {
				call(context.getBean("biginTemplate", BiginTemplate.class));
				call(context.getBean("parisBiginTemplate", BiginTemplate.class));
				call(context.getBean("tokyoBiginTemplate", BiginTemplate.class));
				MeterRegistry meters = context.getBean(MeterRegistry.class);
				assertThat(waits(meters, "default")).as("one rate limiter for one key").isEqualTo(2);
				assertThat(waits(meters, "tokyo")).isEqualTo(1);
				assertThat(context.getBean(CompositeReactiveHealthContributor.class).stream())
					.extracting(CompositeReactiveHealthContributor.Entry::name)
					.containsExactlyInAnyOrder("default", "paris", "tokyo");
			});
	}

	@Test
	void haveLimitsOfTheirOwnWhereTheirKeyIsTheirOwn() {
		this.runner
			.withPropertyValues("maton.connections.tokyo.api-key=other",
					"maton.connections.tokyo.rate-limit.requests-per-second=3")
			.run((context) -> {
				call(context.getBean("tokyoBiginTemplate", BiginTemplate.class));
				assertThat(context.getBean(MeterRegistry.class)
					.get("bigin.ratelimiter.rate")
					.tag("bigin.connection", "tokyo")
					.gauge()
					.value()).isEqualTo(3);
			});
	}

	@ParameterizedTest
	@CsvSource({ "maton.connections.paris.connection-id=a b,maton.connections.paris.connection-id",
			"maton.connections.paris.api-key=a b,maton.connections.paris.api-key",
			"maton.connections.paris.api-key=${missing},maton.connections.paris.api-key",
			"maton.connections.paris.rate-limit.max-in-flight=5,maton.connections.paris.connection-id",
			"maton.connections.tokyo.rate-limit.requests-per-second=0,maton.connections.tokyo.rate-limit",
			"maton.connections.tokyo.rate-limit.max-in-flight=0,maton.connections.tokyo.rate-limit",
			"maton.connections.york.rate-limit.max-in-flight=3,maton.connections.york.api-key" })
	void areCheckedAtTheStart(String property, String told) {
		this.runner
			.withPropertyValues("maton.connections.tokyo.connection-id=t1", "maton.connections.york.connection-id=y1",
					property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(InvalidConfigurationException.class,
						(failure) -> assertThat(failure.getMessage() + failure.getAction()).contains(told)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "default", "other", "a/b" })
	void haveNamesThatMetersAndHealthCanTellApart(String name) {
		this.runner.withPropertyValues("maton.connections[" + name + "].connection-id=p1")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationException.class)
				.hasMessageContaining("'maton.connections." + name + "'"));
	}

	@Test
	void anApplicationMayAddBeansOnOtherConnections() {
		this.runner.withUserConfiguration(Derived.class).run((context) -> {
			call(context.getBean(BiginTemplate.class));
			call(context.getBean("paris", BiginOperations.class));
			assertThat(this.received).containsExactly("Bearer key null", "Bearer key p1");
		});
	}

	@Test
	void aBuilderHasTheSettingsOfTheApplicationAndSharesTheRateLimiterOfItsKey() {
		this.runner.withPropertyValues("bigin.retry.enabled=false").run((context) -> {
			BiginTemplateBuilder first = context.getBean(BiginTemplateBuilder.class);
			assertThat(context.getBean(BiginTemplateBuilder.class)).isNotSameAs(first);
			call(first.connectionId("p1").build());
			call(context.getBean(BiginTemplateBuilder.class).apiKey(ApiKey.of("own")).build());
			call(context.getBean(BiginTemplateBuilder.class).apiKey(ApiKey.of("own")).build());
			assertThat(this.received).containsExactly("Bearer key p1", "Bearer own null", "Bearer own null");
			MeterRegistry meters = context.getBean(MeterRegistry.class);
			assertThat(waits(meters, "default")).isEqualTo(1);
			assertThat(waits(meters, "other")).isEqualTo(2);
		});
	}

	private static long waits(MeterRegistry meters, String connection) {
		return meters.get("bigin.ratelimiter.wait").tag("bigin.connection", connection).timer().count();
	}

	private static void call(BiginOperations bigin) {
		assertThat(modules(bigin).block(LONG)).containsExactly("Contacts");
	}

	private static Mono<List<String>> modules(BiginOperations bigin) {
		return bigin.metadata().modules().map(ModuleInfo::apiName).collectList();
	}

	@Configuration(proxyBeanMethods = false)
	static class Branches {

		@Autowired
		BiginTemplate unnamed;

		@Autowired
		@Qualifier("paris")
		BiginTemplate paris;

		@Autowired
		@Qualifier("tokyo")
		BiginOperations tokyo;

	}

	@Configuration(proxyBeanMethods = false)
	static class WaitingBranches {

		@Autowired
		BiginClient unnamed;

		@Autowired
		@Qualifier("paris")
		BiginClient paris;

		@Autowired
		@Qualifier("tokyo")
		BiginClient tokyo;

	}

	@Configuration(proxyBeanMethods = false)
	static class Derived {

		@Bean
		BiginOperations paris(BiginTemplate bigin) {
			return bigin.withConnection("p1");
		}

	}

}
