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

package io.github.biginspring.simulator.json;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.common.JsonException;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.annotation.JsonInclude;
import wiremock.com.fasterxml.jackson.core.JsonLocation;
import wiremock.com.fasterxml.jackson.core.JsonProcessingException;
import wiremock.com.fasterxml.jackson.databind.ObjectWriter;

import io.github.biginspring.simulator.organization.RefusedException;

/**
 * Reads and writes JSON with the library that WireMock includes, so that no other is
 * needed.
 *
 * @since 0.1.0
 */
public final class JsonBody {

	/**
	 * WireMock itself leaves null values out, which Bigin does not.
	 */
	private static final ObjectWriter WRITER = Json.getObjectMapper()
		.copy()
		.setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS)
		.writer();

	private JsonBody() {
	}

	/**
	 * Read the body of a request to Bigin or Maton.
	 * @param bytes the body
	 * @return the JSON object
	 * @throws RefusedException if it is no JSON object
	 */
	@SuppressWarnings("unchecked")
	public static Map<String, @Nullable Object> read(byte[] bytes) {
		try {
			Object body = Json.read(bytes, Object.class);
			if (body instanceof Map<?, ?> map && isText(map)) {
				return (Map<String, @Nullable Object>) map;
			}
		}
		catch (IOException | JsonException ex) {
			// refused below, like all that is no JSON object
		}
		throw RefusedException.of("INVALID_DATA", "body").with("expected_data_type", "jsonobject");
	}

	/**
	 * Read JSON that a person has written.
	 * @param bytes the text, as UTF-8
	 * @return the JSON object
	 * @throws IllegalArgumentException if it is no JSON object, which says why and where
	 */
	@SuppressWarnings("unchecked")
	public static Map<String, @Nullable Object> parse(byte[] bytes) {
		Object value;
		try {
			value = Json.getObjectMapper().readValue(bytes, Object.class);
		}
		catch (JsonProcessingException ex) {
			JsonLocation place = ex.getLocation();
			String where = (place != null) ? " in line " + place.getLineNr() + ", column " + place.getColumnNr() : "";
			throw new IllegalArgumentException("No JSON" + where + ": " + ex.getOriginalMessage(), ex);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException("No JSON: " + ex.getMessage(), ex);
		}
		if (value instanceof Map<?, ?> map && isText(map)) {
			return (Map<String, @Nullable Object>) map;
		}
		throw new IllegalArgumentException("No JSON object: it must begin with { and end with }");
	}

	/**
	 * Whether all text is made of characters, none of which is half of a surrogate pair.
	 * @param value a value of a body
	 * @return whether it is
	 */
	private static boolean isText(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			return map.entrySet().stream().allMatch((entry) -> isText(entry.getKey()) && isText(entry.getValue()));
		}
		if (value instanceof List<?> list) {
			return list.stream().allMatch(JsonBody::isText);
		}
		return !(value instanceof String text) || text.codePoints().noneMatch(JsonBody::isSurrogate);
	}

	private static boolean isSurrogate(int codePoint) {
		return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
	}

	/**
	 * Write JSON, {@code null} values among it.
	 * @param body the value
	 * @return the text, as UTF-8
	 */
	public static byte[] write(Object body) {
		try {
			return WRITER.writeValueAsBytes(body);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The response cannot be written as JSON", ex);
		}
	}

}
