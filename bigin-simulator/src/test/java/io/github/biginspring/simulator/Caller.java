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

package io.github.biginspring.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the simulator the way a client does, over HTTP.
 */
final class Caller {

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final BiginSimulator simulator;

	private Duration timeout = Duration.ofMinutes(1);

	private final List<String> headers = new ArrayList<>();

	Caller(BiginSimulator simulator) {
		this.simulator = simulator;
		with("Authorization", "Bearer " + simulator.apiKey());
	}

	Caller with(String header, String value) {
		int index = this.headers.indexOf(header);
		if (index >= 0) {
			this.headers.set(index + 1, value);
		}
		else {
			this.headers.addAll(List.of(header, value));
		}
		return this;
	}

	Caller timeout(Duration timeout) {
		this.timeout = timeout;
		return this;
	}

	Reply get(String path, String... query) {
		return call("GET", path + query(query), null);
	}

	Reply delete(String path, String... query) {
		return call("DELETE", path + query(query), null);
	}

	Reply post(String path, String body) {
		return call("POST", path, body);
	}

	Reply put(String path, String body) {
		return call("PUT", path, body);
	}

	Reply call(String method, String path, String body) {
		try {
			return send(method, path, body);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	byte[] download(String path) {
		try {
			return this.client.send(request("GET", path, null), BodyHandlers.ofByteArray()).body();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	Reply send(String method, String path, String body) throws IOException {
		try {
			HttpResponse<String> response = this.client.send(request(method, path, body), BodyHandlers.ofString());
			return new Reply(response.statusCode(), response.headers(), response.body());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private HttpRequest request(String method, String path, String body) {
		String root = "/zoho-bigin/bigin/v2";
		if (path.startsWith("/connect")) {
			root = "";
		}
		else if (path.startsWith("/bulk/")) {
			root = "/zoho-bigin/bigin";
		}
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.simulator.url() + root + path))
			.timeout(this.timeout)
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		if (!this.headers.isEmpty()) {
			request.headers(this.headers.toArray(String[]::new));
		}
		return request.build();
	}

	private static String query(String... namesAndValues) {
		StringBuilder query = new StringBuilder();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			query.append((i == 0) ? '?' : '&')
				.append(namesAndValues[i])
				.append('=')
				.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
		}
		return query.toString();
	}

	record Reply(int status, HttpHeaders headers, String text) {

		JsonNode body() {
			return JSON.readTree(this.text);
		}

		JsonNode data() {
			return body().get("data");
		}

		JsonNode info() {
			return body().get("info");
		}

		JsonNode first() {
			return data().get(0);
		}

		String code() {
			return body().get("code").asString();
		}

		List<String> values(String field) {
			List<String> values = new ArrayList<>();
			if (this.status != 204) {
				data().forEach((record) -> values.add(record.get(field).asString()));
			}
			return values;
		}

		String header(String name) {
			return this.headers.firstValue(name).orElse(null);
		}

	}

}
