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

package io.github.biginspring.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * JSON as no service should send it. Each text in a value holds {@link #MARKER}, but for
 * the members that are there to be shown.
 */
final class HostileJson {

	static final String MARKER = "personal-data-0815";

	private static final List<String> NAMES = List.of("data", "info", "modules", "fields", "users", "connections",
			"connection", "connection_id", "id", "status", "code", "message", "details", "error", "api_name",
			"json_path", "more_records", "next_page_token", "page", "per_page", "count", "Last_Name", "Email", "Tag",
			"Account_Name", "Owner", "Created_Time", "Modified_Time", "url", "creation_time", "email_opt_out", "name",
			"email", "data_type", "pick_list_values", "Amount", "F");

	private static final List<String> SHOWN = List.of("code", "message", "error", "api_name", "json_path");

	private static final List<String> SCALARS = List.of("null", "true", "false", "0", "-1", "1e400", "1E-400",
			"123456789012345678901234567890", "1.5", "\"\"", "\"success\"", "\"error\"", "[]", "{}", "\"2026-02-30\"",
			"\"\\ud83d\"", "\"\\u0000\"", "1E+2000000000", "9223372036854775808", "NaN", "'x'");

	private final HostileText texts;

	HostileJson(HostileText texts) {
		this.texts = texts;
	}

	byte[] document() {
		StringBuilder json = new StringBuilder();
		switch (this.texts.random().nextInt(8)) {
			case 0 -> value(json, 4, false);
			case 1 -> json.append("{\"data\":")
				.append("[{\"F\":".repeat(600))
				.append('1')
				.append("}]".repeat(600))
				.append('}');
			case 2 -> json.append("[".repeat(20_000));
			case 3 -> json.append("{\"data\":[{\"F\":").append("9".repeat(2000)).append("}]}");
			default -> likely(json);
		}
		byte[] document = json.toString().getBytes(StandardCharsets.UTF_8);
		return switch (this.texts.random().nextInt(5)) {
			case 0 -> Arrays.copyOf(document, this.texts.random().nextInt(document.length + 1));
			case 1 -> spoilt(document);
			default -> document;
		};
	}

	private byte[] spoilt(byte[] document) {
		if (document.length > 0) {
			document[this.texts.random().nextInt(document.length)] = (byte) this.texts.random().nextInt(256);
		}
		return document;
	}

	private void likely(StringBuilder json) {
		String array = this.texts.oneOf(NAMES.subList(0, 6));
		json.append("{\"").append(array).append("\":[");
		int elements = this.texts.random().nextInt(4);
		for (int i = 0; i < elements; i++) {
			json.append((i > 0) ? "," : "");
			object(json, 3);
		}
		json.append(']');
		if (this.texts.random().nextBoolean()) {
			json.append(",\"info\":{\"more_records\":true,\"next_page_token\":\"" + MARKER + "\"}");
		}
		for (String name : SHOWN) {
			json.append(",\"").append(name).append("\":");
			value(json, 0, true);
		}
		if (this.texts.random().nextBoolean()) {
			json.append(",\"info\":");
			value(json, 2, false);
		}
		json.append('}');
	}

	private void object(StringBuilder json, int depth) {
		json.append('{');
		int members = this.texts.random().nextInt(6);
		for (int i = 0; i < members; i++) {
			String name = this.texts.oneOf(NAMES);
			json.append((i > 0) ? "," : "").append('"').append(name).append("\":");
			value(json, depth - 1, SHOWN.contains(name));
		}
		json.append('}');
	}

	private void value(StringBuilder json, int depth, boolean shown) {
		int kind = this.texts.random().nextInt((depth > 0 && !shown) ? 5 : 3);
		switch (kind) {
			case 0 -> json.append(this.texts.oneOf(SCALARS));
			case 1 -> json.append(shown ? "\"a\\nb\\u001b[2J\\u0000\"" : "\"" + MARKER + "\"");
			case 2 -> json.append('"').append(shown ? "x".repeat(2000) : MARKER + "\\\"\\\\\\u0001\\ud800").append('"');
			case 3 -> object(json, depth);
			default -> {
				json.append('[');
				value(json, depth - 1, false);
				json.append(',');
				value(json, depth - 1, false);
				json.append(']');
			}
		}
	}

}
