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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The system field that stands beside the reference of an activity and says of which
 * module the record is. Nothing is kept of it: the reference tells.
 */
final class RelatedModule {

	static final String NAME = "$related_module";

	private static final String REFERENCE = "Related_To";

	private static final Set<String> UNRELATED = Set.of("Tasks", "Events", "Calls", "Notes");

	private RelatedModule() {
	}

	static boolean isKnownTo(ModuleDefinition module) {
		return module.field(REFERENCE) != null;
	}

	static @Nullable String of(Organization organization, Map<String, @Nullable Object> kept) {
		RecordTable table = (kept.get(REFERENCE) instanceof String id) ? organization.tableOf(null, id) : null;
		return (table != null) ? nameOf(table.definition()) : null;
	}

	/**
	 * Refuse a module that is missing, or is not that of the record referred to.
	 * @param organization the organization
	 * @param activity the record as it was sent
	 * @param record the record as it will be kept
	 * @param path where in the body it stood
	 */
	static void check(Organization organization, Map<?, ?> activity, Map<String, @Nullable Object> record,
			String path) {
		Object sent = activity.get(NAME);
		if (sent == null) {
			boolean refers = activity.containsKey(REFERENCE) && record.get(REFERENCE) != null;
			if (refers && organization.enforces(Check.RELATED_MODULE)) {
				throw RecordValidator.refuse("MANDATORY_NOT_FOUND", "required field not found", NAME,
						path + "." + NAME);
			}
			return;
		}
		if (!(sent instanceof String name)) {
			throw RecordValidator.refuse("INVALID_DATA", "invalid data", NAME, path + "." + NAME)
				.with("expected_data_type", "text");
		}
		boolean unrelated = UNRELATED.contains(name) && organization.enforces(Check.RELATED_MODULE);
		if (record.get(REFERENCE) != null && (unrelated || !name.equals(of(organization, record)))) {
			throw RecordValidator.refuse("INVALID_DATA", "the related id given seems to be invalid", REFERENCE,
					path + "." + REFERENCE);
		}
	}

	/**
	 * Put the module beside a reference that was given by hand.
	 * @param organization the organization
	 * @param module the module of the record
	 * @param record the record
	 * @return the record with the module of its reference
	 */
	static Map<?, ?> complete(Organization organization, ModuleDefinition module, Map<?, ?> record) {
		Object reference = (record.get(REFERENCE) instanceof Map<?, ?> map) ? map.get("id") : record.get(REFERENCE);
		String id = IdSequence.text(reference);
		RecordTable table = (id != null) ? organization.tableOf(null, id) : null;
		if (table == null || !isKnownTo(module) || record.containsKey(NAME)) {
			return record;
		}
		Map<Object, @Nullable Object> completed = new LinkedHashMap<>(record);
		completed.put(NAME, nameOf(table.definition()));
		return completed;
	}

	// deals have another name here than in paths
	static String nameOf(ModuleDefinition module) {
		return module.isCustom() ? module.apiName() : module.moduleName();
	}

}
