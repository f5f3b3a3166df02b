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
 * The call of Bigin that changes the owner of records. It can throw a
 * {@link RefusedException}.
 *
 * @since 0.1.0
 */
public final class OwnerApi {

	private static final int GREATEST_CHANGE = 500;

	private static final Set<String> MODULES = Set.of("Contacts", "Accounts", "Pipelines", "Products", "Tasks",
			"Events", "Calls");

	private final Organization organization;

	/**
	 * The call on an organisation.
	 * @param organization the organisation
	 */
	public OwnerApi(Organization organization) {
		this.organization = organization;
	}

	/**
	 * Give records to another owner.
	 * @param module the API name of the module
	 * @param pathId the id of the record where the path names it, or {@code null}
	 * @param body the body of the call: {@code owner} with its {@code id}, and
	 * {@code ids} where the path names no record
	 * @return what became of each record
	 */
	public WriteReport change(String module, @Nullable String pathId, Map<String, @Nullable Object> body) {
		synchronized (this.organization) {
			RecordTable table = this.organization.table(module);
			if (!MODULES.contains(module)) {
				throw RefusedException.of("NOT_SUPPORTED", "the module does not support this action");
			}
			User owner = owner(body);
			List<String> ids = (pathId != null) ? List.of(pathId) : ids(body);
			WriteReport report = new WriteReport();
			for (String id : ids) {
				try {
					if (table.find(IdSequence.parse(id)) == null) {
						throw RefusedException.invalidData("the id given seems to be invalid").with("id", id);
					}
					new RecordWriter(this.organization).update(table, IdSequence.parse(id),
							Map.of("Owner", Map.of("id", owner.id())), "$", true);
					report.accept(new LinkedHashMap<>(Map.of("id", id)), "owner updated");
				}
				catch (RefusedException ex) {
					report.refuse(ex);
				}
			}
			return report;
		}
	}

	private User owner(Map<String, @Nullable Object> body) {
		if (!(body.get("owner") instanceof Map<?, ?> owner) || owner.get("id") == null) {
			throw RecordValidator.refuse("MANDATORY_NOT_FOUND", "required field not found", "id", "$.owner.id");
		}
		User user = this.organization.findUser(String.valueOf(owner.get("id")));
		if (user == null || !user.active()) {
			throw RecordValidator.refuse("INVALID_DATA", "the id given seems to be invalid", "id", "$.owner.id");
		}
		return user;
	}

	private static List<String> ids(Map<String, @Nullable Object> body) {
		if (!(body.get("ids") instanceof List<?> ids) || ids.isEmpty()) {
			throw RecordValidator.refuse("MANDATORY_NOT_FOUND", "required field not found", "ids", "$.ids");
		}
		if (ids.size() > GREATEST_CHANGE) {
			throw RefusedException.limitExceeded("ids", GREATEST_CHANGE);
		}
		return ids.stream().map(String::valueOf).toList();
	}

}
