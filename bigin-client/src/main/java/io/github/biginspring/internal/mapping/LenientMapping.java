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
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

import io.github.biginspring.internal.MissingFieldException;
import io.github.biginspring.internal.RecordAccess;
import io.github.biginspring.model.BiginRecord;

/**
 * Reads records by another mapping, and goes on where one does not fit its type. Each is
 * read without a type first, so that the next one follows whatever comes of it.
 *
 * @param <T> the type of the records
 * @since 0.1.0
 */
public final class LenientMapping<T> implements RecordMapping<Reading<T>> {

	private final RecordMapping<T> mapping;

	private final FieldValueReader reader = new FieldValueReader();

	/**
	 * Create a mapping.
	 * @param mapping maps the records that fit
	 */
	public LenientMapping(RecordMapping<T> mapping) {
		this.mapping = mapping;
	}

	@Override
	public String module() {
		return this.mapping.module();
	}

	@Override
	public List<String> fields() {
		return this.mapping.fields();
	}

	@Override
	public List<MappedField> properties() {
		return this.mapping.properties();
	}

	@Override
	public Reading<T> read(JsonParser parser) {
		return reading(this.reader.readObject(parser));
	}

	@Override
	public @Nullable Reading<T> read(JsonParser parser, Predicate<Map<String, @Nullable Object>> wanted) {
		Map<String, @Nullable Object> wire = this.reader.readObject(parser);
		try {
			return wanted.test(wire) ? reading(wire) : null;
		}
		catch (MissingFieldException ex) {
			return new Reading<>(null, text(wire.get("id")), Misfit.of(ex));
		}
	}

	private Reading<T> reading(Map<String, @Nullable Object> wire) {
		BiginRecord record = new BiginRecord();
		RecordAccess.get().load(record, wire);
		return convert(record);
	}

	@Override
	public Reading<T> convert(BiginRecord record) {
		return reading(record.get("id"), () -> this.mapping.convert(record));
	}

	@Override
	public Reading<T> readTexts(Map<String, @Nullable Object> texts) {
		return reading(texts.get("id"), () -> this.mapping.readTexts(texts));
	}

	private static <T> Reading<T> reading(@Nullable Object id, Supplier<T> record) {
		try {
			return new Reading<>(record.get(), text(id), null);
		}
		catch (JacksonException ex) {
			return new Reading<>(null, text(id), Misfit.of(ex));
		}
	}

	private static @Nullable String text(@Nullable Object id) {
		return (id instanceof String || id instanceof Number) ? id.toString() : null;
	}

	@Override
	public @Nullable String idOf(Reading<T> reading) {
		return reading.id();
	}

	@Override
	public Map<String, @Nullable Object> toCreate(Reading<T> reading) {
		throw new IllegalStateException("What is read leniently is not written");
	}

	@Override
	public Map<String, @Nullable Object> toUpdate(Reading<T> reading) {
		return toCreate(reading);
	}

}
