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
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The calls of Bigin for mails, which are not sent to anybody. Each can throw a
 * {@link RefusedException}.
 *
 * @since 0.1.0
 */
public final class MailApi {

	private static final Set<String> MODULES = Set.of("Contacts", "Accounts", "Pipelines");

	private static final Set<String> FORMATS = Set.of("html", "text");

	private final Organization organization;

	/**
	 * The calls on an organisation.
	 * @param organization the organisation
	 */
	public MailApi(Organization organization) {
		this.organization = organization;
	}

	/**
	 * Send mails.
	 * @param module the API name of the module
	 * @param id the id of the record
	 * @param body the body of the call: {@code data}
	 * @return what became of each
	 */
	public WriteReport send(String module, String id, Map<String, @Nullable Object> body) {
		synchronized (this.organization) {
			RecordTable table = this.organization.table(module);
			if (!MODULES.contains(module)) {
				throw RefusedException.of("NOT_SUPPORTED", "the module does not support this action");
			}
			table.require(id);
			return new WriteBody(body).each((sent, report) -> {
				String path = "$.data[" + report.entries().size() + "]";
				String sender = address(sent.get("from"), "from", path);
				if (this.organization.users().stream().noneMatch((user) -> user.email().equalsIgnoreCase(sender))) {
					throw RecordValidator.refuse("INVALID_DATA", "the from address is not allowed", "from",
							path + ".from");
				}
				addresses(sent, "to", path, true);
				addresses(sent, "cc", path, false);
				addresses(sent, "bcc", path, false);
				Object format = sent.get("mail_format");
				if (format != null && !FORMATS.contains(format)) {
					throw RecordValidator.refuse("INVALID_DATA", "invalid data", "mail_format", path + ".mail_format");
				}
				Map<String, @Nullable Object> details = new LinkedHashMap<>();
				details.put("message_id", this.organization.nextId());
				report.accept(details, "Your mail has been sent successfully.");
			});
		}
	}

	/**
	 * The addresses that mails can be sent from: those of the active users.
	 * @return an entry for each
	 */
	public List<Map<String, @Nullable Object>> senders() {
		synchronized (this.organization) {
			String current = this.organization.currentUser().id();
			return this.organization.users().stream().filter(User::active).map((user) -> {
				Map<String, @Nullable Object> entry = new LinkedHashMap<>();
				entry.put("email", user.email());
				entry.put("type", "primary");
				entry.put("id", user.id());
				entry.put("user_name", user.fullName());
				entry.put("default", user.id().equals(current));
				return entry;
			}).toList();
		}
	}

	private static void addresses(Map<?, ?> sent, String field, String path, boolean required) {
		Object value = sent.get(field);
		if (value == null && !required) {
			return;
		}
		if (!(value instanceof List<?> list) || list.isEmpty()) {
			throw RecordValidator.refuse("MANDATORY_NOT_FOUND", "required field not found", field, path + "." + field);
		}
		for (int i = 0; i < list.size(); i++) {
			address(list.get(i), field + "[" + i + "]", path);
		}
	}

	private static String address(@Nullable Object value, String field, String path) {
		if (!(value instanceof Map<?, ?> address) || address.get("email") == null) {
			throw RecordValidator.refuse("MANDATORY_NOT_FOUND", "required field not found", "email",
					path + "." + field + ".email");
		}
		String email = String.valueOf(address.get("email"));
		if (!RecordValidator.isEmail(email)) {
			throw RecordValidator.refuse("INVALID_DATA", "invalid data", "email", path + "." + field + ".email");
		}
		return email;
	}

}
