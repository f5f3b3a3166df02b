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

package io.github.biginspring.metadata;

/**
 * The types of users that can be listed.
 *
 * @since 0.1.0
 */
public enum UserType {

	/**
	 * All users.
	 */
	ALL("AllUsers"),

	/**
	 * Those who are active.
	 */
	ACTIVE("ActiveUsers"),

	/**
	 * Administrators.
	 */
	ADMIN("AdminUsers"),

	/**
	 * The one behind the connection.
	 */
	CURRENT("CurrentUser"),

	/**
	 * Those who have accepted their invitation (as other clients report).
	 */
	CONFIRMED("ConfirmedUsers"),

	/**
	 * Those who have not accepted their invitation (as other clients report).
	 */
	NOT_CONFIRMED("NotConfirmedUsers"),

	/**
	 * Those who are no longer active (as other clients report).
	 */
	DEACTIVATED("DeactiveUsers"),

	/**
	 * Those who were deleted (as other clients report).
	 */
	DELETED("DeletedUsers"),

	/**
	 * Those who are active and have accepted their invitation (as other clients report).
	 */
	ACTIVE_CONFIRMED("ActiveConfirmedUsers"),

	/**
	 * Administrators who are active and have accepted their invitation (as other clients
	 * report).
	 */
	ACTIVE_CONFIRMED_ADMIN("ActiveConfirmedAdmins");

	private final String parameter;

	UserType(String parameter) {
		this.parameter = parameter;
	}

	/**
	 * Return the name on the wire.
	 * @return such as {@code ActiveUsers}
	 */
	public String parameter() {
		return this.parameter;
	}

	/**
	 * Return the type with the given name on the wire.
	 * @param parameter such as {@code ActiveUsers}
	 * @return the type
	 * @throws IllegalArgumentException if there is none
	 */
	public static UserType of(String parameter) {
		for (UserType type : values()) {
			if (type.parameter.equals(parameter)) {
				return type;
			}
		}
		throw new IllegalArgumentException("Not a type of users: '" + parameter + "'. For instance: AllUsers,"
				+ " ActiveUsers, AdminUsers, CurrentUser");
	}

}
