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

package io.github.biginspring.validation.internal;

import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.internal.mapping.MappedField;
import io.github.biginspring.internal.mapping.RecordMapping;
import io.github.biginspring.metadata.FieldInfo;
import io.github.biginspring.model.AuditedRecord;
import io.github.biginspring.validation.MappingProblem;
import io.github.biginspring.validation.MappingProblem.Kind;
import io.github.biginspring.validation.internal.SampleReading.Unreadable;

/**
 * Whether the fields of a module are as a type takes them to be.
 */
record FieldCheck(Class<?> type, RecordMapping<?> mapping, SampleReading samples) {

	private static final String READY_MADE = AuditedRecord.class.getPackageName();

	List<MappingProblem> problems(List<FieldInfo> fields) {
		Map<String, FieldInfo> byName = fields.stream()
			.collect(Collectors.toMap(FieldInfo::apiName, Function.identity(), (first, again) -> first));
		List<MappingProblem> problems = new ArrayList<>();
		for (MappedField property : this.mapping.properties()) {
			FieldInfo field = byName.get(property.apiName());
			if (field != null) {
				addProblems(property, field, problems);
			}
			else if (!property.apiName().startsWith("$")) {
				// system fields stand in no list
				problems.add(missing(property, fields));
			}
		}
		return problems;
	}

	private MappingProblem missing(MappedField property, List<FieldInfo> fields) {
		FieldInfo nearest = NearestName.of(property.apiName(), fields, FieldCheck::names);
		StringBuilder message = new StringBuilder(place(property)).append(": module '")
			.append(this.mapping.module())
			.append("' has no field '")
			.append(property.apiName())
			.append('\'');
		if (nearest != null) {
			message.append(". Is it '").append(nearest.apiName()).append('\'');
			if (nearest.fieldLabel() != null) {
				message.append(" (").append(nearest.fieldLabel()).append(')');
			}
			message.append('?');
		}
		return new MappingProblem(this.type, isReadyMade(property) ? Kind.ABSENT_STANDARD_FIELD : Kind.UNKNOWN_FIELD,
				property.apiName(), (nearest != null) ? nearest.apiName() : null, message.toString());
	}

	private void addProblems(MappedField property, FieldInfo field, List<MappingProblem> problems) {
		Unreadable unreadable = this.samples.unreadable(this.mapping, field);
		if (unreadable != null) {
			problems.add(new MappingProblem(this.type, Kind.UNREADABLE_FIELD, field.apiName(), null,
					place(property) + ": field '" + field.apiName() + "' of type " + field.dataType()
							+ " cannot be read as " + unreadable.target().getSimpleName() + ", for instance '"
							+ unreadable.value() + "'"));
		}
		if (property.written() && (field.readOnly() || field.fieldReadOnly()) && !isReadyMade(property)) {
			problems.add(new MappingProblem(this.type, Kind.READ_ONLY_FIELD, field.apiName(), null,
					place(property) + ": field '" + field.apiName()
							+ "' is read only. If records of this type are written: mark the property with"
							+ " @BiginField(readOnly = true), or, in a subclass of BiginRecord, take its setter away"));
		}
	}

	private static boolean isReadyMade(MappedField property) {
		return property.member().getDeclaringClass().getPackageName().equals(READY_MADE);
	}

	private String place(MappedField property) {
		Member member = property.member();
		return this.type.getName() + "." + member.getName() + ((member instanceof Method) ? "()" : "");
	}

	private static List<@Nullable String> names(FieldInfo field) {
		return Arrays.asList(field.apiName(), field.fieldLabel());
	}

}
