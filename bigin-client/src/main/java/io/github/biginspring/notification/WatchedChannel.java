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
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.model.ServiceInfo;

/**
 * A channel as Bigin lists it. Neither the token nor the URL, which can hold a secret, is
 * in {@link #toString()}, and the token is not among the {@link #attributes()}.
 *
 * @since 0.1.0
 */
public final class WatchedChannel extends ServiceInfo {

	private WatchedChannel(Map<String, ? extends @Nullable Object> attributes) {
		super(attributes, "token");
	}

	/**
	 * Create the description of a channel.
	 * @param attributes what the service says, by its names
	 * @return the description
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static WatchedChannel of(Map<String, ? extends @Nullable Object> attributes) {
		return new WatchedChannel(attributes);
	}

	/**
	 * Return the id of the channel.
	 * @return the value, empty where the service gives none
	 */
	public String channelId() {
		return textOrEmpty("channel_id");
	}

	/**
	 * Return the API name of the module.
	 * @return the value, or {@code null}
	 */
	public @Nullable String resourceName() {
		return text("resource_name");
	}

	/**
	 * Return the events, such as {@code Contacts.create}.
	 * @return the value, unmodifiable, empty where there are none
	 */
	public List<String> events() {
		return texts("events");
	}

	/**
	 * Return the URL to notify.
	 * @return the value, or {@code null}
	 */
	public @Nullable String notifyUrl() {
		return text("notify_url");
	}

	/**
	 * Return what is sent with each notification.
	 * @return the token, or {@code null}: Bigin need not show it (recorded from the live
	 * API)
	 */
	public @Nullable NotificationToken token() {
		String token = secret("token");
		return (token != null) ? NotificationToken.listed(token) : null;
	}

	/**
	 * Return when the channel expires.
	 * @return the value, or {@code null}
	 */
	public @Nullable OffsetDateTime channelExpiry() {
		return dateTime("channel_expiry");
	}

	/**
	 * Return the fields that are watched.
	 * @return the fields as Bigin gives them, unmodifiable, or {@code null}
	 */
	public @Nullable Object fields() {
		return attributes().get("fields");
	}

	@Override
	public String toString() {
		return describe("channel_id", "resource_name", "channel_expiry");
	}

}
