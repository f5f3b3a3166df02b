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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.netty.resolver.NoopAddressResolverGroup;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientConfig;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.ProxyProvider;

import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.reactive.ClientHttpConnectorBuilder;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.StringUtils;

import io.github.biginspring.internal.exchange.ConnectionPool;

/**
 * Builds the HTTP connector of the Bigin client: by the application's own builder and
 * settings, with what is set for Maton on top. It never follows a redirect, whatever the
 * application's settings say, because that would carry the API key elsewhere.
 */
final class MatonHttpConnector {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

	private static final int MAX_PORT = 65_535;

	private MatonHttpConnector() {
	}

	static ClientHttpConnector build(ClientHttpConnectorBuilder<?> builder, HttpClientSettings common,
			MatonProperties properties, @Nullable SslBundle sslBundle) {
		check(properties);
		HttpClientSettings own = HttpClientSettings.defaults()
			.withTimeouts(properties.getConnectTimeout(), properties.getReadTimeout())
			.withSslBundle(sslBundle);
		HttpClientSettings settings = own.orElse(common)
			.orElse(HttpClientSettings.defaults().withTimeouts(CONNECT_TIMEOUT, READ_TIMEOUT))
			.withRedirects(HttpRedirects.DONT_FOLLOW);
		MatonProperties.Proxy proxy = properties.getProxy();
		boolean proxied = StringUtils.hasText(proxy.getHost());
		if (isReactor(builder)) {
			return Reactor.build((ReactorClientHttpConnectorBuilder) builder, settings, properties,
					proxied ? proxy : null);
		}
		if (proxied) {
			throw new InvalidConfigurationException(
					"The property 'maton.proxy.host' is set, but the application's HTTP client is not Reactor Netty.",
					"Add Reactor Netty to the class path, or remove 'maton.proxy' and set the proxy in a bean of type"
							+ " ClientHttpConnectorBuilderCustomizer.");
		}
		return builder.build(settings);
	}

	private static void check(MatonProperties properties) {
		if (properties.getConnectTimeout() != null) {
			InvalidConfigurationException.checkPositive("maton.connect-timeout", properties.getConnectTimeout(), "10s");
		}
		if (properties.getReadTimeout() != null) {
			InvalidConfigurationException.checkPositive("maton.read-timeout", properties.getReadTimeout(), "30s");
		}
		InvalidConfigurationException.checkPositive("maton.max-idle-time", properties.getMaxIdleTime(), "20s");
		InvalidConfigurationException.checkPositive("maton.max-life-time", properties.getMaxLifeTime(), "5m");
		check(properties.getProxy());
	}

	private static void check(MatonProperties.Proxy proxy) {
		String host = proxy.getHost();
		InvalidConfigurationException.check(
				!StringUtils.hasText(host) || host.chars().allMatch(MatonHttpConnector::isPartOfHost),
				"maton.proxy.host", host, "the name or address of a host, such as proxy.example.com");
		InvalidConfigurationException.check(proxy.getPort() >= 1 && proxy.getPort() <= MAX_PORT, "maton.proxy.port",
				proxy.getPort(), "a number from 1 to " + MAX_PORT);
		InvalidConfigurationException.checkResolved("maton.proxy.username", proxy.getUsername());
		InvalidConfigurationException.checkResolved("maton.proxy.password", proxy.getPassword());
		boolean authenticated = StringUtils.hasText(proxy.getUsername());
		if (authenticated != StringUtils.hasText(proxy.getPassword())) {
			throw new InvalidConfigurationException(
					"Of 'maton.proxy.username' and 'maton.proxy.password' only one is set.", "Set both, or neither.");
		}
		if (authenticated && !StringUtils.hasText(host)) {
			throw new InvalidConfigurationException(
					"The property 'maton.proxy.username' is set, and the proxy that it is for is not.",
					"Set 'maton.proxy.host', or remove 'maton.proxy.username' and 'maton.proxy.password'.");
		}
	}

	// names, IPv4 and IPv6 addresses
	private static boolean isPartOfHost(int character) {
		return character < 128 && (Character.isLetterOrDigit(character) || "-._:[]%".indexOf(character) >= 0);
	}

	private static boolean isReactor(ClientHttpConnectorBuilder<?> builder) {
		return builder instanceof ReactorClientHttpConnectorBuilder;
	}

	/**
	 * Keeps Reactor Netty's classes away from an application that does not have them.
	 */
	private static final class Reactor {

		static ClientHttpConnector build(ReactorClientHttpConnectorBuilder builder, HttpClientSettings settings,
				MatonProperties properties, MatonProperties.@Nullable Proxy proxy) {
			PooledConnector connector = new PooledConnector(() -> open(builder, settings, properties, proxy));
			if (settings.sslBundle() != null || proxy != null) {
				// what is configured wrongly shows at the start
				connector.open();
			}
			return connector;
		}

		private static PooledConnector.Open open(ReactorClientHttpConnectorBuilder builder, HttpClientSettings settings,
				MatonProperties properties, MatonProperties.@Nullable Proxy proxy) {
			AtomicReference<@Nullable ConnectionProvider> own = new AtomicReference<>();
			ClientHttpConnector connector = withBoundedConnections(builder, settings, properties, own::set)
				.withHttpClientCustomizer(
						(client) -> ((proxy != null) ? proxied(client, proxy) : client).followRedirect(false))
				.build(settings);
			ConnectionProvider pool = own.get();
			return new PooledConnector.Open(connector, (pool != null) ? pool.disposeLater() : Mono.empty());
		}

		// the connections of a client cannot be changed once it is there: what the
		// application
		// has set is read off a first one
		private static ReactorClientHttpConnectorBuilder withBoundedConnections(
				ReactorClientHttpConnectorBuilder builder, HttpClientSettings settings, MatonProperties properties,
				Consumer<ConnectionProvider> own) {
			AtomicReference<@Nullable HttpClient> built = new AtomicReference<>();
			builder.withHttpClientCustomizer((client) -> {
				built.set(client);
				return client;
			}).build(settings);
			HttpClient original = built.get();
			if (original == null) {
				return builder;
			}
			HttpClientConfig config = original.configuration();
			ConnectionProvider connections = ConnectionPool.bounded(config.connectionProvider(),
					properties.getMaxIdleTime(), properties.getMaxLifeTime());
			if (connections != config.connectionProvider()) {
				own.accept(connections);
			}
			LoopResources loops = config.loopResources();
			return builder.withHttpClientFactory(() -> HttpClient.create(connections).runOn(loops));
		}

		private static HttpClient proxied(HttpClient client, MatonProperties.Proxy proxy) {
			// the proxy resolves the names, and may be the only one who can
			return client.resolver(NoopAddressResolverGroup.INSTANCE).proxy((spec) -> {
				ProxyProvider.Builder address = spec.type(ProxyProvider.Proxy.HTTP)
					.host(String.valueOf(proxy.getHost()))
					.port(proxy.getPort());
				String password = proxy.getPassword();
				if (StringUtils.hasText(proxy.getUsername()) && password != null) {
					address.username(proxy.getUsername()).password((username) -> password);
				}
			});
		}

	}

}
