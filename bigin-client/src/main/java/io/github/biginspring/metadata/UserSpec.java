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

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.util.Assert;

import io.github.biginspring.internal.UnsendableValueException;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.mail.MailAddress;

/**
 * The values of a user: all of them for a new user, or those to change in an existing
 * one. Immutable; each step returns a copy. {@link #toString()} hides the values, which
 * are personal.
 *
 * <pre class="code">
 * UserSpec user = UserSpec.empty()
 *     .firstName("Ada")
 *     .lastName("Lovelace")
 *     .email("ada@zylker.com")
 *     .role(roleId)
 *     .profile(profileId);
 * </pre>
 *
 * @since 0.1.0
 */
public final class UserSpec {

	private static final UserSpec EMPTY = new UserSpec(Map.of());

	private final Map<String, String> attributes;

	private UserSpec(Map<String, String> attributes) {
		this.attributes = Collections.unmodifiableMap(attributes);
	}

	/**
	 * Start with nothing.
	 * @return a specification without values
	 */
	public static UserSpec empty() {
		return EMPTY;
	}

	/**
	 * Set the first name.
	 * @param firstName the first name
	 * @return a copy
	 * @throws IllegalArgumentException if it is empty, or cannot be sent
	 */
	public UserSpec firstName(String firstName) {
		return with("first_name", checkedName("firstName", firstName));
	}

	/**
	 * Set the last name.
	 * @param lastName the last name
	 * @return a copy
	 * @throws IllegalArgumentException if it is empty, or cannot be sent
	 */
	public UserSpec lastName(String lastName) {
		return with("last_name", checkedName("lastName", lastName));
	}

	/**
	 * Set the email address, by which the user logs in.
	 * @param email the address, which no other user has
	 * @return a copy
	 * @throws IllegalArgumentException if it cannot be an email address
	 */
	public UserSpec email(String email) {
		Assert.notNull(email, "'email' must not be null");
		UnsendableValueException.check("email", email);
		return with("email", MailAddress.of(email).email());
	}

	/**
	 * Set the role, one of {@link MetadataOperations#roles()}.
	 * @param id the id of the role, digits as text
	 * @return a copy
	 * @throws IllegalArgumentException if that cannot be an id
	 */
	public UserSpec role(String id) {
		return with("role", UriVariable.recordId(id).value());
	}

	/**
	 * Set the profile, one of {@link MetadataOperations#profiles()}, which says what the
	 * user may do.
	 * @param id the id of the profile, digits as text
	 * @return a copy
	 * @throws IllegalArgumentException if that cannot be an id
	 */
	public UserSpec profile(String id) {
		return with("profile", UriVariable.recordId(id).value());
	}

	private UserSpec with(String name, String value) {
		Map<String, String> attributes = new LinkedHashMap<>(this.attributes);
		attributes.put(name, value);
		return new UserSpec(attributes);
	}

	private static String checkedName(String parameter, String name) {
		Assert.hasText(name, () -> "'" + parameter + "' must not be null or empty");
		Assert.isTrue(name.chars().noneMatch(Character::isISOControl),
				() -> "'" + parameter + "' must hold no line break and no other control character");
		UnsendableValueException.check(parameter, name);
		return name;
	}

	/**
	 * Return what was set, by the names of the service.
	 * @return the values, unmodifiable
	 */
	public Map<String, String> attributes() {
		return this.attributes;
	}

	@Override
	public String toString() {
		return "UserSpec" + this.attributes.keySet();
	}

}
