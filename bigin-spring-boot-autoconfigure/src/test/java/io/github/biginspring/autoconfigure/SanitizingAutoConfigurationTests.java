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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SanitizingAutoConfiguration}.
 */
class SanitizingAutoConfigurationTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SanitizingAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(strings = { "maton.api-key", "maton.apiKey", "maton.apikey", "MATON_API_KEY", "MATON_APIKEY",
			"MATON_API_KEY_TOKYO", "maton.connections.tokyo.api-key", "MATON_CONNECTIONS_TOKYO_API_KEY",
			"maton.proxy.password", "MATON_PROXY_PASSWORD", "bigin.notifications.token", "BIGIN_NOTIFICATIONS_TOKEN",
			"bigin.notifications.channels.90210.token", "bigin.notifications.channels[90210].token",
			"BIGIN_NOTIFICATIONS_CHANNELS_90210_TOKEN", "bigin.notifications.notify-url" })
	void masksSecrets(String key) {
		assertThat(sanitized(key)).isEqualTo(SanitizableData.SANITIZED_VALUE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "maton.url", "maton.connection-id", "other.api-key", "maton.proxy.host",
			"bigin.notifications.receiver.path", "other.token" })
	void showsTheRest(String key) {
		assertThat(sanitized(key)).isEqualTo("value");
	}

	@ParameterizedTest
	@ValueSource(strings = { "secret-of-tokyo", "java -jar app.jar --maton.connections.tokyo.api-key=secret-of-tokyo",
			"{\"maton\":{\"connections\":{\"tokyo\":{\"api-key\":\"secret-of-tokyo\"}}}}" })
	void masksSecretsUnderOtherNames(String value) {
		this.runner
			.withPropertyValues("tokyo.key=secret-of-tokyo", "maton.connections.tokyo.api-key=${tokyo.key}",
					"maton.connections.york.api-key=${missing}", "maton.api-key=key")
			.run((context) -> {
				SanitizingFunction function = context.getBean(SanitizingFunction.class);
				assertThat(sanitized(function, "tokyo.key", value)).isEqualTo(SanitizableData.SANITIZED_VALUE);
				assertThat(sanitized(function, "tokyo.key", "key")).isEqualTo(SanitizableData.SANITIZED_VALUE);
				assertThat(sanitized(function, "tokyo.key", "monkey")).isEqualTo("monkey");
			});
	}

	@Test
	void isAbsentWithoutActuator() {
		this.runner.withClassLoader(new FilteredClassLoader(SanitizingFunction.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("matonSanitizingFunction"));
	}

	private Object sanitized(String key) {
		Object[] value = new Object[1];
		this.runner.run((context) -> value[0] = sanitized(context.getBean(SanitizingFunction.class), key, "value"));
		return value[0];
	}

	private static Object sanitized(SanitizingFunction function, String key, String value) {
		return function.applyUnlessFiltered(new SanitizableData(null, key, value)).getValue();
	}

}
