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

import io.github.biginspring.simulator.json.JsonBody;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.Parameters;
import io.github.biginspring.simulator.organization.RecordApi;
import io.github.biginspring.simulator.organization.RelatedRecordApi;
import io.github.biginspring.simulator.organization.Scope;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * The related lists of a record, its notes among them: {@code /{module}/{id}/{related
 * list}} and below.
 */
final class RelatedRecordsEndpoint {

	private static final String NOTES = "Notes";

	SimulatedResponse respond(Connection connection, ReceivedRequest request, List<String> segments) {
		RelatedRecordApi related = new RelatedRecordApi(connection.organization());
		String module = segments.get(0);
		String id = segments.get(1);
		String relation = segments.get(2);
		connection.require(Scope.RECORDS, module);
		connection.require(Scope.RECORDS, related.relatedModule(module, relation));
		Parameters parameters = new Parameters(request.parameters());
		boolean one = segments.size() == 4;
		if ("GET".equals(request.method())) {
			return one ? SimulatedResponse.record(related.get(module, id, relation, segments.get(3), parameters))
					: SimulatedResponse.page(related.list(module, id, relation, parameters), 204);
		}
		List<String> ids = one ? List.of(segments.get(3)) : List.of();
		if ("DELETE".equals(request.method()) && !one) {
			ids = parameters.requiredList("ids");
		}
		if (NOTES.equals(relation)) {
			related.requireNotes(module, id, ids);
			return notes(connection, request, related, segments, ids);
		}
		return switch (request.method()) {
			case "PUT" -> SimulatedResponse.write(200, one ? related.link(module, id, relation, segments.get(3))
					: related.link(module, id, relation, JsonBody.read(request.bodyBytes())));
			case "DELETE" -> SimulatedResponse.write(200, related.unlink(module, id, relation, ids));
			default -> throw Refusals.wrongMethod();
		};
	}

	private static SimulatedResponse notes(Connection connection, ReceivedRequest request, RelatedRecordApi related,
			List<String> segments, List<String> ids) {
		RecordApi records = connection.organization().recordApi();
		boolean one = segments.size() == 4;
		return switch (request.method() + (one ? " one" : "")) {
			case "POST" -> SimulatedResponse.write(201,
					related.addNotes(segments.get(0), segments.get(1), JsonBody.read(request.bodyBytes())));
			case "PUT one" -> SimulatedResponse.write(200,
					records.update(NOTES, segments.get(3), JsonBody.read(request.bodyBytes())));
			case "DELETE", "DELETE one" ->
				SimulatedResponse.write(200, records.delete(NOTES, ids, new Parameters(request.parameters())));
			default -> throw Refusals.wrongMethod();
		};
	}

}
