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

package io.github.biginspring.blocking;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.connection.ConnectionOperations;
import io.github.biginspring.connection.ConnectionStatus;
import io.github.biginspring.connection.MatonConnection;

/**
 * Reads and changes the connections of the API key at Maton, as described by
 * {@link ConnectionOperations}.
 *
 * <pre class="code">
 * MatonConnection connection = client.connections().create();
 * showToItsUser(connection.url());
 * client.connections().awaitActive(connection.connectionId(), Duration.ofMinutes(5));
 * </pre>
 *
 * @since 0.1.0
 */
public final class BlockingConnectionOperations {

	private final ConnectionOperations connections;

	BlockingConnectionOperations(ConnectionOperations connections) {
		this.connections = connections;
	}

	/**
	 * Read the connections to Bigin.
	 * @return the connections, whatever their status
	 */
	public List<MatonConnection> list() {
		return Blocking.list(this.connections.list());
	}

	/**
	 * Read the connections to Bigin with a status.
	 * @param status the status
	 * @return the connections
	 */
	public List<MatonConnection> list(ConnectionStatus status) {
		return Blocking.list(this.connections.list(status));
	}

	/**
	 * Read connections.
	 * @param app the app, or {@code null} for all
	 * @param status the status, or {@code null} for all
	 * @return the connections
	 */
	public List<MatonConnection> list(@Nullable String app, @Nullable ConnectionStatus status) {
		return Blocking.list(this.connections.list(app, status));
	}

	/**
	 * Read a connection.
	 * @param id its id
	 * @return the connection; a
	 * {@link io.github.biginspring.error.BiginNotFoundException} where there is none
	 * @throws IllegalArgumentException if it is not a connection id
	 */
	public MatonConnection get(String id) {
		return Blocking.value(this.connections.get(id));
	}

	/**
	 * Make a connection to Bigin.
	 * @return the connection
	 */
	public MatonConnection create() {
		return Blocking.value(this.connections.create());
	}

	/**
	 * Make a connection to Bigin that authorises in a given way, else as
	 * {@code create()}.
	 * @param method how it authorises, such as {@code OAUTH2} (Maton's documentation)
	 * @return the connection
	 * @throws IllegalArgumentException if the method is empty
	 */
	public MatonConnection create(String method) {
		return Blocking.value(this.connections.create(method));
	}

	/**
	 * Delete a connection.
	 * @param id its id
	 * @throws IllegalArgumentException if it is not a connection id
	 */
	public void delete(String id) {
		Blocking.end(this.connections.delete(id));
	}

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
	public MatonConnection awaitActive(String id, Duration timeout) {
		return Blocking.value(this.connections.awaitActive(id, timeout));
	}

}
