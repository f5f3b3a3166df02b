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

package io.github.biginspring.mapping;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

import io.github.biginspring.record.BiginDateTimeFormat;

/**
 * Date-times in Bigin's own layout, read about ten times as fast as by a formatter, and
 * with the offset that was given.
 */
@SuppressWarnings("serial") // never serialized
final class DateTimeModule extends SimpleModule {

	DateTimeModule() {
		super("bigin-date-time");
		addDeserializer(OffsetDateTime.class, new OffsetDateTimeReader());
		addSerializer(OffsetDateTime.class, new OffsetDateTimeWriter());
		addSerializer(ZonedDateTime.class, new ZonedDateTimeWriter());
		addSerializer(Instant.class, new InstantWriter());
	}

	private static final class OffsetDateTimeReader extends ValueDeserializer<OffsetDateTime> {

		@Override
		public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) {
			String text = parser.getValueAsString();
			try {
				return BiginDateTimeFormat.parse((text != null) ? text : "");
			}
			catch (DateTimeParseException ex) {
				throw context.weirdStringException((text != null) ? text : "", OffsetDateTime.class,
						"not a date-time with an offset");
			}
		}

	}

	private static final class OffsetDateTimeWriter extends ValueSerializer<OffsetDateTime> {

		@Override
		public void serialize(OffsetDateTime value, JsonGenerator generator, SerializationContext context) {
			generator.writeString(BiginDateTimeFormat.format(value));
		}

	}

	private static final class ZonedDateTimeWriter extends ValueSerializer<ZonedDateTime> {

		@Override
		public void serialize(ZonedDateTime value, JsonGenerator generator, SerializationContext context) {
			generator.writeString(BiginDateTimeFormat.format(value.toOffsetDateTime()));
		}

	}

	private static final class InstantWriter extends ValueSerializer<Instant> {

		@Override
		public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
			generator.writeString(BiginDateTimeFormat.format(value.atOffset(ZoneOffset.UTC)));
		}

	}

}
