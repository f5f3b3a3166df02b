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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.limit.CallPriority;

/**
 * All calls that wait or are in flight, by connection. A connection all of whose calls
 * are in flight does not hold up the others, and interactive calls leave the others a
 * share. What has nothing to do is not kept, and no choice looks at more than the first
 * call of a queue. Used by one thread at a time.
 */
final class ConnectionQueues {

	/**
	 * How many interactive calls go at most before one that is not, where one waits.
	 */
	static final int MAX_INTERACTIVE_IN_A_ROW = 9;

	private static final CallPriority[] PRIORITIES = CallPriority.values();

	private final Map<String, ConnectionQueue> queues = new HashMap<>();

	// in the order in which they came, whether or not their connection is free
	private final List<LinkedHashSet<PendingCall>> waiting = new ArrayList<>();

	// of each connection that is free, the first one
	private final List<TreeMap<Long, PendingCall>> ready = new ArrayList<>();

	private final int maxInFlight;

	private int inFlight;

	private long entered;

	// those that went where another could have gone, since the last one that is not
	// interactive
	private int interactiveInARow;

	ConnectionQueues(int maxInFlight) {
		this.maxInFlight = maxInFlight;
		for (CallPriority priority : PRIORITIES) {
			this.waiting.add(priority.ordinal(), new LinkedHashSet<>());
			this.ready.add(priority.ordinal(), new TreeMap<>());
		}
	}

	/**
	 * Put a call in line.
	 * @param call the call
	 * @param now when its wait begins, in nanoseconds
	 */
	void add(PendingCall call, long now) {
		call.lineUp(this.entered++, now);
		ConnectionQueue queue = queue(call.connection());
		queue.add(call);
		waitingOf(call.call().priority()).add(call);
		noteReady(queue, call.call().priority());
	}

	/**
	 * Take a call out of the line.
	 * @param call the call
	 */
	void remove(PendingCall call) {
		ConnectionQueue queue = this.queues.get(call.connection());
		if (queue != null && queue.remove(call)) {
			waitingOf(call.call().priority()).remove(call);
			noteReady(queue, call.call().priority());
			removeIfEmpty(call.connection(), queue);
		}
	}

	/**
	 * Whether another call of a connection may be in flight.
	 * @param connection the connection
	 * @return {@code true} if it may
	 */
	boolean isFree(String connection) {
		ConnectionQueue queue = this.queues.get(connection);
		return queue == null || queue.inFlight() < this.maxInFlight;
	}

	/**
	 * Count a call as in flight, and take it out of the line where it stands in one.
	 * @param call the call
	 */
	void start(PendingCall call) {
		ConnectionQueue queue = queue(call.connection());
		if (queue.remove(call)) {
			waitingOf(call.call().priority()).remove(call);
		}
		if (call.call().priority() == CallPriority.BACKGROUND) {
			this.interactiveInARow = 0;
		}
		else if (first(CallPriority.BACKGROUND) != null) {
			this.interactiveInARow++;
		}
		queue.started();
		this.inFlight++;
		noteReady(queue);
	}

	void ended(String connection) {
		ConnectionQueue queue = this.queues.get(connection);
		if (queue != null) {
			queue.ended();
			this.inFlight--;
			noteReady(queue);
			removeIfEmpty(connection, queue);
		}
	}

	private ConnectionQueue queue(String connection) {
		return this.queues.computeIfAbsent(connection, (absent) -> new ConnectionQueue());
	}

	private void removeIfEmpty(String connection, ConnectionQueue queue) {
		if (queue.isEmpty()) {
			this.queues.remove(connection);
		}
	}

	private void noteReady(ConnectionQueue queue) {
		for (CallPriority priority : PRIORITIES) {
			noteReady(queue, priority);
		}
	}

	private void noteReady(ConnectionQueue queue, CallPriority priority) {
		PendingCall before = queue.ready(priority);
		PendingCall first = (queue.inFlight() < this.maxInFlight) ? queue.first(priority) : null;
		if (first != before) {
			TreeMap<Long, PendingCall> all = this.ready.get(priority.ordinal());
			if (before != null) {
				all.remove(before.number());
			}
			if (first != null) {
				all.put(first.number(), first);
			}
			queue.setReady(priority, first);
		}
	}

	/**
	 * Return the call whose turn it is: of those whose connection is free, the first one
	 * of the highest priority, or of the other one where that has been passed by too
	 * often.
	 * @return the call, or {@code null}
	 */
	@Nullable PendingCall next() {
		PendingCall interactive = first(CallPriority.INTERACTIVE);
		PendingCall background = (interactive == null || this.interactiveInARow >= MAX_INTERACTIVE_IN_A_ROW)
				? first(CallPriority.BACKGROUND) : null;
		return (background != null) ? background : interactive;
	}

	private @Nullable PendingCall first(CallPriority priority) {
		Map.Entry<Long, PendingCall> first = this.ready.get(priority.ordinal()).firstEntry();
		return (first != null) ? first.getValue() : null;
	}

	/**
	 * Return the call that has waited longest, whether or not its connection is free.
	 * @return the call, or {@code null}
	 */
	@Nullable PendingCall oldest() {
		PendingCall oldest = null;
		for (CallPriority priority : PRIORITIES) {
			LinkedHashSet<PendingCall> calls = waitingOf(priority);
			PendingCall first = !calls.isEmpty() ? calls.iterator().next() : null;
			if (first != null && (oldest == null || first.number() < oldest.number())) {
				oldest = first;
			}
		}
		return oldest;
	}

	private LinkedHashSet<PendingCall> waitingOf(CallPriority priority) {
		return this.waiting.get(priority.ordinal());
	}

	int waiting(CallPriority priority) {
		return waitingOf(priority).size();
	}

	int waiting() {
		int all = 0;
		for (CallPriority priority : PRIORITIES) {
			all += waiting(priority);
		}
		return all;
	}

	int inFlight() {
		return this.inFlight;
	}

	/**
	 * Return how many connections are kept.
	 * @return those with a call that waits or is in flight
	 */
	int connections() {
		return this.queues.size();
	}

}
