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
 * The calls of Bigin to add, change and delete users. Each can throw a
 * {@link RefusedException}.
 *
 * @since 0.1.0
 */
public final class UserWriteApi {

	private static final String USERS = "users";

	private static final List<String> REQUIRED = List.of("last_name", "first_name", "email", "role", "profile");

	private final Organization organization;

	/**
	 * The calls on an organisation.
	 * @param organization the organisation
	 */
	public UserWriteApi(Organization organization) {
		this.organization = organization;
	}

	/**
	 * Add a user, who has yet to confirm it.
	 * @param body the body of the call: {@code users} with one user
	 * @return what became of the user
	 */
	public WriteReport add(Map<String, @Nullable Object> body) {
		synchronized (this.organization) {
			return one(body).each((sent, report) -> {
				for (String name : REQUIRED) {
					if (isEmpty(sent.get(name))) {
						throw refuse("MANDATORY_NOT_FOUND", "required field not found", name);
					}
				}
				User user = changed(new User(this.organization.nextId(), "", "", "", false, true), sent);
				this.organization.directory().invite(user);
				choose(user, sent);
				report.accept(details(user.id()), "User added");
			});
		}
	}

	/**
	 * Change a user.
	 * @param id the id of the user
	 * @param body the body of the call: {@code users} with what changes
	 * @return what became of the user
	 */
	public WriteReport change(String id, Map<String, @Nullable Object> body) {
		synchronized (this.organization) {
			return one(body).each((sent, report) -> {
				User user = changed(known(id), sent);
				this.organization.addUser(user);
				choose(user, sent);
				report.accept(details(id), "User updated");
			});
		}
	}

	/**
	 * Delete a user. What the user owns stays.
	 * @param id the id of the user
	 * @return what became of the user
	 */
	public WriteReport delete(String id) {
		synchronized (this.organization) {
			WriteReport report = new WriteReport();
			try {
				User user = known(id);
				if (user.equals(this.organization.currentUser())) {
					throw RefusedException.of("CANNOT_PERFORM_ACTION", "you cannot delete yourself").with("id", id);
				}
				this.organization.directory().remove(user);
				report.accept(details(id), "User deleted");
			}
			catch (RefusedException ex) {
				report.refuse(ex);
			}
			return report;
		}
	}

	private static WriteBody one(Map<String, @Nullable Object> body) {
		if (body.get(USERS) instanceof List<?> users && users.size() > 1) {
			throw RecordValidator.refuse("INVALID_DATA", "invalid data", USERS, "$." + USERS).with("maximum_length", 1);
		}
		return new WriteBody(body, USERS);
	}

	private User changed(User user, Map<?, ?> sent) {
		String email = text(sent, "email", user.email());
		if (!RecordValidator.isEmail(email)) {
			throw refuse("INVALID_DATA", "invalid data", "email");
		}
		for (User other : this.organization.users()) {
			if (!other.id().equals(user.id()) && other.email().equalsIgnoreCase(email)) {
				throw refuse("DUPLICATE_DATA", "duplicate data", "email").with("id", other.id());
			}
		}
		Map<String, @Nullable Object> profile = one(sent, "profile", this.organization.directory().profiles());
		one(sent, "role", this.organization.directory().roles());
		return new User(user.id(), text(sent, "first_name", user.firstName()), text(sent, "last_name", user.lastName()),
				email,
				(profile != null) ? this.organization.directory().isAdministrator(profile) : user.administrator(),
				user.active());
	}

	private void choose(User user, Map<?, ?> sent) {
		UserDirectory directory = this.organization.directory();
		Map<String, @Nullable Object> role = one(sent, "role", directory.roles());
		if (role != null) {
			directory.chooseRole(user, role);
		}
		Map<String, @Nullable Object> profile = one(sent, "profile", directory.profiles());
		if (profile != null) {
			directory.chooseProfile(user, profile);
		}
	}

	/**
	 * The role or profile that is named, by its id or by a reference.
	 */
	private static @Nullable Map<String, @Nullable Object> one(Map<?, ?> sent, String name,
			List<Map<String, @Nullable Object>> all) {
		if (!sent.containsKey(name)) {
			return null;
		}
		Object given = (sent.get(name) instanceof Map<?, ?> reference) ? reference.get("id") : sent.get(name);
		String id = IdSequence.text(given);
		return all.stream()
			.filter((entry) -> id != null && id.equals(entry.get("id")))
			.findFirst()
			.orElseThrow(() -> refuse("INVALID_DATA", "the id given seems to be invalid", name));
	}

	private static String text(Map<?, ?> sent, String name, String before) {
		if (!sent.containsKey(name)) {
			return before;
		}
		if (!(sent.get(name) instanceof String text) || isEmpty(text)) {
			throw refuse("INVALID_DATA", "invalid data", name).with("expected_data_type", "string");
		}
		return text;
	}

	private static boolean isEmpty(@Nullable Object value) {
		return value == null || value instanceof String text && text.isBlank();
	}

	private User known(String id) {
		User user = this.organization.findUser(id);
		if (user == null) {
			throw RefusedException.invalidData("the id given seems to be invalid").with("id", id);
		}
		return user;
	}

	private static RefusedException refuse(String code, String message, String name) {
		return RecordValidator.refuse(code, message, name, "$.users[0]." + name);
	}

	private static Map<String, @Nullable Object> details(String id) {
		return new LinkedHashMap<>(Map.of("id", id));
	}

}
