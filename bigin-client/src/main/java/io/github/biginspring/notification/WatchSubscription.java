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
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

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
	 * @param channelExpiry when the channel expires, or {@code null}
	 * @param resourceUri the URI of the module, or {@code null}; of version 1 of the API
	 * (recorded from the live API)
	 * @param resourceId the id of the module, or {@code null}
	 * @param resourceName the API name of the module, or {@code null}
	 * @param channelId the id of the channel, or {@code null}
	 * @since 0.1.0
	 */
	@JsonNaming(SnakeCaseStrategy.class)
	public record ChannelEvent(@Nullable OffsetDateTime channelExpiry, @Nullable String resourceUri,
			@Nullable String resourceId, @Nullable String resourceName, @Nullable String channelId) {

	}

}
