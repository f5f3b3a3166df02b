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

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Configuration properties of the notifications of changes.
 *
 * @since 0.1.0
 */
@ConfigurationProperties("bigin.notifications")
public class NotificationProperties {

	/**
	 * Token of the channels without their own, a secret of up to 50 characters. It is
	 * sent with each subscription and required in each notification.
	 */
	private @Nullable String token;

	/**
	 * URL that Bigin calls, for channels without their own.
	 */
	private @Nullable String notifyUrl;

	/**
	 * Lifetime of a channel until it is renewed, at most a day.
	 */
	private Duration timeToLive = Duration.ofHours(23);

	/**
	 * Channels by their id, which the application chooses.
	 */
	private final Map<String, Channel> channels = new LinkedHashMap<>();

	private final Renewal renewal = new Renewal();

	private final Receiver receiver = new Receiver();

	public @Nullable String getToken() {
		return this.token;
	}

	public void setToken(@Nullable String token) {
		this.token = token;
	}

	public @Nullable String getNotifyUrl() {
		return this.notifyUrl;
	}

	public void setNotifyUrl(@Nullable String notifyUrl) {
		this.notifyUrl = notifyUrl;
	}

	public Duration getTimeToLive() {
		return this.timeToLive;
	}

	public void setTimeToLive(Duration timeToLive) {
		this.timeToLive = timeToLive;
	}

	public Map<String, Channel> getChannels() {
		return this.channels;
	}

	public Renewal getRenewal() {
		return this.renewal;
	}

	public Receiver getReceiver() {
		return this.receiver;
	}

	/**
	 * A channel.
	 */
	public static class Channel {

		/**
		 * Events that the channel notifies of, such as Contacts.all or Pipelines.create.
		 */
		private List<String> events = new ArrayList<>();

		/**
		 * URL that Bigin calls, if it is not the common one.
		 */
		private @Nullable String notifyUrl;

		/**
		 * Token of the channel, if it is not the common one.
		 */
		private @Nullable String token;

		public List<String> getEvents() {
			return this.events;
		}

		public void setEvents(List<String> events) {
			this.events = events;
		}

		public @Nullable String getNotifyUrl() {
			return this.notifyUrl;
		}

		public void setNotifyUrl(@Nullable String notifyUrl) {
			this.notifyUrl = notifyUrl;
		}

		public @Nullable String getToken() {
			return this.token;
		}

		public void setToken(@Nullable String token) {
			this.token = token;
		}

	}

	/**
	 * Renewal.
	 */
	public static class Renewal {

		/**
		 * Whether the application subscribes to the configured channels when it starts,
		 * and renews them while it runs.
		 */
		private boolean enabled;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

	}

	/**
	 * Receiver.
	 */
	public static class Receiver {

		/**
		 * Whether an endpoint that receives notifications is added.
		 */
		private boolean enabled;

		/**
		 * Path of the endpoint.
		 */
		private String path = "/bigin/notifications";

		/**
		 * Maximum size of a notification.
		 */
		private DataSize maxBodySize = DataSize.ofKilobytes(256);

		/**
		 * Number of notifications kept for each slow subscriber; then the oldest ones are
		 * dropped.
		 */
		private int bufferSize = 1024;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public String getPath() {
			return this.path;
		}

		public void setPath(String path) {
			this.path = path;
		}

		public DataSize getMaxBodySize() {
			return this.maxBodySize;
		}

		public void setMaxBodySize(DataSize maxBodySize) {
			this.maxBodySize = maxBodySize;
		}

		public int getBufferSize() {
			return this.bufferSize;
		}

		public void setBufferSize(int bufferSize) {
			this.bufferSize = bufferSize;
		}

	}

}
