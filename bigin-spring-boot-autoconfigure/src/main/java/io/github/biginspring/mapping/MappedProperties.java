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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;

/**
 * The fields of a type that Jackson maps, as Jackson itself sees them.
 */
record MappedProperties(List<String> fields, Set<String> readOnly, @Nullable AnnotatedMember id) {

	static MappedProperties of(JsonMapper jsonMapper, Class<?> type) {
		List<String> fields = new ArrayList<>();
		Set<String> readOnly = new HashSet<>();
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
							fields.add(property.getName());
						}
						BiginField annotation = property.getAnnotation(BiginField.class);
						if (annotation != null && annotation.readOnly()) {
							readOnly.add(property.getName());
						}
					}

				};
			}

		});
		return new MappedProperties(List.copyOf(fields), Set.copyOf(readOnly), accessible(id.get()));
	}

	private static @Nullable AnnotatedMember accessible(@Nullable AnnotatedMember member) {
		if (member != null) {
			member.fixAccess(true);
		}
		return member;
	}

}
