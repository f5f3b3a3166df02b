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

package io.github.biginspring.limit;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.call.CallPriority;

/**
 * The calls of one connection: how many are under way, and those that wait, in the order
 * in which they came. Used by one thread at a time.
 */
final class Lane {

	// sets that keep the order: one that gives up leaves at once, wherever it stands
	private final Map<CallPriority, LinkedHashSet<Waiter>> waiting = new EnumMap<>(CallPriority.class);

	private int underWay;

	void add(Waiter waiter) {
		this.waiting.computeIfAbsent(waiter.call().priority(), (priority) -> new LinkedHashSet<>()).add(waiter);
	}

	boolean remove(Waiter waiter) {
		LinkedHashSet<Waiter> queue = this.waiting.get(waiter.call().priority());
		return queue != null && queue.remove(waiter);
	}

	@Nullable Waiter first(CallPriority priority) {
		LinkedHashSet<Waiter> queue = this.waiting.get(priority);
		return (queue != null && !queue.isEmpty()) ? queue.iterator().next() : null;
	}

	void started() {
		this.underWay++;
	}

	void ended() {
		this.underWay--;
	}

	int underWay() {
		return this.underWay;
	}

	boolean isEmpty() {
		if (this.underWay > 0) {
			return false;
		}
		for (LinkedHashSet<Waiter> queue : this.waiting.values()) {
			if (!queue.isEmpty()) {
				return false;
			}
		}
		return true;
	}

}
