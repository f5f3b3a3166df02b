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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import io.github.biginspring.internal.RecordAccess;
import io.github.biginspring.model.BiginRecord;

/**
 * Maps {@link BiginRecord} and its subclasses, which hold their fields as they stand on
 * the wire.
 */
final class BiginRecordMapping<T extends BiginRecord> extends AbstractRecordMapping<T> {

	private final Set<String> readOnly;

	private final Supplier<T> constructor;

	private final FieldValueReader reader;

	private final TextFields textFields;

	BiginRecordMapping(String module, AccessorFields accessors, Supplier<T> constructor, FieldValueReader reader) {
		super(module, accessors.fields());
		this.readOnly = accessors.readOnly();
		this.constructor = constructor;
		this.reader = reader;
		this.textFields = TextFields.of(properties());
	}

	@Override
	public T read(JsonParser parser) {
		return loaded(this.reader.readObject(parser));
	}

	@Override
	public @Nullable T read(JsonParser parser, Predicate<Map<String, @Nullable Object>> wanted) {
		Map<String, @Nullable Object> wire = this.reader.readObject(parser);
		return wanted.test(wire) ? loaded(wire) : null;
	}

	private T loaded(Map<String, @Nullable Object> wire) {
		T record = this.constructor.get();
		RecordAccess.get().load(record, wire);
		return record;
	}

	@Override
	public T readTexts(Map<String, @Nullable Object> texts) {
		return loaded(this.textFields.convert(texts));
	}

	@Override
	public T convert(BiginRecord record) {
		T converted = this.constructor.get();
		RecordAccess.get().load(converted, new LinkedHashMap<>(record.asMap()));
		return converted;
	}

	@Override
	public @Nullable String idOf(T record) {
		return record.getId();
	}

	@Override
	public Map<String, @Nullable Object> toCreate(T record) {
		Map<String, @Nullable Object> changes = record.changes();
		Map<String, @Nullable Object> wire = new LinkedHashMap<>();
		record.asMap().forEach((name, value) -> {
			if (isWritten(name)
					&& (changes.containsKey(name) || value != null && CopiedFields.contains(name, changes.keySet()))) {
				wire.put(name, value);
			}
		});
		return wire;
	}

	@Override
	public Map<String, @Nullable Object> toUpdate(T record) {
		Map<String, @Nullable Object> wire = record.changes();
		wire.keySet().removeIf((name) -> !isWritten(name));
		return wire;
	}

	private boolean isWritten(String name) {
		return !name.equals("id") && !this.readOnly.contains(name);
	}

}
