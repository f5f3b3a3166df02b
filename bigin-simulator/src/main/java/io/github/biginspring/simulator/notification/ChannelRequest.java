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

package io.github.biginspring.simulator.notification;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.RefusedException;

/**
 * One entry of the body of a call on channels.
 */
final class ChannelRequest {

	private static final int GREATEST_TOKEN = 50;

	private static final Duration GREATEST_LIFETIME = Duration.ofDays(1);

	private static final int GREATEST_COUNT = 100;

	private static final List<String> SWITCHES = List.of("notify_on_related_action", "return_affected_field_values");

	private static final String CONDITION = "notification_condition";

	private static final int GREATEST_CONDITION_FIELDS = 10;

	private static final int GREATEST_CONDITION_GROUPS = 2;

	private final Map<?, ?> sent;

	private final String path;

	private ChannelRequest(Map<?, ?> sent, String path) {
		this.sent = sent;
		this.path = path;
	}

	static List<ChannelRequest> parse(Map<String, @Nullable Object> body) {
		if (!(body.get("watch") instanceof List<?> list) || list.isEmpty()) {
			throw refuse("MANDATORY_NOT_FOUND", "required field not found", "watch", "$.watch");
		}
		if (list.size() > GREATEST_COUNT) {
			throw refuse("INVALID_DATA", "invalid data", "watch", "$.watch").with("maximum_length", GREATEST_COUNT);
		}
		List<ChannelRequest> requests = new ArrayList<>();
		for (Object element : list) {
			String path = "$.watch[" + requests.size() + "]";
			if (!(element instanceof Map<?, ?> sent)) {
				throw refuse("INVALID_DATA", "invalid data", "watch", path);
			}
			requests.add(new ChannelRequest(sent, path));
		}
		return requests;
	}

	Map<String, Object> options() {
		Map<String, Object> options = new LinkedHashMap<>();
		for (String name : SWITCHES) {
			if (has(name)) {
				if (!(this.sent.get(name) instanceof Boolean value)) {
					throw invalid(name).with("expected_data_type", "boolean");
				}
				options.put(name, value);
			}
		}
		Object condition = this.sent.get(CONDITION);
		if (condition != null) {
			if (!(condition instanceof List<?> list) || list.isEmpty()) {
				throw invalid(CONDITION).with("expected_data_type", "jsonarray");
			}
			if (count(list, "field") > GREATEST_CONDITION_FIELDS || count(list, "group") > GREATEST_CONDITION_GROUPS) {
				throw RefusedException.of("LIMIT_EXCEEDED", "the condition has too many fields or groups")
					.with("api_name", CONDITION)
					.with("json_path", this.path + "." + CONDITION);
			}
			options.put(CONDITION, condition);
		}
		return options;
	}

	private static int count(@Nullable Object value, String name) {
		Collection<?> parts = (value instanceof Map<?, ?> map) ? map.values() : List.of();
		if (value instanceof List<?> list) {
			parts = list;
		}
		int found = (value instanceof Map<?, ?> map && map.containsKey(name)) ? 1 : 0;
		for (Object part : parts) {
			found += count(part, name);
		}
		return found;
	}

	private static RefusedException refuse(String code, String message, String apiName, String path) {
		return RefusedException.of(code, message).with("api_name", apiName).with("json_path", path);
	}

	private RefusedException missing(String name) {
		return refuse("MANDATORY_NOT_FOUND", "required field not found", name, this.path + "." + name);
	}

	private RefusedException invalid(String name) {
		return refuse("INVALID_DATA", "invalid data", name, this.path + "." + name);
	}

	boolean has(String name) {
		return this.sent.get(name) != null;
	}

	boolean clears(String name) {
		return this.sent.containsKey(name) && this.sent.get(name) == null;
	}

	boolean dropsEvents() {
		return this.sent.containsKey("_delete_events") && !Boolean.FALSE.equals(this.sent.get("_delete_events"));
	}

	String channelId() {
		Object id = this.sent.get("channel_id");
		if (id == null) {
			throw missing("channel_id");
		}
		String text = id.toString();
		if (text.isEmpty() || text.length() > 19 || !text.chars().allMatch(Character::isDigit)) {
			throw invalid("channel_id").with("expected_data_type", "bigint");
		}
		return text;
	}

	List<WatchedEvent> events() {
		Object names = this.sent.get("events");
		if (names == null) {
			throw missing("events");
		}
		List<WatchedEvent> events = new ArrayList<>();
		if (names instanceof List<?> list) {
			for (Object name : list) {
				WatchedEvent event = WatchedEvent.parse(String.valueOf(name));
				if (event == null) {
					throw refuse("INVALID_DATA", "invalid data", "events",
							this.path + ".events[" + events.size() + "]");
				}
				events.add(event);
			}
		}
		if (events.isEmpty()) {
			throw invalid("events");
		}
		return events;
	}

	URI notifyUrl() {
		Object url = this.sent.get("notify_url");
		if (url == null) {
			throw missing("notify_url");
		}
		try {
			URI uri = new URI(url.toString());
			if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
				return uri;
			}
		}
		catch (URISyntaxException ex) {
			// refused below, like all that is no address on the web
		}
		throw invalid("notify_url");
	}

	@Nullable String token() {
		Object token = this.sent.get("token");
		if (token == null) {
			return null;
		}
		if (token.toString().length() > GREATEST_TOKEN) {
			throw invalid("token").with("maximum_length", GREATEST_TOKEN);
		}
		return token.toString();
	}

	Instant expiry(Instant now, Instant defaultValue) {
		Object expiry = this.sent.get("channel_expiry");
		if (expiry == null) {
			return defaultValue;
		}
		try {
			Instant instant = OffsetDateTime.parse(expiry.toString()).toInstant();
			if (instant.isAfter(now) && !instant.isAfter(now.plus(GREATEST_LIFETIME))) {
				return instant;
			}
		}
		catch (DateTimeException ex) {
			// refused below, like all that is no time within a day
		}
		throw invalid("channel_expiry").with("expected_data_type", "datetime");
	}

}
