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

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.json.JsonBody;
import io.github.biginspring.simulator.organization.Connection;
import io.github.biginspring.simulator.organization.Parameters;
import io.github.biginspring.simulator.organization.RecordApi;
import io.github.biginspring.simulator.organization.RefusedException;
import io.github.biginspring.simulator.organization.Scope;
import io.github.biginspring.simulator.organization.WriteReport;
import io.github.biginspring.simulator.request.ReceivedRequest;

/**
 * The paths below the name of a module.
 */
final class RecordsEndpoint {

	private final RelatedRecordsEndpoint related = new RelatedRecordsEndpoint();

	private final FilesEndpoint files = new FilesEndpoint();

	private final ActionsEndpoint actions = new ActionsEndpoint();

	SimulatedResponse respond(Connection connection, ReceivedRequest request, List<String> segments) {
		RecordApi records = connection.organization().recordApi();
		Parameters parameters = new Parameters(request.parameters());
		String module = segments.get(0);
		if (segments.size() == 1) {
			connection.require(Scope.RECORDS, module);
			return module(records, request, module, parameters);
		}
		if (segments.size() == 2 && "search".equals(segments.get(1))) {
			connection.require(Scope.SEARCH, module);
			Refusals.requireMethod(request, "GET");
			return SimulatedResponse.page(records.search(module, parameters), 204);
		}
		if (segments.size() == 2 && "upsert".equals(segments.get(1))) {
			connection.require(Scope.RECORDS, module);
			Refusals.requireMethod(request, "POST");
			WriteReport report = records.upsert(module, JsonBody.read(request.bodyBytes()));
			return SimulatedResponse.write((report.inserted() > 0) ? 201 : 200, report);
		}
		if (segments.size() == 2 && "deleted".equals(segments.get(1))) {
			connection.require(Scope.RECORDS, module);
			Refusals.requireMethod(request, "GET");
			Instant since = modifiedSince(request);
			return SimulatedResponse.page(records.deleted(module, parameters, since), (since != null) ? 304 : 204);
		}
		if (segments.size() == 2 && isId(segments.get(1))) {
			connection.require(Scope.RECORDS, module);
			return record(records, request, module, segments.get(1), parameters);
		}
		if (segments.size() == 3 && "actions".equals(segments.get(1))) {
			return this.actions.answer(connection, request, module, null, segments.get(2));
		}
		if (isId(segments.get(1)) && segments.size() <= 4) {
			return below(connection, request, segments);
		}
		throw Refusals.unknownPath();
	}

	private SimulatedResponse below(Connection connection, ReceivedRequest request, List<String> segments) {
		String kind = segments.get(2);
		if ("actions".equals(kind) && segments.size() == 4) {
			return this.actions.answer(connection, request, segments.get(0), segments.get(1), segments.get(3));
		}
		if (FilesEndpoint.PHOTO.equals(kind) && segments.size() == 3) {
			return this.files.photo(connection, request, segments);
		}
		if (FilesEndpoint.ATTACHMENTS.equals(kind)) {
			return this.files.attachments(connection, request, segments);
		}
		return this.related.respond(connection, request, segments);
	}

	private SimulatedResponse module(RecordApi records, ReceivedRequest request, String module, Parameters parameters) {
		return switch (request.method()) {
			case "GET" -> {
				Instant since = modifiedSince(request);
				yield SimulatedResponse.page(records.list(module, parameters, since), (since != null) ? 304 : 204);
			}
			case "POST" -> write(201, records.create(module, JsonBody.read(request.bodyBytes())));
			case "PUT" -> write(200, records.update(module, JsonBody.read(request.bodyBytes())));
			case "DELETE" -> write(200, records.delete(module, parameters));
			default -> throw Refusals.wrongMethod();
		};
	}

	private SimulatedResponse record(RecordApi records, ReceivedRequest request, String module, String id,
			Parameters parameters) {
		return switch (request.method()) {
			case "GET" -> SimulatedResponse.record(records.get(module, id, parameters));
			case "PUT" -> write(200, records.update(module, id, JsonBody.read(request.bodyBytes())));
			case "DELETE" -> write(200, records.delete(module, List.of(id), parameters));
			default -> throw Refusals.wrongMethod();
		};
	}

	private static SimulatedResponse write(int status, WriteReport report) {
		return SimulatedResponse.write((report.entries().size() > 1) ? 202 : status, report);
	}

	private static boolean isId(String segment) {
		return segment.chars().allMatch((character) -> character >= '0' && character <= '9');
	}

	private static @Nullable Instant modifiedSince(ReceivedRequest request) {
		String header = request.header("If-Modified-Since");
		if (header == null) {
			return null;
		}
		try {
			return OffsetDateTime.parse(header).toInstant();
		}
		catch (DateTimeException ex) {
			return httpDate(header);
		}
	}

	private static Instant httpDate(String header) {
		try {
			return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
		}
		catch (DateTimeException ex) {
			throw RefusedException.of("INVALID_DATA", "the value given for the header is invalid")
				.with("header", "If-Modified-Since");
		}
	}

}
