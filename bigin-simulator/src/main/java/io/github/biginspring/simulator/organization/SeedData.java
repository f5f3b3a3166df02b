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

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Records from a JSON file: those of each module under its API name, added in this order
 * and by the rules of the API. <pre>
 * {"Accounts": [{"Account_Name": "Zylker"}],
 *  "Contacts": [{"Last_Name": "Watson", "Account_Name": {"name": "Zylker"}}]}
 * </pre> A record refers to one that was added before by its name, as ids are not known
 * yet. A snapshot of an organisation can be used as well.
 *
 * @since 0.1.0
 */
public final class SeedData implements Consumer<Organization> {

	private final Map<String, List<Map<String, @Nullable Object>>> records = new LinkedHashMap<>();

	private final @Nullable Map<String, ?> snapshot;

	/**
	 * Check the form of the records; whether they are accepted, the organisation tells.
	 * @param records a list of maps by the API names of modules, or what
	 * {@link Organization#snapshot()} returned
	 * @throws IllegalArgumentException if it is of another form
	 */
	public SeedData(Map<String, ?> records) {
		this.snapshot = records.containsKey(OrganizationSnapshot.MARK) ? records : null;
		if (this.snapshot != null) {
			return;
		}
		records.forEach((module, list) -> this.records.put(module, requireRecords(module, list)));
	}

	private static List<Map<String, @Nullable Object>> requireRecords(String module, @Nullable Object given) {
		if (!(given instanceof List<?> list)) {
			throw new IllegalArgumentException("'" + module
					+ "' must be a list of records: write it like {\"Contacts\": [{\"Last_Name\": \"Watson\"}]}");
		}
		return list.stream().map((record) -> requireRecord(module, list.indexOf(record), record)).toList();
	}

	@SuppressWarnings("unchecked")
	private static Map<String, @Nullable Object> requireRecord(String module, int index, @Nullable Object given) {
		if (!(given instanceof Map<?, ?> record)) {
			throw new IllegalArgumentException(
					module + "[" + index + "] must be a record: write it like {\"Last_Name\": \"Watson\"}, in braces");
		}
		return (Map<String, @Nullable Object>) record;
	}

	/**
	 * Add the records.
	 * @param organization the organisation to add them to
	 * @throws IllegalArgumentException if a record would be refused, or a module or what
	 * is referred to does not exist
	 */
	@Override
	public void accept(Organization organization) {
		if (this.snapshot != null) {
			organization.restore(this.snapshot);
			return;
		}
		Map<String, Map<String, String>> idsByName = new HashMap<>();
		this.records.forEach((module, list) -> {
			Records table = organization.records(module);
			ModuleDefinition definition = organization.table(module).definition();
			for (int i = 0; i < list.size(); i++) {
				String place = module + "[" + i + "]";
				String id = add(table, resolved(definition, list.get(i), idsByName, place), place);
				Map<String, @Nullable Object> added = table.find(id);
				Object name = (added != null) ? added.get(definition.nameField()) : null;
				idsByName.computeIfAbsent(module, (key) -> new HashMap<>()).putIfAbsent(String.valueOf(name), id);
			}
		});
	}

	private static String add(Records records, Map<String, @Nullable Object> record, String place) {
		try {
			return records.add(record);
		}
		catch (RefusedException ex) {
			throw new IllegalArgumentException(place + " is refused: " + ex.toMap(), ex);
		}
	}

	private static Map<String, @Nullable Object> resolved(ModuleDefinition module, Map<String, @Nullable Object> record,
			Map<String, Map<String, String>> idsByName, String place) {
		Map<String, @Nullable Object> resolved = new LinkedHashMap<>(record);
		for (FieldDefinition field : module.fields()) {
			if (field.type() == DataType.LOOKUP && record.get(field.apiName()) instanceof Map<?, ?> reference
					&& reference.containsKey("name") && !reference.containsKey("id")) {
				String name = String.valueOf(reference.get("name"));
				resolved.put(field.apiName(), Map.of("id", find(field, name, idsByName, place)));
			}
		}
		return resolved;
	}

	private static String find(FieldDefinition field, String name, Map<String, Map<String, String>> idsByName,
			String place) {
		for (Map.Entry<String, Map<String, String>> module : idsByName.entrySet()) {
			String id = module.getValue().get(name);
			if (id != null && (field.lookupModule() == null || field.lookupModule().equals(module.getKey()))) {
				return id;
			}
		}
		throw new IllegalArgumentException(place + "." + field.apiName() + " refers to '" + name
				+ "', of which there is no record before it: put the module that holds it first");
	}

}
