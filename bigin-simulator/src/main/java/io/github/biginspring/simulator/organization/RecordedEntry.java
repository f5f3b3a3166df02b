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
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Entries of modules, fields, users and organisations as the live service tells them,
 * with a value for each key. What the simulator knows better is put over them.
 */
final class RecordedEntry {

	private RecordedEntry() {
	}

	static Map<String, @Nullable Object> module() {
		Map<String, @Nullable Object> entry = all(false, "has_more_profiles", "deletable", "creatable",
				"email_parser_supported", "inventory_template_supported", "presence_sub_menu", "triggers_supported",
				"isBlueprintSupported", "visible", "convertable", "editable", "emailTemplate_support",
				"filter_supported", "viewable", "api_supported", "scoring_supported", "webform_supported",
				"public_fields_configured");
		entry.putAll(all(true, "global_search_supported", "show_as_tab", "quick_create", "feeds_required"));
		entry.putAll(all(null, "private_profile", "description", "modified_time", "web_link", "modified_by"));
		entry.put("access_type", "org_based");
		entry.put("visibility", 1);
		entry.put("arguments", List.of());
		entry.put("business_card_field_limit", 5);
		entry.put("parent_module", Map.of());
		return entry;
	}

	static Map<String, @Nullable Object> field() {
		Map<String, @Nullable Object> entry = all(false, "webhook", "colour_code_enabled_by_system",
				"businesscard_supported", "separator", "enable_colour_code", "virtual_field", "display_field",
				"pick_list_values_sorted_lexically", "mass_update", "blueprint_supported");
		entry.putAll(all(null, "tooltip", "display_format_properties", "association_details", "created_time", "subform",
				"external", "parent_field", "child_fields", "crypt", "range", "modified_time", "address",
				"global_picklist", "display_format", "history_tracking", "decimal_place"));
		entry.putAll(all(Map.of(), "multi_module_lookup", "currency", "formula", "multiselectlookup", "auto_number"));
		entry.put("type", "used");
		entry.put("created_source", "default");
		entry.put("display_type", -1);
		entry.put("ui_type", 1);
		entry.put("email_parser", all(false, "fields_update_supported", "record_operations_supported"));
		return entry;
	}

	static Map<String, @Nullable Object> user() {
		Map<String, @Nullable Object> entry = all(null, "Preferred_Currency__s", "$shift_effective_from", "fax", "zip",
				"phone", "dob", "city", "signature", "street", "$current_shift", "alias", "status_reason__s", "website",
				"$next_shift", "mobile");
		entry.putAll(all(false, "microsoft", "sandboxDeveloper", "Isonline"));
		entry.put("personal_account", true);
		entry.put("country", "US");
		entry.put("state", "Oregon");
		entry.put("language", "en_US");
		entry.put("locale", "en_US");
		entry.put("country_locale", "en_US");
		entry.put("decimal_separator", "Period");
		entry.put("number_separator", "Comma");
		entry.put("time_format", "hh:mm a");
		entry.put("date_format", "MM/dd/yyyy");
		entry.put("sort_order_preference", "First Name,Last Name");
		entry.put("name_format", "Salutation,First Name,Last Name");
		entry.put("default_tab_group", "0");
		entry.put("category", "regular_user");
		entry.put("offset", 0);
		entry.put("customize_info", customization());
		entry.put("theme", theme());
		return entry;
	}

	private static Map<String, @Nullable Object> customization() {
		Map<String, @Nullable Object> entry = all(null, "notes_desc", "show_right_panel", "bc_view",
				"unpin_recent_item");
		entry.putAll(all(false, "show_home", "show_detail_view", "show_left_panel"));
		return entry;
	}

	private static Map<String, @Nullable Object> theme() {
		Map<String, @Nullable Object> entry = new LinkedHashMap<>();
		entry.put("normal_tab", Map.of("font_color", "#FFFFFF", "background", "#222222"));
		entry.put("selected_tab", Map.of("font_color", "#FFFFFF", "background", "#222222"));
		entry.put("new_background", null);
		entry.put("background", "#F3F0EB");
		entry.put("screen", "fixed");
		entry.put("type", "default");
		return entry;
	}

	static Map<String, @Nullable Object> organization() {
		Map<String, @Nullable Object> entry = all(null, "photo_id", "city", "description", "street", "alias", "state",
				"fax", "employee_count", "zip", "website", "mobile", "zia_portal_id");
		entry.putAll(all(false, "mc_status", "gapps_enabled", "lite_users_enabled", "translation_enabled",
				"deletable_org_account", "privacy_settings", "hipaa_compliance_enabled"));
		entry.put("hierarchy_preferences", Map.of("type", "Role_Hierarchy"));
		entry.put("phone", "+1 503 555 0100");
		return entry;
	}

	private static Map<String, @Nullable Object> all(@Nullable Object value, String... names) {
		Map<String, @Nullable Object> entry = new LinkedHashMap<>();
		for (String name : names) {
			entry.put(name, value);
		}
		return entry;
	}

}
