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

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.config.BeanDefinitionCustomizer;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;
import org.springframework.retry.backoff.BackOffPolicy;

import io.github.biginspring.BiginCreditLedger;
import io.github.biginspring.BiginRateLimiter;
import io.github.biginspring.circuitbreaker.CallCircuitBreaker;
import io.github.biginspring.connection.ConnectionResolver;
import io.github.biginspring.limit.TokenBucket;
import io.github.biginspring.model.FieldNaming;
import io.github.biginspring.observation.BiginObservationConvention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * What a user is told whose configuration is wrong, through the analyzers as they are
 * registered.
 */
class InvalidConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BiginAutoConfiguration.class, SslAutoConfiguration.class));

	@Test
	void missingApiKey() {
		FailureAnalysis analysis = analysisOf(this.runner);
		assertThat(analysis.getDescription()).contains("needs an API key");
		assertThat(analysis.getAction()).contains("maton.api-key").contains("MATON_API_KEY");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   " })
	void blankApiKey(String key) {
		FailureAnalysis analysis = analysisOf(this.runner.withPropertyValues("maton.api-key=" + key));
		assertThat(analysis.getAction()).contains("maton.api-key").contains("MATON_API_KEY");
	}

	@ParameterizedTest
	@ValueSource(strings = { "very\nsecret", "very-secret\r", "very secret", "very-s\u00e9cret", "very-secret\u0000" })
	void unusableApiKeyIsNeverShown(String key) {
		ApplicationContextRunner withKey = this.runner.withBean(MatonConnectionDetails.class, () -> () -> key);
		FailureAnalysis analysis = analysisOf(withKey);
		assertThat(analysis.getDescription()).contains("API key");
		assertThat(analysis.getAction()).contains("maton.api-key");
		withKey.run((context) -> {
			for (Throwable cause = context.getStartupFailure(); cause != null; cause = cause.getCause()) {
				assertThat(cause.toString()).doesNotContain("secret").doesNotContain("s\u00e9cret");
			}
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "maton.url", "maton.gateway-url", "maton.control-url" })
	void malformedUrl(String property) {
		FailureAnalysis analysis = analysisOf(
				this.runner.withPropertyValues("maton.api-key=key", property + "=https://ma ton.ai:hunter2"));
		assertThat(analysis.getDescription()).contains(property).contains("is not a URL").doesNotContain("hunter2");
		assertThat(analysis.getAction()).contains(property);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ftp://maton.ai", "maton.ai", "/connections", "https:///path",
			"https://u:hunter2@maton.ai", "https://maton.ai?key=hunter2", "https://maton.ai#hunter2" })
	void unusableUrl(String url) {
		FailureAnalysis analysis = analysisOf(this.runner.withPropertyValues("maton.api-key=key", "maton.url=" + url));
		assertThat(analysis.getDescription()).contains("A URL of Maton cannot be used").doesNotContain("hunter2");
		assertThat(analysis.getAction()).contains("maton.url");
	}

	@ParameterizedTest
	@CsvSource({ "maton.gateway-url,gateway", "maton.control-url,control" })
	void plainHttpToAnotherHost(String property, String name) {
		FailureAnalysis analysis = analysisOf(
				this.runner.withPropertyValues("maton.api-key=key", property + "=http://maton.example.com"));
		assertThat(analysis.getDescription()).contains("The " + name + " URL").contains("plain http");
		assertThat(analysis.getAction()).contains(property).contains("maton.allow-insecure-url");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1.example.com", "http://localhost.example.com", "http://10.0.0.1",
			"http://0.0.0.0", "http://127.0.0.256x.com" })
	void whatOnlyLooksLikeLoopbackIsNot(String url) {
		FailureAnalysis analysis = analysisOf(this.runner.withPropertyValues("maton.api-key=key", "maton.url=" + url));
		assertThat(analysis.getDescription()).contains("plain http");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080", "http://127.0.0.1:8080", "http://127.12.0.3", "http://[::1]:8080",
			"HTTP://LOCALHOST" })
	void plainHttpToLoopbackMayBe(String url) {
		this.runner.withPropertyValues("maton.api-key=key", "maton.url=" + url)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void plainHttpMayBeAllowed() {
		this.runner
			.withPropertyValues("maton.api-key=key", "maton.url=http://maton.example.com",
					"maton.allow-insecure-url=true")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "a/b", "..", "a\\nb", "\u00e9" })
	void illegalConnectionId(String id) {
		FailureAnalysis analysis = analysisOf(
				this.runner.withPropertyValues("maton.api-key=key", "maton.connection-id=" + id));
		assertThat(analysis.getDescription()).contains("Not a connection id");
		assertThat(analysis.getAction()).contains("maton.connection-id");
	}

	@ParameterizedTest
	@CsvSource({ "bigin.page-size,0", "bigin.page-size,201", "bigin.retry.max-attempts,0", "bigin.retry.multiplier,0.5",
			"bigin.retry.initial-interval,0ms", "bigin.retry.max-interval,-1s", "bigin.retry.max-retry-after,-1s",
			"bigin.retry.max-rate-limited,-1s", "bigin.max-reader-pause,0s", "bigin.max-response-size,0B",
			"bigin.max-response-size,3GB", "bigin.credits.daily-limit,0", "bigin.credits.warn-at,0",
			"bigin.credits.warn-at,1.1", "bigin.credits.reserve,-1", "bigin.circuit-breaker.failure-rate-threshold,0",
			"bigin.circuit-breaker.failure-rate-threshold,101", "bigin.circuit-breaker.sliding-window-size,0",
			"bigin.circuit-breaker.minimum-number-of-calls,0", "bigin.circuit-breaker.wait-duration-in-open-state,0s",
			"bigin.metadata.cache.time-to-live,0s",
			"bigin.circuit-breaker.permitted-number-of-calls-in-half-open-state,0", "bigin.rate-limit.local-share,0",
			"bigin.rate-limit.local-share,1.1", "bigin.rate-limit.redis-timeout,0ms" })
	void propertyOutOfItsRange(String property, String value) {
		FailureAnalysis analysis = analysisOf(
				this.runner.withPropertyValues("maton.api-key=key", property + "=" + value));
		assertThat(analysis.getDescription()).contains("'" + property + "' cannot be");
		assertThat(analysis.getAction()).startsWith("Set '" + property + "' to a");
	}

	@ParameterizedTest
	@CsvSource({ "bigin.credits.refuse,true", "bigin.credits.reserve,5" })
	void creditsCannotBeRefusedWithoutALimit(String property, String value) {
		FailureAnalysis analysis = analysisOf(
				this.runner.withPropertyValues("maton.api-key=key", property + "=" + value));
		assertThat(analysis.getDescription()).contains("'" + property + "' is " + value);
		assertThat(analysis.getAction()).contains("bigin.credits.daily-limit");
	}

	@Test
	void theReserveOfCreditsIsLessThanTheLimit() {
		FailureAnalysis analysis = analysisOf(this.runner.withPropertyValues("maton.api-key=key",
				"bigin.credits.daily-limit=10", "bigin.credits.reserve=10"));
		assertThat(analysis.getDescription()).contains("'bigin.credits.reserve' cannot be 10");
	}

	@Test
	void unknownSslBundle() {
		this.runner.withPropertyValues("maton.api-key=key", "maton.ssl.bundle=missing")
			.run((context) -> assertThat(context).getFailure().hasMessageContaining("missing"));
	}

	@Test
	void proxyNeedsReactorNetty() {
		FailureAnalysis analysis = analysisOf(
				this.runner.withBean(ClientHttpConnectorBuilder.class, ClientHttpConnectorBuilder::jdk)
					.withPropertyValues("maton.api-key=key", "maton.proxy.host=proxy.example.com"));
		assertThat(analysis.getDescription()).contains("maton.proxy.host");
		assertThat(analysis.getAction()).contains("Reactor Netty");
	}

	@Test
	void backOffPolicyThatCanOnlySleep() {
		BackOffPolicy sleeping = mock(BackOffPolicy.class);
		FailureAnalysis analysis = analysisOf(this.runner.withPropertyValues("maton.api-key=key")
			.withBean("biginBackOffPolicy", BackOffPolicy.class, () -> sleeping));
		assertThat(analysis.getDescription()).contains("biginBackOffPolicy").contains(sleeping.getClass().getName());
		assertThat(analysis.getAction()).contains("SleepingBackOffPolicy");
	}

	@Test
	void ownConnectionDetailsAreCheckedToo() {
		FailureAnalysis analysis = analysisOf(
				this.runner.withBean(MatonConnectionDetails.class, () -> new MatonConnectionDetails() {

					@Override
					public String getApiKey() {
						return "key";
					}

					@Override
					public URI getControlUrl() {
						return URI.create("http://maton.example.com");
					}

				}));
		assertThat(analysis.getDescription()).contains("control").contains("plain http");
	}

	@ParameterizedTest
	@ValueSource(classes = { ConnectionResolver.class, TokenBucket.class, FieldNaming.class,
			BiginObservationConvention.class, BiginRateLimiter.class, BiginCreditLedger.class,
			CallCircuitBreaker.class })
	void severalBeansOfWhichOneIsUsed(Class<?> type) {
		ApplicationContextRunner several = this.runner.withPropertyValues("maton.api-key=key");
		FailureAnalysis analysis = analysisOf(withMock(withMock(several, "one", type), "two", type));
		assertThat(analysis.getDescription()).contains(type.getName()).contains("[one, two]");
		assertThat(analysis.getAction()).contains("@Primary").contains("defaultCandidate");
		withMock(withMock(several, "one", type), "two", type, (definition) -> definition.setPrimary(true))
			.run((context) -> assertThat(context).hasNotFailed());
	}

	private static <T> ApplicationContextRunner withMock(ApplicationContextRunner runner, String name, Class<T> type,
			BeanDefinitionCustomizer... customizers) {
		return runner.withBean(name, type, () -> mock(type), customizers);
	}

	private static FailureAnalysis analysisOf(ApplicationContextRunner runner) {
		FailureAnalysis[] analysis = new FailureAnalysis[1];
		runner.run((context) -> {
			assertThat(context).hasFailed();
			analysis[0] = SpringFactoriesLoader.forDefaultResourceLocation()
				.load(FailureAnalyzer.class, FailureHandler.handleMessage((message, failure) -> {
				}))
				.stream()
				.filter((analyzer) -> analyzer.getClass().getName().startsWith("io.github.biginspring"))
				.map((analyzer) -> analyzer.analyze(context.getStartupFailure()))
				.filter((found) -> found != null)
				.findFirst()
				.orElseThrow(() -> new AssertionError("Not analyzed", context.getStartupFailure()));
		});
		return analysis[0];
	}

}
