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

package io.github.biginspring.connection;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A connection at Maton.
 * <p>
 * The {@code url} carries a session token: whoever has it can finish the authorisation.
 * It is therefore neither in {@link #toString()} nor in the JSON that this object is
 * written as. Show it to the one user who is to open it, and never log it.
 *
 * @param connectionId the id
 * @param status how it stands
 * @param creationTime when it was made
 * @param lastUpdatedTime when it last changed
 * @param url where its user finishes the authorisation in a browser, a secret
 * @param app the app that it connects to, {@code zoho-bigin}
 * @param method how it authorises, such as {@code OAUTH2}, or {@code null}
 * @param metadata what else Maton keeps of it
 * @since 0.1.0
 */
@JsonNaming(SnakeCaseStrategy.class)
public record MatonConnection(String connectionId, ConnectionStatus status, @Nullable OffsetDateTime creationTime,
		@Nullable OffsetDateTime lastUpdatedTime, @JsonProperty(access = Access.WRITE_ONLY) @Nullable URI url,
		@Nullable String app, @Nullable String method, @Nullable Map<String, @Nullable Object> metadata) {

	/**
	 * Whether calls can be made on it.
	 * @return {@code true} if its status is {@link ConnectionStatus#ACTIVE}
	 */
	@JsonIgnore
	public boolean isActive() {
		return ConnectionStatus.ACTIVE.equals(this.status);
	}

	@Override
	public String toString() {
		return "MatonConnection[connectionId=" + this.connectionId + ", status=" + this.status + ", app=" + this.app
				+ "]";
	}

}
