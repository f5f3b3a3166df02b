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

import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A channel as Bigin lists it. Neither the token nor the URL, which can hold a secret, is
 * in {@link #toString()}, and the token not in the JSON that this object is written as.
 *
 * @param channelId the id of the channel
 * @param resourceName the API name of the module, or {@code null}
 * @param events the events, such as {@code Contacts.create}, or {@code null}
 * @param notifyUrl the URL to notify, or {@code null}
 * @param token what is sent with each notification, or {@code null}: Bigin need not show
 * it (recorded from the live API)
 * @param channelExpiry when the channel expires, or {@code null}
 * @param fields the fields that are watched, as Bigin gives them, or {@code null}
 * @since 0.1.0
 */
@JsonNaming(SnakeCaseStrategy.class)
public record WatchedChannel(String channelId, @Nullable String resourceName, @Nullable List<String> events,
		@Nullable String notifyUrl, @JsonProperty(access = Access.WRITE_ONLY) @Nullable NotificationToken token,
		@Nullable OffsetDateTime channelExpiry, @Nullable Object fields) {

	@Override
	public String toString() {
		return "WatchedChannel[channelId=" + this.channelId + ", resourceName=" + this.resourceName + ", events="
				+ this.events + ", channelExpiry=" + this.channelExpiry + "]";
	}

}
