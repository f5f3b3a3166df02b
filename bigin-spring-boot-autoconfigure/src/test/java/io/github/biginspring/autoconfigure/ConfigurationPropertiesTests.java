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

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every property of the configuration's metadata, with a value that it cannot have: what
 * the user is told, through the analyzers as they are registered.
 */
class ConfigurationPropertiesTests {

	private static final String METADATA = "META-INF/spring-configuration-metadata.json";

	/**
	 * By the name of the property: values that can be read, but that it cannot have.
	 */
	private static final Map<String, List<String>> IMPOSSIBLE = new TreeMap<>(Map.ofEntries(
			Map.entry("bigin.call-timeout", List.of("0s", "-1s", "999999999d")),
			Map.entry("bigin.circuit-breaker.failure-rate-threshold", List.of("0", "101")),
			Map.entry("bigin.circuit-breaker.minimum-number-of-calls", List.of("0")),
			Map.entry("bigin.circuit-breaker.permitted-number-of-calls-in-half-open-state", List.of("0")),
			Map.entry("bigin.circuit-breaker.sliding-window-size", List.of("0")),
			Map.entry("bigin.circuit-breaker.wait-duration-in-open-state", List.of("0s", "-1s", "999999999d")),
			Map.entry("bigin.credits.daily-limit", List.of("0")), Map.entry("bigin.credits.refuse", List.of("true")),
			Map.entry("bigin.credits.reserve", List.of("-1", "5")),
			Map.entry("bigin.credits.warn-at", List.of("0", "1.1", "NaN")),
			Map.entry("bigin.max-reader-pause", List.of("0s", "-1s", "999999999d")),
			Map.entry("bigin.max-response-size", List.of("0B", "3GB")),
			Map.entry("bigin.metadata.cache.time-to-live", List.of("0s", "-1s", "999999999d")),
			Map.entry("bigin.notifications.channels", List.of("90210.events=none")),
			Map.entry("bigin.notifications.notify-url", List.of("ftp://app.example.com/bigin", "x y")),
			Map.entry("bigin.notifications.receiver.buffer-size", List.of("0")),
			Map.entry("bigin.notifications.receiver.max-body-size", List.of("0B", "3GB")),
			Map.entry("bigin.notifications.receiver.path", List.of("bigin", "/{id}")),
			Map.entry("bigin.notifications.time-to-live", List.of("0s", "-1s", "25h")),
			Map.entry("bigin.notifications.token", List.of("t".repeat(101))),
			Map.entry("bigin.page-size", List.of("0", "201")), Map.entry("bigin.rate-limit.burst", List.of("-1")),
			Map.entry("bigin.rate-limit.local-share", List.of("0", "1.1", "NaN")),
			Map.entry("bigin.rate-limit.max-in-flight", List.of("0")),
			Map.entry("bigin.rate-limit.max-queue", List.of("-1")),
			Map.entry("bigin.rate-limit.max-wait", List.of("0s", "-1s", "999999999d")),
			Map.entry("bigin.rate-limit.redis-timeout", List.of("0s", "-1s", "999999999d")),
			Map.entry("bigin.rate-limit.requests-per-second", List.of("0", "-1", "NaN", "Infinity")),
			Map.entry("bigin.rate-limit.shared", List.of("true")), Map.entry("bigin.retry.budget", List.of("-1")),
			Map.entry("bigin.retry.initial-interval", List.of("0s", "-1s", "999999999d")),
			Map.entry("bigin.retry.max-attempts", List.of("0")),
			Map.entry("bigin.retry.max-interval", List.of("0s", "-1s", "999999999d")),
			Map.entry("bigin.retry.max-rate-limited", List.of("-1s", "999999999d")),
			Map.entry("bigin.retry.max-retry-after", List.of("-1s", "999999999d")),
			Map.entry("bigin.retry.multiplier", List.of("0.5", "NaN", "Infinity")),
			Map.entry("bigin.sync.jdbc.schema", List.of("classpath:none.sql")),
			Map.entry("bigin.sync.max-age", List.of("0s", "-1s", "999999999d")),
			Map.entry("bigin.sync.store", List.of("redis")),
			Map.entry("bigin.sync.watermark-delay", List.of("-1s", "999999999d")),
			Map.entry("maton.api-key", List.of("a\nb", "a b")),
			Map.entry("maton.connect-timeout", List.of("0s", "-1s", "999999999d")),
			Map.entry("maton.connections", List.of("paris.rate-limit.max-in-flight=0")),
			Map.entry("maton.connection-id", List.of("a b", "a/b")),
			Map.entry("maton.control-url", List.of("http://[")), Map.entry("maton.gateway-url", List.of("/bigin")),
			Map.entry("maton.health.time-to-live", List.of("-1s", "999999999d")),
			Map.entry("maton.health.timeout", List.of("0s", "-1s", "999999999d")),
			Map.entry("maton.max-idle-time", List.of("0s", "-1s", "999999999d")),
			Map.entry("maton.max-life-time", List.of("0s", "-1s", "999999999d")),
			Map.entry("maton.proxy.host", List.of("http://proxy.example.com", "a b")),
			Map.entry("maton.proxy.password", List.of("p")), Map.entry("maton.proxy.port", List.of("0", "-1", "99999")),
			Map.entry("maton.proxy.username", List.of("u")),
			Map.entry("maton.read-timeout", List.of("0s", "-1s", "999999999d")),
			Map.entry("maton.ssl.bundle", List.of("nope")), Map.entry("maton.url",
					List.of("ftp://maton.ai", "maton.ai", "http://maton.example.com", "https://u:p@maton.ai"))));

	/**
	 * The properties whose every value is as good as another.
	 */
	private static final Set<String> ANY_VALUE = new TreeSet<>(
			Set.of("bigin.sync.jdbc.platform", "bigin.sync.redis.key-prefix"));

	private final ReactiveWebApplicationContextRunner runner = new ReactiveWebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(classes()))
		.withPropertyValues("maton.api-key=key", "bigin.notifications.receiver.enabled=true",
				"bigin.notifications.token=token", "bigin.notifications.renewal.enabled=true",
				"bigin.notifications.notify-url=https://app.example.com/bigin",
				"bigin.notifications.channels.90210.events=Contacts.all");

	private static Class<?>[] classes() {
		List<Class<?>> classes = new ArrayList<>(
				List.of(SslAutoConfiguration.class, DataSourceAutoConfiguration.class));
		for (String name : ImportCandidates.load(AutoConfiguration.class, null)) {
			if (name.startsWith(BiginAutoConfiguration.class.getPackageName())) {
				try {
					classes.add(Class.forName(name));
				}
				catch (ClassNotFoundException ex) {
					throw new IllegalStateException(ex);
				}
			}
		}
		return classes.toArray(Class<?>[]::new);
	}

	private static Map<String, String> properties() throws IOException {
		Map<String, String> types = new TreeMap<>();
		for (URL url : Collections.list(ConfigurationPropertiesTests.class.getClassLoader().getResources(METADATA))) {
			try (InputStream stream = url.openStream()) {
				for (JsonNode property : JsonMapper.shared().readTree(stream).path("properties")) {
					String name = property.path("name").asString();
					if (name.startsWith("bigin.") || name.startsWith("maton.")) {
						types.put(name, property.path("type").asString());
					}
				}
			}
		}
		return types;
	}

	// any text reads as a text, and is no entry of a map
	static Stream<Arguments> unreadableValues() throws IOException {
		return properties().entrySet()
			.stream()
			.filter((property) -> !property.getValue().equals(String.class.getName())
					&& !property.getValue().startsWith(Map.class.getName()))
			.map((property) -> Arguments.of(property.getKey()));
	}

	static Stream<String> texts() throws IOException {
		return properties().entrySet()
			.stream()
			.filter((property) -> property.getValue().equals(String.class.getName()))
			.map(Map.Entry::getKey)
			.filter((name) -> !ANY_VALUE.contains(name));
	}

	static Stream<Arguments> impossibleValues() {
		return IMPOSSIBLE.entrySet()
			.stream()
			.flatMap((property) -> property.getValue().stream().map((value) -> Arguments.of(property.getKey(), value)));
	}

	@Test
	void everyPropertyHasAValueThatItCannotHaveOrTakesAny() throws IOException {
		Set<String> told = new TreeSet<>(properties().keySet());
		unreadableValues().forEach((value) -> told.remove(value.get()[0]));
		told.removeAll(IMPOSSIBLE.keySet());
		assertThat(told).isEqualTo(ANY_VALUE);
		assertThat(properties().keySet()).containsAll(IMPOSSIBLE.keySet()).containsAll(ANY_VALUE);
	}

	@ParameterizedTest
	@MethodSource("unreadableValues")
	void aValueOfAnotherTypeIsTold(String property) {
		assertTold(property, "x y");
	}

	@ParameterizedTest
	@MethodSource("impossibleValues")
	void aValueThatAPropertyCannotHaveIsTold(String property, String value) {
		assertTold(property, value);
	}

	@ParameterizedTest
	@MethodSource("texts")
	void aPlaceholderThatStandsForNothingIsTold(String property) {
		assertTold(property, "${missing}");
	}

	private void assertTold(String property, String value) {
		this.runner.withPropertyValues(property + (isEntry(value) ? "." : "=") + value).run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = analyze(context.getStartupFailure());
			assertThat(analysis).as("Analysis of " + context.getStartupFailure()).isNotNull();
			String told = analysis.getDescription() + "\n" + analysis.getAction();
			assertThat(told).contains(property);
			assertThat(analysis.getAction()).isNotBlank();
		});
	}

	private static boolean isEntry(String value) {
		return value.contains("=");
	}

	private static @Nullable FailureAnalysis analyze(Throwable failure) {
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, ArgumentResolver.of(Environment.class, new StandardEnvironment()),
					FailureHandler.handleMessage((message, cause) -> {
					}))
			.stream()
			.map((analyzer) -> analyzer.analyze(failure))
			.filter((analysis) -> analysis != null)
			.findFirst()
			.orElse(null);
	}

}
