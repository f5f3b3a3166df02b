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
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.ServiceInfo;

/**
 * A channel that is subscribed to, as Bigin confirms it.
 *
 * @param channelId the id of the channel
 * @param events one for each module that is watched, empty where Bigin does not say
 * @since 0.1.0
 */
public record WatchSubscription(String channelId, List<ChannelEvent> events) {

	/**
	 * Create a subscription.
	 * @param channelId the id of the channel
	 * @param events one for each module that is watched
	 */
	public WatchSubscription {
		events = List.copyOf(events);
	}

	/**
	 * Return when the channel expires, unless it is renewed.
	 * @return the earliest time that Bigin gave, or {@code null} where it gave none
	 */
	public @Nullable Instant expiresAt() {
		return this.events.stream()
			.map(ChannelEvent::channelExpiry)
			.filter(Objects::nonNull)
			.map(OffsetDateTime::toInstant)
			.min(Instant::compareTo)
			.orElse(null);
	}

	/**
	 * A module that is watched.
	 *
	 * @since 0.1.0
	 */
	public static final class ChannelEvent extends ServiceInfo {

		private ChannelEvent(Map<String, ? extends @Nullable Object> attributes) {
			super(attributes);
		}

		/**
		 * Create the description of a module that is watched.
		 * @param attributes what the service says, by its names
		 * @return the description
		 */
		@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
		public static ChannelEvent of(Map<String, ? extends @Nullable Object> attributes) {
			return new ChannelEvent(attributes);
		}

		/**
		 * Return when the channel expires.
		 * @return the value, or {@code null}
		 */
		public @Nullable OffsetDateTime channelExpiry() {
			return dateTime("channel_expiry");
		}

		/**
		 * Return the URI of the module, of version 1 of the API (recorded from the live
		 * API).
		 * @return the value, or {@code null}
		 */
		public @Nullable String resourceUri() {
			return text("resource_uri");
		}

		/**
		 * Return the id of the module.
		 * @return the value, or {@code null}
		 */
		public @Nullable String resourceId() {
			return text("resource_id");
		}

		/**
		 * Return the API name of the module.
		 * @return the value, or {@code null}
		 */
		public @Nullable String resourceName() {
			return text("resource_name");
		}

		/**
		 * Return the id of the channel.
		 * @return the value, or {@code null}
		 */
		public @Nullable String channelId() {
			return text("channel_id");
		}

		@Override
		public String toString() {
			return describe("channel_id", "resource_name", "channel_expiry");
		}

	}

}
