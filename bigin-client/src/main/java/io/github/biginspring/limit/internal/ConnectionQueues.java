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

	private static final Rank[] RANKS = Rank.values();

	private final Map<String, ConnectionQueue> queues = new HashMap<>();

	// in the order in which they came, whether or not their connection is free
	private final List<LinkedHashSet<PendingCall>> waiting = new ArrayList<>();

	// of each connection that is free, the first one
	private final List<TreeMap<Long, PendingCall>> ready = new ArrayList<>();

	private final int maxInFlight;

	private int waitingInAll;

	private int inFlight;

	private long entered;

	// those that went where another could have gone, since the last one that is not
	// interactive
	private int interactiveInARow;

	ConnectionQueues(int maxInFlight) {
		this.maxInFlight = maxInFlight;
		for (Rank rank : RANKS) {
			this.waiting.add(rank.ordinal(), new LinkedHashSet<>());
			this.ready.add(rank.ordinal(), new TreeMap<>());
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
		waitingOf(call.rank()).add(call);
		this.waitingInAll++;
		noteReady(queue, call.rank());
	}

	/**
	 * Take a call out of the line.
	 * @param call the call
	 */
	void remove(PendingCall call) {
		ConnectionQueue queue = this.queues.get(call.connection());
		if (queue != null && leave(queue, call)) {
			noteReady(queue, call.rank());
			removeIfEmpty(call.connection(), queue);
		}
	}

	private boolean leave(ConnectionQueue queue, PendingCall call) {
		if (!queue.remove(call)) {
			return false;
		}
		waitingOf(call.rank()).remove(call);
		this.waitingInAll--;
		return true;
	}

	/**
	 * Whether a call may be in flight without passing by another one.
	 * @param connection the call's connection
	 * @return {@code true} if no call waits and the connection is free
	 */
	boolean isFreeForAll(String connection) {
		if (this.waitingInAll > 0) {
			return false;
		}
		ConnectionQueue queue = this.queues.get(connection);
		return queue == null || queue.inFlight() < this.maxInFlight;
	}

	/**
	 * Count a call as in flight that need not stand in line, since
	 * {@linkplain #isFreeForAll(String) nobody} does.
	 * @param connection the call's connection
	 * @return the connection's queue
	 */
	ConnectionQueue startAtOnce(String connection) {
		ConnectionQueue queue = queue(connection);
		queue.started();
		this.inFlight++;
		this.interactiveInARow = 0;
		return queue;
	}

	/**
	 * Count a call as in flight, and take it out of the line where it stands in one.
	 * @param call the call
	 * @return the queue of the call's connection
	 */
	ConnectionQueue start(PendingCall call) {
		ConnectionQueue queue = queue(call.connection());
		leave(queue, call);
		if (call.rank() == Rank.BACKGROUND) {
			this.interactiveInARow = 0;
		}
		else if (call.rank() == Rank.INTERACTIVE && first(Rank.BACKGROUND) != null) {
			this.interactiveInARow++;
		}
		queue.started();
		this.inFlight++;
		noteReady(queue);
		return queue;
	}

	/**
	 * A call is no longer in flight.
	 * @param connection the call's connection
	 * @param queue what its start returned
	 */
	void ended(String connection, ConnectionQueue queue) {
		queue.ended();
		this.inFlight--;
		if (this.waitingInAll > 0) {
			noteReady(queue);
		}
		removeIfEmpty(connection, queue);
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
		for (Rank rank : RANKS) {
			noteReady(queue, rank);
		}
	}

	private void noteReady(ConnectionQueue queue, Rank rank) {
		PendingCall before = queue.ready(rank);
		PendingCall first = (queue.inFlight() < this.maxInFlight) ? queue.first(rank) : null;
		if (first != before) {
			TreeMap<Long, PendingCall> all = this.ready.get(rank.ordinal());
			if (before != null) {
				all.remove(before.number());
			}
			if (first != null) {
				all.put(first.number(), first);
			}
			queue.setReady(rank, first);
		}
	}

	/**
	 * Return the call whose turn it is: of those whose connection is free, the first one
	 * of the highest rank, or of the lowest one where that has been passed by too often.
	 * @return the call, or {@code null}
	 */
	@Nullable PendingCall next() {
		PendingCall probe = first(Rank.PROBE);
		if (probe != null) {
			return probe;
		}
		PendingCall interactive = first(Rank.INTERACTIVE);
		PendingCall background = (interactive == null || this.interactiveInARow >= MAX_INTERACTIVE_IN_A_ROW)
				? first(Rank.BACKGROUND) : null;
		return (background != null) ? background : interactive;
	}

	private @Nullable PendingCall first(Rank rank) {
		Map.Entry<Long, PendingCall> first = this.ready.get(rank.ordinal()).firstEntry();
		return (first != null) ? first.getValue() : null;
	}

	/**
	 * Return the call that has waited longest, whether or not its connection is free.
	 * @return the call, or {@code null}
	 */
	@Nullable PendingCall oldest() {
		PendingCall oldest = null;
		for (Rank rank : RANKS) {
			LinkedHashSet<PendingCall> calls = waitingOf(rank);
			PendingCall first = !calls.isEmpty() ? calls.iterator().next() : null;
			if (first != null && (oldest == null || first.number() < oldest.number())) {
				oldest = first;
			}
		}
		return oldest;
	}

	private LinkedHashSet<PendingCall> waitingOf(Rank rank) {
		return this.waiting.get(rank.ordinal());
	}

	int waiting(Rank rank) {
		return waitingOf(rank).size();
	}

	int waiting() {
		return this.waitingInAll;
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
