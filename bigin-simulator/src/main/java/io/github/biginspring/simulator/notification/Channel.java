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
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Where to tell of which changes, and until when.
 *
 * @param id the id, which its owner chose
 * @param events what it tells of
 * @param notifyUrl where to
 * @param token what the owner knows the messages by, a secret
 * @param expiry when it ends
 * @param options what else its owner asked for, by name
 */
record Channel(String id, List<WatchedEvent> events, URI notifyUrl, @Nullable String token, Instant expiry,
		Map<String, Object> options) {

	/**
	 * The channel without some events. To tell of all kinds of change but one is to tell
	 * of the others.
	 * @param dropped the events to leave out
	 * @return a copy
	 */
	Channel without(List<WatchedEvent> dropped) {
		Set<WatchedEvent> remaining = new LinkedHashSet<>();
		for (WatchedEvent event : this.events) {
			boolean split = WatchedEvent.ALL.equals(event.kind())
					&& dropped.stream().anyMatch((other) -> other.module().equals(event.module()));
			if (split) {
				WatchedEvent.KINDS.forEach((kind) -> remaining.add(new WatchedEvent(event.module(), kind)));
			}
			else {
				remaining.add(event);
			}
		}
		remaining.removeIf((event) -> dropped.contains(event)
				|| dropped.contains(new WatchedEvent(event.module(), WatchedEvent.ALL)));
		return new Channel(this.id, List.copyOf(remaining), this.notifyUrl, this.token, this.expiry, this.options);
	}

	List<String> modules() {
		return this.events.stream().map(WatchedEvent::module).distinct().toList();
	}

	@Override
	public String toString() {
		return "Channel " + this.id + " of " + this.events;
	}

}
