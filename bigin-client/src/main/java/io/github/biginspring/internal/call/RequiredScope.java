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
package io.github.biginspring.internal.call;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * The OAuth scope that a call needs, by Bigin's documentation. Where several are needed,
 * they are separated by commas, as in a request for them.
 */
final class RequiredScope {

	private static final String API = "/bigin/v2/";

	// what belongs to a record, and has scopes beside those of the record's module
	private static final Set<String> OF_RECORDS = Set.of("Attachments", "Notes");

	private RequiredScope() {
	}

	static @Nullable String of(BiginCall<?> call) {
		String path = call.pathTemplate();
		if (call.target() == CallTarget.CONTROL) {
			return null;
		}
		String verb = verb(call.method());
		if (path.startsWith("/bigin/bulk/")) {
			return "ZohoBigin.bulk." + verb;
		}
		if (!path.startsWith(API)) {
			return null;
		}
		String[] segments = path.substring(API.length()).split("/");
		return switch (segments[0]) {
			case "coql" -> "ZohoBigin.coql.READ," + records(call.module(), "READ");
			case "settings" -> (segments.length > 1) ? "ZohoBigin.settings." + segments[1] + "." + verb : null;
			case "users" -> "ZohoBigin.users." + verb;
			case "org" -> "ZohoBigin.org." + verb;
			case "files" -> "ZohoBigin.Files." + verb;
			case "actions" -> path.endsWith("/watch") ? "ZohoBigin.notifications." + verb : null;
			default -> ofRecords(call, segments, verb);
		};
	}

	private static String ofRecords(BiginCall<?> call, String[] segments, String verb) {
		String module = call.module();
		String last = segments[segments.length - 1];
		String related = related(call, segments);
		if (OF_RECORDS.contains(related)) {
			return records(related, verb) + "," + records(module, verb);
		}
		return switch (last) {
			case "search" -> "ZohoSearch.securesearch.READ," + records(module, "READ");
			case "upsert" -> records(module, "CREATE") + "," + records(module, "UPDATE");
			case "change_owner" -> "ZohoBigin.change_owner.CREATE";
			case "send_mail" -> "ZohoBigin.send_mail.all.CREATE";
			// the documentation names no one verb for them
			case "add_tags", "remove_tags", "photo" -> records(module, "ALL");
			default -> records(module, verb);
		};
	}

	// a related list has a name in the path, or is one of the variables
	private static String related(BiginCall<?> call, String[] segments) {
		if (segments.length < 3) {
			return "";
		}
		int variable = 0;
		for (int i = 0; i < 2; i++) {
			variable += segments[i].startsWith("{") ? 1 : 0;
		}
		return segments[2].startsWith("{") ? call.pathVariables().get(variable).value() : segments[2];
	}

	private static String records(@Nullable String module, String verb) {
		return "ZohoBigin.modules." + ((module != null) ? module.toLowerCase(Locale.ROOT) : "{module}") + "." + verb;
	}

	private static String verb(HttpMethod method) {
		return switch (method.name()) {
			case "GET", "HEAD" -> "READ";
			case "POST" -> "CREATE";
			case "DELETE" -> "DELETE";
			default -> "UPDATE";
		};
	}

}
