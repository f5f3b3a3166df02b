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

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.RecordEvent.Operation;

/**
 * Inserts, updates and deletes records, one at a time.
 */
final class RecordWriter {

	private static final String ACTIVITY = "Last_Activity_Time";

	private static final Set<String> AUDIT_FIELDS = Set.of("id", "Created_By", "Modified_By", "Created_Time",
			"Modified_Time", ACTIVITY);

	private final Organization organization;

	private final RecordValidator validator;

	private final RecordView view;

	RecordWriter(Organization organization) {
		this.organization = organization;
		this.view = new RecordView(organization);
		this.validator = new RecordValidator(organization);
	}

	long insert(RecordTable table, Map<?, ?> sent, String path, boolean workflows) {
		return insert(table, sent, path, workflows, this.organization.now());
	}

	long insert(RecordTable table, Map<?, ?> sent, String path, boolean workflows, Instant time) {
		ModuleDefinition module = table.definition();
		Map<String, @Nullable Object> values = check(table, null, sent, path);
		long id = this.organization.ids().next();
		table.put(id, complete(module, id, values, this.organization.timeOf(time)));
		changed(table, id, Operation.INSERT, null, workflows, time);
		return id;
	}

	/**
	 * Refuse what cannot be written.
	 * @param table the records of the module
	 * @param id the record to update, or {@code null} to insert one
	 * @param sent the record as it was sent
	 * @param path where in the body it stood
	 * @return the values to keep
	 */
	Map<String, @Nullable Object> check(RecordTable table, @Nullable Long id, Map<?, ?> sent, String path) {
		Map<String, @Nullable Object> before = (id != null) ? table.find(id) : Map.of();
		if (before == null) {
			throw RecordValidator.refuse("INVALID_DATA", "the id given seems to be invalid", "id", path + ".id");
		}
		Map<String, @Nullable Object> values = this.validator.validate(table.definition(), sent, path);
		Map<String, @Nullable Object> merged = RecordTable.copyOf(before);
		merged.putAll(values);
		if (RelatedModule.isKnownTo(table.definition())) {
			RelatedModule.check(this.organization, sent, merged, path);
		}
		if (NoteParent.isKnownTo(table.definition()) && (id == null || NoteParent.isNamedIn(sent))) {
			NoteParent.check(this.organization, sent, merged, path);
		}
		if (TeamPipelines.MODULE.equals(table.definition().apiName())
				&& this.organization.enforces(Check.STAGE_OF_PIPELINE)) {
			this.organization.modules().pipelines().check(sent, merged, path);
		}
		this.validator.checkRequired(table.definition(), merged, path);
		this.validator.checkUnique(table, values, (id != null) ? id : -1, path);
		return merged;
	}

	void update(RecordTable table, long id, Map<?, ?> sent, String path, boolean workflows) {
		Map<String, @Nullable Object> before = table.find(id);
		Map<String, @Nullable Object> merged = check(table, id, sent, path);
		merged.put("Modified_Time", this.organization.timeOf(this.organization.now()));
		if (table.definition().field(ACTIVITY) != null) {
			merged.put(ACTIVITY, merged.get("Modified_Time"));
		}
		merged.put("Modified_By", this.organization.currentUser().id());
		table.put(id, merged);
		changed(table, id, Operation.UPDATE, before, workflows, this.organization.now());
	}

	void delete(RecordTable table, String idText, boolean workflows) {
		long id = IdSequence.parse(idText);
		Map<String, @Nullable Object> before = (id > 0) ? table.find(id) : null;
		if (before == null) {
			throw RefusedException.invalidData("the id given seems to be invalid").with("id", idText);
		}
		table.remove(id);
		this.organization.modules().links().forget(id);
		this.organization.modules().files().forget(id);
		table.deleted()
			.add(id, this.view.name(table.definition(), before), this.organization.currentUser(),
					this.organization.now());
		changed(table, id, Operation.DELETE, before, workflows, this.organization.now());
		if ("Accounts".equals(table.definition().apiName())) {
			deleteContactsOf(idText, workflows);
		}
	}

	Map<String, @Nullable Object> complete(ModuleDefinition module, long id, Map<String, @Nullable Object> values,
			String time) {
		Map<String, @Nullable Object> kept = new LinkedHashMap<>(values);
		String user = this.organization.currentUser().id();
		kept.put("id", Long.toString(id));
		kept.putIfAbsent("Owner", user);
		kept.putIfAbsent("Created_By", user);
		kept.putIfAbsent("Modified_By", user);
		kept.putIfAbsent("Created_Time", time);
		kept.putIfAbsent("Modified_Time", time);
		if (module.field(ACTIVITY) != null) {
			kept.putIfAbsent(ACTIVITY, time);
		}
		if ("Pipelines".equals(module.apiName())) {
			kept.putIfAbsent(TeamPipelines.PIPELINE,
					this.organization.modules().pipelines().idOf(kept.get(TeamPipelines.SUB_PIPELINE)));
		}
		return kept;
	}

	private void deleteContactsOf(String account, boolean workflows) {
		RecordTable contacts = this.organization.table("Contacts");
		List<String> orphans = new ArrayList<>();
		for (int i = 0; i < contacts.ids().size(); i++) {
			Map<String, @Nullable Object> contact = contacts.find(contacts.ids().get(i));
			if (contact != null && account.equals(contact.get("Account_Name"))) {
				orphans.add((String) contact.get("id"));
			}
		}
		orphans.forEach((id) -> delete(contacts, id, workflows));
	}

	private void changed(RecordTable table, long id, Operation operation,
			@Nullable Map<String, @Nullable Object> before, boolean workflows, Instant time) {
		if (!this.organization.searchLag().isZero()) {
			table.history().add(id, time, before);
		}
		this.organization.record(new RecordEvent(time, table.definition().apiName(), operation, Long.toString(id),
				workflows, affectedFields(before, table.find(id))));
	}

	private static List<String> affectedFields(@Nullable Map<String, @Nullable Object> before,
			@Nullable Map<String, @Nullable Object> after) {
		if (after == null) {
			return List.of();
		}
		return after.keySet()
			.stream()
			.filter((field) -> !AUDIT_FIELDS.contains(field))
			.filter((field) -> !Objects.equals(after.get(field), (before != null) ? before.get(field) : null))
			.toList();
	}

}
