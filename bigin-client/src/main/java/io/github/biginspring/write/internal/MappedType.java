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

package io.github.biginspring.write.internal;

import org.springframework.util.Assert;

import io.github.biginspring.internal.mapping.RecordMapper;
import io.github.biginspring.internal.mapping.RecordMapping;

/**
 * A type whose records, and those of its subclasses, belong to one module.
 */
final class MappedType<T> {

	private final RecordMapper mapper;

	private final Class<T> type;

	private final RecordMapping<T> mapping;

	MappedType(RecordMapper mapper, Class<T> type) {
		Assert.notNull(type, "'type' must not be null");
		this.mapper = mapper;
		this.type = type;
		this.mapping = mapper.forType(type);
	}

	String module() {
		return this.mapping.module();
	}

	/**
	 * Return the mapping of a record.
	 * @param record the record
	 * @return that of its own class, which may be a subclass
	 * @throws IllegalArgumentException if the record is of another type or module, which
	 * generics cannot always prevent
	 */
	RecordMapping<T> mappingOf(T record) {
		if (record.getClass() == this.type) {
			return this.mapping;
		}
		Assert.isInstanceOf(this.type, record);
		RecordMapping<T> own = this.mapper.forRecord(record);
		Assert.isTrue(own.module().equals(module()), () -> "A record of " + own.module() + " is none of " + module());
		return own;
	}

}
