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

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A connection of a Maton account to an organisation.
 *
 * @since 0.1.0
 */
public final class Connection {

	private final String id;

	private final String app;

	private final String method;

	private final String sessionToken;

	private final InstantSource clock;

	private final Instant created;

	private final Set<Scope> missingScopes = ConcurrentHashMap.newKeySet();

	private final Set<String> forbiddenModules = ConcurrentHashMap.newKeySet();

	private volatile Organization organization;

	private volatile ConnectionStatus status = ConnectionStatus.PENDING;

	private volatile Instant updated;

	private volatile boolean expired;

	Connection(String id, String app, String method, String sessionToken, InstantSource clock,
			Organization organization) {
		this.id = id;
		this.app = app;
		this.method = method;
		this.sessionToken = sessionToken;
		this.clock = clock;
		this.created = clock.instant();
		this.updated = this.created;
		this.organization = organization;
	}

	/**
	 * The user opens the URL and agrees.
	 * @return this
	 */
	public Connection activate() {
		return become(ConnectionStatus.ACTIVE);
	}

	/**
	 * The authorisation fails.
	 * @return this
	 */
	public Connection fail() {
		return become(ConnectionStatus.FAILED);
	}

	private Connection become(ConnectionStatus status) {
		this.status = status;
		this.updated = this.clock.instant();
		return this;
	}

	/**
	 * The authorisation behind the connection expires: its status stays, but each call
	 * through it gets status 500.
	 * @return this
	 */
	public Connection expire() {
		this.expired = true;
		return this;
	}

	/**
	 * Take a scope away: the calls that need it are refused.
	 * @param scope the scope
	 * @return this
	 */
	public Connection withoutScope(Scope scope) {
		this.missingScopes.add(scope);
		return this;
	}

	/**
	 * Take the scope of a module away: all calls on its records are refused.
	 * @param module the API name of the module
	 * @return this
	 */
	public Connection withoutScope(String module) {
		this.forbiddenModules.add(module);
		return this;
	}

	/**
	 * Give all scopes that were taken away back.
	 * @return this
	 */
	public Connection withAllScopes() {
		this.missingScopes.clear();
		this.forbiddenModules.clear();
		return this;
	}

	/**
	 * Point the connection at another organisation.
	 * @param organization the organisation
	 * @return this
	 */
	public Connection to(Organization organization) {
		this.organization = organization;
		return this;
	}

	/**
	 * Refuse the call unless the connection has the scopes that it needs.
	 * @param scope what kind of call it is
	 * @param module the API name of the module that it is about, empty where it is about
	 * none
	 * @throws RefusedException if a scope is missing
	 */
	public void require(Scope scope, String module) {
		if (this.missingScopes.contains(scope) || this.forbiddenModules.contains(module)) {
			throw RefusedException.of(401, "OAUTH_SCOPE_MISMATCH", "invalid oauth scope to access this URL");
		}
	}

	/**
	 * The organisation behind the connection.
	 * @return the organisation
	 */
	public Organization organization() {
		return this.organization;
	}

	/**
	 * The id of the connection.
	 * @return the id, a UUID
	 */
	public String id() {
		return this.id;
	}

	/**
	 * The app that the connection is for.
	 * @return the app, such as {@code zoho-bigin}
	 */
	public String app() {
		return this.app;
	}

	/**
	 * How the connection was authorised.
	 * @return the method, such as {@code OAUTH2}
	 */
	public String method() {
		return this.method;
	}

	/**
	 * The secret in the URL that the user opens.
	 * @return the token
	 */
	public String sessionToken() {
		return this.sessionToken;
	}

	/**
	 * The state of the connection.
	 * @return the status
	 */
	public ConnectionStatus status() {
		return this.status;
	}

	/**
	 * When the connection was made.
	 * @return the instant
	 */
	public Instant created() {
		return this.created;
	}

	/**
	 * When the status last changed.
	 * @return the instant
	 */
	public Instant updated() {
		return this.updated;
	}

	/**
	 * Whether the authorisation behind the connection has expired.
	 * @return whether calls fail
	 */
	public boolean isExpired() {
		return this.expired;
	}

	@Override
	public String toString() {
		return "Connection " + this.id + " (" + this.status + ")";
	}

}
