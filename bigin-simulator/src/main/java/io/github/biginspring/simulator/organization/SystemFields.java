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

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What stands in a record beside the fields of its module: the same for all records, and
 * shown in searches and where {@code fields} names it.
 */
final class SystemFields {

	private static final Map<String, @Nullable Object> COMMON = common();

	private static final Map<String, @Nullable Object> CONTACTS = contacts();

	private static final Map<String, @Nullable Object> ACCOUNTS = accounts();

	private static final Map<String, @Nullable Object> PRODUCTS = products();

	private SystemFields() {
	}

	/**
	 * The system fields of a module.
	 * @param module the module
	 * @return the values by name
	 */
	static Map<String, @Nullable Object> of(ModuleDefinition module) {
		return switch (module.apiName()) {
			case "Contacts" -> CONTACTS;
			case "Accounts" -> ACCOUNTS;
			case "Products" -> PRODUCTS;
			default -> COMMON;
		};
	}

	private static Map<String, @Nullable Object> common() {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		fields.put("$currency_symbol", "$");
		fields.put("$field_states", null);
		fields.put("$sharing_permission", "full_access");
		fields.put("$state", "save");
		fields.put("$process_flow", false);
		fields.put("$locked_for_me", false);
		fields.put("$approval",
				Map.of("delegate", false, "takeover", false, "approve", false, "reject", false, "resubmit", false));
		fields.put("$editable", true);
		fields.put("$review_process", Map.of("approve", false, "reject", false, "resubmit", false));
		fields.put("$review", null);
		fields.put("$zia_visions", null);
		fields.put("$orchestration", null);
		fields.put("$in_merge", false);
		fields.put("Locked__s", false);
		fields.put("$approval_state", "approved");
		fields.put("$pathfinder", null);
		return fields;
	}

	private static Map<String, @Nullable Object> people() {
		Map<String, @Nullable Object> fields = common();
		fields.put("$zia_owner_assignment", "owner_recommendation_unavailable");
		fields.put("$is_duplicate", false);
		return fields;
	}

	private static Map<String, @Nullable Object> contacts() {
		Map<String, @Nullable Object> fields = people();
		fields.put("Record_Creation_Source_ID__s", "1");
		return withNothingIn(fields, "Other_Phone", "Other_State", "Other_Country", "Department", "Assistant",
				"Reporting_To", "Other_City", "Secondary_Email", "Other_Zip", "Twitter", "Salutation", "Asst_Phone",
				"Skype_ID", "Date_of_Birth", "Other_Street", "Lead_Source", "Fax");
	}

	private static Map<String, @Nullable Object> accounts() {
		Map<String, @Nullable Object> fields = people();
		fields.put("Account_Number", "0");
		return withNothingIn(fields, "Account_Type", "SIC_Code", "Industry", "Account_Site", "Shipping_City",
				"Shipping_Country", "Shipping_Code", "Annual_Revenue", "Shipping_Street", "Ownership", "Rating",
				"Shipping_State", "Employees", "Ticker_Symbol", "Parent_Account", "Fax");
	}

	private static Map<String, @Nullable Object> products() {
		Map<String, @Nullable Object> fields = common();
		fields.put("$taxable", true);
		fields.put("Taxable", true);
		fields.put("Tax", List.of());
		for (String quantity : List.of("Qty_in_Demand", "Qty_Ordered", "Qty_in_Stock", "Reorder_Level")) {
			fields.put(quantity, 0);
		}
		return withNothingIn(fields, "Sales_Start_Date", "Manufacturer", "Support_Expiry_Date", "Commission_Rate",
				"Handler", "Support_Start_Date", "Usage_Unit", "Sales_End_Date");
	}

	private static Map<String, @Nullable Object> withNothingIn(Map<String, @Nullable Object> fields, String... names) {
		Arrays.stream(names).forEach((name) -> fields.put(name, null));
		return fields;
	}

}
