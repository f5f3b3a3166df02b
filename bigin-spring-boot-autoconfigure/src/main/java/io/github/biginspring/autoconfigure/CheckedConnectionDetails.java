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
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.connection.ApiKey;
import io.github.biginspring.connection.MatonEndpoint;
import io.github.biginspring.internal.call.UriVariable;

/**
 * Connection details that can be used: everything that can be wrong is told here, when
 * the application starts, and not at the first call.
 */
record CheckedConnectionDetails(ApiKey apiKey, MatonEndpoint endpoint, @Nullable String connectionId) {

	static CheckedConnectionDetails of(MatonConnectionDetails details) {
		ApiKey apiKey = apiKey(details.getApiKey());
		MatonEndpoint endpoint = endpoint(details.getGatewayUrl(), details.getControlUrl());
		if (!details.isInsecureUrlAllowed()) {
			requireSecure("gateway", endpoint.gatewayUrl());
			requireSecure("control", endpoint.controlUrl());
		}
		return new CheckedConnectionDetails(apiKey, endpoint, connectionId(details.getConnectionId()));
	}

	private static ApiKey apiKey(@Nullable String value) {
		if (value == null || value.isBlank()) {
			throw new InvalidConfigurationException("The Bigin client needs an API key of Maton, and none is set.",
					"Set the property 'maton.api-key' or the environment variable MATON_API_KEY to the key from"
							+ " Maton's settings page.");
		}
		InvalidConfigurationException.checkResolved("maton.api-key", value);
		try {
			return ApiKey.of(value);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationException("The API key of Maton cannot be used: " + ex.getMessage() + ".",
					"Check the property 'maton.api-key' or the environment variable MATON_API_KEY: a key that is read"
							+ " from a file often ends with a line break.");
		}
	}

	private static MatonEndpoint endpoint(URI gatewayUrl, URI controlUrl) {
		try {
			return new MatonEndpoint(gatewayUrl, controlUrl);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationException("A URL of Maton cannot be used: " + ex.getMessage() + ".",
					"Check the properties 'maton.url', 'maton.gateway-url' and 'maton.control-url': they look like "
							+ MatonEndpoint.DEFAULT_GATEWAY_URL + ".");
		}
	}

	private static void requireSecure(String name, URI url) {
		if (!"https".equalsIgnoreCase(url.getScheme()) && !isLoopback(url.getHost())) {
			throw new InvalidConfigurationException(
					"The " + name + " URL of Maton is plain http to " + url.getHost()
							+ ", to which the API key would travel readable.",
					"Use https in 'maton.url' or 'maton." + name
							+ "-url', or, if you must, set 'maton.allow-insecure-url' to true.");
		}
	}

	// no look-up: a name could be anything by the time of the call
	private static boolean isLoopback(String host) {
		String name = host.toLowerCase(Locale.ROOT);
		return name.equals("localhost") || name.equals("[::1]") || isLoopbackAddress(name);
	}

	private static boolean isLoopbackAddress(String host) {
		String[] parts = host.split("\\.", -1);
		if (parts.length != 4 || !parts[0].equals("127")) {
			return false;
		}
		for (String part : parts) {
			if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch((c) -> c >= '0' && c <= '9')) {
				return false;
			}
		}
		return true;
	}

	static @Nullable String connectionId(@Nullable String id) {
		if (id == null) {
			return null;
		}
		try {
			return UriVariable.connectionId(id).value();
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationException("The connection cannot be used: " + ex.getMessage() + ".",
					"Set 'maton.connection-id' to the id that Maton shows for the connection, or remove it to use the"
							+ " oldest active one.");
		}
	}

}
