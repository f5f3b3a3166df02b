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

import org.jspecify.annotations.Nullable;

/**
 * The records of a module as queries see them. Valid only within
 * {@link Organization#query}, where nothing changes meanwhile.
 *
 * @since 0.1.0
 */
public final class RecordSource {

	private final Organization organization;

	private final RecordView view;

	private final RecordTable table;

	RecordSource(Organization organization, RecordTable table) {
		this.organization = organization;
		this.view = new RecordView(organization);
		this.table = table;
	}

	/**
	 * The module.
	 * @return the module with its fields
	 */
	public ModuleDefinition module() {
		return this.table.definition();
	}

	/**
	 * The id of the module, which is no part of its definition.
	 * @return the id
	 */
	public String moduleId() {
		return this.table.moduleId();
	}

	/**
	 * The module that a field refers to.
	 * @param field the field
	 * @return the module, or {@code null} where the field refers to no module of its own
	 */
	public @Nullable ModuleDefinition target(FieldDefinition field) {
		return switch (field.type()) {
			case USER -> ReferenceModules.USERS;
			case PIPELINE -> ReferenceModules.PIPELINES;
			case LOOKUP -> {
				RecordTable target = (field.lookupModule() != null)
						? this.organization.modules().find(field.lookupModule()) : null;
				yield (target != null) ? target.definition() : null;
			}
			default -> null;
		};
	}

	/**
	 * The ids of the module in the order of a field. It is worked out once and then
	 * follows all changes.
	 * @param field {@code id}, {@code Created_Time} or {@code Modified_Time}; the keys of
	 * the latter two are seconds since 1970
	 * @return the order
	 */
	public RecordOrder order(String field) {
		return this.table.order(field);
	}

	/**
	 * One record.
	 * @param id the id of the record
	 * @return the record, or {@code null} where there is none
	 */
	public @Nullable RecordRow find(long id) {
		Map<String, @Nullable Object> kept = this.table.find(id);
		return (kept != null) ? row(kept) : null;
	}

	RecordRow row(Map<String, @Nullable Object> kept) {
		return row(this.table.definition(), kept);
	}

	/**
	 * Keep some records as they are now.
	 * @param ids the ids of the records
	 * @return the records, good for as long as they are wanted
	 */
	public RecordSnapshot snapshot(long[] ids) {
		return new RecordSnapshot(this, this.table, ids);
	}

	@Nullable RecordRow follow(FieldDefinition field, @Nullable Object reference) {
		if (!(reference instanceof String id)) {
			return null;
		}
		return switch (field.type()) {
			case USER -> {
				User user = this.organization.directory().findAlsoDeleted(id);
				yield (user != null) ? row(ReferenceModules.USERS, ReferenceModules.map(user)) : null;
			}
			case PIPELINE -> {
				Map<String, @Nullable Object> pipeline = this.organization.pipeline(id);
				yield (pipeline != null) ? row(ReferenceModules.PIPELINES, pipeline) : null;
			}
			default -> {
				RecordTable target = this.organization.tableOf(field.lookupModule(), id);
				Map<String, @Nullable Object> kept = (target != null) ? target.find(IdSequence.parse(id)) : null;
				yield (target != null && kept != null) ? row(target.definition(), kept) : null;
			}
		};
	}

	private RecordRow row(ModuleDefinition module, Map<String, @Nullable Object> kept) {
		return new RecordRow(this, this.view, module, kept);
	}

}
