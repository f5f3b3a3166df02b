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

import io.github.biginspring.simulator.bulk.BulkReadRequest;
import io.github.biginspring.simulator.bulk.BulkReads;
import io.github.biginspring.simulator.json.JsonBody;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.Scope;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * The paths below {@code /bulk/v2}.
 */
final class BulkReadEndpoint {

	SimulatedResponse respond(Connection connection, ReceivedRequest request, List<String> segments) {
		boolean known = "read".equals(segments.get(0))
				&& (segments.size() <= 2 || (segments.size() == 3 && "result".equals(segments.get(2))));
		if (!known) {
			throw Refusals.unknownPath();
		}
		connection.require(Scope.BULK, "");
		BulkReads reads = BulkReads.of(connection.organization());
		if (segments.size() == 1) {
			Refusals.requireMethod(request, "POST");
			BulkReadRequest query = BulkReadRequest.parse(JsonBody.read(request.bodyBytes()));
			connection.require(Scope.BULK, query.module());
			return SimulatedResponse.json(201, Map.of("data", List.of(reads.start(query)), "info", Map.of()));
		}
		Refusals.requireMethod(request, "GET");
		String id = segments.get(1);
		if (segments.size() == 2) {
			connection.require(Scope.BULK, reads.module(id));
			return SimulatedResponse.json(200, Map.of("data", List.of(reads.poll(id))));
		}
		connection.require(Scope.BULK, reads.moduleOfResult(id));
		return new SimulatedResponse(200,
				Map.of("Content-Type", "application/zip", "Content-Disposition", "attachment; filename=" + id + ".zip"),
				reads.download(id));
	}

}
