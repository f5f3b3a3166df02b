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
package io.github.biginspring.simulator.recording;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is Bigin's and Maton's own, and not an organisation's. All else is masked.
 */
final class PublicNames {

	/**
	 * Whose values are words of the API.
	 */
	private static final Set<String> KEYS = Set.of("code", "status", "action", "duplicate_field", "api_name",
			"json_path", "expected_data_type", "param_name", "param_names", "operator", "group_operator", "comparator",
			"permissions", "app", "method", "module", "module_name", "data_type", "json_type", "type", "sort_by",
			"sort_order", "file_type", "$approval_state", "resource_name", "operation", "generated_type",
			"$related_module", "$se_module", "se_module", "events", "fields", "duplicate_check_fields", "trigger",
			"approved", "wf_trigger", "category", "color_code");

	/**
	 * Whose values are times that tell when something was done at the service.
	 */
	private static final Set<String> TIMES = Set.of("Created_Time", "Modified_Time", "Last_Activity_Time",
			"creation_time", "last_updated_time", "page_token_expiry", "channel_expiry", "created_time",
			"modified_time", "deleted_time", "If-Modified-Since");

	private static final Set<String> COUNTS = Set.of("per_page", "count", "page", "limit", "code",
			"resource_path_index", "maximum_length", "length", "decimal_place", "sequence_number", "status", "offset");

	private static final Set<String> PICK_LISTS = Set.of("Stage", "Status", "Priority", "Call_Type", "actual_value",
			"display_value");

	private static final Set<String> PICK_LIST_VALUES = Set.of("-None-", "Not Started", "In Progress", "Completed",
			"Deferred", "Waiting on someone else", "Highest", "High", "Normal", "Low", "Lowest", "Outbound", "Inbound",
			"Missed", "Qualification", "Needs Analysis", "Proposal/Price Quote", "Negotiation/Review", "Closed Won",
			"Closed Lost");

	private static final Set<String> JOB_STATES = Set.of("ADDED", "QUEUED", "IN PROGRESS", "COMPLETED", "FAILURE",
			"FAILED");

	private static final Set<String> MESSAGES = Set.of("record added", "record updated", "record deleted",
			"relation added", "relation updated", "relation removed", "required field not found", "invalid data",
			"duplicate data", "One of the expected parameter is missing", "the module name given seems to be invalid",
			"invalid oauth scope to access this URL", "too many requests. please try again after some time",
			"Missing connection for the requested app", "Invalid or missing Maton API key");

	private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9_$.,\\[\\]#-]{1,2000}");

	private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{5}|[0-9]{2}[.-][0-9]{2}");

	private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{5,18}([+-][0-9:]+|Z))?");

	private static final Pattern KEY = Pattern.compile("[$A-Za-z_][A-Za-z0-9_$]{0,79}");

	private static final Pattern SEGMENT = Pattern.compile("[A-Za-z_]{1,40}|zoho-bigin|v[0-9]");

	private PublicNames() {
	}

	/**
	 * Whether a text can be seen.
	 * @param name the name of the field or parameter that it is the value of
	 * @param value the text
	 * @return whether it is a word of the API
	 */
	static boolean isPublic(String name, String value) {
		if (TIMES.contains(name)) {
			return TIME.matcher(value).matches();
		}
		if ("message".equals(name)) {
			return MESSAGES.contains(value);
		}
		if ("state".equals(name)) {
			return JOB_STATES.contains(value);
		}
		if (PICK_LISTS.contains(name)) {
			return PICK_LIST_VALUES.contains(value);
		}
		return KEYS.contains(name) && WORDS.matcher(value).matches() && !LONG_NUMBER.matcher(value).find();
	}

	static boolean isPublicNumber(String name) {
		return COUNTS.contains(name);
	}

	static boolean isPublicKey(String key) {
		return KEY.matcher(key).matches() && !LONG_NUMBER.matcher(key).find();
	}

	static boolean isPublicSegment(String segment) {
		return SEGMENT.matcher(segment).matches();
	}

}
