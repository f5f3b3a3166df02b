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
import io.github.biginspring.simulator.organization.Parameters;
import io.github.biginspring.simulator.organization.Scope;
import io.github.biginspring.simulator.organization.TagApi;
import io.github.biginspring.simulator.organization.WriteReport;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * The tags of a module, {@code /settings/tags}, and those of records,
 * {@code /{module}/actions/add_tags} and the like.
 */
final class TagsEndpoint {

	SimulatedResponse settings(Connection connection, ReceivedRequest request, List<String> segments) {
		TagApi tags = new TagApi(connection.organization());
		Parameters parameters = new Parameters(request.parameters());
		String id = (segments.size() == 3) ? segments.get(2) : null;
		return switch (request.method()) {
			case "GET" -> {
				List<Map<String, @Nullable Object>> found = tags.list(parameters, id);
				yield found.isEmpty() ? SimulatedResponse.empty(204) : SimulatedResponse.json(200, Map.of("tags", found,
						"info", Map.of("count", found.size(), "allowed_count", TagApi.GREATEST_COUNT)));
			}
			case "POST" -> {
				requireNone(id);
				yield write(201, tags.create(parameters, JsonBody.read(request.bodyBytes())));
			}
			case "PUT" -> write(200, tags.update(parameters, id, JsonBody.read(request.bodyBytes())));
			case "DELETE" ->
				write(200, tags.delete(parameters, (id != null) ? List.of(id) : parameters.requiredList("ids")));
			default -> throw Refusals.wrongMethod();
		};
	}

	SimulatedResponse count(Connection connection, ReceivedRequest request, String id) {
		long count = new TagApi(connection.organization()).count(new Parameters(request.parameters()), id);
		return SimulatedResponse.json(200, Map.of("count", Long.toString(count)));
	}

	/**
	 * Add tags to records, or take them away.
	 * @param connection the connection
	 * @param request the request
	 * @param module the API name of the module
	 * @param ids the ids in the path, or {@code null} where they stand elsewhere
	 * @param action what to do
	 * @return the response
	 */
	SimulatedResponse records(Connection connection, ReceivedRequest request, String module, @Nullable List<String> ids,
			String action) {
		connection.require(Scope.RECORDS, module);
		boolean add = "add_tags".equals(action);
		if (!add && !"remove_tags".equals(action)) {
			throw Refusals.unknownPath();
		}
		Refusals.requireMethod(request, "POST");
		Parameters parameters = new Parameters(request.parameters());
		Map<String, @Nullable Object> body = (request.bodyBytes().length > 0) ? JsonBody.read(request.bodyBytes())
				: Map.of();
		return SimulatedResponse.write(200,
				new TagApi(connection.organization()).tag(module, ids, add, parameters, body));
	}

	private static void requireNone(@Nullable String id) {
		if (id != null) {
			throw Refusals.wrongMethod();
		}
	}

	private static SimulatedResponse write(int status, WriteReport report) {
		return SimulatedResponse.write(status, report, "tags");
	}

}
