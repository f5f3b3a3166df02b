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

package io.github.biginspring.connection;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Lists, creates and deletes the connections of the API key at Maton.
 *
 * <pre class="code">
 * ConnectionOperations connections = bigin.connections();
 * Mono&lt;MatonConnection&gt; active = connections.create()
 *     .doOnNext((connection) -&gt; showToItsUser(connection.url()))
 *     .flatMap((connection) -&gt; connections.awaitActive(connection.connectionId(), Duration.ofMinutes(5)));
 * </pre>
 *
 * @since 0.1.0
 */
public interface ConnectionOperations {

	/**
	 * The app that Bigin is at Maton.
	 */
	String BIGIN_APP = "zoho-bigin";

	/**
	 * Read the connections to Bigin.
	 * @return the connections, whatever their status
	 */
	default Flux<MatonConnection> list() {
		return list(BIGIN_APP, null);
	}

	/**
	 * Read the connections to Bigin with a status.
	 * @param status the status
	 * @return the connections
	 */
	default Flux<MatonConnection> list(ConnectionStatus status) {
		Assert.notNull(status, "'status' must not be null");
		return list(BIGIN_APP, status);
	}

	/**
	 * Read connections.
	 * @param app the app, or {@code null} for all
	 * @param status the status, or {@code null} for all
	 * @return the connections
	 */
	Flux<MatonConnection> list(@Nullable String app, @Nullable ConnectionStatus status);

	/**
	 * Read a connection.
	 * @param id its id
	 * @return the connection; a
	 * {@link io.github.biginspring.error.BiginNotFoundException} where there is none
	 * @throws IllegalArgumentException if it is not a connection id
	 */
	Mono<MatonConnection> get(String id);

	/**
	 * Make a connection to Bigin. It is {@link ConnectionStatus#PENDING} until its user
	 * has opened its {@linkplain MatonConnection#url() URL} in a browser and agreed.
	 * @return the connection
	 */
	Mono<MatonConnection> create();

	/**
	 * Make a connection to Bigin that authorises in a given way, else as
	 * {@link #create()}.
	 * @param method how it authorises, such as {@code OAUTH2} (Maton's documentation)
	 * @return the connection
	 * @throws IllegalArgumentException if the method is empty
	 */
	Mono<MatonConnection> create(String method);

	/**
	 * Delete a connection. What is made on no named connection goes on the oldest active
	 * one that is left.
	 * @param id its id
	 * @return completes when it is deleted
	 * @throws IllegalArgumentException if it is not a connection id
	 */
	Mono<Void> delete(String id);

	/**
	 * Wait until a connection is active, by asking again and again: after 1 second, then
	 * after ever longer pauses, up to 10 seconds.
	 * @param id its id
	 * @param timeout the maximum time to wait
	 * @return the active connection; a
	 * {@link io.github.biginspring.error.BiginTimeoutException} where it has not become
	 * active in time; a {@link io.github.biginspring.error.BiginNoConnectionException}
	 * where its authorisation has failed
	 * @throws IllegalArgumentException if it is not a connection id or the time not
	 * positive
	 */
	Mono<MatonConnection> awaitActive(String id, Duration timeout);

}
