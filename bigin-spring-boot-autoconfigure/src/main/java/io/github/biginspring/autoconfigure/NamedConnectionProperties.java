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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.limit.RateLimit;

/**
 * Checks the properties of named connections, so that a mistake is told when the
 * application starts, by the name of the property and without any key.
 */
final class NamedConnectionProperties {

	static final String PREFIX = "maton.connections";

	private static final List<String> RESERVED = List.of("default", "other");

	private final Map<String, Named> connections = new LinkedHashMap<>();

	NamedConnectionProperties(Map<String, MatonProperties.Connection> properties, CheckedConnectionDetails defaults) {
		properties.forEach((name, connection) -> this.connections.put(name, named(name, connection, defaults)));
	}

	private Named named(String name, MatonProperties.Connection properties, CheckedConnectionDetails defaults) {
		checkName(name);
		String prefix = PREFIX + "." + name;
		boolean ownKey = StringUtils.hasText(properties.getApiKey());
		ApiKey key = ownKey ? apiKey(prefix, properties.getApiKey()) : defaults.apiKey();
		String id = StringUtils.hasText(properties.getConnectionId())
				? connectionId(prefix, properties.getConnectionId()) : null;
		if (id == null && !ownKey) {
			throw new InvalidConfigurationException(
					"The connection '" + name + "' has neither an id nor an API key of its own.",
					"Set '" + prefix + ".connection-id' to the id that Maton shows for the connection, or '" + prefix
							+ ".api-key' to the key of another account.");
		}
		check(prefix, properties.getRateLimit());
		checkOneLimit(prefix, properties.getRateLimit(), key, defaults.apiKey());
		return new Named(key, id, properties.getRateLimit());
	}

	// the health has one component for each name, below which paths lead
	private static void checkName(String name) {
		if (RESERVED.contains(name) || name.indexOf('/') >= 0) {
			throw new InvalidConfigurationException(
					"The connection '" + PREFIX + "." + name + "' cannot have this name.",
					"Rename it in '" + PREFIX + "' to one without '/' that is none of " + RESERVED
							+ ", by which meters and health call the default connection and those without a name.");
		}
	}

	private static ApiKey apiKey(String prefix, @Nullable String value) {
		InvalidConfigurationException.checkResolved(prefix + ".api-key", value);
		try {
			return ApiKey.of(value);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationException(
					"The API key of '" + prefix + "' cannot be used: " + ex.getMessage() + ".",
					"Check '" + prefix + ".api-key': a key that is read from a file often ends with a line break.");
		}
	}

	private static String connectionId(String prefix, @Nullable String id) {
		try {
			return UriVariable.connectionId(String.valueOf(id)).value();
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationException(
					"The connection '" + prefix + "' cannot be used: " + ex.getMessage() + ".",
					"Set '" + prefix + ".connection-id' to the id that Maton shows for the connection.");
		}
	}

	private static void check(String prefix, MatonProperties.Connection.RateLimit limit) {
		Double rate = limit.getRequestsPerSecond();
		InvalidConfigurationException.check(rate == null || rate >= 0.1 && rate <= 100_000,
				prefix + ".rate-limit.requests-per-second", rate, "a number from 0.1 to 100000");
		Integer inFlight = limit.getMaxInFlight();
		InvalidConfigurationException.check(inFlight == null || inFlight >= 1, prefix + ".rate-limit.max-in-flight",
				inFlight, "a number from 1");
	}

	// the service counts the requests of a key, whichever connection they are for
	private void checkOneLimit(String prefix, MatonProperties.Connection.RateLimit limit, ApiKey key,
			ApiKey defaultKey) {
		if (!limit.isSet()) {
			return;
		}
		boolean shared = key.equals(defaultKey) || this.connections.values()
			.stream()
			.anyMatch((other) -> other.key().equals(key) && other.limit().isSet());
		if (shared) {
			throw new InvalidConfigurationException(
					"The limits of '" + prefix + "' are those of an API key that has limits already.",
					"Set '" + prefix + ".api-key' to a key of its own, or remove '" + prefix + ".rate-limit'.");
		}
	}

	Named get(String name) {
		Named named = this.connections.get(name);
		if (named == null) {
			throw new IllegalStateException("There is no connection '" + name + "'");
		}
		return named;
	}

	/**
	 * Return the limits of a key.
	 * @param key the key
	 * @param defaults what holds where no connection says otherwise
	 * @return the limits
	 */
	RateLimit rateLimit(ApiKey key, RateLimit defaults) {
		for (Named named : this.connections.values()) {
			if (named.key().equals(key) && named.limit().isSet()) {
				return named.limit().applyTo(defaults);
			}
		}
		return defaults;
	}

	/**
	 * Return the name of the first connection that is reached by a key.
	 * @param key the key
	 * @return its name, or {@code other} for a key that is not configured
	 */
	String name(ApiKey key) {
		for (Map.Entry<String, Named> named : this.connections.entrySet()) {
			if (named.getValue().key().equals(key)) {
				return named.getKey();
			}
		}
		return "other";
	}

	/**
	 * A connection that can be used.
	 *
	 * @param key its API key
	 * @param connectionId its id, or {@code null} where the gateway chooses
	 * @param limit what is set of its limits
	 */
	record Named(ApiKey key, @Nullable String connectionId, MatonProperties.Connection.RateLimit limit) {

	}

}
