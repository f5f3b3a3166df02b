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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.call.CallPriority;

/**
 * The calls that wait, in the order in which they came, interactive ones first. Used by
 * one thread at a time.
 */
final class WaitingCalls {

	private final Map<CallPriority, Deque<Waiter>> queues = new EnumMap<>(CallPriority.class);

	WaitingCalls() {
		for (CallPriority priority : CallPriority.values()) {
			this.queues.put(priority, new ArrayDeque<>());
		}
	}

	void add(Waiter waiter) {
		queue(waiter.call().priority()).add(waiter);
	}

	/**
	 * Take out the first call that may go. Those that have given up are dropped on the
	 * way.
	 * @param mayGo whether a call may go, for instance because its connection is free
	 * @return the call, or {@code null}
	 */
	@Nullable Waiter peek(Predicate<Waiter> mayGo) {
		for (CallPriority priority : CallPriority.values()) {
			for (Iterator<Waiter> waiters = queue(priority).iterator(); waiters.hasNext();) {
				Waiter waiter = waiters.next();
				if (!waiter.isWaiting()) {
					waiters.remove();
				}
				else if (mayGo.test(waiter)) {
					return waiter;
				}
			}
		}
		return null;
	}

	void remove(Waiter waiter) {
		queue(waiter.call().priority()).remove(waiter);
	}

	private Deque<Waiter> queue(CallPriority priority) {
		Deque<Waiter> queue = this.queues.get(priority);
		if (queue == null) {
			throw new IllegalStateException("No queue for " + priority);
		}
		return queue;
	}

}
