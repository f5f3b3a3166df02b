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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.ErrorDetails;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.notification.Unsubscription;
import io.github.biginspring.notification.WatchSubscription;
import io.github.biginspring.notification.WatchSubscription.ChannelEvent;
import io.github.biginspring.notification.WatchedChannel;
import io.github.biginspring.query.RecordPage;

/**
 * Reads the responses to changes of channels: one entry for each channel, whose code says
 * what became of it, whatever the status.
 */
final class WatchResponseReader {

	/**
	 * The code of a channel that was not there.
	 */
	static final String NOT_SUBSCRIBED = "NOT_SUBSCRIBED";

	private static final String SUCCESS = "SUCCESS";

	private final JsonMapper jsonMapper;

	private final HttpMethod method;

	private final String pathTemplate;

	WatchResponseReader(JsonMapper jsonMapper, HttpMethod method, String pathTemplate) {
		this.jsonMapper = jsonMapper;
		this.method = method;
		this.pathTemplate = pathTemplate;
	}

	WatchSubscription subscription(BiginResponse response, String channelId) {
		return subscription(channelId, requireSuccess(response, channelId));
	}

	private WatchSubscription subscription(String channelId, List<JsonNode> entries) {
		List<ChannelEvent> events = new ArrayList<>();
		for (JsonNode entry : entries) {
			for (JsonNode event : entry.path("details").path("events")) {
				events.add(this.jsonMapper.treeToValue(event, ChannelEvent.class));
			}
		}
		return new WatchSubscription(channelId, events);
	}

	Results<WatchSubscription> subscriptions(BiginResponse response, List<String> channelIds) {
		List<JsonNode> entries = entries(response);
		List<@Nullable String> named = channels(response, entries, channelIds);
		List<WatchSubscription> confirmed = new ArrayList<>();
		BiginException rejected = null;
		for (int i = 0; i < entries.size(); i++) {
			String channelId = named.get(i);
			if (!isSuccess(entries.get(i))) {
				BiginException refusal = rejected(response, entries.get(i), channelId);
				if (rejected != null) {
					rejected.addSuppressed(refusal);
				}
				rejected = (rejected != null) ? rejected : refusal;
			}
			else if (channelId != null) {
				confirmed.add(subscription(channelId, List.of(entries.get(i))));
			}
		}
		if (entries.size() != channelIds.size() || rejected == null && confirmed.size() != channelIds.size()) {
			throw new BiginUnreadableResponseException(
					ErrorDetails.responded(this.method, this.pathTemplate, response.status())
						.message("the response does not tell of each channel")
						.build());
		}
		confirmed.sort(Comparator.comparingInt((subscription) -> channelIds.indexOf(subscription.channelId())));
		return new Results<>(confirmed, rejected);
	}

	List<JsonNode> requireSuccess(BiginResponse response, String channelId) {
		List<JsonNode> entries = entries(response);
		for (JsonNode entry : entries) {
			String named = channelId(entry);
			if (named != null && !named.equals(channelId)) {
				throw ofAnotherChannel(response);
			}
			if (!isSuccess(entry)) {
				throw rejected(response, entry, null);
			}
		}
		return entries;
	}

	Results<Unsubscription> unsubscriptions(BiginResponse response, List<String> channelIds) {
		List<JsonNode> entries = entries(response);
		List<@Nullable String> named = channels(response, entries, channelIds);
		List<Unsubscription> ended = new ArrayList<>();
		BiginException rejected = null;
		for (int i = 0; i < entries.size(); i++) {
			JsonNode entry = entries.get(i);
			String channelId = named.get(i);
			if (isSuccess(entry)) {
				ended.add(new Unsubscription(channelId, SUCCESS));
			}
			else if (NOT_SUBSCRIBED.equals(text(entry, "code"))) {
				ended.add(new Unsubscription(channelId, NOT_SUBSCRIBED));
			}
			else if (rejected == null) {
				rejected = rejected(response, entry, null);
			}
		}
		return new Results<>(ended, rejected);
	}

	/**
	 * Return the channel that each entry is of. What no entry names is left for those
	 * that name none; where it is not certain which is which, they stay without.
	 */
	private List<@Nullable String> channels(BiginResponse response, List<JsonNode> entries, List<String> channelIds) {
		List<@Nullable String> named = new ArrayList<>(entries.size());
		List<String> left = new ArrayList<>(channelIds);
		for (JsonNode entry : entries) {
			String channelId = channelId(entry);
			if (channelId != null && !left.remove(channelId)) {
				throw ofAnotherChannel(response);
			}
			named.add(channelId);
		}
		List<JsonNode> unnamed = new ArrayList<>();
		boolean inOrder = entries.size() == channelIds.size();
		for (int i = 0; i < entries.size(); i++) {
			String channelId = named.get(i);
			if (channelId == null) {
				unnamed.add(entries.get(i));
			}
			inOrder = inOrder && (channelId == null || channelId.equals(channelIds.get(i)));
		}
		boolean alike = unnamed.stream().map((entry) -> text(entry, "code")).distinct().count() <= 1;
		if (unnamed.size() == left.size() && (inOrder || alike)) {
			Iterator<String> next = left.iterator();
			named.replaceAll((channelId) -> (channelId != null) ? channelId : next.next());
		}
		return named;
	}

	private BiginException ofAnotherChannel(BiginResponse response) {
		return new BiginUnreadableResponseException(
				ErrorDetails.responded(this.method, this.pathTemplate, response.status())
					.message("the response is of another channel")
					.build());
	}

	@Nullable RecordPage<WatchedChannel> requireChannel(BiginResponse response, @Nullable String channelId,
			@Nullable RecordPage<WatchedChannel> page) {
		if (channelId != null && page != null
				&& !page.items().stream().allMatch((channel) -> channelId.equals(channel.channelId()))) {
			throw ofAnotherChannel(response);
		}
		return page;
	}

	private static @Nullable String channelId(JsonNode entry) {
		JsonNode details = entry.path("details");
		JsonNode id = details.has("channel_id") ? details.path("channel_id")
				: details.path("events").path(0).path("channel_id");
		return (id.isString() || id.isNumber()) ? id.asString() : null;
	}

	private List<JsonNode> entries(BiginResponse response) {
		JsonNode entries = this.jsonMapper.readTree(response.body()).path("watch");
		if (!entries.isArray() || entries.isEmpty()) {
			throw MismatchedInputException.from(null, List.class, "no results");
		}
		return List.copyOf(entries.values());
	}

	private static boolean isSuccess(JsonNode entry) {
		String status = text(entry, "status");
		return (status != null && !NOT_SUBSCRIBED.equals(text(entry, "code"))) ? "success".equalsIgnoreCase(status)
				: SUCCESS.equals(text(entry, "code"));
	}

	@SuppressWarnings("unchecked") // the keys of a JSON object are texts
	private BiginException rejected(BiginResponse response, JsonNode entry, @Nullable String channelId) {
		Map<String, @Nullable Object> details = entry.path("details").isObject()
				? this.jsonMapper.treeToValue(entry.path("details"), Map.class) : Map.of();
		String message = text(entry, "message");
		return response.failure(this.method, this.pathTemplate)
			.code(text(entry, "code"))
			.message((channelId != null) ? "channel " + channelId + ": " + message : message)
			.details(details)
			.toException();
	}

	private static @Nullable String text(JsonNode entry, String name) {
		JsonNode value = entry.path(name);
		return value.isString() ? value.asString() : null;
	}

	/**
	 * What became of several channels.
	 *
	 * @param confirmed what was done
	 * @param rejected what follows it, where something was not, or {@code null}
	 * @param <T> the type of a result
	 */
	record Results<T>(List<T> confirmed, @Nullable BiginException rejected) {

		Flux<T> flux() {
			Flux<T> results = Flux.fromIterable(this.confirmed);
			return (this.rejected != null) ? results.concatWith(Flux.error(this.rejected)) : results;
		}

	}

}
