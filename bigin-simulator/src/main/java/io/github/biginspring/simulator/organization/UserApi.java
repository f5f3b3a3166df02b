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
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The calls of Bigin for users. Each can throw a {@link RefusedException}.
 *
 * @since 0.1.0
 */
public final class UserApi {

	private static final String DELETED = "DeletedUsers";

	private final Organization organization;

	UserApi(Organization organization) {
		this.organization = organization;
	}

	/**
	 * A page of the users.
	 * @param parameters the parameters of the call
	 * @return the page
	 */
	public Page list(Parameters parameters) {
		synchronized (this.organization) {
			int perPage = RecordList.perPage(parameters, this.organization.pageLimits());
			int page = parameters.positive("page", 1);
			String type = parameters.get("type", "AllUsers");
			List<User> users = DELETED.equals(type) ? this.organization.directory().deleted()
					: this.organization.users();
			List<Map<String, @Nullable Object>> matching = users.stream()
				.filter(ofType(type))
				.map(this::entry)
				.toList();
			int start = (int) Math.min(matching.size(), (page - 1L) * perPage);
			int end = Math.min(matching.size(), start + perPage);
			return new Page(matching.subList(start, end), Page.info(perPage, end - start, page, end < matching.size()));
		}
	}

	/**
	 * One user.
	 * @param id the id of the user; one that does not fit in 64 bits stands for the
	 * current user
	 * @return the user, or {@code null} where there is none
	 */
	public @Nullable Map<String, @Nullable Object> get(String id) {
		synchronized (this.organization) {
			User user = (IdSequence.parse(id) >= 0) ? this.organization.findUser(id) : this.organization.currentUser();
			return (user != null) ? entry(user) : null;
		}
	}

	private boolean isConfirmed(User user) {
		return this.organization.directory().isConfirmed(user);
	}

	private String status(User user) {
		if (this.organization.findUser(user.id()) == null) {
			return "deleted";
		}
		return user.active() ? "active" : "disabled";
	}

	private Predicate<User> ofType(String type) {
		String currentUser = this.organization.currentUser().id();
		return switch (type) {
			case "AllUsers", DELETED -> (user) -> true;
			case "ConfirmedUsers" -> this::isConfirmed;
			case "NotConfirmedUsers" -> (user) -> !isConfirmed(user);
			case "ActiveUsers" -> User::active;
			case "ActiveConfirmedUsers" -> (user) -> user.active() && isConfirmed(user);
			case "DeactiveUsers" -> (user) -> !user.active();
			case "AdminUsers" -> User::administrator;
			case "ActiveConfirmedAdmins" -> (user) -> user.active() && user.administrator() && isConfirmed(user);
			case "CurrentUser" -> (user) -> user.id().equals(currentUser);
			default -> throw RefusedException.invalidParameter("type");
		};
	}

	private Map<String, @Nullable Object> entry(User user) {
		Map<String, @Nullable Object> entry = RecordedEntry.user();
		Map<String, @Nullable Object> creator = this.organization.currentUser().toReference(false);
		entry.put("created_by", creator);
		entry.put("Modified_By", creator);
		entry.put("offset",
				this.organization.zone().getRules().getOffset(this.organization.now()).getTotalSeconds() * 1000);
		entry.put("id", user.id());
		entry.put("full_name", user.fullName());
		entry.put("first_name", user.firstName());
		entry.put("last_name", user.lastName());
		entry.put("email", user.email());
		entry.put("role", this.organization.directory().role(user));
		entry.put("profile", this.organization.directory().profile(user));
		entry.put("status", status(user));
		entry.put("confirm", isConfirmed(user));
		entry.put("time_zone", this.organization.zoneName());
		entry.put("zuid", user.zuid());
		entry.put("created_time", this.organization.created());
		entry.put("Modified_Time", this.organization.created());
		return entry;
	}

}
