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

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.json.JsonBody;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.MatonAccount;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * Maton's control plane: the connections of the account, and the page on which a user
 * finishes one.
 */
final class ConnectionsEndpoint {

	static final String PATH = "connections";

	// as in Maton's own client
	private static final int DEFAULT_LIMIT = 30;

	static final String AUTHORIZATION_PATH = "connect";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
		.withZone(ZoneOffset.UTC);

	private final MatonAccount account;

	ConnectionsEndpoint(MatonAccount account) {
		this.account = account;
	}

	SimulatedResponse respond(ReceivedRequest request, List<String> segments) {
		String method = request.method();
		if (segments.size() == 1) {
			return switch (method) {
				case "GET" -> list(request);
				case "POST" -> create(request);
				default -> SimulatedResponse.matonError(405, "Method not allowed");
			};
		}
		Connection connection = (segments.size() == 2) ? this.account.findConnection(segments.get(1)) : null;
		if (connection == null) {
			return SimulatedResponse.matonError(404, "Connection not found");
		}
		return switch (method) {
			case "GET" -> one(200, request, connection);
			case "DELETE" -> {
				this.account.deleteConnection(connection.id());
				yield SimulatedResponse.json(200, Map.of());
			}
			default -> SimulatedResponse.matonError(405, "Method not allowed");
		};
	}

	SimulatedResponse authorize(ReceivedRequest request) {
		String token = request.parameter("session_token");
		Connection connection = (token != null) ? this.account.findConnectionBySession(token) : null;
		if (connection == null) {
			return SimulatedResponse.html(404,
					"<!DOCTYPE html><title>Unknown session</title><p>This link is not valid.</p>");
		}
		connection.activate();
		return SimulatedResponse.html(200, "<!DOCTYPE html><title>Connected</title><p>You can close this window.</p>");
	}

	// the form of the token is made up: Maton's documentation does not show one
	private SimulatedResponse list(ReceivedRequest request) {
		String app = request.parameter("app");
		String status = request.parameter("status");
		String method = request.parameter("method");
		List<Connection> found = this.account.connections()
			.stream()
			.filter((connection) -> app == null || app.equals(connection.app()))
			.filter((connection) -> status == null || status.equals(connection.status().name()))
			.filter((connection) -> method == null || method.equals(connection.method()))
			.toList();
		int limit = number(request.parameter("limit"), DEFAULT_LIMIT);
		int start = number(request.parameter("next_token"), 0);
		if (limit < 1 || start < 0) {
			return SimulatedResponse.matonError(400, "Invalid limit or next_token");
		}
		int end = Math.min(found.size(), start + limit);
		Map<String, Object> page = new LinkedHashMap<>();
		page.put("connections",
				found.subList(Math.min(start, end), end)
					.stream()
					.map((connection) -> map(request, connection))
					.toList());
		if (end < found.size()) {
			page.put("next_token", String.valueOf(end));
		}
		return SimulatedResponse.json(200, page);
	}

	private static int number(@Nullable String text, int otherwise) {
		try {
			return (text != null) ? Integer.parseInt(text) : otherwise;
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	private SimulatedResponse create(ReceivedRequest request) {
		Map<String, @Nullable Object> body = JsonBody.read(request.bodyBytes());
		if (!(body.get("app") instanceof String app)) {
			return SimulatedResponse.matonError(400, "Missing app");
		}
		String method = (body.get("method") instanceof String given) ? given : "OAUTH2";
		return one(200, request, this.account.connect(app, method));
	}

	private static SimulatedResponse one(int status, ReceivedRequest request, Connection connection) {
		return SimulatedResponse.json(status, Map.of("connection", map(request, connection)));
	}

	private static Map<String, Object> map(ReceivedRequest request, Connection connection) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("connection_id", connection.id());
		map.put("status", connection.status().name());
		map.put("creation_time", time(connection.created()));
		map.put("last_updated_time", time(connection.updated()));
		map.put("url", request.baseUrl() + "/" + AUTHORIZATION_PATH + "/?session_token=" + connection.sessionToken());
		map.put("app", connection.app());
		map.put("method", connection.method());
		map.put("metadata", Map.of());
		return map;
	}

	private static String time(Instant instant) {
		return TIME.format(instant);
	}

}
