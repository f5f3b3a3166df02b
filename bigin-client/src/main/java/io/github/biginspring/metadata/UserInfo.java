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

import java.time.OffsetDateTime;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.Lookup;
import io.github.biginspring.model.ServiceInfo;

/**
 * A user of the organisation.
 *
 * @since 0.1.0
 */
public final class UserInfo extends ServiceInfo {

	private UserInfo(Map<String, ? extends @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * Create the description of a user.
	 * @param attributes what the service says, by its names
	 * @return the description
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static UserInfo of(Map<String, ? extends @Nullable Object> attributes) {
		return new UserInfo(attributes);
	}

	/**
	 * Return the user's id, digits as text.
	 * @return the value, empty where the service gives none
	 */
	public String id() {
		return textOrEmpty("id");
	}

	/**
	 * Return the whole name.
	 * @return the value, or {@code null}
	 */
	public @Nullable String fullName() {
		return text("full_name");
	}

	/**
	 * Return the first name.
	 * @return the value, or {@code null}
	 */
	public @Nullable String firstName() {
		return text("first_name");
	}

	/**
	 * Return the last name.
	 * @return the value, or {@code null}
	 */
	public @Nullable String lastName() {
		return text("last_name");
	}

	/**
	 * Return the email address.
	 * @return the value, or {@code null}
	 */
	public @Nullable String email() {
		return text("email");
	}

	/**
	 * Return the user's role.
	 * @return the value, or {@code null}
	 */
	public @Nullable Lookup role() {
		return lookup("role");
	}

	/**
	 * Return the user's profile, which says what the user may do.
	 * @return the value, or {@code null}
	 */
	public @Nullable Lookup profile() {
		return lookup("profile");
	}

	/**
	 * Return how the user stands, such as {@code active}.
	 * @return the value, or {@code null}
	 */
	public @Nullable String status() {
		return text("status");
	}

	/**
	 * Return the time zone's name.
	 * @return the value, or {@code null}
	 */
	public @Nullable String timeZone() {
		return text("time_zone");
	}

	/**
	 * Return the user's id at Zoho, digits as text.
	 * @return the value, or {@code null}
	 */
	public @Nullable String zuid() {
		return text("zuid");
	}

	/**
	 * Return when the user was added.
	 * @return the value, or {@code null}
	 */
	public @Nullable OffsetDateTime createdTime() {
		return dateTime("created_time");
	}

	/**
	 * Return when the user was last changed.
	 * @return the value, or {@code null}
	 */
	public @Nullable OffsetDateTime modifiedTime() {
		return dateTime("Modified_Time");
	}

	@Override
	public String toString() {
		return describe("id", "status");
	}

}
