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

package io.github.biginspring.simulator.admin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the admin API, and Bigin's, as curl does.
 */
final class AdminCaller {

	private static final JsonMapper JSON = new JsonMapper();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String url;

	AdminCaller(String url) {
		this.url = url;
	}

	Reply get(String path) {
		return admin("GET", path, "");
	}

	Reply post(String path, String body) {
		return admin("POST", path, body);
	}

	Reply put(String path, String body) {
		return admin("PUT", path, body);
	}

	Reply delete(String path) {
		return admin("DELETE", path, "");
	}

	Reply admin(String method, String path, String body) {
		return call(method, "/__admin/bigin" + path, body, "");
	}

	Reply list(String module) {
		return bigin("GET", "/" + module + "?fields=Last_Name", "");
	}

	Reply bigin(String method, String path, String body) {
		return call(method, "/zoho-bigin/bigin/v2" + path, body, "simulated-api-key");
	}

	Reply call(String method, String path, String body, String key) {
		try {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.url + path))
				.method(method, BodyPublishers.ofString(body));
			if (!key.isEmpty()) {
				request.header("Authorization", "Bearer " + key);
			}
			HttpResponse<String> response = this.client.send(request.build(), BodyHandlers.ofString());
			return new Reply(response.statusCode(), response.body(),
					response.headers().firstValue("Retry-After").orElse(null));
		}
		catch (IOException ex) {
			return new Reply(0, "", null);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A response.
	 *
	 * @param status its status, 0 where none came
	 * @param text its body
	 * @param retryAfter its {@code Retry-After}
	 */
	record Reply(int status, String text, String retryAfter) {

		JsonNode json() {
			return JSON.readTree(this.text);
		}

		String error(String part) {
			return json().get("error").get(part).asString();
		}

	}

}
