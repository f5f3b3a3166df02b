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
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.handler.codec.http.HttpHeaderNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.http.client.ReactorResourceFactory;

import io.github.biginspring.BiginOperations;
import io.github.biginspring.BiginTemplate;
import io.github.biginspring.change.Cursor;
import io.github.biginspring.change.CursorStore;
import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.error.BiginShutdownException;
import io.github.biginspring.model.BiginRecord;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls at the shutdown of an application.
 */
@Timeout(60)
class BiginLifecycleTests {

	private static final String RECORD = "{\"data\":[{\"id\":\"1\",\"Last_Name\":\"Ada\"}]}";

	// WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE, the later one of its two
	private static final int WEB_SERVER_PHASE = SmartLifecycle.DEFAULT_PHASE - 2048;

	private final AtomicInteger received = new AtomicInteger();

	private final CountDownLatch arrived = new CountDownLatch(1);

	private final Sinks.One<String> response = Sinks.one();

	private final DisposableServer server = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((request, reply) -> request.receive().then(Mono.defer(() -> {
			this.received.incrementAndGet();
			this.arrived.countDown();
			return reply.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
				.sendString(this.response.asMono())
				.then();
		})))
		.bindNow();

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class, BiginSyncAutoConfiguration.class))
		.withPropertyValues("maton.api-key=key", "maton.url=http://127.0.0.1:" + this.server.port(),
				"bigin.rate-limit.max-in-flight=1");

	@AfterEach
	void closeServer() {
		this.server.disposeNow();
	}

	@Test
	void aCallInFlightSucceedsAndOneThatWaitsWasNotSent() {
		this.application.withUserConfiguration(Resources.class).run((context) -> {
			BiginOperations bigin = context.getBean(BiginOperations.class);
			CompletableFuture<BiginRecord> inFlight = bigin.findById("Contacts", "1", "Last_Name").toFuture();
			assertThat(this.arrived.await(30, TimeUnit.SECONDS)).isTrue();
			CompletableFuture<?> waiting = bigin.create("Contacts", new BiginRecord().set("Last_Name", "Ada"))
				.toFuture();
			CompletableFuture<Void> closed = CompletableFuture.runAsync(context.getSourceApplicationContext()::close);
			assertThat(waiting).failsWithin(Duration.ofSeconds(30))
				.withThrowableThat()
				.havingCause()
				.isInstanceOf(BiginShutdownException.class);
			assertThat(closed).isNotDone();
			this.response.tryEmitValue(RECORD);
			assertThat(inFlight).succeedsWithin(Duration.ofSeconds(30))
				.satisfies((record) -> assertThat(record.getId()).isEqualTo("1"));
			assertThat(closed).succeedsWithin(Duration.ofSeconds(30));
			assertThat(this.received).hasValue(1);
		});
	}

	@Test
	void aCallThatTakesTooLongHoldsUpNoShutdown() {
		this.application.withUserConfiguration(ShortPhase.class).run((context) -> {
			context.getBean(BiginOperations.class).findById("Contacts", "1", "Last_Name").toFuture();
			assertThat(this.arrived.await(30, TimeUnit.SECONDS)).isTrue();
			assertThat(CompletableFuture.runAsync(context.getSourceApplicationContext()::close))
				.succeedsWithin(Duration.ofSeconds(30));
		});
	}

	@Test
	void aFollowerEndsBetweenItsRoundsWithoutAnError() {
		this.response.tryEmitValue("{\"data\":[],\"info\":{\"more_records\":false}}");
		this.application.run((context) -> {
			BiginOperations bigin = context.getBean(BiginOperations.class);
			CompletableFuture<Void> following = bigin.changes("Contacts")
				.fields("Last_Name")
				.since(Instant.parse("2026-02-06T08:00:00Z"))
				.pollEvery(Duration.ofHours(1))
				.checkpointName("contacts")
				.handle((change) -> Mono.empty())
				.toFuture();
			assertThat(this.arrived.await(30, TimeUnit.SECONDS)).isTrue();
			CursorStore store = context.getBean(CursorStore.class);
			context.close();
			assertThat(following).succeedsWithin(Duration.ofSeconds(30));
			assertThat(Cursor.parse(store.load("contacts").block().text()).module()).isEqualTo("Contacts");
		});
	}

	@Test
	void allTemplatesStopAndStartWithTheContext() {
		this.application.withUserConfiguration(SeveralTemplates.class).run((context) -> {
			List<BiginTemplate> templates = context.getBeanProvider(BiginOperations.class)
				.stream()
				.map(BiginTemplate.class::cast)
				.toList();
			assertThat(templates).hasSize(3).allMatch(BiginTemplate::isRunning);
			ConfigurableApplicationContext source = context.getSourceApplicationContext();
			source.stop();
			assertThat(templates).noneMatch(BiginTemplate::isRunning);
			source.start();
			assertThat(templates).allMatch(BiginTemplate::isRunning);
		});
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aTemplateInAProxyStopsWithTheContext(boolean ofItsClass) {
		this.application.withBean(BeanPostProcessor.class, () -> new Proxies(ofItsClass)).run((context) -> {
			BiginOperations bigin = context.getBean(BiginOperations.class);
			assertThat(AopUtils.isAopProxy(bigin)).isTrue();
			BiginTemplate template = DefaultOperations.template(bigin);
			assertThat(template).isNotNull().matches(BiginTemplate::isRunning);
			context.close();
			assertThat(template).matches((stopped) -> !stopped.isRunning());
		});
	}

	@Test
	void stopsAfterTheWebServerAndBeforeTheConnectionPools() {
		this.application.run((context) -> {
			int phase = context.getBean(BiginLifecycle.class).getPhase();
			assertThat(phase).isLessThan(WEB_SERVER_PHASE).isGreaterThan(new ReactorResourceFactory().getPhase());
		});
	}

	@Test
	void whatStopsBeforeCanStillMakeCalls() {
		this.response.tryEmitValue(RECORD);
		Queue<String> read = new ConcurrentLinkedQueue<>();
		this.application.withBean(LastCall.class, () -> new LastCall(read)).run((context) -> {
			context.getBean(LastCall.class).bigin = context.getBean(BiginOperations.class);
			context.close();
			assertThat(read).containsExactly("1");
		});
	}

	// as an aspect of the application has it
	private record Proxies(boolean ofItsClass) implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			if (!(bean instanceof BiginOperations)) {
				return bean;
			}
			ProxyFactory factory = new ProxyFactory(bean);
			factory.setProxyTargetClass(this.ofItsClass);
			return factory.getProxy();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Resources {

		@Bean
		ReactorResourceFactory reactorResourceFactory() {
			ReactorResourceFactory resources = new ReactorResourceFactory();
			resources.setUseGlobalResources(false);
			resources.setShutdownQuietPeriod(Duration.ZERO);
			return resources;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ShortPhase {

		@Bean
		DefaultLifecycleProcessor lifecycleProcessor() {
			DefaultLifecycleProcessor processor = new DefaultLifecycleProcessor();
			processor.setTimeoutPerShutdownPhase(100);
			return processor;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SeveralTemplates {

		@Bean
		BiginTemplate one() {
			return BiginTemplate.builder(ApiKey.of("one")).build();
		}

		@Bean
		BiginOperations two() {
			return BiginTemplate.builder(ApiKey.of("two")).build();
		}

		@Bean
		BiginOperations otherConnection(BiginTemplate one) {
			return one.withConnection("other");
		}

	}

	/**
	 * Makes a call while it stops, as does a request that the web server still finishes.
	 */
	private static final class LastCall implements SmartLifecycle {

		private final Queue<String> read;

		private BiginOperations bigin;

		private boolean running;

		LastCall(Queue<String> read) {
			this.read = read;
		}

		@Override
		public void start() {
			this.running = true;
		}

		@Override
		public void stop() {
			this.read.add(this.bigin.findById("Contacts", "1", "Last_Name").block().getId());
			this.running = false;
		}

		@Override
		public boolean isRunning() {
			return this.running;
		}

		@Override
		public int getPhase() {
			return WEB_SERVER_PHASE;
		}

	}

}
