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

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

import io.github.biginspring.autoconfigure.BiginAutoConfiguration;
import io.github.biginspring.autoconfigure.InvalidConfigurationException;
import io.github.biginspring.internal.call.LocalServer;
import io.github.biginspring.notification.WatchRenewal;
import io.github.biginspring.notification.WatchRenewalListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WatchRenewalAutoConfiguration}: when channels are subscribed to, and
 * what a mistake is told as.
 */
class WatchRenewalAutoConfigurationTests {

	private static final String CHANNEL = "bigin.notifications.channels.90210.events=Contacts.all,Pipelines.create";

	private static final String ENABLED = "bigin.notifications.renewal.enabled=true";

	private static final String URL = "bigin.notifications.notify-url=https://app.example.com/bigin?key=hidden";

	private static final String TOKEN = "bigin.notifications.token=s3cr3t";

	private final LocalServer server = new LocalServer().respondsWith(201, "{\"watch\":[{\"code\":\"SUCCESS\"}]}");

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class, WatchRenewalAutoConfiguration.class))
		.withPropertyValues("maton.api-key=test-key", "maton.url=" + this.server.url());

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void nothingIsSubscribedToUnlessItIsEnabled() {
		this.runner.withPropertyValues(CHANNEL, URL, TOKEN)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(WatchRenewal.class));
		assertThat(this.server.received()).isEmpty();
	}

	@Test
	void nothingIsCalledWhereNoChannelIsConfigured() {
		this.runner.withPropertyValues(ENABLED, URL, TOKEN)
			.run((context) -> assertThat(context).hasNotFailed()
				.getBean(WatchRenewal.class)
				.matches(WatchRenewal::isRunning));
		assertThat(this.server.received()).isEmpty();
	}

	@Test
	void subscribesWhenItStartsAndStopsWithTheApplication() {
		Listener listener = new Listener();
		WatchRenewal[] renewal = new WatchRenewal[1];
		this.runner.withPropertyValues(ENABLED, CHANNEL, URL, TOKEN)
			.withBean(WatchRenewalListener.class, () -> listener)
			.run((context) -> {
				StepVerifier.create(listener.subscribed()).expectNext("90210").expectComplete().verify(seconds(10));
				renewal[0] = context.getBean(WatchRenewal.class);
				assertThat(renewal[0].isRunning()).isTrue();
			});
		assertThat(renewal[0].isRunning()).isFalse();
		LocalServer.Received request = this.server.request();
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.uri()).isEqualTo("/zoho-bigin/bigin/v2/actions/watch");
		assertThat(request.body()).contains("\"channel_id\":\"90210\"",
				"\"events\":[\"Contacts.all\",\"Pipelines.create\"]",
				"\"notify_url\":\"https://app.example.com/bigin?key=hidden\"", "\"token\":\"s3cr3t\"");
	}

	@Test
	void subscribesAgainAfterARestart() {
		this.runner.withPropertyValues(ENABLED, CHANNEL, URL, TOKEN).run((context) -> {
			StepVerifier.create(this.server.requestReceived()).expectComplete().verify(seconds(10));
			context.getSourceApplicationContext(ConfigurableApplicationContext.class).stop();
			assertThat(context.getBean(WatchRenewal.class).isRunning()).isFalse();
			context.getSourceApplicationContext(ConfigurableApplicationContext.class).start();
			assertThat(context.getBean(WatchRenewal.class).isRunning()).isTrue();
		});
	}

	@Test
	void aServiceThatIsDownDoesNotKeepTheApplicationFromStarting() {
		this.server.close();
		this.runner.withPropertyValues(ENABLED, CHANNEL, URL, TOKEN)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void aChannelCanHaveItsOwnUrlAndToken() {
		this.runner
			.withPropertyValues(ENABLED, CHANNEL,
					"bigin.notifications.channels.90210.notify-url=https://own.example.com",
					"bigin.notifications.channels.90210.token=own", "bigin.notifications.time-to-live=1h")
			.run((context) -> StepVerifier.create(this.server.requestReceived()).expectComplete().verify(seconds(10)));
		assertThat(this.server.request().body()).contains("https://own.example.com", "\"token\":\"own\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "token= | property 'bigin.notifications.token' cannot be used",
					"notify-url=no url hidden | property 'bigin.notifications.notify-url' is not a URL",
					"notify-url=/relative | needs an absolute http or https URL", "time-to-live=25h | at most a day",
					"channels.90210.events= | at least one event", "channels.90210.events=Contacts | what is no event",
					"channels.[a b].events=Contacts.all | Not a channel id" })
	void aMistakeIsToldAtStart(String property, String problem) {
		this.runner.withPropertyValues(ENABLED, CHANNEL, URL, TOKEN, "bigin.notifications." + property)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidConfigurationException.class)
				.hasMessageContaining(problem)
				.hasMessageNotContaining("hidden")
				.hasMessageNotContaining("s3cr3t"));
	}

	@Test
	void aMissingTokenOrUrlIsToldAtStart() {
		this.runner.withPropertyValues(ENABLED, CHANNEL, URL)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'bigin.notifications.token' is not set"));
		this.runner.withPropertyValues(ENABLED, CHANNEL, TOKEN)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'bigin.notifications.notify-url' is not set"));
		assertThat(this.server.received()).isEmpty();
	}

	private static Duration seconds(int count) {
		return Duration.ofSeconds(count);
	}

	private static final class Listener implements WatchRenewalListener {

		private final Sinks.One<String> subscribed = Sinks.one();

		@Override
		public void subscribed(String channelId, Instant expiresAt) {
			this.subscribed.tryEmitValue(channelId);
		}

		Mono<String> subscribed() {
			return this.subscribed.asMono();
		}

	}

}
