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
 * The users of an organisation with their profiles and roles. Guarded by its
 * {@link Organization}.
 */
final class UserDirectory {

	private final Map<String, User> users = new LinkedHashMap<>();

	private final List<Map<String, @Nullable Object>> profiles;

	private final List<Map<String, @Nullable Object>> roles;

	UserDirectory(IdSequence ids) {
		this.profiles = List.of(named("Administrator", ids), named("Standard", ids));
		this.roles = List.of(named("CEO", ids), named("Manager", ids));
		put(new User(ids.nextText(), "Patricia", "Boyle", "patricia.boyle@zylker.com", true, true));
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

	@Nullable User find(String id) {
		return this.users.get(id);
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
		return this.profiles.get(user.administrator() ? 0 : 1);
	}

	Map<String, @Nullable Object> role(User user) {
		return this.roles.get(user.administrator() ? 0 : 1);
	}

}
