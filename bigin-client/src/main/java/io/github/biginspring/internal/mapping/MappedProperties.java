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

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;

import io.github.biginspring.model.BiginField;

/**
 * The fields of a type that Jackson maps, as Jackson itself sees them.
 */
record MappedProperties(List<MappedField> fields, @Nullable AnnotatedMember id) {

	static MappedProperties of(JsonMapper jsonMapper, Class<?> type) {
		List<MappedField> fields = new ArrayList<>();
		AtomicReference<@Nullable AnnotatedMember> id = new AtomicReference<>();
		jsonMapper.acceptJsonFormatVisitor(type, new JsonFormatVisitorWrapper.Base() {

			@Override
			public JsonObjectFormatVisitor expectObjectFormat(@Nullable JavaType javaType) {
				return new JsonObjectFormatVisitor.Base(getContext()) {

					@Override
					public void property(BeanProperty property) {
						optionalProperty(property);
					}

					@Override
					public void optionalProperty(BeanProperty property) {
						if (property.getName().equals("id")) {
							id.set(property.getMember());
						}
						else {
							fields.add(mapped(property));
						}
					}

				};
			}

		});
		return new MappedProperties(List.copyOf(fields), accessible(id.get()));
	}

	private static @Nullable AnnotatedMember accessible(@Nullable AnnotatedMember member) {
		if (member != null) {
			member.fixAccess(true);
		}
		return member;
	}

	private static MappedField mapped(BeanProperty property) {
		BiginField annotation = property.getAnnotation(BiginField.class);
		boolean readOnly = annotation != null && annotation.readOnly();
		return new MappedField(property.getName(), property.getMember().getMember(), !readOnly);
	}

}
