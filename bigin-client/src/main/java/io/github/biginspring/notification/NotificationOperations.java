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

import java.util.Collection;
import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Subscribes to notifications of changes. A subscription is made on a channel, whose id
 * the application chooses, and ends after at most a day: {@link WatchRenewal} keeps it
 * alive. All that arrives can be given to a {@link NotificationReceiver}.
 *
 * <pre class="code">
 * Mono&lt;WatchSubscription&gt; subscribed = bigin.notifications()
 *     .subscribe(WatchRequest.channel("90210")
 *         .events(WatchEvent.all(Contact.class))
 *         .notifyUrl(URI.create("https://app.example.com/bigin/notifications"))
 *         .token(NotificationToken.of(secret))
 *         .build());
 * </pre>
 *
 * @since 0.1.0
 */
public interface NotificationOperations {

	/**
	 * How many channels one call renews or changes at most (Bigin's documentation).
	 */
	int MAX_CHANNELS = 100;

	/**
	 * Subscribe. Subscribing again on the same channel renews it (as other clients
	 * report), so a call whose outcome is unknown is repeated.
	 * @param request what is subscribed to
	 * @return what Bigin confirms; a
	 * {@link io.github.biginspring.error.BiginInvalidRequestException} where it refuses
	 */
	Mono<WatchSubscription> subscribe(WatchRequest request);

	/**
	 * Make a channel that is subscribed to live longer, and replace its events, its URL
	 * and, where the request has them, its token and options. Options that the request
	 * has are sent as a whole, also what they switch off.
	 * @param request what is subscribed to
	 * @return what Bigin confirms; a
	 * {@link io.github.biginspring.error.BiginInvalidRequestException} where it refuses
	 */
	Mono<WatchSubscription> renew(WatchRequest request);

	/**
	 * Renew several channels by one call.
	 * @param requests what is subscribed to, at most {@link #MAX_CHANNELS}; for none no
	 * call is made
	 * @return what Bigin confirms of each, in the order given, as by
	 * {@link #renew(WatchRequest)}. Where Bigin refuses one, its exception, which names
	 * the channel, follows the results of the others
	 * @throws IllegalArgumentException if there are too many, or two of one channel
	 */
	Flux<WatchSubscription> renewAll(Collection<WatchRequest> requests);

	/**
	 * Change a channel, and leave all that the update does not set as it is.
	 * @param update what is to change
	 * @return what Bigin confirms; a
	 * {@link io.github.biginspring.error.BiginInvalidRequestException} where it refuses
	 */
	Mono<WatchSubscription> update(WatchUpdate update);

	/**
	 * Change several channels by one call.
	 * @param updates what is to change, at most {@link #MAX_CHANNELS}; for none no call
	 * is made
	 * @return what Bigin confirms of each, in the order given. Where Bigin refuses one,
	 * its exception, which names the channel, follows the results of the others
	 * @throws IllegalArgumentException if there are too many, or two of one channel
	 */
	Flux<WatchSubscription> updateAll(Collection<WatchUpdate> updates);

	/**
	 * Read all channels, page after page.
	 * @return the channels, one element for each module that a channel watches; none
	 * where there are none
	 */
	Flux<WatchedChannel> list();

	/**
	 * Read a channel.
	 * @param channelId the id of the channel
	 * @return the channel, one element for each module that it watches; none where there
	 * is no such channel
	 * @throws IllegalArgumentException if it is not a channel id
	 */
	Flux<WatchedChannel> list(String channelId);

	/**
	 * Read the channels that watch a module.
	 * @param module the API name of the module, which is case-sensitive
	 * @return the channels; none where there are none
	 * @throws IllegalArgumentException if it is not an API name
	 */
	Flux<WatchedChannel> listByModule(String module);

	/**
	 * Read the channels that watch the module of a type.
	 * @param type a type with {@link io.github.biginspring.model.BiginModule}
	 * @return the channels; none where there are none
	 * @throws IllegalArgumentException if the type does not say its module
	 */
	default Flux<WatchedChannel> listByModule(Class<?> type) {
		Assert.notNull(type, "'type' must not be null");
		return listByModule(WatchEvent.all(type).module());
	}

	/**
	 * Tell no more of some events on a channel.
	 * @param channelId the id of the channel
	 * @param events the events to remove; for none no call is made
	 * @return completes when it is done; a
	 * {@link io.github.biginspring.error.BiginInvalidRequestException} where Bigin
	 * refuses
	 * @throws IllegalArgumentException if it is not a channel id
	 */
	Mono<Void> removeEvents(String channelId, WatchEvent... events);

	/**
	 * End channels.
	 * @param channelIds the ids of the channels; for none no call is made
	 * @return what became of each, as far as Bigin says; that nothing was subscribed to
	 * on a channel is no error. Where Bigin refuses to end one, its exception follows the
	 * results of the others
	 * @throws IllegalArgumentException if one is not a channel id
	 */
	Flux<Unsubscription> unsubscribe(Collection<String> channelIds);

	/**
	 * End channels.
	 * @param channelIds the ids of the channels; for none no call is made
	 * @return as {@link #unsubscribe(Collection)}
	 * @throws IllegalArgumentException if one is not a channel id
	 */
	default Flux<Unsubscription> unsubscribe(String... channelIds) {
		Assert.notNull(channelIds, "'channelIds' must not be null");
		Assert.noNullElements(channelIds, "'channelIds' must not contain null elements");
		return unsubscribe(List.of(channelIds));
	}

}
