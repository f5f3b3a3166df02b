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

package io.github.biginspring.contract;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;

import io.github.biginspring.BiginTemplate;
import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.simulator.BiginSimulator;
import io.github.biginspring.simulator.BiginSimulatorBuilder;
import io.github.biginspring.simulator.organization.Records;

/**
 * An auto-configured client that talks to a simulator by HTTP. Both serve all tests of a
 * class; the simulator is as new before each of them.
 */
final class ClientFixture implements BeforeEachCallback, AfterAllCallback {

	/**
	 * Far beyond what any call takes, so that a call that never ends fails its test.
	 */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final BiginSimulator simulator;

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private ClientFixture(BiginSimulatorBuilder builder, String... properties) {
		this(builder, (url) -> TestPropertyValues.of("maton.url=" + url), properties);
	}

	private ClientFixture(BiginSimulatorBuilder builder, Function<String, TestPropertyValues> urls,
			String... properties) {
		this.simulator = builder.start();
		urls.apply(this.simulator.url())
			.and("maton.api-key=" + this.simulator.apiKey(), "bigin.retry.initial-interval=1ms",
					"bigin.retry.max-interval=2ms", "bigin.retry.max-retry-after=1ms", "bigin.retry.max-rate-limited=0",
					"bigin.rate-limit.requests-per-second=10000")
			.and(properties)
			.applyTo(this.context);
		this.context.registerBean(ReactorResourceFactory.class, ClientFixture::ownResources);
		this.context.register(HttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class,
				BiginAutoConfiguration.class);
		this.context.refresh();
	}

	/**
	 * Event loops and connections that no other context shares, because a context that is
	 * closed disposes of the global ones, whoever still uses them.
	 * @return the resources
	 */
	static ReactorResourceFactory ownResources() {
		ReactorResourceFactory resources = new ReactorResourceFactory();
		resources.setUseGlobalResources(false);
		resources.setShutdownQuietPeriod(Duration.ZERO);
		return resources;
	}

	static ClientFixture empty(String... properties) {
		return new ClientFixture(BiginSimulator.builder().empty(), properties);
	}

	static ClientFixture with(UnaryOperator<BiginSimulatorBuilder> customizer, String... properties) {
		return new ClientFixture(customizer.apply(BiginSimulator.builder().empty()), properties);
	}

	/**
	 * Where gateway and control plane are not on one host, as by Maton's defaults.
	 * @return a client
	 */
	static ClientFixture inTwoPlaces() {
		return new ClientFixture(BiginSimulator.builder().empty(), (url) -> TestPropertyValues
			.of("maton.gateway-url=" + url.replace("localhost", "127.0.0.1"), "maton.control-url=" + url));
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		this.simulator.reset();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		close();
	}

	void close() {
		this.context.close();
		this.simulator.close();
	}

	BiginSimulator simulator() {
		return this.simulator;
	}

	BiginTemplate bigin() {
		return this.context.getBean(BiginTemplate.class);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/**
	 * The records of the first connection's organisation, as they are kept.
	 * @param module the API name of the module
	 * @return the records
	 */
	Records records(String module) {
		return this.simulator.organization().records(module);
	}

	/**
	 * The one header of the latest request.
	 * @param name the name of the header
	 * @return its value, or {@code null}
	 */
	@Nullable String sentHeader(String name) {
		return this.simulator.requests().last().header(name);
	}

	/**
	 * The parameter of the latest request.
	 * @param name the name of the parameter
	 * @return its value, or {@code null}
	 */
	@Nullable String sentParameter(String name) {
		return this.simulator.requests().last().parameter(name);
	}

	static <T> @Nullable T await(Mono<T> mono) {
		return mono.block(PATIENCE);
	}

	static <T> List<T> await(Flux<T> flux) {
		return flux.collectList().block(PATIENCE);
	}

}
