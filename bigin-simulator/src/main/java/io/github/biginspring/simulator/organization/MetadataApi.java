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
 * The calls of Bigin for modules and fields. Each can throw a {@link RefusedException}.
 *
 * @since 0.1.0
 */
public final class MetadataApi {

	private final Organization organization;

	MetadataApi(Organization organization) {
		this.organization = organization;
	}

	/**
	 * All modules, one that the API does not support among them.
	 * @return an entry for each module
	 */
	public List<Map<String, @Nullable Object>> modules() {
		synchronized (this.organization) {
			List<Map<String, @Nullable Object>> modules = new ArrayList<>();
			for (RecordTable table : this.organization.modules().all()) {
				modules.add(module(table, modules.size() + 1));
			}
			modules.add(dashboards(modules.size() + 1));
			return modules;
		}
	}

	/**
	 * One module.
	 * @param module the API name of the module
	 * @return its entry
	 */
	public Map<String, @Nullable Object> module(String module) {
		synchronized (this.organization) {
			this.organization.table(module);
			return modules().stream().filter((entry) -> module.equals(entry.get("api_name"))).findFirst().orElseThrow();
		}
	}

	/**
	 * The fields of a module.
	 * @param parameters the parameters of the call; {@code module} is required
	 * @return an entry for each field
	 */
	public List<Map<String, @Nullable Object>> fields(Parameters parameters) {
		synchronized (this.organization) {
			RecordTable table = this.organization.table(parameters.required("module"));
			List<Map<String, @Nullable Object>> fields = new ArrayList<>();
			for (FieldDefinition field : table.definition().fields()) {
				fields.add(field(table, field, fields.size() + 1));
			}
			return fields;
		}
	}

	private Map<String, @Nullable Object> module(RecordTable table, int sequenceNumber) {
		ModuleDefinition module = table.definition();
		Map<String, @Nullable Object> entry = RecordedEntry.module();
		entry.put("id", table.moduleId());
		entry.put("api_name", module.apiName());
		entry.put("module_name", module.moduleName());
		entry.put("singular_label", module.singularLabel());
		entry.put("plural_label", module.pluralLabel());
		entry.put("actual_singular_label", module.singularLabel());
		entry.put("actual_plural_label", module.pluralLabel());
		entry.put("filter_supported", true);
		entry.put("profile_count", this.organization.directory().profiles().size());
		entry.put("api_supported", true);
		addRights(entry, true);
		entry.put("generated_type", module.isCustom() ? "custom" : "default");
		entry.put("sequence_number", sequenceNumber);
		entry.put("profiles", this.organization.directory().profiles());
		return entry;
	}

	private Map<String, @Nullable Object> dashboards(int sequenceNumber) {
		Map<String, @Nullable Object> entry = RecordedEntry.module();
		entry.put("id", this.organization.modules().dashboardsId());
		entry.put("api_name", "Dashboards");
		entry.put("module_name", "Dashboards");
		entry.put("singular_label", "Dashboard");
		entry.put("plural_label", "Dashboards");
		entry.put("actual_singular_label", "Dashboard");
		entry.put("actual_plural_label", "Dashboards");
		entry.put("profile_count", this.organization.directory().profiles().size());
		entry.put("api_supported", false);
		addRights(entry, false);
		entry.put("generated_type", "web");
		entry.put("sequence_number", sequenceNumber);
		entry.put("profiles", this.organization.directory().profiles());
		return entry;
	}

	private static void addRights(Map<String, @Nullable Object> entry, boolean records) {
		entry.put("visible", true);
		entry.put("creatable", records);
		entry.put("editable", records);
		entry.put("deletable", records);
		entry.put("viewable", true);
	}

	private Map<String, @Nullable Object> field(RecordTable table, FieldDefinition field, int sequenceNumber) {
		DataType type = field.type();
		boolean array = "jsonarray".equals(type.jsonType());
		Map<String, @Nullable Object> entry = RecordedEntry.field();
		entry.put("id", table.fieldId(field));
		entry.put("api_name", field.apiName());
		entry.put("field_label", field.label());
		entry.put("display_label", field.label());
		entry.put("display_field", field.apiName().equals(table.definition().nameField()));
		entry.put("quick_sequence_number", Integer.toString(sequenceNumber));
		entry.put("view_type", viewType(field));
		entry.put("profiles", fieldProfiles(field));
		entry.put("data_type", type.wireName());
		entry.put("json_type", type.jsonType());
		entry.put("length", field.length());
		entry.put("system_mandatory", field.isRequired());
		entry.put("read_only", field.isReadOnly());
		entry.put("field_read_only", field.isReadOnly());
		entry.put("custom_field", field.isCustom());
		entry.put("visible", !"id".equals(field.apiName()));
		entry.put("filterable", !array && field.isSearchable());
		entry.put("searchable", field.isSearchable());
		entry.put("sortable", !array && type != DataType.TEXTAREA);
		entry.put("unique", field.isUnique() ? Map.of("casesensitive", "0") : Map.of());
		entry.put("lookup", lookup(table, field));
		entry.put("pick_list_values", pickList(table, field));
		return entry;
	}

	private static Map<String, Boolean> viewType(FieldDefinition field) {
		boolean shown = !"id".equals(field.apiName());
		boolean written = shown && !field.isReadOnly();
		return Map.of("view", shown, "edit", written, "quick_create", field.isRequired(), "create", written);
	}

	private List<Map<String, @Nullable Object>> fieldProfiles(FieldDefinition field) {
		List<Map<String, @Nullable Object>> profiles = new ArrayList<>();
		for (Map<String, @Nullable Object> profile : this.organization.directory().profiles()) {
			Map<String, @Nullable Object> entry = new LinkedHashMap<>();
			entry.put("permission_type", field.isReadOnly() ? "read_only" : "read_write");
			entry.putAll(profile);
			profiles.add(entry);
		}
		return profiles;
	}

	private Map<String, ?> lookup(RecordTable table, FieldDefinition field) {
		String module = field.lookupModule();
		if (module == null) {
			return Map.of();
		}
		RecordTable target = this.organization.table(module);
		return Map.of("api_name", table.definition().apiName(), "display_label", table.definition().pluralLabel(), "id",
				table.fieldId(field), "module", Map.of("api_name", module, "id", target.moduleId(), "crypt", false));
	}

	private List<Map<String, @Nullable Object>> pickList(RecordTable table, FieldDefinition field) {
		List<Map<String, @Nullable Object>> values = new ArrayList<>();
		for (String value : this.organization.pickListValues(table.definition(), field)) {
			Map<String, @Nullable Object> entry = new LinkedHashMap<>();
			entry.put("display_value", value);
			entry.put("sequence_number", values.size() + 1);
			entry.put("reference_value", value);
			entry.put("colour_code", null);
			entry.put("actual_value", value);
			entry.put("id", table.pickListId(field, value));
			entry.put("type", "used");
			values.add(entry);
		}
		return values;
	}

}
