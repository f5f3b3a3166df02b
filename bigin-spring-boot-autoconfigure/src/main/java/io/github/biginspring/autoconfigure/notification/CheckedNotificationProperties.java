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

package io.github.biginspring.autoconfigure.notification;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.autoconfigure.InvalidConfigurationException;
import io.github.biginspring.notification.NotificationToken;
import io.github.biginspring.notification.NotificationTokens;
import io.github.biginspring.notification.WatchEvent;
import io.github.biginspring.notification.WatchRequest;

/**
 * Checks {@link NotificationProperties}, so that a mistake is told when the application
 * starts, by the name of the property and without any token.
 */
final class CheckedNotificationProperties {

	private static final String PREFIX = "bigin.notifications.";

	private CheckedNotificationProperties() {
	}

	static List<WatchRequest> channels(NotificationProperties properties) {
		List<WatchRequest> requests = new ArrayList<>();
		properties.getChannels().forEach((id, channel) -> requests.add(request(id, channel, properties)));
		return requests;
	}

	private static WatchRequest request(String id, NotificationProperties.Channel channel,
			NotificationProperties properties) {
		String name = PREFIX + "channels." + id;
		URI notifyUrl = (channel.getNotifyUrl() != null) ? url(name + ".notify-url", channel.getNotifyUrl())
				: url(PREFIX + "notify-url", properties.getNotifyUrl());
		NotificationToken token = (channel.getToken() != null) ? token(name + ".token", channel.getToken())
				: token(PREFIX + "token", properties.getToken());
		List<WatchEvent> events = channel.getEvents().stream().map((event) -> event(name, event)).toList();
		return checked("The channel '" + name + "' cannot be subscribed to",
				"Set '" + name + ".events' to one or more such as 'Contacts.all', '" + PREFIX
						+ "time-to-live' to at most a day, and '" + PREFIX
						+ "notify-url' to a URL that begins with https. The id of a channel is a"
						+ " number such as 90210.",
				() -> WatchRequest.channel(id)
					.events(events)
					.notifyUrl(notifyUrl)
					.token(token)
					.timeToLive(properties.getTimeToLive())
					.build());
	}

	private static WatchEvent event(String name, String event) {
		return checked("The property '" + name + ".events' holds what is no event",
				"Set it to one or more such as 'Contacts.create', 'Contacts.edit', 'Contacts.delete' and"
						+ " 'Contacts.all'.",
				() -> WatchEvent.parse(event));
	}

	// not shown: it can hold a secret
	private static URI url(String property, @Nullable String url) {
		if (url == null) {
			throw new InvalidConfigurationException(
					"Channels are to be subscribed to, and the property '" + property + "' is not set.",
					"Set '" + property + "' to the URL under which Bigin reaches the endpoint of the application.");
		}
		try {
			return URI.create(url);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationException("The property '" + property + "' is not a URL.",
					"Set '" + property + "' to a URL such as https://app.example.com/bigin/notifications.");
		}
	}

	static NotificationTokens tokens(NotificationProperties properties) {
		NotificationToken common = (properties.getToken() != null) ? token(PREFIX + "token", properties.getToken())
				: null;
		Map<String, NotificationToken> byChannel = new LinkedHashMap<>();
		properties.getChannels().forEach((id, channel) -> {
			if (channel.getToken() != null) {
				byChannel.put(id, token(PREFIX + "channels." + id + ".token", channel.getToken()));
			}
		});
		if (common == null && byChannel.isEmpty()) {
			return NotificationTokens.of(token(PREFIX + "token", null));
		}
		return NotificationTokens.of(common, byChannel);
	}

	private static NotificationToken token(String property, @Nullable String token) {
		if (token == null) {
			throw new InvalidConfigurationException(
					"Notifications need a token, which is the only proof that they come from Bigin, and the property '"
							+ property + "' is not set.",
					"Set '" + property + "' to a random text of up to " + NotificationToken.MAX_CHARACTERS
							+ " characters, and keep it secret.");
		}
		InvalidConfigurationException.checkResolved(property, token);
		return checked("The property '" + property + "' cannot be used",
				"Set it to a random text of up to " + NotificationToken.MAX_CHARACTERS + " characters.",
				() -> NotificationToken.of(token));
	}

	static NotificationProperties.Receiver receiver(NotificationProperties properties) {
		NotificationProperties.Receiver receiver = properties.getReceiver();
		String path = receiver.getPath();
		InvalidConfigurationException.check(
				path.startsWith("/") && path.chars().noneMatch((c) -> c <= ' ' || "{}*?#".indexOf(c) >= 0),
				PREFIX + "receiver.path", path, "a path without variables, such as /bigin/notifications");
		long size = receiver.getMaxBodySize().toBytes();
		InvalidConfigurationException.check(size > 0 && size < Integer.MAX_VALUE, PREFIX + "receiver.max-body-size",
				receiver.getMaxBodySize(), "a size from 1B to 2047MB, such as 256KB");
		InvalidConfigurationException.check(receiver.getBufferSize() >= 1, PREFIX + "receiver.buffer-size",
				receiver.getBufferSize(), "a number from 1");
		return receiver;
	}

	private static <T> T checked(String problem, String action, Supplier<T> value) {
		try {
			return value.get();
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationException(problem + ": " + ex.getMessage() + ".", action);
		}
	}

}
