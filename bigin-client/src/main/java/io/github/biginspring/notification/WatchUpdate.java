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

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.internal.call.ChannelId;

/**
 * A change of a channel. What is not set stays as it is, including the expiry.
 *
 * <pre class="code">
 * WatchUpdate update = WatchUpdate.channel("90210")
 *     .events(WatchEvent.all(Contact.class))
 *     .options(WatchOptions.none().withFieldValues())
 *     .build();
 * </pre>
 *
 * @since 0.1.0
 */
public final class WatchUpdate {

	private final String channelId;

	private final List<WatchEvent> events;

	private final @Nullable URI notifyUrl;

	private final @Nullable NotificationToken token;

	private final @Nullable Duration timeToLive;

	private final @Nullable WatchOptions options;

	private WatchUpdate(Builder builder) {
		this.channelId = builder.channelId;
		this.events = builder.events;
		this.notifyUrl = builder.notifyUrl;
		this.token = builder.token;
		this.timeToLive = builder.timeToLive;
		this.options = builder.options;
	}

	/**
	 * Start an update.
	 * @param channelId the id of the channel
	 * @return a builder
	 * @throws IllegalArgumentException if it is not a channel id
	 */
	public static Builder channel(String channelId) {
		Assert.notNull(channelId, "'channelId' must not be null");
		return new Builder(channelId);
	}

	/**
	 * Return the id of the channel.
	 * @return the id
	 */
	public String channelId() {
		return this.channelId;
	}

	/**
	 * Return the events that take the place of those of the channel.
	 * @return the events, empty where they stay
	 */
	public List<WatchEvent> events() {
		return this.events;
	}

	/**
	 * Return the URL to notify.
	 * @return the URL, or {@code null} where it stays
	 */
	public @Nullable URI notifyUrl() {
		return this.notifyUrl;
	}

	/**
	 * Return what is sent with each notification.
	 * @return the token, or {@code null} where it stays
	 */
	public @Nullable NotificationToken token() {
		return this.token;
	}

	/**
	 * Return for how long the channel lives from now on.
	 * @return at most a day, or {@code null} where its expiry stays
	 */
	public @Nullable Duration timeToLive() {
		return this.timeToLive;
	}

	/**
	 * Return what the channel tells of beyond its events.
	 * @return the options, or {@code null} where they stay
	 */
	public @Nullable WatchOptions options() {
		return this.options;
	}

	@Override
	public String toString() {
		return "WatchUpdate[channelId=" + this.channelId + ", events=" + this.events + "]";
	}

	/**
	 * Builds a {@link WatchUpdate}.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private final String channelId;

		private List<WatchEvent> events = List.of();

		private @Nullable URI notifyUrl;

		private @Nullable NotificationToken token;

		private @Nullable Duration timeToLive;

		private @Nullable WatchOptions options;

		private Builder(String channelId) {
			this.channelId = ChannelId.check(channelId);
		}

		/**
		 * Set the events that take the place of those of the channel.
		 * @param events the events, at least one
		 * @return this builder
		 */
		public Builder events(WatchEvent... events) {
			Assert.notNull(events, "'events' must not be null");
			return events(Arrays.asList(events));
		}

		/**
		 * Set the events that take the place of those of the channel.
		 * @param events the events, at least one
		 * @return this builder
		 * @throws IllegalArgumentException if there is none: to end a channel,
		 * unsubscribe
		 */
		public Builder events(Collection<WatchEvent> events) {
			Assert.notNull(events, "'events' must not be null");
			Assert.noNullElements(events, "'events' must not contain null elements");
			Assert.notEmpty(events,
					() -> "Channel " + this.channelId + " needs at least one event: to end it, unsubscribe");
			this.events = List.copyOf(events);
			return this;
		}

		/**
		 * Set the URL to notify.
		 * @param notifyUrl an absolute URL that Bigin can reach
		 * @return this builder
		 */
		public Builder notifyUrl(URI notifyUrl) {
			Assert.notNull(notifyUrl, "'notifyUrl' must not be null");
			WatchRequest.checkNotifyUrl(this.channelId, notifyUrl);
			this.notifyUrl = notifyUrl;
			return this;
		}

		/**
		 * Set what is sent with each notification.
		 * @param token the token
		 * @return this builder
		 */
		public Builder token(NotificationToken token) {
			Assert.notNull(token, "'token' must not be null");
			this.token = token;
			return this;
		}

		/**
		 * Set for how long the channel lives from now on.
		 * @param timeToLive at most a day
		 * @return this builder
		 */
		public Builder timeToLive(Duration timeToLive) {
			Assert.notNull(timeToLive, "'timeToLive' must not be null");
			WatchRequest.checkTimeToLive(this.channelId, timeToLive);
			this.timeToLive = timeToLive;
			return this;
		}

		/**
		 * Set what the channel tells of beyond its events, and which updates it leaves
		 * out. What these options do not have is switched off.
		 * @param options the options
		 * @return this builder
		 */
		public Builder options(WatchOptions options) {
			Assert.notNull(options, "'options' must not be null");
			this.options = options;
			return this;
		}

		/**
		 * Build the update.
		 * @return the update
		 * @throws IllegalArgumentException if it changes nothing
		 */
		public WatchUpdate build() {
			Assert.isTrue(
					!this.events.isEmpty() || this.notifyUrl != null || this.token != null || this.timeToLive != null
							|| this.options != null,
					() -> "There is nothing to change about channel " + this.channelId + ": set what is to be changed");
			return new WatchUpdate(this);
		}

	}

}
