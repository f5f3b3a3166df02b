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

package io.github.biginspring.autoconfigure.notification;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.ApplicationContextAssertProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

import io.github.biginspring.notification.BiginNotification;
import io.github.biginspring.notification.NotificationReceiver;
import io.github.biginspring.notification.NotificationToken;
import io.github.biginspring.notification.NotificationTokens;
import io.github.biginspring.notification.ReceiveResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NotificationReceiverAutoConfiguration}: which beans there are, what a
 * mistake is told as, and how notifications become events.
 */
class NotificationReceiverAutoConfigurationTests {

	private static final String[] ENABLED = { "bigin.notifications.receiver.enabled=true",
			"bigin.notifications.token=s3cr3t" };

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(configuration());

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(configuration());

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
		.withConfiguration(configuration());

	@Test
	void isOffByDefault() {
		this.reactive.withPropertyValues("bigin.notifications.token=s3cr3t").run(this::isAbsent);
		this.servlet.withPropertyValues("bigin.notifications.token=s3cr3t").run(this::isAbsent);
	}

	@Test
	void thereIsAnEndpointOfTheKindOfTheApplication() {
		this.reactive.withPropertyValues(ENABLED)
			.run((context) -> assertThat(context).hasSingleBean(NotificationReceiver.class)
				.hasSingleBean(org.springframework.web.reactive.function.server.RouterFunction.class)
				.doesNotHaveBean(org.springframework.web.servlet.function.RouterFunction.class));
		this.servlet.withPropertyValues(ENABLED)
			.run((context) -> assertThat(context).hasSingleBean(NotificationReceiver.class)
				.hasSingleBean(org.springframework.web.servlet.function.RouterFunction.class)
				.doesNotHaveBean(org.springframework.web.reactive.function.server.RouterFunction.class));
	}

	@Test
	void anApplicationWithoutAWebServerHasTheReceiverAlone() {
		this.runner.withPropertyValues(ENABLED)
			.withClassLoader(new FilteredClassLoader("org.springframework.web.servlet", "jakarta.servlet"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(NotificationReceiver.class)
				.doesNotHaveBean("biginNotificationEndpoint"));
	}

	@Test
	void givesWayToAReceiverOfTheApplication() {
		NotificationReceiver own = new NotificationReceiver(NotificationTokens.of(NotificationToken.of("own")), 10, 1,
				Schedulers.parallel());
		this.reactive.withPropertyValues("bigin.notifications.receiver.enabled=true")
			.withBean(NotificationReceiver.class, () -> own)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean("biginNotificationEndpoint")
				.getBean(NotificationReceiver.class)
				.isSameAs(own));
	}

	@Test
	void readsItsProperties() {
		this.runner
			.withPropertyValues("bigin.notifications.receiver.enabled=true",
					"bigin.notifications.receiver.max-body-size=60B", "bigin.notifications.channels.1.token=one",
					"bigin.notifications.channels.2.events=Contacts.all")
			.run((context) -> {
				NotificationReceiver receiver = context.getBean(NotificationReceiver.class);
				assertThat(receiver.maxBodySize()).isEqualTo(60);
				assertThat(receive(receiver, "1", "one")).isEqualTo(ReceiveResult.ACCEPTED);
				assertThat(receive(receiver, "2", "one")).isEqualTo(ReceiveResult.REJECTED);
			});
		this.runner.withPropertyValues(ENABLED)
			.withPropertyValues("bigin.notifications.channels.1.token=one")
			.run((context) -> {
				NotificationReceiver receiver = context.getBean(NotificationReceiver.class);
				assertThat(receiver.maxBodySize()).isEqualTo(256 * 1024);
				assertThat(receive(receiver, "1", "one")).isEqualTo(ReceiveResult.ACCEPTED);
				assertThat(receive(receiver, "1", "s3cr3t")).isEqualTo(ReceiveResult.REJECTED);
				assertThat(receive(receiver, "2", "s3cr3t")).isEqualTo(ReceiveResult.ACCEPTED);
			});
	}

	@Test
	void aMissingTokenIsToldAtStart() {
		FailureAnalysis analysis = analysisOf("bigin.notifications.receiver.enabled=true",
				"bigin.notifications.channels.1.events=Contacts.all");
		assertThat(analysis.getDescription()).contains("need a token", "'bigin.notifications.token' is not set");
		assertThat(analysis.getAction()).contains("Set 'bigin.notifications.token'", "50");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "s3cr3ts3cr3ts3cr3ts3cr3ts3cr3ts3cr3ts3cr3ts3cr3ts3cr3t" })
	void anUnfitTokenIsToldAtStartAndNeverShown(String token) {
		FailureAnalysis analysis = analysisOf("bigin.notifications.receiver.enabled=true",
				"bigin.notifications.token=" + token);
		assertThat(analysis.getDescription()).contains("'bigin.notifications.token' cannot be used")
			.doesNotContain("s3cr3t");
		assertThat(String.valueOf(analysis.getCause())).doesNotContain("s3cr3t");
	}

	@ParameterizedTest
	@CsvSource({ "path,notifications", "path,/{any}", "path,/**", "max-body-size,0B", "max-body-size,3GB",
			"buffer-size,0" })
	void aMistakeIsToldByTheNameOfTheProperty(String property, String value) {
		String name = "bigin.notifications.receiver." + property;
		FailureAnalysis analysis = analysisOf(ENABLED[0], ENABLED[1], name + "=" + value);
		assertThat(analysis.getDescription()).contains("'" + name + "' cannot be");
		assertThat(analysis.getAction()).contains("Set '" + name + "' to");
	}

	@Test
	void notificationsBecomeEventsAwayFromTheCaller() throws InterruptedException {
		Listener listener = new Listener(4);
		this.runner.withPropertyValues(ENABLED).withBean(Listener.class, () -> listener).run((context) -> {
			NotificationReceiver receiver = context.getBean(NotificationReceiver.class);
			receive(receiver, "fails", "s3cr3t");
			receive(receiver, "asserts", "s3cr3t");
			receive(receiver, "links", "s3cr3t");
			receive(receiver, "1", "s3cr3t");
			assertThat(listener.all.await(10, TimeUnit.SECONDS)).isTrue();
			assertThat(listener.channels).containsExactly("fails", "asserts", "links", "1");
			assertThat(listener.threads).allMatch((thread) -> thread.startsWith("boundedElastic"));
		});
	}

	@Test
	void whatWasReceivedIsPublishedBeforeTheApplicationStops() {
		Listener listener = new Listener(100);
		this.runner.withPropertyValues(ENABLED).withBean(Listener.class, () -> listener).run((context) -> {
			NotificationReceiver receiver = context.getBean(NotificationReceiver.class);
			for (int i = 0; i < 100; i++) {
				receive(receiver, String.valueOf(i), "s3cr3t");
			}
		});
		assertThat(listener.channels).hasSize(100);
	}

	@Test
	void publishesAgainAfterARestart() {
		Listener listener = new Listener(1);
		this.runner.withPropertyValues(ENABLED).withBean(Listener.class, () -> listener).run((context) -> {
			context.getSourceApplicationContext(ConfigurableApplicationContext.class).stop();
			context.getSourceApplicationContext(ConfigurableApplicationContext.class).start();
			receive(context.getBean(NotificationReceiver.class), "1", "s3cr3t");
			assertThat(listener.all.await(10, TimeUnit.SECONDS)).isTrue();
		});
	}

	private FailureAnalysis analysisOf(String... properties) {
		List<FailureAnalysis> analyses = new ArrayList<>();
		this.runner.withPropertyValues(properties).run((context) -> {
			assertThat(context).hasFailed();
			SpringFactoriesLoader.forDefaultResourceLocation()
				.load(FailureAnalyzer.class, FailureHandler.logging(LogFactory.getLog("x")))
				.forEach((analyzer) -> {
					FailureAnalysis analysis = analyzer.analyze(context.getStartupFailure());
					if (analysis != null) {
						analyses.add(analysis);
					}
				});
		});
		assertThat(analyses).hasSize(1);
		return analyses.get(0);
	}

	private void isAbsent(ApplicationContextAssertProvider<?> context) {
		assertThat(context).hasNotFailed()
			.doesNotHaveBean(NotificationReceiver.class)
			.doesNotHaveBean("biginNotificationEndpoint");
	}

	private static ReceiveResult receive(NotificationReceiver receiver, String channel, String token) {
		return receiver.receive(
				("{\"channel_id\":\"" + channel + "\",\"token\":\"" + token + "\"}").getBytes(StandardCharsets.UTF_8));
	}

	private static AutoConfigurations configuration() {
		return AutoConfigurations.of(NotificationReceiverAutoConfiguration.class);
	}

	static class Listener {

		private final List<String> channels = new CopyOnWriteArrayList<>();

		private final List<String> threads = new CopyOnWriteArrayList<>();

		private final CountDownLatch all;

		Listener(int expected) {
			this.all = new CountDownLatch(expected);
		}

		@EventListener
		void on(BiginNotification notification) {
			this.channels.add(notification.channelId());
			this.threads.add(Thread.currentThread().getName());
			this.all.countDown();
			if (notification.channelId().equals("fails")) {
				throw new IllegalStateException("bug");
			}
			if (notification.channelId().equals("asserts")) {
				throw new AssertionError("bug");
			}
			if (notification.channelId().equals("links")) {
				throw new NoClassDefFoundError("bug");
			}
		}

	}

}
