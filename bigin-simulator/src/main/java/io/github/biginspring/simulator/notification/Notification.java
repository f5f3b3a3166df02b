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

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A message of a channel.
 *
 * @param channelId the id of the channel
 * @param url where to send it
 * @param body the body, which holds the channel's token
 * @since 0.1.0
 */
public record Notification(String channelId, URI url, Map<String, @Nullable Object> body) {

	/**
	 * Keep a copy of the body.
	 * @param channelId the id of the channel
	 * @param url where to send it
	 * @param body the body, which holds the channel's token
	 */
	public Notification {
		body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
	}

	/**
	 * The channel alone; the URL and the body can hold secrets.
	 */
	@Override
	public String toString() {
		return "Notification of channel " + this.channelId;
	}

}
