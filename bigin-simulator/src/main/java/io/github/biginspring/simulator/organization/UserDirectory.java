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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The users of an organisation with their profiles and roles. Guarded by its
 * {@link Organization}.
 */
final class UserDirectory {

	private final Map<String, User> users = new LinkedHashMap<>();

	private final Map<String, User> deleted = new LinkedHashMap<>();

	private final Set<String> unconfirmed = new HashSet<>();

	// of those whose role or profile was chosen, by the id of the user
	private final Map<String, Map<String, @Nullable Object>> chosenRoles = new HashMap<>();

	private final Map<String, Map<String, @Nullable Object>> chosenProfiles = new HashMap<>();

	private final List<Map<String, @Nullable Object>> profiles;

	private final List<Map<String, @Nullable Object>> roles;

	UserDirectory(IdSequence ids) {
		this.profiles = List.of(named("Administrator", ids), named("Standard", ids));
		this.roles = List.of(named("CEO", ids), named("Manager", ids));
		put(new User(ids.nextText(), "Patricia", "Boyle", "patricia.boyle@zylker.com", true, true));
	}

	/**
	 * No users yet.
	 * @param profiles what the users may do
	 * @param roles whom the users report to
	 */
	UserDirectory(List<Map<String, @Nullable Object>> profiles, List<Map<String, @Nullable Object>> roles) {
		this.profiles = List.copyOf(profiles);
		this.roles = List.copyOf(roles);
	}

	private static Map<String, @Nullable Object> named(String name, IdSequence ids) {
		Map<String, @Nullable Object> named = new LinkedHashMap<>();
		named.put("name", name);
		named.put("id", ids.nextText());
		return named;
	}

	void put(User user) {
		this.users.put(user.id(), user);
	}

	/**
	 * Add a user who has not accepted the invitation yet.
	 * @param user the user
	 */
	void invite(User user) {
		put(user);
		this.unconfirmed.add(user.id());
	}

	void chooseRole(User user, Map<String, @Nullable Object> role) {
		this.chosenRoles.put(user.id(), role);
	}

	void chooseProfile(User user, Map<String, @Nullable Object> profile) {
		this.chosenProfiles.put(user.id(), profile);
	}

	void remove(User user) {
		this.users.remove(user.id());
		this.deleted.put(user.id(), user);
	}

	@Nullable User find(String id) {
		return this.users.get(id);
	}

	/**
	 * A user by whom records can still be owned, or were written.
	 * @param id the id of the user
	 * @return the user, also one that was deleted, or {@code null}
	 */
	@Nullable User findAlsoDeleted(String id) {
		User user = find(id);
		return (user != null) ? user : this.deleted.get(id);
	}

	List<User> deleted() {
		return List.copyOf(this.deleted.values());
	}

	boolean isConfirmed(User user) {
		return !this.unconfirmed.contains(user.id());
	}

	boolean isAdministrator(Map<String, @Nullable Object> profile) {
		return profile.equals(this.profiles.get(0));
	}

	List<User> all() {
		return List.copyOf(this.users.values());
	}

	User current() {
		return this.users.values().iterator().next();
	}

	List<Map<String, @Nullable Object>> profiles() {
		return this.profiles;
	}

	List<Map<String, @Nullable Object>> roles() {
		return this.roles;
	}

	Map<String, @Nullable Object> profile(User user) {
		return this.chosenProfiles.getOrDefault(user.id(), this.profiles.get(user.administrator() ? 0 : 1));
	}

	Map<String, @Nullable Object> role(User user) {
		return this.chosenRoles.getOrDefault(user.id(), this.roles.get(user.administrator() ? 0 : 1));
	}

}
