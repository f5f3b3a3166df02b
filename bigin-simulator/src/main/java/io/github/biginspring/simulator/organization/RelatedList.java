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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The records of one module that belong to a record of another: those that refer to it by
 * a field, or those that are linked to it.
 *
 * @param apiName the name on the wire
 * @param table the records of the module that is listed
 * @param lookup the field that refers to the record, or {@code null} where they are
 * linked
 */
record RelatedList(String apiName, RecordTable table, @Nullable FieldDefinition lookup) {

	private static final Set<String> SELLING = Set.of("Contacts", "Accounts", "Pipelines");

	private static final Set<String> ACTIVITIES = Set.of("Tasks", "Events", "Calls");

	/**
	 * The related lists of a module.
	 * @param modules all modules
	 * @param parent the module
	 * @return its related lists
	 */
	static List<RelatedList> of(ModuleCatalog modules, ModuleDefinition parent) {
		List<RelatedList> lists = new ArrayList<>();
		for (RecordTable table : modules.all()) {
			String module = table.definition().apiName();
			boolean first = true;
			for (FieldDefinition field : table.definition().fields()) {
				boolean further = first || field.isCustom() || table.definition().isCustom();
				if (further && field.type() == DataType.LOOKUP && refersTo(module, field, parent)) {
					lists.add(new RelatedList(first ? module : module + "_" + field.apiName(), table, field));
					first = false;
				}
			}
			if (first && areLinked(module, parent.apiName())) {
				lists.add(new RelatedList(module, table, null));
			}
		}
		return lists;
	}

	private static boolean refersTo(String module, FieldDefinition field, ModuleDefinition parent) {
		if (field.lookupModule() != null) {
			return field.lookupModule().equals(parent.apiName());
		}
		boolean note = "Notes".equals(parent.apiName());
		return !note && ("Notes".equals(module) || !ACTIVITIES.contains(parent.apiName()));
	}

	private static boolean areLinked(String one, String other) {
		return ("Products".equals(one) && SELLING.contains(other))
				|| ("Products".equals(other) && SELLING.contains(one));
	}

	/**
	 * The records that belong to a record.
	 * @param links which records are linked
	 * @param parent the id of the record
	 * @return their ids, ascending
	 */
	long[] ids(RecordLinks links, long parent) {
		SortedIds found = new SortedIds();
		SortedIds candidates = (this.lookup != null) ? this.table.ids() : links.of(parent);
		for (int i = 0; i < candidates.size(); i++) {
			if (contains(links, parent, candidates.get(i))) {
				found.add(candidates.get(i));
			}
		}
		return found.toArray();
	}

	boolean contains(RecordLinks links, long parent, long id) {
		Map<String, @Nullable Object> kept = this.table.find(id);
		if (kept == null) {
			return false;
		}
		return (this.lookup != null) ? Objects.equals(kept.get(this.lookup.apiName()), Long.toString(parent))
				: links.contains(parent, id);
	}

}
