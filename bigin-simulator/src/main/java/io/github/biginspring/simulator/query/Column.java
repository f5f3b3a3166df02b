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

package io.github.biginspring.simulator.query;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.FieldDefinition;
import io.github.biginspring.simulator.organization.ModuleDefinition;
import io.github.biginspring.simulator.organization.RecordRow;
import io.github.biginspring.simulator.organization.RecordSource;
import io.github.biginspring.simulator.organization.RefusedException;

/**
 * A field of a module, or of a record that it refers to:
 * {@code Account_Name.Account_Name}.
 *
 * @param name the API names as they were given, joined by dots
 * @param references the fields to follow first
 * @param field the field
 * @since 0.1.0
 */
public record Column(String name, List<FieldDefinition> references, FieldDefinition field) {

	/**
	 * Keep a copy of the references.
	 * @param name the API names as they were given, joined by dots
	 * @param references the fields to follow first
	 * @param field the field
	 */
	public Column {
		references = List.copyOf(references);
	}

	/**
	 * Find a column.
	 * @param source the module and what it refers to
	 * @param name the API names, joined by dots
	 * @return the column
	 * @throws RefusedException if there is no such column
	 */
	public static Column of(RecordSource source, String name) {
		List<FieldDefinition> references = new ArrayList<>();
		ModuleDefinition module = source.module();
		String[] parts = name.split("\\.", -1);
		for (int i = 0; i < parts.length; i++) {
			FieldDefinition field = (module != null) ? module.field(parts[i]) : null;
			if (field == null) {
				throw RefusedException.invalidQuery("column given seems to be invalid", name, null)
					.with("column_name", name);
			}
			if (i == parts.length - 1) {
				return new Column(name, references, field);
			}
			references.add(field);
			module = source.target(field);
		}
		throw new IllegalArgumentException("A name is expected");
	}

	/**
	 * What a record holds.
	 * @param row the record
	 * @return the value, a reference as its bare id, or {@code null} where there is none
	 */
	public @Nullable Object value(RecordRow row) {
		RecordRow holder = holder(row);
		return (holder != null) ? holder.value(this.field) : null;
	}

	/**
	 * What a record holds, the way it stands on the wire.
	 * @param row the record
	 * @return the value, a reference with its name, or {@code null} where there is none
	 */
	public @Nullable Object shown(RecordRow row) {
		RecordRow holder = holder(row);
		return (holder != null) ? holder.shown(this.field) : null;
	}

	private @Nullable RecordRow holder(RecordRow row) {
		RecordRow holder = row;
		for (FieldDefinition reference : this.references) {
			holder = (holder != null) ? holder.follow(reference) : null;
		}
		return holder;
	}

	@Override
	public String toString() {
		return this.name;
	}

}
