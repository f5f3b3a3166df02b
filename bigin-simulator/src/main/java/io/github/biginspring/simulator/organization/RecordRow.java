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

package io.github.biginspring.simulator.organization;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A record as a query sees it. It stays as it is when the record changes.
 *
 * @since 0.1.0
 */
public final class RecordRow {

	private final RecordSource source;

	private final RecordView view;

	private final ModuleDefinition module;

	private final Map<String, @Nullable Object> kept;

	RecordRow(RecordSource source, RecordView view, ModuleDefinition module, Map<String, @Nullable Object> kept) {
		this.source = source;
		this.view = view;
		this.module = module;
		this.kept = kept;
	}

	/**
	 * The id.
	 * @return the id of the record
	 */
	public String id() {
		return (String) Objects.requireNonNull(this.kept.get("id"));
	}

	/**
	 * The module of the record.
	 * @return the module
	 */
	public ModuleDefinition module() {
		return this.module;
	}

	/**
	 * What a field holds, a reference as its bare id.
	 * @param field the field
	 * @return the value, or {@code null} where there is none
	 */
	public @Nullable Object value(FieldDefinition field) {
		boolean bare = field.type().isReference() || field.type() == DataType.TAGS || field.type() == DataType.LOOKUPS;
		return bare ? this.kept.get(field.apiName()) : shown(field);
	}

	/**
	 * What a field holds, the way it stands on the wire.
	 * @param field the field
	 * @return the value, a reference with its name, or {@code null} where there is none
	 */
	public @Nullable Object shown(FieldDefinition field) {
		return this.view.value(field, this.kept);
	}

	/**
	 * The record that a field refers to.
	 * @param field the field
	 * @return the record, or {@code null} where there is none
	 */
	public @Nullable RecordRow follow(FieldDefinition field) {
		return this.source.follow(field, this.kept.get(field.apiName()));
	}

}
