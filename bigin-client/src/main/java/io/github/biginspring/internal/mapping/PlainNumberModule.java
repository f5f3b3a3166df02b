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

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.util.TokenBuffer;

import io.github.biginspring.internal.PlainNumber;

/**
 * Floating-point numbers in plain digits, as those of a {@link java.math.BigDecimal} are.
 */
@SuppressWarnings("serial") // never serialized
final class PlainNumberModule extends SimpleModule {

	PlainNumberModule() {
		super("bigin-plain-number");
		addSerializer(Double.class, new PlainNumberWriter<>());
		addSerializer(Double.TYPE, new PlainNumberWriter<>());
		addSerializer(Float.class, new PlainNumberWriter<>());
		addSerializer(Float.TYPE, new PlainNumberWriter<>());
	}

	private static final class PlainNumberWriter<T extends Number> extends ValueSerializer<T> {

		@Override
		public void serialize(T value, JsonGenerator generator, SerializationContext context) {
			if (generator instanceof TokenBuffer && !Double.isFinite(value.doubleValue())) {
				// not written yet: who knows the field says what is wrong
				generator.writeNumber(value.doubleValue());
				return;
			}
			generator.writeNumber(PlainNumber.of("JSON cannot hold", value));
		}

	}

}
