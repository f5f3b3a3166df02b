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

package io.github.biginspring.simulator.organization;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A Maton account: its API key and its connections. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class MatonAccount {

	/**
	 * The app of connections to Bigin.
	 */
	public static final String BIGIN = "zoho-bigin";

	private final String apiKey;

	private final InstantSource clock;

	private final Organization organization;

	private final List<Connection> connections = new ArrayList<>();

	private Random random = new Random(1);

	/**
	 * An account with one active connection.
	 * @param apiKey the API key that requests must carry
	 * @param clock where the time comes from
	 * @param organization the organisation behind all connections, unless told otherwise
	 */
	public MatonAccount(String apiKey, InstantSource clock, Organization organization) {
		this.apiKey = apiKey;
		this.clock = clock;
		this.organization = organization;
		connect(BIGIN, "OAUTH2").activate();
	}

	/**
	 * Go back to the beginning: one active connection to the organisation, which is reset
	 * too. Ids are the same as at first.
	 */
	public synchronized void reset() {
		this.organization.reset();
		this.random = new Random(1);
		this.connections.clear();
		connect(BIGIN, "OAUTH2").activate();
	}

	/**
	 * Whether requests may carry a key.
	 * @param key the key of a request
	 * @return whether it is the account's
	 */
	public boolean accepts(String key) {
		return this.apiKey.equals(key);
	}

	/**
	 * The key that requests must carry.
	 * @return the API key
	 */
	public String apiKey() {
		return this.apiKey;
	}

	/**
	 * The organisation behind all connections for which no other was given.
	 * @return the organisation
	 */
	public Organization organization() {
		return this.organization;
	}

	/**
	 * Make a pending connection.
	 * @param app the app to connect to
	 * @param method how it is to be authorised
	 * @return the connection
	 */
	public synchronized Connection connect(String app, String method) {
		Connection connection = new Connection(randomUuid().toString(), app, method,
				randomUuid().toString().replace("-", ""), this.clock, this.organization);
		this.connections.add(connection);
		return connection;
	}

	/**
	 * All connections.
	 * @return the connections, oldest first
	 */
	public synchronized List<Connection> connections() {
		return List.copyOf(this.connections);
	}

	/**
	 * One connection.
	 * @param id the id of the connection
	 * @return the connection, or {@code null} where there is none
	 */
	public @Nullable Connection findConnection(String id) {
		return connections().stream().filter((connection) -> connection.id().equals(id)).findFirst().orElse(null);
	}

	/**
	 * The connection that a session token was given to.
	 * @param sessionToken the token in the URL that the user opens
	 * @return the connection, or {@code null} where there is none
	 */
	public @Nullable Connection findConnectionBySession(String sessionToken) {
		return connections().stream()
			.filter((connection) -> connection.sessionToken().equals(sessionToken))
			.findFirst()
			.orElse(null);
	}

	/**
	 * The connection of requests that name none.
	 * @return the oldest active connection to Bigin, or {@code null} where there is none
	 */
	public @Nullable Connection defaultConnection() {
		return connections().stream()
			.filter((connection) -> BIGIN.equals(connection.app()))
			.filter((connection) -> connection.status() == ConnectionStatus.ACTIVE)
			.min(Comparator.comparing(Connection::created))
			.orElse(null);
	}

	/**
	 * Delete a connection.
	 * @param id the id of the connection
	 * @return whether there was one
	 */
	public synchronized boolean deleteConnection(String id) {
		return this.connections.removeIf((connection) -> connection.id().equals(id));
	}

	private UUID randomUuid() {
		byte[] bytes = new byte[16];
		this.random.nextBytes(bytes);
		return UUID.nameUUIDFromBytes(bytes);
	}

	@Override
	public String toString() {
		return "Maton account with " + this.connections.size() + " connections";
	}

}
