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

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

import io.github.biginspring.model.BiginField;

/**
 * Lets Jackson read {@link BiginField}.
 */
@SuppressWarnings("serial") // never serialized
final class FieldAnnotationIntrospector extends JacksonAnnotationIntrospector {

	@Override
	public @Nullable PropertyName findNameForSerialization(MapperConfig<?> config, Annotated annotated) {
		PropertyName name = apiName(annotated);
		return (name != null) ? name : super.findNameForSerialization(config, annotated);
	}

	@Override
	public @Nullable PropertyName findNameForDeserialization(MapperConfig<?> config, Annotated annotated) {
		PropertyName name = apiName(annotated);
		return (name != null) ? name : super.findNameForDeserialization(config, annotated);
	}

	private static @Nullable PropertyName apiName(Annotated annotated) {
		BiginField field = annotated.getAnnotation(BiginField.class);
		return (field != null && !field.value().isEmpty()) ? PropertyName.construct(field.value()) : null;
	}

}
