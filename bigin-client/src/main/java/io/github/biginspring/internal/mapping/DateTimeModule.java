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

package io.github.biginspring.internal.mapping;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

import io.github.biginspring.internal.DateTimeFormat;

/**
 * Date-times in Bigin's own layout, read about ten times as fast as by a formatter, and
 * with the offset that was given.
 */
@SuppressWarnings("serial") // never serialized
final class DateTimeModule extends SimpleModule {

	DateTimeModule() {
		super("bigin-date-time");
		addReader(OffsetDateTime.class, Function.identity());
		addReader(ZonedDateTime.class, OffsetDateTime::toZonedDateTime);
		addReader(Instant.class, OffsetDateTime::toInstant);
		addSerializer(OffsetDateTime.class, new OffsetDateTimeWriter());
		addSerializer(ZonedDateTime.class, new ZonedDateTimeWriter());
		addSerializer(Instant.class, new InstantWriter());
	}

	private <T> void addReader(Class<T> type, Function<OffsetDateTime, T> conversion) {
		addDeserializer(type, new DateTimeReader<>(type, conversion));
	}

	private static final class DateTimeReader<T> extends ValueDeserializer<T> {

		private final Class<T> type;

		private final Function<OffsetDateTime, T> conversion;

		DateTimeReader(Class<T> type, Function<OffsetDateTime, T> conversion) {
			this.type = type;
			this.conversion = conversion;
		}

		@Override
		@SuppressWarnings("unchecked") // the context gives nothing or a value of the type
		public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
			if (!parser.hasToken(JsonToken.VALUE_STRING)) {
				return (T) context.handleUnexpectedToken(this.type, parser);
			}
			String text = parser.getString();
			// as Jackson reads an empty text into any date or time
			if (text.isBlank()) {
				return null;
			}
			try {
				return this.conversion.apply(DateTimeFormat.parse(text));
			}
			catch (DateTimeParseException ex) {
				throw context.weirdStringException(text, this.type, "not a date-time with an offset");
			}
		}

	}

	private static final class OffsetDateTimeWriter extends ValueSerializer<OffsetDateTime> {

		@Override
		public void serialize(OffsetDateTime value, JsonGenerator generator, SerializationContext context) {
			generator.writeString(DateTimeFormat.format(value));
		}

	}

	private static final class ZonedDateTimeWriter extends ValueSerializer<ZonedDateTime> {

		@Override
		public void serialize(ZonedDateTime value, JsonGenerator generator, SerializationContext context) {
			generator.writeString(DateTimeFormat.format(value.toOffsetDateTime()));
		}

	}

	private static final class InstantWriter extends ValueSerializer<Instant> {

		@Override
		public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
			generator.writeString(DateTimeFormat.format(value.atOffset(ZoneOffset.UTC)));
		}

	}

}
