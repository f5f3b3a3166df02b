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

package io.github.biginspring.notification;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the body of a notification, by a JSON mapper that nobody else has a say in.
 * Whatever is missing or of another shape is left out: only the token decides.
 */
final class NotificationParser {

	private final ObjectReader reader = JsonMapper.builder().build().readerFor(Object.class);

	/**
	 * Read a body.
	 * @param body the body
	 * @return what it holds, or {@code null} where it is not a JSON object
	 */
	@Nullable Parsed parse(byte[] body) {
		try {
			@Nullable Object value = this.reader.readValue(body);
			return (value instanceof Map<?, ?> object) ? parse(object, body) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static Parsed parse(Map<?, ?> object, byte[] body) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		object.forEach((name, value) -> fields.put(String.valueOf(name), value));
		String token = text(fields.remove(BiginNotification.TOKEN));
		String channelId = text(fields.remove("channel_id"));
		BiginNotification notification = BiginNotification.builder((channelId != null) ? channelId : "")
			.module(text(fields.remove("module")))
			.operation(text(fields.remove("operation")))
			.ids(texts(fields.remove("ids")))
			.affectedFields(texts(fields.remove("affected_fields")))
			.serverTime(time(fields.remove("server_time")))
			.resourceUri(text(fields.remove("resource_uri")))
			.further(fields)
			.body(body)
			.build();
		return new Parsed(notification, token);
	}

	private static @Nullable String text(@Nullable Object value) {
		return (value instanceof String || value instanceof Number) ? value.toString() : null;
	}

	// affected fields can stand in objects, by the id of their record
	private static List<String> texts(@Nullable Object value) {
		List<String> texts = new ArrayList<>();
		collect(value, texts);
		return texts.stream().distinct().toList();
	}

	private static void collect(@Nullable Object value, List<String> texts) {
		if (value instanceof List<?> list) {
			list.forEach((element) -> collect(element, texts));
		}
		else if (value instanceof Map<?, ?> map) {
			map.values().forEach((element) -> collect(element, texts));
		}
		else {
			String text = text(value);
			if (text != null) {
				texts.add(text);
			}
		}
	}

	private static @Nullable Instant time(@Nullable Object value) {
		String text = text(value);
		try {
			return (text != null) ? Instant.ofEpochMilli(Long.parseLong(text)) : null;
		}
		catch (NumberFormatException | DateTimeException ex) {
			return null;
		}
	}

	/**
	 * A notification and the token that came with it, which proves nothing before it was
	 * compared.
	 */
	record Parsed(BiginNotification notification, @Nullable String token) {

		@Override
		public String toString() {
			return this.notification.toString();
		}

	}

}
