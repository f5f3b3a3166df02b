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

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.json.JsonMapper;

import io.github.biginspring.model.BiginRecord;

/**
 * Maps Java records and beans by Jackson.
 */
final class ObjectMapping<T> extends AbstractRecordMapping<T> {

	private static final TypeReference<Map<String, @Nullable Object>> FIELDS = new TypeReference<>() {
	};

	private final JsonMapper jsonMapper;

	private final Set<String> readOnly;

	private final @Nullable AnnotatedMember id;

	private final JavaType type;

	private final ObjectReader reader;

	private final TextFields textFields;

	private final FieldValueReader fieldReader = new FieldValueReader();

	ObjectMapping(JsonMapper jsonMapper, Class<T> type, String module, MappedProperties properties) {
		super(module, properties.fields());
		this.jsonMapper = jsonMapper;
		this.readOnly = properties().stream()
			.filter((property) -> !property.written())
			.map(MappedField::apiName)
			.collect(Collectors.toUnmodifiableSet());
		this.id = properties.id();
		this.type = jsonMapper.constructType(type);
		this.textFields = TextFields.of(properties());
		// the next record follows in the same array
		this.reader = jsonMapper.readerFor(this.type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
	}

	@Override
	public T read(JsonParser parser) {
		return this.reader.readValue(parser);
	}

	@Override
	public @Nullable T read(JsonParser parser, Predicate<Map<String, @Nullable Object>> wanted) {
		Map<String, @Nullable Object> wire = this.fieldReader.readObject(parser);
		return wanted.test(wire) ? this.jsonMapper.convertValue(wire, this.type) : null;
	}

	@Override
	public T readTexts(Map<String, @Nullable Object> texts) {
		return this.jsonMapper.convertValue(this.textFields.convert(texts), this.type);
	}

	@Override
	public T convert(BiginRecord record) {
		return this.jsonMapper.convertValue(record.asMap(), this.type);
	}

	@Override
	public @Nullable String idOf(T record) {
		Object value = (this.id != null) ? this.id.getValue(record) : null;
		return (value != null) ? value.toString() : null;
	}

	@Override
	public Map<String, @Nullable Object> toCreate(T record) {
		return written(record);
	}

	@Override
	public Map<String, @Nullable Object> toUpdate(T record) {
		return written(record);
	}

	private Map<String, @Nullable Object> written(T record) {
		Map<String, @Nullable Object> wire = this.jsonMapper.convertValue(record, FIELDS);
		wire.entrySet()
			.removeIf((field) -> field.getValue() == null || field.getKey().equals("id")
					|| this.readOnly.contains(field.getKey()));
		return wire;
	}

}
