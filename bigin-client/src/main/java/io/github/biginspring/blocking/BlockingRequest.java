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

package io.github.biginspring.blocking;

import java.io.InputStream;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import io.github.biginspring.file.FileContent;
import io.github.biginspring.request.BiginRequest;

/**
 * A request to any path of the API, as described by {@link BiginRequest}. Immutable:
 * every step returns a copy.
 *
 * <pre class="code">
 * Optional&lt;JsonNode&gt; timeline = client.request(HttpMethod.GET, "/bigin/v2/{module}/{id}/Timeline", "Contacts", id)
 *     .query("per_page", 50)
 *     .retrieveJson();
 * </pre>
 *
 * @since 0.1.0
 */
public final class BlockingRequest {

	private final BiginRequest request;

	BlockingRequest(BiginRequest request) {
		this.request = request;
	}

	/**
	 * Add a parameter to the query.
	 * @param name the name
	 * @param value the value, not encoded; where it is {@code null}, nothing is added
	 * @return a copy
	 */
	public BlockingRequest query(String name, @Nullable Object value) {
		return new BlockingRequest(this.request.query(name, value));
	}

	/**
	 * Set a header.
	 * @param name the name
	 * @param value the value
	 * @return a copy
	 * @throws IllegalArgumentException if the client sets that header itself, such as
	 * {@code Authorization}, or one of them holds what no header can
	 */
	public BlockingRequest header(String name, String value) {
		return new BlockingRequest(this.request.header(name, value));
	}

	/**
	 * Set the body.
	 * @param json what is written as JSON by the mapper that also writes records, so
	 * {@code lastName} becomes {@code Last_Name} where no annotation gives another name
	 * @return a copy
	 */
	public BlockingRequest body(Object json) {
		return new BlockingRequest(this.request.body(json));
	}

	/**
	 * Set the body.
	 * @param content the body; must not be changed afterwards
	 * @param type what it is
	 * @return a copy
	 */
	public BlockingRequest body(byte[] content, MediaType type) {
		return new BlockingRequest(this.request.body(content, type));
	}

	/**
	 * Set a file as the body, sent as a part of {@code multipart/form-data}.
	 * @param name the name of the part, such as {@code file}
	 * @param file the file
	 * @return a copy
	 */
	public BlockingRequest file(String name, FileContent file) {
		return new BlockingRequest(this.request.file(name, file));
	}

	/**
	 * Set whether the request may be repeated if its outcome is unknown.
	 * @param idempotent whether making it twice comes to the same as making it once
	 * @return a copy
	 */
	public BlockingRequest idempotent(boolean idempotent) {
		return new BlockingRequest(this.request.idempotent(idempotent));
	}

	/**
	 * Say what the request costs each time it is sent.
	 * @param credits Bigin's credits, not negative
	 * @return a copy
	 */
	public BlockingRequest credits(int credits) {
		return new BlockingRequest(this.request.credits(credits));
	}

	/**
	 * Make the request and read the body of the response.
	 * @param type what it is read as from JSON, by the mapper that also reads records, so
	 * {@code Last_Name} goes to {@code lastName}; {@code byte[]} and {@code String} take
	 * it as it is, {@code Void} lets it be
	 * @param <T> that type
	 * @return what the response holds, or empty where it has no body, as with 204
	 */
	public <T> Optional<T> retrieve(Class<T> type) {
		return Blocking.optional(this.request.retrieve(type));
	}

	/**
	 * Make the request and read the response as JSON of any shape.
	 * @return the JSON, or empty where the response has no body, as with 204
	 */
	public Optional<JsonNode> retrieveJson() {
		return Blocking.optional(this.request.retrieveJson());
	}

	/**
	 * Make the request and read the response as it is.
	 * @return the bytes, or empty where the response has no body, as with 204
	 */
	public Optional<byte[]> retrieveBytes() {
		return Blocking.optional(this.request.retrieveBytes());
	}

	/**
	 * Make the request and stream the body of the response, however large it is.
	 * @return the body, to be closed
	 */
	public InputStream stream() {
		return new BufferInputStream(this.request.stream());
	}

	/**
	 * Make the request and return the whole response.
	 * @param type what its body is read as, as in {@code retrieve}
	 * @param <T> that type
	 * @return status, headers and body of a response that is no failure; a failure is an
	 * error as ever
	 */
	public <T> ResponseEntity<T> toEntity(Class<T> type) {
		return Blocking.value(this.request.toEntity(type));
	}

}
