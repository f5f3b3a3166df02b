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

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.Organization;
import io.github.biginspring.simulator.organization.Page;
import io.github.biginspring.simulator.organization.Parameters;
import io.github.biginspring.simulator.organization.RecordEvent;
import io.github.biginspring.simulator.organization.RecordSource;
import io.github.biginspring.simulator.organization.RefusedException;

/**
 * The channels of an organisation. Each write sends one message on each channel that is
 * subscribed to it, until the channel expires by the organisation's clock. All is
 * forgotten when the organisation is reset.
 *
 * @since 0.1.0
 */
public final class Channels {

	private static final Duration DEFAULT_LIFETIME = Duration.ofHours(2);

	private static final int PAGE_SIZE = 200;

	private static final String RESOURCES = "https://www.zohoapis.com/bigin/v1/";

	private final Organization organization;

	private final NotificationSender sender;

	private final ConcurrentMap<String, Channel> channels = new ConcurrentSkipListMap<>();

	private final Map<String, String> moduleIds = new ConcurrentHashMap<>();

	private Channels(Organization organization, NotificationSender sender) {
		this.organization = organization;
		this.sender = sender;
		organization.addListener(this::tell);
	}

	/**
	 * The channels of an organisation.
	 * @param organization the organisation
	 * @param sender sends the messages
	 * @return its channels, the same at each call until it is reset
	 */
	public static Channels of(Organization organization, NotificationSender sender) {
		return organization.state(Channels.class, (owner) -> new Channels(owner, sender));
	}

	/**
	 * Open channels, or renew those that are open.
	 * @param body the body of the call
	 * @param access refuses the modules that the caller may not watch
	 * @return what became of each channel
	 */
	public WatchReport subscribe(Map<String, @Nullable Object> body, Consumer<String> access) {
		return each(body, (request, report) -> {
			Instant now = this.organization.now();
			Channel channel = new Channel(request.channelId(), request.events(), request.notifyUrl(), request.token(),
					request.expiry(now, now.plus(DEFAULT_LIFETIME)), request.options());
			report.accept(open(channel, access), "Successfully subscribed for actions-watch of the given module");
		});
	}

	/**
	 * Renew channels: what is not given stays, but for the expiry, which starts anew. As
	 * with a record, {@code null} clears an option or the token.
	 * @param body the body of the call
	 * @param access refuses the modules that the caller may not watch
	 * @return what became of each channel
	 */
	public WatchReport renew(Map<String, @Nullable Object> body, Consumer<String> access) {
		return eachOpen(body, (channel, request, report) -> {
			Instant now = this.organization.now();
			Channel renewed = changed(channel, request, request.expiry(now, now.plus(DEFAULT_LIFETIME)));
			report.accept(open(renewed, access), "Successfully updated for actions-watch of the given module");
		});
	}

	/**
	 * Change channels: what is not given stays, and {@code null} clears an option or the
	 * token. With {@code _delete_events} the events that are given, or else all, are
	 * dropped.
	 * @param body the body of the call
	 * @param access refuses the modules that the caller may not watch
	 * @return what became of each channel
	 */
	public WatchReport change(Map<String, @Nullable Object> body, Consumer<String> access) {
		return eachOpen(body, (channel, request, report) -> {
			String message = "Successfully updated for actions-watch of the given module";
			if (!request.dropsEvents()) {
				Instant expiry = request.expiry(this.organization.now(), channel.expiry());
				report.accept(open(changed(channel, request, expiry), access), message);
				return;
			}
			Channel remaining = channel.without(request.has("events") ? request.events() : channel.events());
			Map<String, @Nullable Object> details = details(channel);
			if (remaining.events().isEmpty()) {
				this.channels.remove(channel.id());
			}
			else {
				this.channels.put(channel.id(), remaining);
			}
			report.accept(details, message);
		});
	}

	/**
	 * Close channels.
	 * @param parameters the parameters of the call; {@code channel_ids} is required
	 * @return what became of each channel
	 */
	public WatchReport close(Parameters parameters) {
		String ids = parameters.get("channel_ids");
		if (ids == null) {
			throw RefusedException.of("REQUIRED_PARAM_MISSING", "One of the expected parameter is missing")
				.with("param_name", "channel_ids");
		}
		WatchReport report = new WatchReport();
		for (String part : ids.split(",")) {
			String id = part.trim();
			Channel channel = find(id);
			if (channel == null) {
				report.notSubscribed();
			}
			else {
				this.channels.remove(id);
				report.accept(closed(channel), "Successfully un-subscribed from actions-watch");
			}
		}
		return report;
	}

	/**
	 * The open channels, with one entry for each module of a channel.
	 * @param parameters the parameters of the call, of which {@code channel_id} and
	 * {@code module} leave out all others
	 * @return all that is open
	 */
	public Page list(Parameters parameters) {
		String id = parameters.get("channel_id");
		String onlyModule = parameters.get("module");
		List<Map<String, @Nullable Object>> data = new ArrayList<>();
		for (Channel channel : this.channels.values()) {
			if (find(channel.id()) == null || (id != null && !id.equals(channel.id()))) {
				continue;
			}
			for (String module : channel.modules()) {
				if (onlyModule == null || onlyModule.equals(module)) {
					data.add(entry(channel, module));
				}
			}
		}
		Map<String, @Nullable Object> info = new LinkedHashMap<>();
		info.put("page", 1);
		info.put("per_page", PAGE_SIZE);
		info.put("count", data.size());
		info.put("more_records", false);
		return new Page(data, info);
	}

	private WatchReport each(Map<String, @Nullable Object> body, Action action) {
		WatchReport report = new WatchReport();
		for (ChannelRequest request : ChannelRequest.parse(body)) {
			try {
				action.take(request, report);
			}
			catch (RefusedException ex) {
				if ("OAUTH_SCOPE_MISMATCH".equals(ex.code())) {
					throw ex;
				}
				report.refuse(ex);
			}
		}
		return report;
	}

	private WatchReport eachOpen(Map<String, @Nullable Object> body, ChangeAction action) {
		return each(body, (request, report) -> {
			Channel channel = find(request.channelId());
			if (channel == null) {
				report.notSubscribed();
			}
			else {
				action.take(channel, request, report);
			}
		});
	}

	private static Channel changed(Channel channel, ChannelRequest request, Instant expiry) {
		Map<String, Object> options = new LinkedHashMap<>(channel.options());
		options.putAll(request.options());
		options.keySet().removeIf(request::clears);
		return new Channel(channel.id(), request.has("events") ? request.events() : channel.events(),
				request.has("notify_url") ? request.notifyUrl() : channel.notifyUrl(),
				(request.has("token") || request.clears("token")) ? request.token() : channel.token(), expiry, options);
	}

	private Map<String, @Nullable Object> open(Channel channel, Consumer<String> access) {
		channel.modules().forEach((module) -> {
			access.accept(module);
			this.moduleIds.put(module, this.organization.query(module, RecordSource::moduleId));
		});
		this.channels.put(channel.id(), channel);
		return details(channel);
	}

	private @Nullable Channel find(String id) {
		Channel channel = this.channels.get(id);
		return (channel != null && channel.expiry().isAfter(this.organization.now())) ? channel : null;
	}

	private Map<String, @Nullable Object> details(Channel channel) {
		List<Map<String, @Nullable Object>> events = channel.modules()
			.stream()
			.map((module) -> resource(channel, module))
			.toList();
		return new LinkedHashMap<>(Map.of("events", events));
	}

	private Map<String, @Nullable Object> closed(Channel channel) {
		Map<String, @Nullable Object> details = resource(channel, channel.modules().get(0));
		details.keySet().retainAll(List.of("resource_uri", "resource_id", "channel_id"));
		return details;
	}

	private Map<String, @Nullable Object> resource(Channel channel, String module) {
		Map<String, @Nullable Object> resource = new LinkedHashMap<>();
		resource.put("channel_expiry", this.organization.timeOf(channel.expiry()));
		resource.put("resource_uri", RESOURCES + module);
		resource.put("resource_id", this.moduleIds.get(module));
		resource.put("resource_name", module);
		resource.put("channel_id", channel.id());
		return resource;
	}

	private Map<String, @Nullable Object> entry(Channel channel, String module) {
		Map<String, @Nullable Object> entry = resource(channel, module);
		entry.put("events",
				channel.events()
					.stream()
					.filter((event) -> event.module().equals(module))
					.map(WatchedEvent::toString)
					.toList());
		entry.put("notify_url", channel.notifyUrl().toString());
		entry.put("token", channel.token());
		entry.put("fields", null);
		entry.put("notify_on_related_action", false);
		entry.put("return_affected_field_values", false);
		entry.putAll(channel.options());
		return entry;
	}

	private void tell(RecordEvent event) {
		for (Channel channel : this.channels.values()) {
			boolean watched = channel.events()
				.stream()
				.anyMatch((watchedEvent) -> watchedEvent.covers(event.module(), event.operation()));
			if (watched && find(channel.id()) != null) {
				this.sender.send(new Notification(channel.id(), channel.notifyUrl(), message(channel, event)));
			}
		}
	}

	private Map<String, @Nullable Object> message(Channel channel, RecordEvent event) {
		Map<String, @Nullable Object> message = new LinkedHashMap<>();
		message.put("server_time", this.organization.now().toEpochMilli());
		message.put("module", event.module());
		message.put("resource_uri", RESOURCES + event.module());
		message.put("ids", List.of(event.id()));
		message.put("affected_fields", event.affectedFields());
		message.put("operation", event.operation().name().toLowerCase(Locale.ROOT));
		message.put("channel_id", channel.id());
		message.put("token", channel.token());
		return message;
	}

	@Override
	public String toString() {
		return "Channels of " + this.organization;
	}

	@FunctionalInterface
	private interface Action {

		void take(ChannelRequest request, WatchReport report);

	}

	@FunctionalInterface
	private interface ChangeAction {

		void take(Channel channel, ChannelRequest request, WatchReport report);

	}

}
