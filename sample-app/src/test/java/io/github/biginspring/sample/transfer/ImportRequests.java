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

package io.github.biginspring.sample.transfer;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestHeadersSpec;

/**
 * Requests for an import.
 *
 * @param client makes them
 */
record ImportRequests(WebTestClient client) {

	static final MediaType CSV = MediaType.valueOf("text/csv");

	RequestHeadersSpec<?> post(String query, MediaType type, String content) {
		return this.client.post().uri("/api/contacts/import" + query).contentType(type).bodyValue(content);
	}

	RequestHeadersSpec<?> upload(String name, String content) {
		MultipartBodyBuilder form = new MultipartBodyBuilder();
		form.part("file", content).filename(name);
		return this.client.post().uri("/api/contacts/import").bodyValue(form.build());
	}

	static String nurses(int count) {
		return IntStream.rangeClosed(2, count + 1)
			.mapToObj((line) -> "Nurse %1$d,nurse%1$d@lamp.example\n".formatted(line))
			.collect(Collectors.joining("", "Last_Name,Email\n", ""));
	}

}
