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

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.metadata.FieldInfo;

/**
 * A field of a form.
 *
 * @param name its API name
 * @param label what people call it
 * @param type Bigin's type, such as {@code text}
 * @param required whether a record needs it
 * @param readOnly whether only Bigin sets it
 * @param unique whether no other record may have its value
 * @param length how many characters it takes, or {@code null} where nobody said
 * @param values what can be chosen, or nothing
 * @param lookup the path of the records it refers to, or {@code null}
 */
record FormField(String name, String label, String type, boolean required, boolean readOnly, boolean unique,
		@Nullable Integer length, List<Choice> values, @Nullable String lookup) {

	static FormField of(FieldInfo field) {
		return new FormField(field.apiName(), Objects.requireNonNullElse(field.fieldLabel(), field.apiName()),
				Objects.requireNonNullElse(field.dataType(), "text"), field.systemMandatory(),
				field.readOnly() || field.fieldReadOnly(), field.hasUniqueValues(), field.length(),
				field.pickListValues().stream().map(Choice::of).toList(), lookup(field));
	}

	private static @Nullable String lookup(FieldInfo field) {
		Object module = (field.lookup().get("module") instanceof Map<?, ?> target) ? target.get("api_name") : null;
		return (module instanceof String name)
				? RecordCollection.ofModule(name).map(RecordCollection::path).orElse(null) : null;
	}

	/**
	 * A value that can be chosen.
	 *
	 * @param value what records hold
	 * @param label what people see
	 */
	record Choice(String value, String label) {

		static Choice of(FieldInfo.PicklistValue value) {
			String actual = Objects.requireNonNullElse(value.actualValue(), "");
			return new Choice(actual, Objects.requireNonNullElse(value.displayValue(), actual));
		}

	}

}
