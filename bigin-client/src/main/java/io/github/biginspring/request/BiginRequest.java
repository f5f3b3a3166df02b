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

package io.github.biginspring.request;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import io.github.biginspring.file.FileContent;

/**
 * A request to any path of the API, for calls without an operation of their own. It is
 * made like every other call: with the same authentication, limits, repetitions, failures
 * and metrics. Immutable: every step returns a copy. Nothing is called before a result is
 * subscribed to.
 *
 * <pre class="code">
 * bigin.request(HttpMethod.GET, "/bigin/v2/{module}/{id}/Timeline", "Contacts", id)
 *     .query("per_page", 50)
 *     .retrieveJson();
 * </pre>
 *
 * @since 0.1.0
 */
public interface BiginRequest {

	/**
	 * Add a parameter to the query.
	 * @param name the name
	 * @param value the value, not encoded; where it is {@code null}, nothing is added
	 * @return a copy
	 */
	BiginRequest query(String name, @Nullable Object value);

	/**
	 * Set a header.
	 * @param name the name
	 * @param value the value
	 * @return a copy
	 * @throws IllegalArgumentException if the client sets that header itself, such as
	 * {@code Authorization}, or the name or value is not valid in a header
	 */
	BiginRequest header(String name, String value);

	/**
	 * Set the body.
	 * @param json what is written as JSON by the mapper that also writes records, so
	 * {@code lastName} becomes {@code Last_Name} where no annotation gives another name
	 * @return a copy
	 */
	BiginRequest body(Object json);

	/**
	 * Set the body.
	 * @param content the body; must not be changed afterwards
	 * @param type what it is
	 * @return a copy
	 */
	BiginRequest body(byte[] content, MediaType type);

	/**
	 * Set a file as the body, sent as a part of {@code multipart/form-data}.
	 * @param name the name of the part, such as {@code file}
	 * @param file the file
	 * @return a copy
	 */
	BiginRequest file(String name, FileContent file);

	/**
	 * Set whether the request may be repeated if its outcome is unknown. Without this,
	 * every method except POST and PATCH may.
	 * @param idempotent whether making it twice comes to the same as making it once
	 * @return a copy
	 */
	BiginRequest idempotent(boolean idempotent);

	/**
	 * Set the credits that the request costs each time it is sent. Without this: 1.
	 * @param credits Bigin's credits, not negative
	 * @return a copy
	 */
	BiginRequest credits(int credits);

	/**
	 * Make the request and read the body of the response.
	 * @param type what it is read as from JSON, by the mapper that also reads records, so
	 * {@code Last_Name} goes to {@code lastName}; {@code byte[]} and {@link String}
	 * return it unchanged, {@link Void} ignores it
	 * @param <T> that type
	 * @return what the response holds, or empty where it has no body, as with 204
	 */
	<T> Mono<T> retrieve(Class<T> type);

	/**
	 * Make the request and read the response as JSON of any shape.
	 * @return the JSON, or empty where the response has no body, as with 204
	 */
	default Mono<JsonNode> retrieveJson() {
		return retrieve(JsonNode.class);
	}

	/**
	 * Make the request and read the response as it is. It is held in memory as a whole,
	 * and so has to be no larger than the client takes.
	 * @return the bytes, or empty where the response has no body, as with 204
	 */
	default Mono<byte[]> retrieveBytes() {
		return retrieve(byte[].class);
	}

	/**
	 * Make the request and stream the body of the response, however large it is. It
	 * counts as a call in flight until the body has been read or cancelled.
	 * @return the body, with back-pressure; the subscriber releases the buffers
	 */
	Flux<DataBuffer> stream();

	/**
	 * Make the request and return the whole response.
	 * @param type what its body is read as, as in {@link #retrieve}
	 * @param <T> that type
	 * @return status, headers and body of a successful response; a failure is an error as
	 * for every other call
	 */
	<T> Mono<ResponseEntity<T>> toEntity(Class<T> type);

}
