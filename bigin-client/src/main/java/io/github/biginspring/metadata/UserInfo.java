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

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import io.github.biginspring.model.Lookup;

/**
 * A user of the organisation.
 *
 * @param id the user's id, digits as text
 * @param fullName the whole name
 * @param firstName the first name
 * @param lastName the last name
 * @param email the email address
 * @param role the user's role
 * @param profile the user's profile, which says what the user may do
 * @param status such as {@code active}
 * @param timeZone the time zone's name
 * @param zuid the user's id at Zoho, digits as text
 * @param createdTime when the user was added
 * @param modifiedTime when the user was last changed
 * @since 0.1.0
 */
@JsonNaming(SnakeCaseStrategy.class)
public record UserInfo(String id, @Nullable String fullName, @Nullable String firstName, @Nullable String lastName,
		@Nullable String email, @Nullable Lookup role, @Nullable Lookup profile, @Nullable String status,
		@Nullable String timeZone, @Nullable String zuid, @Nullable OffsetDateTime createdTime,
		@JsonProperty("Modified_Time") @Nullable OffsetDateTime modifiedTime) {

	@Override
	public String toString() {
		return "UserInfo[id=" + this.id + ", status=" + this.status + "]";
	}

}
