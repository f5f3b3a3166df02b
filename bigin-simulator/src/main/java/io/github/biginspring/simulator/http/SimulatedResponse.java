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

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.json.JsonBody;
import io.github.biginspring.simulator.organization.FileContent;
import io.github.biginspring.simulator.organization.Page;
import io.github.biginspring.simulator.organization.WriteReport;

/**
 * A response to a request.
 *
 * @param status the HTTP status
 * @param headers the headers by name
 * @param body the bytes of the body, none for a response without one
 */
record SimulatedResponse(int status, Map<String, String> headers, byte[] body) {

	private static final Map<String, String> JSON = Map.of("Content-Type", "application/json;charset=utf-8");

	private static final byte[] NOTHING = new byte[0];

	/**
	 * The same response with a further header.
	 * @param header the name of the header
	 * @param value its value
	 * @return a copy
	 */
	SimulatedResponse with(String header, String value) {
		Map<String, String> extended = new LinkedHashMap<>(this.headers);
		extended.put(header, value);
		return new SimulatedResponse(this.status, extended, this.body);
	}

	static SimulatedResponse json(int status, Object body) {
		return new SimulatedResponse(status, JSON, JsonBody.write(body));
	}

	static SimulatedResponse empty(int status) {
		return new SimulatedResponse(status, JSON, NOTHING);
	}

	/**
	 * The bytes of a file, for download.
	 * @param file the file
	 * @return the response
	 */
	static SimulatedResponse file(FileContent file) {
		String disposition = "attachment;filename*=UTF-8''"
				+ URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
		return new SimulatedResponse(200,
				Map.of("Content-Type", file.contentType(), "Content-Disposition", disposition), file.bytes());
	}

	static SimulatedResponse html(int status, String body) {
		return new SimulatedResponse(status, Map.of("Content-Type", "text/html;charset=utf-8"),
				body.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * A page of a list.
	 * @param page the page
	 * @param emptyStatus the status where there is nothing on it
	 * @return the response
	 */
	static SimulatedResponse page(Page page, int emptyStatus) {
		return page.isEmpty() ? empty(emptyStatus) : json(200, Map.of("data", page.data(), "info", page.info()));
	}

	/**
	 * One record, which has no {@code info} beside it.
	 * @param found the record, or {@code null} where there is none
	 * @return the response
	 */
	static SimulatedResponse record(@Nullable Map<String, @Nullable Object> found) {
		return (found != null) ? json(200, Map.of("data", List.of(found))) : empty(204);
	}

	/**
	 * The report of a write.
	 * @param status the status where none was refused
	 * @param report the report
	 * @return the response
	 */
	static SimulatedResponse write(int status, WriteReport report) {
		return write(status, report, "data");
	}

	static SimulatedResponse write(int status, WriteReport report, String name) {
		boolean allRefused = report.refused() == report.entries().size();
		int partly = allRefused ? 400 : 207;
		return json((report.refused() > 0) ? partly : status, Map.of(name, report.entries()));
	}

	/**
	 * An error of Maton's own.
	 * @param status the HTTP status
	 * @param message what went wrong
	 * @return the response
	 */
	static SimulatedResponse matonError(int status, String message) {
		return json(status, Map.of("error", Map.of("message", message, "code", status)));
	}

}
