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

import java.util.List;

/**
 * The module and the fields that a type is mapped to.
 */
abstract class AbstractRecordMapping<T> implements RecordMapping<T> {

	private final String module;

	private final List<String> fields;

	private final List<MappedField> properties;

	AbstractRecordMapping(String module, List<MappedField> properties) {
		this.module = module;
		this.properties = properties;
		this.fields = properties.stream().map(MappedField::apiName).toList();
	}

	@Override
	public String module() {
		return this.module;
	}

	@Override
	public List<String> fields() {
		return this.fields;
	}

	@Override
	public List<MappedField> properties() {
		return this.properties;
	}

}
