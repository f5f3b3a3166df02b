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

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.util.function.SingletonSupplier;

/**
 * Hides the secrets of Maton and of notifications: by the names of their properties, and
 * by their values, since a property may take its value from another one, and a command
 * line or a JSON holds it as well.
 */
final class SecretProperties implements SanitizingFunction {

	// a shorter one is part of many a value that is no secret
	private static final int MIN_PART_LENGTH = 8;

	private final SingletonSupplier<Set<String>> secrets;

	SecretProperties(ConfigurableEnvironment environment) {
		this.secrets = SingletonSupplier.of(() -> secrets(environment));
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		return (isSecret(data.getLowerCaseKey()) || holdsSecret(data.getValue())) ? data.withSanitizedValue() : data;
	}

	private static boolean isSecret(String key) {
		String name = key.replace("-", "").replace("_", "").replace(".", "");
		return name.startsWith("maton") && (name.contains("apikey") || name.endsWith("proxypassword"))
				|| name.startsWith("biginnotifications") && (name.endsWith("token") || name.endsWith("notifyurl"));
	}

	private boolean holdsSecret(@Nullable Object value) {
		return value instanceof CharSequence && this.secrets.obtain()
			.stream()
			.anyMatch((secret) -> (secret.length() < MIN_PART_LENGTH) ? secret.contentEquals((CharSequence) value)
					: value.toString().contains(secret));
	}

	private static Set<String> secrets(ConfigurableEnvironment environment) {
		return environment.getPropertySources()
			.stream()
			.flatMap(SecretProperties::names)
			.filter((name) -> isSecret(name.toLowerCase(Locale.ROOT)))
			.flatMap((name) -> Stream.ofNullable(value(name, environment)))
			.filter((value) -> !value.isBlank())
			.collect(Collectors.toUnmodifiableSet());
	}

	private static Stream<String> names(PropertySource<?> source) {
		return (source instanceof EnumerablePropertySource<?> enumerable) ? Arrays.stream(enumerable.getPropertyNames())
				: Stream.empty();
	}

	private static @Nullable String value(String name, ConfigurableEnvironment environment) {
		try {
			return environment.getProperty(name);
		}
		catch (IllegalArgumentException ex) {
			// a placeholder that stands for nothing
			return null;
		}
	}

}
