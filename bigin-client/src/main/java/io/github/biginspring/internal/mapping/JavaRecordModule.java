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

import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * Java records by {@link JavaRecordReader}, wherever Jackson would read them by its own
 * means.
 */
@SuppressWarnings("serial") // never serialized
final class JavaRecordModule extends SimpleModule {

	JavaRecordModule() {
		super("bigin-java-record");
		setDeserializerModifier(new ValueDeserializerModifier() {

			@Override
			public ValueDeserializer<?> modifyDeserializer(DeserializationConfig config,
					BeanDescription.Supplier description, ValueDeserializer<?> deserializer) {
				if (deserializer.getClass() != BeanDeserializer.class || !description.getType().isRecordType()) {
					return deserializer;
				}
				BeanDeserializer reader = (BeanDeserializer) deserializer;
				JavaRecordConstructor constructor = JavaRecordConstructor.of(reader.getValueInstantiator());
				return (constructor != null) ? new JavaRecordReader(reader, constructor) : reader;
			}

		});
	}

}
