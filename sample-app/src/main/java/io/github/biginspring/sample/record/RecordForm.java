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

package io.github.biginspring.sample.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.metadata.FieldInfo;
import io.github.biginspring.metadata.LayoutInfo;

/**
 * What the records of a module consist of, in the order in which the organisation has
 * arranged it.
 *
 * @param sections the parts
 */
record RecordForm(List<Section> sections) {

	/**
	 * Put a form together.
	 * @param fields the fields of the module, which say what each takes
	 * @param layout how they are arranged, or {@code null} where nobody said
	 * @return the form, with each field once
	 */
	static RecordForm of(List<FieldInfo> fields, @Nullable LayoutInfo layout) {
		Map<String, FieldInfo> left = new LinkedHashMap<>();
		fields.forEach((field) -> left.put(field.apiName(), field));
		List<Section> sections = new ArrayList<>();
		if (layout != null) {
			for (LayoutInfo.Section section : layout.sections()) {
				List<FormField> arranged = section.fields()
					.stream()
					.map((field) -> left.remove(field.apiName()))
					.filter(Objects::nonNull)
					.map(FormField::of)
					.toList();
				sections.add(new Section(Objects.requireNonNullElse(section.displayLabel(), "Details"), arranged));
			}
		}
		sections.add(new Section("Further fields", left.values().stream().map(FormField::of).toList()));
		return new RecordForm(sections.stream().filter((section) -> !section.fields().isEmpty()).toList());
	}

	/**
	 * A part of a form.
	 *
	 * @param label its heading
	 * @param fields its fields
	 */
	record Section(String label, List<FormField> fields) {

	}

}
