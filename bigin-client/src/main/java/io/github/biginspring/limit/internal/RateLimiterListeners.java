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

package io.github.biginspring.limit.internal;

import java.util.List;
import java.util.function.Consumer;

import io.github.biginspring.internal.ListenerFailures;
import io.github.biginspring.limit.RateLimiterListener;

/**
 * The listeners of a rate limiter. What one of them fails with harms neither the call nor
 * the rate limiter.
 */
final class RateLimiterListeners {

	private final List<RateLimiterListener> listeners;

	RateLimiterListeners(List<RateLimiterListener> listeners) {
		this.listeners = List.copyOf(listeners);
	}

	boolean isEmpty() {
		return this.listeners.isEmpty();
	}

	void tell(Consumer<RateLimiterListener> news) {
		for (RateLimiterListener listener : this.listeners) {
			try {
				news.accept(listener);
			}
			catch (Throwable ex) {
				new ListenerFailures().failed(listener, ex);
			}
		}
	}

}
