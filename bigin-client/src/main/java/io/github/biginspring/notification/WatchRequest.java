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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

import io.github.biginspring.internal.call.ChannelId;

/**
 * A request to subscribe to a channel: its events, its URL and its lifetime.
 *
 * <pre class="code">
 * WatchRequest request = WatchRequest.channel("90210")
 *     .events(WatchEvent.all(Contact.class), WatchEvent.created("Pipelines"))
 *     .notifyUrl(URI.create("https://app.example.com/bigin/notifications"))
 *     .token(NotificationToken.of(secret))
 *     .build();
 * </pre>
 *
 * @since 0.1.0
 */
public final class WatchRequest {

	/**
	 * The maximum lifetime of a channel (Bigin's documentation).
	 */
	public static final Duration MAX_TIME_TO_LIVE = Duration.ofDays(1);

	private final String channelId;

	private final List<WatchEvent> events;

	private final URI notifyUrl;

	private final @Nullable NotificationToken token;

	private final @Nullable Duration timeToLive;

	private final @Nullable WatchOptions options;

	private WatchRequest(String channelId, List<WatchEvent> events, URI notifyUrl, @Nullable NotificationToken token,
			@Nullable Duration timeToLive, @Nullable WatchOptions options) {
		Assert.notNull(channelId, "'channelId' must not be null");
		ChannelId.check(channelId);
		Assert.notNull(events, "'events' must not be null");
		Assert.noNullElements(events, "'events' must not contain null elements");
		Assert.notNull(notifyUrl, "'notifyUrl' must not be null");
		Assert.notEmpty(events, () -> "Channel " + channelId + " needs at least one event");
		checkNotifyUrl(channelId, notifyUrl);
		checkTimeToLive(channelId, timeToLive);
		this.channelId = channelId;
		this.events = List.copyOf(events);
		this.notifyUrl = notifyUrl;
		this.token = token;
		this.timeToLive = timeToLive;
		this.options = options;
	}

	// without the URL: it can hold a secret
	static void checkNotifyUrl(String channelId, URI notifyUrl) {
		Assert.isTrue(notifyUrl.getHost() != null
				&& ("https".equalsIgnoreCase(notifyUrl.getScheme()) || "http".equalsIgnoreCase(notifyUrl.getScheme())),
				() -> "Channel " + channelId + " needs an absolute http or https URL to notify");
	}

	static void checkTimeToLive(String channelId, @Nullable Duration timeToLive) {
		Assert.isTrue(timeToLive == null || timeToLive.toSeconds() > 0 && timeToLive.compareTo(MAX_TIME_TO_LIVE) <= 0,
				() -> "Channel " + channelId + " cannot live for " + timeToLive + ": it lives for at most a day");
	}

	/**
	 * Start a request.
	 * @param channelId the id of the channel, which the application chooses
	 * @return a builder
	 */
	public static Builder channel(String channelId) {
		Assert.notNull(channelId, "'channelId' must not be null");
		return new Builder(channelId);
	}

	/**
	 * Return the id of the channel.
	 * @return the id, which the application chose
	 */
	public String channelId() {
		return this.channelId;
	}

	/**
	 * Return the events.
	 * @return the events, at least one
	 */
	public List<WatchEvent> events() {
		return this.events;
	}

	/**
	 * Return the URL to notify.
	 * @return the URL
	 */
	public URI notifyUrl() {
		return this.notifyUrl;
	}

	/**
	 * Return what is sent with each notification.
	 * @return the token, or {@code null}, which lets nobody tell a true notification from
	 * a forged one
	 */
	public @Nullable NotificationToken token() {
		return this.token;
	}

	/**
	 * Return for how long the channel lives.
	 * @return at most a day, or {@code null} for the service's own 2 hours
	 */
	public @Nullable Duration timeToLive() {
		return this.timeToLive;
	}

	/**
	 * Return what the channel tells of beyond its events.
	 * @return the options, {@link WatchOptions#none()} where none were set
	 */
	public WatchOptions options() {
		return (this.options != null) ? this.options : WatchOptions.none();
	}

	/**
	 * Whether options were set, be it {@link WatchOptions#none()}. Without them a renewal
	 * leaves those of the channel as they are.
	 * @return {@code true} if they were set
	 */
	public boolean hasOptions() {
		return this.options != null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof WatchRequest request && this.channelId.equals(request.channelId)
				&& this.events.equals(request.events) && this.notifyUrl.equals(request.notifyUrl)
				&& Objects.equals(this.token, request.token) && Objects.equals(this.timeToLive, request.timeToLive)
				&& Objects.equals(this.options, request.options);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.channelId, this.events, this.notifyUrl);
	}

	@Override
	public String toString() {
		return "WatchRequest[channelId=" + this.channelId + ", events=" + this.events + "]";
	}

	/**
	 * Builds a {@link WatchRequest}.
	 *
	 * @since 0.1.0
	 */
	public static final class Builder {

		private final String channelId;

		private final List<WatchEvent> events = new ArrayList<>();

		private @Nullable URI notifyUrl;

		private @Nullable NotificationToken token;

		private @Nullable Duration timeToLive = Duration.ofHours(23);

		private @Nullable WatchOptions options;

		private Builder(String channelId) {
			this.channelId = ChannelId.check(channelId);
		}

		/**
		 * Add events.
		 * @param events the events
		 * @return this builder
		 */
		public Builder events(WatchEvent... events) {
			Assert.notNull(events, "'events' must not be null");
			return events(Arrays.asList(events));
		}

		/**
		 * Add events.
		 * @param events the events
		 * @return this builder
		 */
		public Builder events(Collection<WatchEvent> events) {
			Assert.notNull(events, "'events' must not be null");
			Assert.noNullElements(events, "'events' must not contain null elements");
			this.events.addAll(events);
			return this;
		}

		/**
		 * Set the URL to notify.
		 * @param notifyUrl an absolute URL that Bigin can reach
		 * @return this builder
		 */
		public Builder notifyUrl(URI notifyUrl) {
			Assert.notNull(notifyUrl, "'notifyUrl' must not be null");
			this.notifyUrl = notifyUrl;
			return this;
		}

		/**
		 * Set what is sent with each notification.
		 * @param token the token, or {@code null} for none
		 * @return this builder
		 */
		public Builder token(@Nullable NotificationToken token) {
			this.token = token;
			return this;
		}

		/**
		 * Set for how long the channel lives. 23 hours by default: a whole day would be
		 * too long where the clocks differ.
		 * @param timeToLive at most a day, or {@code null} for the service's own 2 hours
		 * @return this builder
		 */
		public Builder timeToLive(@Nullable Duration timeToLive) {
			this.timeToLive = timeToLive;
			return this;
		}

		/**
		 * Set what the channel tells of beyond its events, and which updates it leaves
		 * out. A renewal also switches off what these options do not have; without any it
		 * leaves those of the channel as they are.
		 * @param options the options
		 * @return this builder
		 */
		public Builder options(WatchOptions options) {
			Assert.notNull(options, "'options' must not be null");
			this.options = options;
			return this;
		}

		/**
		 * Build the request.
		 * @return the request
		 * @throws IllegalArgumentException if a part is missing or cannot be
		 */
		public WatchRequest build() {
			Assert.notNull(this.notifyUrl, () -> "Channel " + this.channelId + " needs a URL to notify");
			return new WatchRequest(this.channelId, this.events, this.notifyUrl, this.token, this.timeToLive,
					this.options);
		}

	}

}
