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
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A user of an organisation.
 *
 * @param id the id, 19 digits
 * @param firstName the given name
 * @param lastName the family name
 * @param email the address, which is also the login
 * @param administrator whether the user has the profile of an administrator
 * @param active whether the user can log in
 * @since 0.1.0
 */
public record User(String id, String firstName, String lastName, String email, boolean administrator, boolean active) {

	/**
	 * The name that is shown.
	 * @return first and last name
	 */
	public String fullName() {
		return this.firstName + " " + this.lastName;
	}

	Map<String, @Nullable Object> toReference(boolean withEmail) {
		Map<String, @Nullable Object> reference = new LinkedHashMap<>();
		reference.put("name", fullName());
		reference.put("id", this.id);
		if (withEmail) {
			reference.put("email", this.email);
		}
		return reference;
	}

	String zuid() {
		return Integer.toString(this.id.hashCode() & Integer.MAX_VALUE);
	}

}
