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

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;
import org.springframework.util.Assert;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.BiginCallBuilder;
import io.github.biginspring.internal.call.BiginResponse;
import io.github.biginspring.internal.call.CallEffect;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.ChannelId;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.internal.paging.PageParser;
import io.github.biginspring.internal.paging.PageReader;
import io.github.biginspring.internal.paging.PageSource;
import io.github.biginspring.notification.NotificationOperations;
import io.github.biginspring.notification.Unsubscription;
import io.github.biginspring.notification.WatchEvent;
import io.github.biginspring.notification.WatchRequest;
import io.github.biginspring.notification.WatchSubscription;
import io.github.biginspring.notification.WatchUpdate;
import io.github.biginspring.notification.WatchedChannel;
import io.github.biginspring.observation.Operation;
import io.github.biginspring.query.PageSpec;

/**
 * {@link NotificationOperations} by calls to Bigin.
 *
 * @since 0.1.0
 */
public final class NotificationTemplate implements NotificationOperations {

	private static final String PATH = "/bigin/v2/actions/watch";

	private final CallExchange exchange;

	private final OperationObserver observer;

	private final JsonMapper jsonMapper;

	private final InstantSource clock;

	private final PageParser<WatchedChannel> parser;

	/**
	 * Create a template.
	 * @param exchange makes the calls
	 * @param observer watches the operations
	 * @param jsonMapper reads and writes the bodies
	 * @param clock tells the time from which a channel lives
	 */
	public NotificationTemplate(CallExchange exchange, OperationObserver observer, JsonMapper jsonMapper,
			InstantSource clock) {
		this.exchange = exchange;
		this.observer = observer;
		this.jsonMapper = jsonMapper;
		this.clock = clock;
		ObjectReader reader = jsonMapper.readerFor(WatchedChannel.class)
			.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
		this.parser = new PageParser<>(jsonMapper, "watch",
				(JsonParser json) -> reader.<WatchedChannel>readValue(json));
	}

	@Override
	public Mono<WatchSubscription> subscribe(WatchRequest request) {
		Assert.notNull(request, "'request' must not be null");
		return observe("notifications.subscribe", change(HttpMethod.POST, WatchEntry.subscription(request)));
	}

	@Override
	public Mono<WatchSubscription> renew(WatchRequest request) {
		Assert.notNull(request, "'request' must not be null");
		return observe("notifications.renew", change(HttpMethod.PUT, WatchEntry.renewal(request)));
	}

	@Override
	public Mono<WatchSubscription> update(WatchUpdate update) {
		Assert.notNull(update, "'update' must not be null");
		return observe("notifications.update", change(HttpMethod.PATCH, WatchEntry.update(update)));
	}

	private Mono<WatchSubscription> change(HttpMethod method, WatchEntry entry) {
		WatchResponseReader reader = reader(method);
		return send(method, List.of(entry), (response) -> reader.subscription(response, entry.channelId()));
	}

	@Override
	public Flux<WatchSubscription> renewAll(Collection<WatchRequest> requests) {
		Assert.notNull(requests, "'requests' must not be null");
		Assert.noNullElements(requests, "'requests' must not contain null elements");
		return changeAll("notifications.renew", HttpMethod.PUT, requests.stream().map(WatchEntry::renewal).toList());
	}

	@Override
	public Flux<WatchSubscription> updateAll(Collection<WatchUpdate> updates) {
		Assert.notNull(updates, "'updates' must not be null");
		Assert.noNullElements(updates, "'updates' must not contain null elements");
		return changeAll("notifications.update", HttpMethod.PATCH, updates.stream().map(WatchEntry::update).toList());
	}

	private Flux<WatchSubscription> changeAll(String operation, HttpMethod method, List<WatchEntry> entries) {
		Assert.isTrue(entries.size() <= MAX_CHANNELS,
				() -> "A call takes at most " + MAX_CHANNELS + " channels, not " + entries.size());
		List<String> ids = entries.stream().map(WatchEntry::channelId).toList();
		Set<String> once = new HashSet<>();
		ids.forEach((id) -> Assert.isTrue(once.add(id), () -> "Channel " + id + " is there twice"));
		if (entries.isEmpty()) {
			return Flux.empty();
		}
		WatchResponseReader reader = reader(method);
		return this.observer.observe(Operation.of(operation),
				send(method, entries, (response) -> reader.subscriptions(response, ids))
					.flatMapMany(WatchResponseReader.Results::flux));
	}

	// deferred: the time to live begins when the call is made
	private <T> Mono<T> send(HttpMethod method, List<WatchEntry> entries, Function<BiginResponse, T> reader) {
		return Mono.defer(() -> {
			Instant now = this.clock.instant();
			return this.exchange.exchange(BiginCall.gateway(CallEffect.IDEMPOTENT, method, PATH)
				.body(body(entries.stream().map((entry) -> entry.toMap(now)).toList()))
				.secrets(entries.stream().flatMap((entry) -> entry.secrets().stream()).toList())
				.read(reader::apply));
		});
	}

	private byte[] body(List<? extends Map<String, ? extends @Nullable Object>> entries) {
		return this.jsonMapper.writeValueAsBytes(Map.of("watch", entries));
	}

	@Override
	public Flux<WatchedChannel> list() {
		return list(null, null);
	}

	@Override
	public Flux<WatchedChannel> list(String channelId) {
		Assert.notNull(channelId, "'channelId' must not be null");
		return list(ChannelId.check(channelId), null);
	}

	@Override
	public Flux<WatchedChannel> listByModule(String module) {
		return list(null, UriVariable.module(module).value());
	}

	private Flux<WatchedChannel> list(@Nullable String channelId, @Nullable String module) {
		WatchResponseReader reader = reader(HttpMethod.GET);
		PageReader<WatchedChannel> pages = new PageReader<>(PageSource.of(PATH, WatchedChannel::channelId,
				(request) -> this.exchange.exchange(listCall(channelId, module, request).read((response) -> reader
					.requireChannel(response, channelId, this.parser.parse(response.content()))))));
		return this.observer.observe(Operation.of("notifications.list"), pages.all(PageSpec.first()));
	}

	private static BiginCallBuilder listCall(@Nullable String channelId, @Nullable String module, PageSpec request) {
		return BiginCall.gateway(CallEffect.READ, HttpMethod.GET, PATH)
			.query("channel_id", channelId)
			.query("module", module)
			.query("page", request.page())
			.query("per_page", request.perPage());
	}

	@Override
	public Mono<Void> removeEvents(String channelId, WatchEvent... events) {
		Assert.notNull(channelId, "'channelId' must not be null");
		Assert.notNull(events, "'events' must not be null");
		Assert.noNullElements(events, "'events' must not contain null elements");
		Map<String, Object> entry = new LinkedHashMap<>();
		entry.put("channel_id", ChannelId.check(channelId));
		entry.put("events", Arrays.stream(events).map(WatchEvent::toString).toList());
		entry.put("_delete_events", true);
		if (events.length == 0) {
			return Mono.empty();
		}
		WatchResponseReader reader = reader(HttpMethod.PATCH);
		BiginCallBuilder call = BiginCall.gateway(CallEffect.ONCE, HttpMethod.PATCH, PATH).body(body(List.of(entry)));
		return observe("notifications.remove_events",
				this.exchange.exchange(call.read((response) -> reader.requireSuccess(response, channelId))))
			.then();
	}

	@Override
	public Flux<Unsubscription> unsubscribe(Collection<String> channelIds) {
		Assert.notNull(channelIds, "'channelIds' must not be null");
		Assert.noNullElements(channelIds, "'channelIds' must not contain null elements");
		List<String> ids = channelIds.stream().map(ChannelId::check).distinct().toList();
		if (ids.isEmpty()) {
			return Flux.empty();
		}
		WatchResponseReader reader = reader(HttpMethod.DELETE);
		BiginCallBuilder call = BiginCall.gateway(CallEffect.IDEMPOTENT, HttpMethod.DELETE, PATH)
			.query("channel_ids", String.join(",", ids));
		Flux<Unsubscription> results = this.exchange
			.exchange(call.read((response) -> reader.unsubscriptions(response, ids)))
			.onErrorResume(BiginException.class,
					(ex) -> isNotSubscribed(ex, ids) ? Mono.just(notSubscribed(ids.get(0))) : Mono.error(ex))
			.flatMapMany(WatchResponseReader.Results::flux);
		return this.observer.observe(Operation.of("notifications.unsubscribe"), results);
	}

	// with 202 as other clients report; with 400 one could not say of which of several
	private static boolean isNotSubscribed(BiginException failure, List<String> ids) {
		return ids.size() == 1 && WatchResponseReader.NOT_SUBSCRIBED.equals(failure.getCode());
	}

	private static WatchResponseReader.Results<Unsubscription> notSubscribed(String channelId) {
		return new WatchResponseReader.Results<>(
				List.of(new Unsubscription(channelId, WatchResponseReader.NOT_SUBSCRIBED)), null);
	}

	private <T> Mono<T> observe(String operation, Mono<T> source) {
		return this.observer.observe(Operation.of(operation), source);
	}

	private WatchResponseReader reader(HttpMethod method) {
		return new WatchResponseReader(this.jsonMapper, method, PATH);
	}

}
