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

import org.jspecify.annotations.Nullable;

/**
 * The result of ending a channel. In any case the channel sends no further notification.
 *
 * @param channelId the id of the channel, or {@code null} where Bigin does not say which
 * one it means
 * @param code Bigin's code: {@code SUCCESS} or {@code NOT_SUBSCRIBED}
 * @since 0.1.0
 */
public record Unsubscription(@Nullable String channelId, String code) {

	/**
	 * Whether there was a subscription that has now ended.
	 * @return {@code false} where nothing was subscribed to on the channel
	 */
	public boolean wasSubscribed() {
		return "SUCCESS".equals(this.code);
	}

}
