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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Updates the record that has the same value in a field of which no two records can have
 * the same, or else inserts one.
 */
final class RecordUpsert {

	private static final String CHECK_FIELDS = "duplicate_check_fields";

	private static final String COMPANY = "Account_Name";

	private final Organization organization;

	private final RecordTable table;

	private final RecordWriter writer;

	private final List<FieldDefinition> checkFields;

	private final boolean workflows;

	RecordUpsert(Organization organization, RecordTable table, WriteBody body) {
		this.organization = organization;
		this.table = table;
		this.writer = new RecordWriter(organization);
		this.checkFields = checkFields(table.definition(), body.content().get(CHECK_FIELDS));
		this.workflows = body.workflows();
	}

	Outcome write(Map<?, ?> sent, String path) {
		if (sent.get("id") != null) {
			long id = IdSequence.parse(WriteBody.idOf(sent, path));
			this.writer.update(this.table, id, withCompany(id, sent, path), path, this.workflows);
			return new Outcome(id, false, null);
		}
		for (FieldDefinition field : this.checkFields) {
			Long existing = this.table.idByUniqueValue(field.apiName(), emptyToNull(sent.get(field.apiName())));
			if (existing != null) {
				this.writer.update(this.table, existing, withCompany(existing, sent, path), path, this.workflows);
				return new Outcome(existing, false, field.apiName());
			}
		}
		return new Outcome(this.writer.insert(this.table, withCompany(null, sent, path), path, this.workflows), true,
				null);
	}

	/**
	 * A company that is given by its name becomes a reference to it. One that is not
	 * there yet is made, unless the record would be refused anyway.
	 * @param id the record to update, or {@code null} to insert one
	 * @param sent the record as it was sent
	 * @param path where in the body it stood
	 * @return the record to write
	 */
	private Map<?, ?> withCompany(@Nullable Long id, Map<?, ?> sent, String path) {
		FieldDefinition field = this.table.definition().field(COMPANY);
		boolean byName = field != null && "Accounts".equals(field.lookupModule())
				&& emptyToNull(sent.get(COMPANY)) instanceof String name && !isCompany(name);
		if (!byName) {
			return sent;
		}
		Map<Object, @Nullable Object> resolved = new LinkedHashMap<>(sent);
		resolved.remove(COMPANY);
		this.writer.check(this.table, id, resolved, path);
		RecordTable accounts = this.organization.table("Accounts");
		Object name = sent.get(COMPANY);
		Long company = accounts.idByUniqueValue(COMPANY, name);
		if (company == null) {
			company = this.writer.insert(accounts, Map.of(COMPANY, String.valueOf(name)), path, this.workflows);
		}
		resolved.put(COMPANY, Map.of("id", company.toString()));
		return resolved;
	}

	private boolean isCompany(String id) {
		return this.organization.table("Accounts").find(IdSequence.parse(id)) != null;
	}

	private static List<FieldDefinition> checkFields(ModuleDefinition module, @Nullable Object given) {
		if (given == null) {
			return module.fields().stream().filter(FieldDefinition::isUnique).toList();
		}
		if (!(given instanceof List<?> names)) {
			throw RecordValidator.refuse("INVALID_DATA", "invalid data", CHECK_FIELDS, "$." + CHECK_FIELDS)
				.with("expected_data_type", "jsonarray");
		}
		List<FieldDefinition> fields = new ArrayList<>();
		for (Object name : names) {
			FieldDefinition field = (name instanceof String text) ? module.field(text) : null;
			if (field == null || !field.isUnique()) {
				throw RecordValidator.refuse("INVALID_DATA", "invalid data", CHECK_FIELDS,
						"$." + CHECK_FIELDS + "[" + fields.size() + "]");
			}
			fields.add(field);
		}
		return fields;
	}

	private static @Nullable Object emptyToNull(@Nullable Object value) {
		return "".equals(value) ? null : value;
	}

	/**
	 * What became of a record.
	 *
	 * @param id the id of the record
	 * @param inserted whether it was inserted, not updated
	 * @param duplicateField the field by which it was found, or {@code null}
	 */
	record Outcome(long id, boolean inserted, @Nullable String duplicateField) {
	}

}
