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

import java.beans.PropertyDescriptor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;

import io.github.biginspring.model.BiginField;
import io.github.biginspring.model.BiginRecord;
import io.github.biginspring.model.FieldNaming;

/**
 * The fields that a subclass of {@link BiginRecord} has accessors for.
 *
 * @param fields the fields
 * @param readOnly the API names of those that are declared to be read only
 */
record AccessorFields(List<MappedField> fields, Set<String> readOnly) {

	static final AccessorFields NONE = new AccessorFields(List.of(), Set.of());

	static AccessorFields of(Class<? extends BiginRecord> type, FieldNaming naming) {
		List<MappedField> fields = new ArrayList<>();
		Set<String> readOnly = new TreeSet<>();
		Arrays.stream(BeanUtils.getPropertyDescriptors(type))
			.filter((property) -> isDeclaredBelowBiginRecord(property.getReadMethod()))
			.sorted(Comparator.comparing(PropertyDescriptor::getName))
			.forEach((property) -> {
				BiginField annotation = annotation(property);
				String apiName = apiName(property, annotation, naming);
				boolean declaredReadOnly = annotation != null && annotation.readOnly();
				if (declaredReadOnly) {
					readOnly.add(apiName);
				}
				fields.add(new MappedField(apiName, property.getReadMethod(),
						property.getWriteMethod() != null && !declaredReadOnly));
			});
		return new AccessorFields(List.copyOf(fields), Set.copyOf(readOnly));
	}

	private static boolean isDeclaredBelowBiginRecord(Method getter) {
		return getter != null && getter.getDeclaringClass() != BiginRecord.class
				&& getter.getDeclaringClass() != Object.class;
	}

	private static @Nullable BiginField annotation(PropertyDescriptor property) {
		return AnnotatedElementUtils.findMergedAnnotation(property.getReadMethod(), BiginField.class);
	}

	private static String apiName(PropertyDescriptor property, @Nullable BiginField annotation, FieldNaming naming) {
		return (annotation != null && !annotation.value().isEmpty()) ? annotation.value()
				: naming.apiName(property.getName());
	}

}
