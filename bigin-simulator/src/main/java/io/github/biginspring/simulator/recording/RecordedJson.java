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
package io.github.biginspring.simulator.recording;

import java.io.IOException;

import com.github.tomakehurst.wiremock.common.Json;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.annotation.JsonInclude;
import wiremock.com.fasterxml.jackson.core.JsonProcessingException;
import wiremock.com.fasterxml.jackson.databind.DeserializationFeature;
import wiremock.com.fasterxml.jackson.databind.ObjectMapper;
import wiremock.com.fasterxml.jackson.databind.SerializationFeature;

/**
 * JSON that keeps its numbers, {@code null} values and the order of its keys.
 */
final class RecordedJson {

	private static final ObjectMapper MAPPER = Json.getObjectMapper()
		.copy()
		.setDefaultPropertyInclusion(JsonInclude.Include.ALWAYS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.disable(SerializationFeature.INDENT_OUTPUT);

	private static final ObjectMapper SORTED = MAPPER.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

	private RecordedJson() {
	}

	/**
	 * Read an object or array.
	 * @param bytes the text
	 * @return the maps and lists, or {@code null} where it is nothing of that kind
	 */
	static @Nullable Object read(byte[] bytes) {
		try {
			Object value = MAPPER.readValue(bytes, Object.class);
			return (value instanceof Iterable<?> || value instanceof java.util.Map<?, ?>) ? value : null;
		}
		catch (IOException ex) {
			return null;
		}
	}

	static byte[] write(Object value) {
		try {
			return MAPPER.writeValueAsBytes(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The recording cannot be written as JSON", ex);
		}
	}

	/**
	 * Write with the keys in their order, so that equal values are equal texts.
	 * @param value the value
	 * @return the text
	 */
	static String sorted(Object value) {
		try {
			return SORTED.writeValueAsString(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("The recording cannot be written as JSON", ex);
		}
	}

}
