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

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The tokens that notifications are checked against: one for each channel, or one for
 * all.
 *
 * @since 0.1.0
 */
public final class NotificationTokens {

	private final @Nullable NotificationToken common;

	private final Map<String, NotificationToken> byChannel;

	private NotificationTokens(@Nullable NotificationToken common, Map<String, NotificationToken> byChannel) {
		this.common = common;
		this.byChannel = Map.copyOf(byChannel);
		Assert.isTrue(common != null || !byChannel.isEmpty(), "There must be a token");
	}

	/**
	 * One token for all channels.
	 * @param token the token
	 * @return the tokens
	 */
	public static NotificationTokens of(NotificationToken token) {
		Assert.notNull(token, "'token' must not be null");
		return new NotificationTokens(token, Map.of());
	}

	/**
	 * A token for each channel.
	 * @param common the token of channels that are not named, or {@code null} to refuse
	 * what comes on those
	 * @param byChannel the tokens by the id of the channel
	 * @return the tokens
	 * @throws IllegalArgumentException if there is none at all
	 */
	public static NotificationTokens of(@Nullable NotificationToken common, Map<String, NotificationToken> byChannel) {
		Assert.notNull(byChannel, "'byChannel' must not be null");
		byChannel.forEach((channelId, token) -> {
			Assert.notNull(channelId, "'byChannel' must not contain null keys");
			Assert.notNull(token, () -> "The token of channel " + channelId + " in 'byChannel' must not be null");
		});
		return new NotificationTokens(common, byChannel);
	}

	boolean match(String channelId, @Nullable String presented) {
		NotificationToken token = this.byChannel.getOrDefault(channelId, this.common);
		return token != null && token.matches(presented);
	}

	@Override
	public String toString() {
		return "NotificationTokens[channels=" + this.byChannel.keySet() + "]";
	}

}
