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

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.jdk.NumberDeserializers.ByteDeserializer;
import tools.jackson.databind.deser.jdk.NumberDeserializers.DoubleDeserializer;
import tools.jackson.databind.deser.jdk.NumberDeserializers.FloatDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateTimeDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * What keeps a value from being bent to fit: one that is of another kind than its
 * property, or would lose a part of it, is an error.
 */
@SuppressWarnings("serial") // never serialized
final class StrictReadingModule extends SimpleModule {

	private StrictReadingModule() {
		super("bigin-strict-reading");
		addDeserializer(LocalDate.class, new DateReader());
		addDeserializer(LocalDateTime.class, new LocalDateTimeReader());
		addDeserializer(Double.class, new FiniteDoubleReader(Double.class, null));
		addDeserializer(Double.TYPE, new FiniteDoubleReader(Double.TYPE, 0.0));
		addDeserializer(Float.class, new FiniteFloatReader(Float.class, null));
		addDeserializer(Float.TYPE, new FiniteFloatReader(Float.TYPE, 0.0f));
		addDeserializer(Byte.class, new SignedByteReader(Byte.class, null));
		addDeserializer(Byte.TYPE, new SignedByteReader(Byte.TYPE, (byte) 0));
	}

	static void applyTo(JsonMapper.Builder builder) {
		builder.addModule(new StrictReadingModule())
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.withCoercionConfig(LogicalType.Enum,
					(enums) -> enums.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
			.withCoercionConfig(LogicalType.Boolean,
					(booleans) -> booleans.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
			.withCoercionConfig(LogicalType.DateTime,
					(times) -> times.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail));
	}

	private static boolean isText(JsonParser parser) {
		return parser.hasToken(JsonToken.VALUE_STRING);
	}

	// whoever names a pattern says what is read
	private static boolean hasPattern(DeserializationContext context, @Nullable BeanProperty property, Class<?> type) {
		return property != null && property.findPropertyFormat(context.getConfig(), type).hasPattern();
	}

	private static final class DateReader extends LocalDateDeserializer {

		DateReader() {
			super(DateTimeFormatter.ISO_LOCAL_DATE);
		}

		@Override
		public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
			return hasPattern(context, property, LocalDate.class) ? super.createContextual(context, property) : this;
		}

		@Override
		public @Nullable LocalDate deserialize(JsonParser parser, DeserializationContext context) {
			if (!isText(parser)) {
				return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
			}
			// which would be cut off
			if (parser.getString().indexOf('T') >= 0) {
				throw context.weirdStringException(parser.getString(), LocalDate.class, "a date-time");
			}
			return super.deserialize(parser, context);
		}

	}

	private static final class LocalDateTimeReader extends LocalDateTimeDeserializer {

		LocalDateTimeReader() {
			super(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
		}

		@Override
		public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
			return hasPattern(context, property, LocalDateTime.class) ? super.createContextual(context, property)
					: this;
		}

		@Override
		public @Nullable LocalDateTime deserialize(JsonParser parser, DeserializationContext context) {
			if (!isText(parser)) {
				return (LocalDateTime) context.handleUnexpectedToken(LocalDateTime.class, parser);
			}
			if (parser.getString().endsWith("Z")) {
				throw context.weirdStringException(parser.getString(), LocalDateTime.class, "a time with an offset");
			}
			return super.deserialize(parser, context);
		}

	}

	private static final class FiniteDoubleReader extends DoubleDeserializer {

		FiniteDoubleReader(Class<Double> type, @Nullable Double empty) {
			super(type, empty);
		}

		@Override
		public @Nullable Double deserialize(JsonParser parser, DeserializationContext context) {
			Double value = super.deserialize(parser, context);
			if (value != null && !Double.isFinite(value)) {
				return (Double) context.handleWeirdNumberValue(Double.class, value, "out of range");
			}
			return value;
		}

	}

	private static final class FiniteFloatReader extends FloatDeserializer {

		FiniteFloatReader(Class<Float> type, @Nullable Float empty) {
			super(type, empty);
		}

		@Override
		public @Nullable Float deserialize(JsonParser parser, DeserializationContext context) {
			Float value = super.deserialize(parser, context);
			if (value != null && !Float.isFinite(value)) {
				return (Float) context.handleWeirdNumberValue(Float.class, value, "out of range");
			}
			return value;
		}

	}

	// Jackson takes 128 to 255 as well, for which there is no byte in Java
	private static final class SignedByteReader extends ByteDeserializer {

		SignedByteReader(Class<Byte> type, @Nullable Byte empty) {
			super(type, empty);
		}

		@Override
		public @Nullable Byte deserialize(JsonParser parser, DeserializationContext context) {
			boolean negative = parser.getString().trim().startsWith("-");
			Byte value = super.deserialize(parser, context);
			if (value != null && value < 0 && !negative) {
				return (Byte) context.handleWeirdNumberValue(Byte.class, value & 0xFF, "out of range");
			}
			return value;
		}

	}

}
