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
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * Configuration properties of the access to Maton.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("maton")
public class MatonProperties {

	/**
	 * API key of Maton. Can also be set by the environment variable MATON_API_KEY.
	 */
	private @Nullable String apiKey;

	/**
	 * URL of one host that serves both the gateway and the control plane, such as
	 * https://api.maton.ai. The two others take precedence.
	 */
	private @Nullable String url;

	/**
	 * URL of the gateway. Default: "https://gateway.maton.ai", or that of "maton.url".
	 */
	private @Nullable String gatewayUrl;

	/**
	 * URL of the control plane. Default: "https://ctrl.maton.ai", or that of "maton.url".
	 */
	private @Nullable String controlUrl;

	/**
	 * Id of the connection that calls use. Without it the gateway takes the oldest active
	 * one.
	 */
	private @Nullable String connectionId;

	/**
	 * Whether plain http is allowed for hosts other than this one. The API key would be
	 * sent unencrypted.
	 */
	private boolean allowInsecureUrl;

	/**
	 * How long to wait for a connection to be opened. Default: that of
	 * "spring.http.clients.connect-timeout", or 10 seconds.
	 */
	private @Nullable Duration connectTimeout;

	/**
	 * How long to wait for a response. Default: that of
	 * "spring.http.clients.read-timeout", or 30 seconds.
	 */
	private @Nullable Duration readTimeout;

	/**
	 * How long an idle connection is kept for reuse. Has to be shorter than the gateway
	 * and its load balancers keep it: a call on a connection that was closed unnoticed
	 * waits for the read timeout, and its outcome is unknown. Needs Reactor Netty.
	 */
	private Duration maxIdleTime = Duration.ofSeconds(20);

	/**
	 * Maximum age of a connection. Needs Reactor Netty.
	 */
	private Duration maxLifeTime = Duration.ofMinutes(5);

	/**
	 * Further connections by name, each with its own BiginTemplate, which is injected
	 * with the name as its qualifier.
	 */
	private final Map<String, Connection> connections = new LinkedHashMap<>();

	@NestedConfigurationProperty
	private final Ssl ssl = new Ssl();

	@NestedConfigurationProperty
	private final Proxy proxy = new Proxy();

	@NestedConfigurationProperty
	private final Health health = new Health();

	public @Nullable String getApiKey() {
		return this.apiKey;
	}

	public void setApiKey(@Nullable String apiKey) {
		this.apiKey = apiKey;
	}

	public @Nullable String getUrl() {
		return this.url;
	}

	public void setUrl(@Nullable String url) {
		this.url = url;
	}

	public @Nullable String getGatewayUrl() {
		return this.gatewayUrl;
	}

	public void setGatewayUrl(@Nullable String gatewayUrl) {
		this.gatewayUrl = gatewayUrl;
	}

	public @Nullable String getControlUrl() {
		return this.controlUrl;
	}

	public void setControlUrl(@Nullable String controlUrl) {
		this.controlUrl = controlUrl;
	}

	public @Nullable String getConnectionId() {
		return this.connectionId;
	}

	public void setConnectionId(@Nullable String connectionId) {
		this.connectionId = connectionId;
	}

	public boolean isAllowInsecureUrl() {
		return this.allowInsecureUrl;
	}

	public void setAllowInsecureUrl(boolean allowInsecureUrl) {
		this.allowInsecureUrl = allowInsecureUrl;
	}

	public @Nullable Duration getConnectTimeout() {
		return this.connectTimeout;
	}

	public void setConnectTimeout(@Nullable Duration connectTimeout) {
		this.connectTimeout = connectTimeout;
	}

	public @Nullable Duration getReadTimeout() {
		return this.readTimeout;
	}

	public void setReadTimeout(@Nullable Duration readTimeout) {
		this.readTimeout = readTimeout;
	}

	public Duration getMaxIdleTime() {
		return this.maxIdleTime;
	}

	public void setMaxIdleTime(Duration maxIdleTime) {
		this.maxIdleTime = maxIdleTime;
	}

	public Duration getMaxLifeTime() {
		return this.maxLifeTime;
	}

	public void setMaxLifeTime(Duration maxLifeTime) {
		this.maxLifeTime = maxLifeTime;
	}

	public Map<String, Connection> getConnections() {
		return this.connections;
	}

	public Ssl getSsl() {
		return this.ssl;
	}

	public Proxy getProxy() {
		return this.proxy;
	}

	public Health getHealth() {
		return this.health;
	}

	/**
	 * SSL.
	 */
	public static class Ssl {

		/**
		 * Name of the SSL bundle. Default: that of "spring.http.clients.ssl.bundle".
		 */
		private @Nullable String bundle;

		public @Nullable String getBundle() {
			return this.bundle;
		}

		public void setBundle(@Nullable String bundle) {
			this.bundle = bundle;
		}

	}

	/**
	 * Proxy.
	 */
	public static class Proxy {

		/**
		 * Host of the HTTP proxy for calls to Maton. Needs Reactor Netty.
		 */
		private @Nullable String host;

		/**
		 * Port of the HTTP proxy.
		 */
		private int port = 8080;

		/**
		 * User name for the HTTP proxy.
		 */
		private @Nullable String username;

		/**
		 * Password for the HTTP proxy.
		 */
		private @Nullable String password;

		public @Nullable String getHost() {
			return this.host;
		}

		public void setHost(@Nullable String host) {
			this.host = host;
		}

		public int getPort() {
			return this.port;
		}

		public void setPort(int port) {
			this.port = port;
		}

		public @Nullable String getUsername() {
			return this.username;
		}

		public void setUsername(@Nullable String username) {
			this.username = username;
		}

		public @Nullable String getPassword() {
			return this.password;
		}

		public void setPassword(@Nullable String password) {
			this.password = password;
		}

	}

	/**
	 * Health.
	 */
	public static class Health {

		/**
		 * How long the result of a health check is kept.
		 */
		private Duration timeToLive = Duration.ofSeconds(30);

		/**
		 * How long a health check waits for a response.
		 */
		private Duration timeout = Duration.ofSeconds(5);

		public Duration getTimeToLive() {
			return this.timeToLive;
		}

		public void setTimeToLive(Duration timeToLive) {
			this.timeToLive = timeToLive;
		}

		public Duration getTimeout() {
			return this.timeout;
		}

		public void setTimeout(Duration timeout) {
			this.timeout = timeout;
		}

	}

	/**
	 * A connection beside the default one.
	 *
	 * @since 0.1.0
	 */
	public static class Connection {

		/**
		 * Id of the connection. Without it the gateway takes the oldest active one of the
		 * API key.
		 */
		private @Nullable String connectionId;

		/**
		 * API key of the connection. Default: "maton.api-key".
		 */
		private @Nullable String apiKey;

		@NestedConfigurationProperty
		private final RateLimit rateLimit = new RateLimit();

		public @Nullable String getConnectionId() {
			return this.connectionId;
		}

		public void setConnectionId(@Nullable String connectionId) {
			this.connectionId = connectionId;
		}

		public @Nullable String getApiKey() {
			return this.apiKey;
		}

		public void setApiKey(@Nullable String apiKey) {
			this.apiKey = apiKey;
		}

		public RateLimit getRateLimit() {
			return this.rateLimit;
		}

		/**
		 * Limits of a connection with its own API key.
		 *
		 * @since 0.1.0
		 */
		public static class RateLimit {

			/**
			 * Maximum requests a second of the API key. Default:
			 * "bigin.rate-limit.requests-per-second".
			 */
			private @Nullable Double requestsPerSecond;

			/**
			 * Maximum number of calls of one connection in flight. Default:
			 * "bigin.rate-limit.max-in-flight".
			 */
			private @Nullable Integer maxInFlight;

			public @Nullable Double getRequestsPerSecond() {
				return this.requestsPerSecond;
			}

			public void setRequestsPerSecond(@Nullable Double requestsPerSecond) {
				this.requestsPerSecond = requestsPerSecond;
			}

			public @Nullable Integer getMaxInFlight() {
				return this.maxInFlight;
			}

			public void setMaxInFlight(@Nullable Integer maxInFlight) {
				this.maxInFlight = maxInFlight;
			}

			boolean isSet() {
				return this.requestsPerSecond != null || this.maxInFlight != null;
			}

			io.github.biginspring.limit.RateLimit applyTo(io.github.biginspring.limit.RateLimit defaults) {
				io.github.biginspring.limit.RateLimit limit = defaults;
				if (this.requestsPerSecond != null) {
					limit = limit.withRequestsPerSecond(this.requestsPerSecond);
				}
				return (this.maxInFlight != null) ? limit.withMaxInFlight(this.maxInFlight) : limit;
			}

		}

	}

}
