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

package io.github.biginspring.simulator.http;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.clock.SimulatedClock;
import io.github.biginspring.simulator.fault.Faults;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.ConnectionStatus;
import io.github.biginspring.simulator.organization.Credits;
import io.github.biginspring.simulator.organization.MatonAccount;
import io.github.biginspring.simulator.organization.RefusedException;
import io.github.biginspring.simulator.request.ReceivedRequest;
import io.github.biginspring.simulator.request.ReceivedRequests;

/**
 * Bigin and Maton as one service: Maton's gateway with Bigin behind it, and Maton's
 * control plane.
 *
 * @since 0.1.0
 */
public final class SimulatedService {

	private static final List<String> GATEWAY = List.of(MatonAccount.BIGIN, "bigin", "v2");

	private static final List<String> BULK_GATEWAY = List.of(MatonAccount.BIGIN, "bigin", "bulk", "v2");

	private static final String BEARER = "Bearer ";

	private final MatonAccount account;

	private final SimulatedClock clock;

	private final Faults faults;

	private final ReceivedRequests requests;

	private final ConnectionsEndpoint connections;

	private final RecordsEndpoint records = new RecordsEndpoint();

	private final UsersEndpoint users = new UsersEndpoint();

	private final SettingsEndpoint settings = new SettingsEndpoint();

	private final UploadsEndpoint uploads = new UploadsEndpoint();

	private final CoqlEndpoint coql = new CoqlEndpoint();

	private final BulkReadEndpoint bulkReads = new BulkReadEndpoint();

	private final WatchEndpoint watch;

	/**
	 * Put the parts together.
	 * @param account the account that is served
	 * @param clock the clock of all parts
	 * @param faults what goes wrong
	 * @param requests where requests are kept
	 * @param notifications whether channels send their messages
	 */
	public SimulatedService(MatonAccount account, SimulatedClock clock, Faults faults, ReceivedRequests requests,
			boolean notifications) {
		this.account = account;
		this.clock = clock;
		this.faults = faults;
		this.requests = requests;
		this.connections = new ConnectionsEndpoint(account);
		this.watch = new WatchEndpoint(notifications ? new HttpNotificationSender() : (notification) -> {
		});
	}

	/**
	 * The account and its connections.
	 * @return the account that is served
	 */
	public MatonAccount account() {
		return this.account;
	}

	/**
	 * The time.
	 * @return the clock of all parts
	 */
	public SimulatedClock clock() {
		return this.clock;
	}

	/**
	 * What goes wrong.
	 * @return the faults
	 */
	public Faults faults() {
		return this.faults;
	}

	/**
	 * What was received.
	 * @return the requests
	 */
	public ReceivedRequests requests() {
		return this.requests;
	}

	/**
	 * Go back to the beginning: clock, data, connections, faults and requests.
	 */
	public void reset() {
		this.clock.reset();
		this.faults.reset();
		this.account.reset();
		this.requests.clear();
	}

	void received(ReceivedRequest request) {
		this.requests.add(request);
	}

	SimulatedResponse respond(ReceivedRequest request) {
		Credits credits = credits(request);
		return (credits != null) ? new CreditMeter(credits).respond(request, () -> served(request)) : served(request);
	}

	/**
	 * The credits that a call spends.
	 * @param request the request
	 * @return the credits, or {@code null} where the call does not get as far as Bigin
	 */
	private @Nullable Credits credits(ReceivedRequest request) {
		List<String> segments = request.segments();
		boolean bigin = segments.size() > GATEWAY.size() && GATEWAY.subList(0, 2).equals(segments.subList(0, 2));
		Connection connection = (bigin && isAuthenticated(request)) ? connection(request) : null;
		return (connection != null && !connection.isExpired()) ? connection.organization().credits() : null;
	}

	private SimulatedResponse served(ReceivedRequest request) {
		try {
			return route(request);
		}
		catch (RefusedException ex) {
			return Refusals.respond(ex);
		}
	}

	private SimulatedResponse route(ReceivedRequest request) {
		List<String> segments = request.segments();
		String first = segments.isEmpty() ? "" : segments.get(0);
		if (ConnectionsEndpoint.AUTHORIZATION_PATH.equals(first)) {
			return this.connections.authorize(request);
		}
		if (!isAuthenticated(request)) {
			return SimulatedResponse.matonError(401, "Invalid or missing Maton API key");
		}
		if (ConnectionsEndpoint.PATH.equals(first)) {
			return this.connections.respond(request, segments);
		}
		boolean bulk = isBelow(BULK_GATEWAY, segments);
		if (!bulk && !isBelow(GATEWAY, segments)) {
			return SimulatedResponse.matonError(404, "Not found");
		}
		Connection connection = connection(request);
		if (connection == null) {
			return SimulatedResponse.matonError(400, "Missing connection for the requested app");
		}
		if (connection.isExpired()) {
			return SimulatedResponse.matonError(500, "Internal server error");
		}
		return bulk
				? this.bulkReads.respond(connection, request, segments.subList(BULK_GATEWAY.size(), segments.size()))
				: bigin(connection, request, segments.subList(GATEWAY.size(), segments.size()));
	}

	private static boolean isBelow(List<String> path, List<String> segments) {
		return segments.size() > path.size() && segments.subList(0, path.size()).equals(path);
	}

	private SimulatedResponse bigin(Connection connection, ReceivedRequest request, List<String> segments) {
		return switch (segments.get(0)) {
			case "settings" -> this.settings.respond(connection, request, segments);
			case "org" -> this.settings.organization(connection, request, segments);
			case "users" -> this.users.respond(connection, request, segments);
			case UploadsEndpoint.PATH -> this.uploads.respond(connection, request, segments);
			case WatchEndpoint.PATH -> this.watch.respond(connection, request, segments);
			case CoqlEndpoint.PATH -> this.coql.respond(connection, request, segments);
			default -> this.records.respond(connection, request, segments);
		};
	}

	private boolean isAuthenticated(ReceivedRequest request) {
		String header = request.header("Authorization");
		return header != null && header.startsWith(BEARER) && this.account.accepts(header.substring(BEARER.length()));
	}

	private @Nullable Connection connection(ReceivedRequest request) {
		String id = request.header("Maton-Connection");
		if (id == null) {
			return this.account.defaultConnection();
		}
		Connection connection = this.account.findConnection(id);
		boolean usable = connection != null && connection.status() == ConnectionStatus.ACTIVE
				&& MatonAccount.BIGIN.equals(connection.app());
		return usable ? connection : null;
	}

}
