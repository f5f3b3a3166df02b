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

package io.github.biginspring.sample;

import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.assertj.WebTestClientResponse;

/**
 * Calls the sample as its users do.
 */
@Lazy
class ApiClient {

	private final WebTestClient client;

	ApiClient(WebTestClient client) {
		this.client = client;
	}

	WebTestClientResponse get(String uri, Object... variables) {
		return WebTestClientResponse.from(this.client.get().uri(uri, variables).exchange());
	}

	WebTestClientResponse post(String uri, String json) {
		return send(HttpMethod.POST, uri, json);
	}

	WebTestClientResponse put(String uri, String json) {
		return send(HttpMethod.PUT, uri, json);
	}

	WebTestClientResponse delete(String uri) {
		return WebTestClientResponse.from(this.client.delete().uri(uri).exchange());
	}

	private WebTestClientResponse send(HttpMethod method, String uri, String json) {
		return WebTestClientResponse.from(
				this.client.method(method).uri(uri).contentType(MediaType.APPLICATION_JSON).bodyValue(json).exchange());
	}

}
