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

package io.github.biginspring.notification.internal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.internal.DateTimeFormat;
import io.github.biginspring.notification.NotificationToken;
import io.github.biginspring.notification.WatchEvent;
import io.github.biginspring.notification.WatchOptions;
import io.github.biginspring.notification.WatchRequest;
import io.github.biginspring.notification.WatchUpdate;

/**
 * What is sent of one channel. What it does not have is not sent.
 *
 * @param channelId the id of the channel
 * @param events the events
 * @param notifyUrl the URL to notify
 * @param token what is sent with each notification
 * @param timeToLive for how long the channel lives
 * @param options the options
 * @param whole whether what the options switch off is sent as well, as a channel that is
 * there would keep it otherwise
 */
record WatchEntry(String channelId, List<WatchEvent> events, @Nullable URI notifyUrl, @Nullable NotificationToken token,
		@Nullable Duration timeToLive, @Nullable WatchOptions options, boolean whole) {

	static WatchEntry subscription(WatchRequest request) {
		return of(request, false);
	}

	static WatchEntry renewal(WatchRequest request) {
		return of(request, true);
	}

	private static WatchEntry of(WatchRequest request, boolean whole) {
		return new WatchEntry(request.channelId(), request.events(), request.notifyUrl(), request.token(),
				request.timeToLive(), request.hasOptions() ? request.options() : null, whole);
	}

	static WatchEntry update(WatchUpdate update) {
		return new WatchEntry(update.channelId(), update.events(), update.notifyUrl(), update.token(),
				update.timeToLive(), update.options(), true);
	}

	/**
	 * What nobody may see. The query of the URL often holds a secret, too.
	 */
	List<String> secrets() {
		List<String> secrets = new ArrayList<>();
		if (this.token != null) {
			secrets.add(this.token.value());
		}
		if (this.notifyUrl != null && this.notifyUrl.getRawQuery() != null) {
			secrets.add(this.notifyUrl.getRawQuery());
			secrets.add(this.notifyUrl.getQuery());
		}
		return secrets;
	}

	/**
	 * The entry of the body.
	 * @param now when the call is made
	 */
	Map<String, @Nullable Object> toMap(Instant now) {
		Map<String, @Nullable Object> entry = new LinkedHashMap<>();
		entry.put("channel_id", this.channelId);
		if (!this.events.isEmpty()) {
			entry.put("events", this.events.stream().map(WatchEvent::toString).toList());
		}
		if (this.notifyUrl != null) {
			entry.put("notify_url", this.notifyUrl.toString());
		}
		if (this.options != null) {
			putOptions(entry, this.options);
		}
		if (this.token != null) {
			entry.put("token", this.token.value());
		}
		if (this.timeToLive != null) {
			entry.put("channel_expiry", DateTimeFormat.format(now.plus(this.timeToLive).atOffset(ZoneOffset.UTC)));
		}
		return entry;
	}

	private void putOptions(Map<String, @Nullable Object> entry, WatchOptions options) {
		if (this.whole || options.relatedActions()) {
			entry.put("notify_on_related_action", options.relatedActions());
		}
		if (this.whole || options.fieldValues()) {
			entry.put("return_affected_field_values", options.fieldValues());
		}
		List<Map<String, Object>> conditions = options.changedFields()
			.entrySet()
			.stream()
			.map((condition) -> condition(condition.getKey(), condition.getValue()))
			.toList();
		if (!conditions.isEmpty()) {
			entry.put("notification_condition", conditions);
		}
		else if (this.whole) {
			// as null clears a field of a record
			entry.put("notification_condition", null);
		}
	}

	private static Map<String, Object> condition(String module, List<String> fields) {
		List<Map<String, Object>> group = fields.stream()
			.map((field) -> Map.<String, Object>of("field", Map.of("api_name", field)))
			.toList();
		return Map.of("type", "field_selection", "module", Map.of("api_name", module), "field_selection",
				(group.size() > 1) ? Map.of("group_operator", "or", "group", group) : group.get(0));
	}

	@Override
	public String toString() {
		return "channel " + this.channelId;
	}

}
