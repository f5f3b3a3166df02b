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

package io.github.biginspring.notification;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.internal.UnmodifiableJson;

/**
 * A notification of a change, by analogy with Zoho CRM: it has the module, the ids of the
 * records and the operation, but not their values. Read those by their ids.
 * <p>
 * A notification can come late, twice, or, which the token does not prevent, once more
 * from somebody who has seen it: take it as a hint to look, not as the news itself.
 * <p>
 * Equal to another that says the same, whatever its body looks like. A test makes one by
 * {@link #builder(String)}.
 *
 * @since 0.1.0
 */
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE)
public final class BiginNotification {

	/**
	 * The {@link #operation()} of records that were created.
	 */
	public static final String INSERT = "insert";

	/**
	 * The {@link #operation()} of records that were changed.
	 */
	public static final String UPDATE = "update";

	/**
	 * The {@link #operation()} of records that were deleted.
	 */
	public static final String DELETE = "delete";

	static final String TOKEN = "token";

	private final String channelId;

	private final @Nullable String module;

	private final @Nullable String operation;

	private final List<String> ids;

	private final List<String> affectedFields;

	private final @Nullable Instant serverTime;

	private final @Nullable String resourceUri;

	private final Map<String, @Nullable Object> further;

	@JsonIgnore
	private final byte[] body;

	private BiginNotification(Builder builder) {
		this.channelId = builder.channelId;
		this.module = builder.module;
		this.operation = builder.operation;
		this.ids = builder.ids;
		this.affectedFields = builder.affectedFields;
		this.serverTime = builder.serverTime;
		this.resourceUri = builder.resourceUri;
		this.further = builder.further;
		this.body = builder.body;
	}

	/**
	 * Start a notification.
	 * @param channelId the id of the channel
	 * @return a builder
	 */
	public static Builder builder(String channelId) {
		return new Builder(channelId);
	}

	/**
	 * Return the id of the channel.
	 * @return the id, empty where Bigin gives none
	 */
	public String channelId() {
		return this.channelId;
	}

	/**
	 * Return the API name of the module.
	 * @return the name, or {@code null} where Bigin does not say
	 */
	public @Nullable String module() {
		return this.module;
	}

	/**
	 * Return what was done.
	 * @return the operation, such as {@value #INSERT}, or {@code null}
	 */
	public @Nullable String operation() {
		return this.operation;
	}

	/**
	 * Return the ids of the records.
	 * @return the ids, digits as text, unmodifiable
	 */
	public List<String> ids() {
		return this.ids;
	}

	/**
	 * Return the API names of the fields that were changed.
	 * @return the names, unmodifiable, empty where Bigin does not say
	 */
	public List<String> affectedFields() {
		return this.affectedFields;
	}

	/**
	 * Return when it was sent.
	 * @return the time, or {@code null}
	 */
	public @Nullable Instant serverTime() {
		return this.serverTime;
	}

	/**
	 * Return the URI of the module.
	 * @return the URI, or {@code null}
	 */
	public @Nullable String resourceUri() {
		return this.resourceUri;
	}

	/**
	 * Return what else Bigin said.
	 * @return the values by name, without the token, unmodifiable
	 */
	public Map<String, @Nullable Object> further() {
		return this.further;
	}

	/**
	 * Return the body as received. It contains the token: never log it.
	 * @return a copy of the bytes
	 */
	public byte[] body() {
		return this.body.clone();
	}

	private List<@Nullable Object> values() {
		return Arrays.asList(this.channelId, this.module, this.operation, this.ids, this.affectedFields,
				this.serverTime, this.resourceUri, this.further);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BiginNotification notification && values().equals(notification.values());
	}

	@Override
	public int hashCode() {
		return values().hashCode();
	}

	@Override
	public String toString() {
		return "BiginNotification[channelId=" + this.channelId + ", module=" + this.module + ", operation="
				+ this.operation + ", ids=" + this.ids + "]";
	}

	/**
	 * Builds a {@link BiginNotification}.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private final String channelId;

		private @Nullable String module;

		private @Nullable String operation;

		private List<String> ids = List.of();

		private List<String> affectedFields = List.of();

		private @Nullable Instant serverTime;

		private @Nullable String resourceUri;

		private Map<String, @Nullable Object> further = Map.of();

		private byte[] body = new byte[0];

		private Builder(String channelId) {
			Assert.notNull(channelId, "'channelId' must not be null");
			this.channelId = channelId;
		}

		/**
		 * Set the module.
		 * @param module its API name, or {@code null}
		 * @return this builder
		 */
		public Builder module(@Nullable String module) {
			this.module = module;
			return this;
		}

		/**
		 * Set what was done.
		 * @param operation the operation, such as {@value BiginNotification#INSERT}, or
		 * {@code null}
		 * @return this builder
		 */
		public Builder operation(@Nullable String operation) {
			this.operation = operation;
			return this;
		}

		/**
		 * Set the ids of the records.
		 * @param ids the ids, digits as text
		 * @return this builder
		 */
		public Builder ids(Collection<String> ids) {
			Assert.notNull(ids, "'ids' must not be null");
			Assert.noNullElements(ids, "'ids' must not contain null");
			this.ids = List.copyOf(ids);
			return this;
		}

		/**
		 * Set the fields that were changed.
		 * @param affectedFields their API names
		 * @return this builder
		 */
		public Builder affectedFields(Collection<String> affectedFields) {
			Assert.notNull(affectedFields, "'affectedFields' must not be null");
			Assert.noNullElements(affectedFields, "'affectedFields' must not contain null");
			this.affectedFields = List.copyOf(affectedFields);
			return this;
		}

		/**
		 * Set when it was sent.
		 * @param serverTime the time, or {@code null}
		 * @return this builder
		 */
		public Builder serverTime(@Nullable Instant serverTime) {
			this.serverTime = serverTime;
			return this;
		}

		/**
		 * Set the URI of the module.
		 * @param resourceUri the URI, or {@code null}
		 * @return this builder
		 */
		public Builder resourceUri(@Nullable String resourceUri) {
			this.resourceUri = resourceUri;
			return this;
		}

		/**
		 * Set what else Bigin said.
		 * @param further the values by name, as they stand in JSON; a token is left out
		 * @return this builder
		 */
		public Builder further(Map<String, ? extends @Nullable Object> further) {
			Assert.notNull(further, "'further' must not be null");
			Map<String, @Nullable Object> shown = new LinkedHashMap<>(further);
			shown.remove(TOKEN);
			this.further = UnmodifiableJson.copyOf(shown);
			return this;
		}

		/**
		 * Set the body.
		 * @param body the body as received
		 * @return this builder
		 */
		public Builder body(byte[] body) {
			Assert.notNull(body, "'body' must not be null");
			this.body = body.clone();
			return this;
		}

		/**
		 * Build the notification.
		 * @return the notification
		 */
		public BiginNotification build() {
			return new BiginNotification(this);
		}

	}

}
