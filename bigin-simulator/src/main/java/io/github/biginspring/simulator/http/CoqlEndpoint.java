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

import io.github.biginspring.simulator.coql.CoqlQuery;
import io.github.biginspring.simulator.json.JsonBody;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.Page;
import io.github.biginspring.simulator.organization.Scope;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * The path {@code /coql}.
 */
final class CoqlEndpoint {

	static final String PATH = "coql";

	SimulatedResponse respond(Connection connection, ReceivedRequest request, List<String> segments) {
		if (segments.size() > 1) {
			throw Refusals.unknownPath();
		}
		connection.require(Scope.COQL, "");
		Refusals.requireMethod(request, "POST");
		CoqlQuery query = CoqlQuery.parse(JsonBody.read(request.bodyBytes()));
		connection.require(Scope.COQL, query.module());
		Page page = query.execute(connection.organization());
		return page.isEmpty() ? SimulatedResponse.empty(204)
				: SimulatedResponse.json(200, Map.of("data", page.data(), "info", page.info()));
	}

}
