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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Shows kept records the way they stand on the wire: references resolved, absent values
 * as {@code null}, computed fields filled in.
 */
final class RecordView {

	private static final String LAYOUT = "$layout_id";

	private final Organization organization;

	RecordView(Organization organization) {
		this.organization = organization;
	}

	Map<String, @Nullable Object> show(ModuleDefinition module, Map<String, @Nullable Object> kept,
			@Nullable Collection<String> fieldNames) {
		if (fieldNames == null) {
			return showAll(module, kept);
		}
		Map<String, @Nullable Object> system = SystemFields.of(module);
		Map<String, @Nullable Object> shown = new LinkedHashMap<>();
		for (String fieldName : fieldNames) {
			FieldDefinition field = module.field(fieldName);
			if (field != null) {
				shown.put(fieldName, value(field, kept));
			}
			else if (RelatedModule.NAME.equals(fieldName) && RelatedModule.isKnownTo(module)) {
				shown.put(fieldName, RelatedModule.of(this.organization, kept));
			}
			else if (LAYOUT.equals(fieldName)) {
				shown.put(fieldName, layout(module, kept));
			}
			else if (system.containsKey(fieldName)) {
				shown.put(fieldName, system.get(fieldName));
			}
		}
		shown.put("id", kept.get("id"));
		return shown;
	}

	Map<String, @Nullable Object> showAll(ModuleDefinition module, Map<String, @Nullable Object> kept) {
		Map<String, @Nullable Object> shown = new LinkedHashMap<>();
		for (FieldDefinition field : module.fields()) {
			shown.put(field.apiName(), value(field, kept));
		}
		if (RelatedModule.isKnownTo(module)) {
			shown.put(RelatedModule.NAME, RelatedModule.of(this.organization, kept));
		}
		SystemFields.of(module).forEach(shown::putIfAbsent);
		shown.put(LAYOUT, layout(module, kept));
		return shown;
	}

	private Map<String, @Nullable Object> layout(ModuleDefinition module, Map<String, @Nullable Object> kept) {
		Map<String, @Nullable Object> reference = (kept.get(TeamPipelines.PIPELINE) instanceof String id)
				? this.organization.pipeline(id) : null;
		if (reference == null) {
			reference = this.organization.table(module.apiName()).layout();
		}
		Map<String, @Nullable Object> layout = new LinkedHashMap<>();
		layout.put("display_label", reference.get("name"));
		layout.putAll(reference);
		return layout;
	}

	@Nullable Object value(FieldDefinition field, Map<String, @Nullable Object> kept) {
		if ("Full_Name".equals(field.apiName())) {
			return fullName(kept);
		}
		Object value = kept.get(field.apiName());
		return switch (field.type()) {
			case BOOLEAN -> Boolean.TRUE.equals(value);
			case TAGS -> tags(value);
			case ARRAY, PARTICIPANTS -> (value != null) ? value : List.of();
			case LOOKUPS -> lookups(field, value);
			case LOOKUP -> (value != null) ? lookup(field, (String) value) : null;
			case USER -> (value != null) ? user((String) value, true) : null;
			case PIPELINE -> (value != null) ? this.organization.pipeline((String) value) : null;
			default -> value;
		};
	}

	@Nullable String name(ModuleDefinition module, Map<String, @Nullable Object> kept) {
		FieldDefinition field = module.field(module.nameField());
		return (field != null) ? (String) value(field, kept) : null;
	}

	@Nullable Map<String, @Nullable Object> user(@Nullable String id, boolean withEmail) {
		User user = (id != null) ? this.organization.directory().findAlsoDeleted(id) : null;
		return (user != null) ? user.toReference(withEmail) : null;
	}

	/**
	 * What the report of a write says of a record.
	 * @param table the records of its module
	 * @param id the id of the record
	 * @return its id and what is known of when and by whom it was written
	 */
	Map<String, @Nullable Object> writeDetails(RecordTable table, long id) {
		Map<String, @Nullable Object> kept = table.find(id);
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		if (kept != null) {
			details.put("Modified_Time", kept.get("Modified_Time"));
			details.put("Modified_By", user((String) kept.get("Modified_By"), false));
			details.put("Created_Time", kept.get("Created_Time"));
			details.put("id", kept.get("id"));
			details.put("Created_By", user((String) kept.get("Created_By"), false));
		}
		return details;
	}

	/**
	 * What the report of a create says of a record, more than those of other writes.
	 * @param table the records of its module
	 * @param id the id of the record
	 * @return what every write says of it, and of companies and products their approval
	 */
	Map<String, @Nullable Object> createDetails(RecordTable table, long id) {
		Map<String, @Nullable Object> details = writeDetails(table, id);
		String module = table.definition().apiName();
		if ("Accounts".equals(module) || "Products".equals(module)) {
			details.put("$approval_state", "approved");
		}
		return details;
	}

	private @Nullable Map<String, @Nullable Object> lookup(FieldDefinition field, String id) {
		RecordTable table = this.organization.tableOf(field.lookupModule(), id);
		Map<String, @Nullable Object> target = (table != null) ? table.find(IdSequence.parse(id)) : null;
		if (table == null || target == null) {
			return null;
		}
		Map<String, @Nullable Object> reference = new LinkedHashMap<>();
		reference.put("name", name(table.definition(), target));
		reference.put("id", id);
		return reference;
	}

	private List<Map<String, @Nullable Object>> lookups(FieldDefinition field, @Nullable Object ids) {
		List<Map<String, @Nullable Object>> references = new ArrayList<>();
		if (ids instanceof List<?> list) {
			for (Object id : list) {
				Map<String, @Nullable Object> reference = lookup(field, (String) id);
				if (reference != null) {
					references.add(reference);
				}
			}
		}
		return references;
	}

	private List<Map<String, @Nullable Object>> tags(@Nullable Object ids) {
		List<Map<String, @Nullable Object>> tags = new ArrayList<>();
		if (ids instanceof List<?> list) {
			for (Object id : list) {
				Tag tag = this.organization.findTag((String) id);
				if (tag != null) {
					tags.add(tag.toMap());
				}
			}
		}
		return tags;
	}

	private static @Nullable String fullName(Map<String, @Nullable Object> kept) {
		Object first = kept.get("First_Name");
		Object last = kept.get("Last_Name");
		if (first == null) {
			return (String) last;
		}
		return (last != null) ? first + " " + last : (String) first;
	}

}
