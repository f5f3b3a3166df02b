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

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A channel that a {@link WatchRenewal} keeps alive.
 *
 * @param channelId the id of the channel
 * @param expiresAt when it expires unless it is renewed before, or {@code null} where it
 * has not been subscribed to since the renewal was started
 * @since 0.1.0
 */
public record KeptChannel(String channelId, @Nullable Instant expiresAt) {

	/**
	 * Check the parts.
	 * @param channelId the id of the channel
	 * @param expiresAt when it expires unless it is renewed before, or {@code null} where
	 * it has not been subscribed to since the renewal was started
	 */
	public KeptChannel {
		Assert.notNull(channelId, "'channelId' must not be null");
	}

}
