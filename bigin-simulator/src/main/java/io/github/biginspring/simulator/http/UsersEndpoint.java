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
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.json.JsonBody;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.Page;
import io.github.biginspring.simulator.organization.Parameters;
import io.github.biginspring.simulator.organization.Scope;
import io.github.biginspring.simulator.organization.UserApi;
import io.github.biginspring.simulator.organization.UserWriteApi;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * The paths below {@code /users}.
 */
final class UsersEndpoint {

	private static final String NAME = "users";

	SimulatedResponse respond(Connection connection, ReceivedRequest request, List<String> segments) {
		if (segments.size() > 2) {
			throw Refusals.unknownPath();
		}
		connection.require(Scope.USERS, "");
		UserApi users = connection.organization().userApi();
		if (!"GET".equals(request.method())) {
			return write(connection, request, segments);
		}
		if (segments.size() == 2) {
			Map<String, @Nullable Object> user = users.get(segments.get(1));
			return (user != null) ? SimulatedResponse.json(200, Map.of("users", List.of(user)))
					: SimulatedResponse.empty(204);
		}
		Page page = users.list(new Parameters(request.parameters()));
		return page.isEmpty() ? SimulatedResponse.empty(204)
				: SimulatedResponse.json(200, Map.of("users", page.data(), "info", page.info()));
	}

	private static SimulatedResponse write(Connection connection, ReceivedRequest request, List<String> segments) {
		UserWriteApi users = new UserWriteApi(connection.organization());
		boolean one = segments.size() == 2;
		return switch (request.method() + (one ? " one" : "")) {
			case "POST" -> SimulatedResponse.write(201, users.add(JsonBody.read(request.bodyBytes())), NAME);
			case "PUT one" ->
				SimulatedResponse.write(200, users.change(segments.get(1), JsonBody.read(request.bodyBytes())), NAME);
			case "DELETE one" -> SimulatedResponse.write(200, users.delete(segments.get(1)), NAME);
			default -> throw Refusals.wrongMethod();
		};
	}

}
