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

import java.time.Duration;
import java.time.Instant;

/**
 * Listener that is notified when a channel of a {@link WatchRenewal} is subscribed to or
 * renewed, or when that fails. It is called on a thread that must not be blocked.
 *
 * @since 0.1.0
 */
public interface WatchRenewalListener {

	/**
	 * A channel was subscribed to for the first time since the renewal was started. What
	 * has changed before, as while the application was down, may never have been sent.
	 * @param channelId the id of the channel
	 * @param expiresAt when it expires, unless it is renewed
	 */
	default void subscribed(String channelId, Instant expiresAt) {
	}

	/**
	 * A channel was renewed in time.
	 * @param channelId the id of the channel
	 * @param expiresAt when it expires, unless it is renewed
	 */
	default void renewed(String channelId, Instant expiresAt) {
	}

	/**
	 * A channel had expired, or was gone, and was subscribed to again. What has changed
	 * in between was not sent: read what was modified since.
	 * @param channelId the id of the channel
	 * @param expiresAt when it expires, unless it is renewed
	 */
	default void resubscribed(String channelId, Instant expiresAt) {
	}

	/**
	 * An attempt to subscribe or renew has failed. There will be another one.
	 * @param channelId the id of the channel
	 * @param failure what it failed with
	 * @param pause how long until the next attempt
	 */
	default void failed(String channelId, Throwable failure, Duration pause) {
	}

}
