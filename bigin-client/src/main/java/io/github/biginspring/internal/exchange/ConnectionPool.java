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
package io.github.biginspring.internal.exchange;

import java.time.Duration;

import reactor.netty.http.HttpResources;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Reactor Netty's connections, each used for a bounded time only. One that a gateway, a
 * firewall or a load balancer has dropped in silence looks alive until a call on it has
 * waited in vain for its response, and nobody knows then what became of that call.
 */
public final class ConnectionPool {

	/**
	 * How long an idle connection is kept where nothing else was said.
	 */
	public static final Duration DEFAULT_MAX_IDLE_TIME = Duration.ofSeconds(20);

	/**
	 * How long a connection is used where nothing else was said.
	 */
	public static final Duration DEFAULT_MAX_LIFE_TIME = Duration.ofMinutes(5);

	private static final int MAX_CONNECTIONS = 500;

	private ConnectionPool() {
	}

	/**
	 * Return a client that has nothing but connections of its own, which are shared by
	 * all such clients.
	 * @return the client
	 */
	public static HttpClient defaultClient() {
		return Default.CLIENT;
	}

	/**
	 * Bound the time that connections are used.
	 * @param original where the connections are from so far
	 * @param maxIdleTime how long an idle one is kept
	 * @param maxLifeTime how long one is used
	 * @return connections of the same settings otherwise, or those of the original where
	 * it is of the application's own making
	 */
	public static ConnectionProvider bounded(ConnectionProvider original, Duration maxIdleTime, Duration maxLifeTime) {
		ConnectionProvider.Builder builder = original.mutate();
		if (builder == null) {
			if (!(original instanceof HttpResources)) {
				return original;
			}
			builder = ConnectionProvider.builder("bigin").maxConnections(MAX_CONNECTIONS);
		}
		return bound(builder, maxIdleTime, maxLifeTime);
	}

	private static ConnectionProvider bound(ConnectionProvider.Builder builder, Duration maxIdleTime,
			Duration maxLifeTime) {
		return builder.maxIdleTime(maxIdleTime)
			.maxLifeTime(maxLifeTime)
			.evictInBackground(DEFAULT_MAX_IDLE_TIME)
			.build();
	}

	private static final class Default {

		static final HttpClient CLIENT = HttpClient
			.create(bound(ConnectionProvider.builder("bigin").maxConnections(MAX_CONNECTIONS), DEFAULT_MAX_IDLE_TIME,
					DEFAULT_MAX_LIFE_TIME));

	}

}
