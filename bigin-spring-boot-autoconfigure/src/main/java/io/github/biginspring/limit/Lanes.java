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

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.call.CallPriority;

/**
 * All calls that wait or are under way, by connection. A connection all of whose calls
 * are under way does not hold up the others. Used by one thread at a time.
 */
final class Lanes {

	private static final CallPriority[] PRIORITIES = CallPriority.values();

	private final Map<String, Lane> lanes = new HashMap<>();

	private final int[] waiting = new int[PRIORITIES.length];

	private final int maxInFlight;

	private int underWay;

	private long entered;

	Lanes(int maxInFlight) {
		this.maxInFlight = maxInFlight;
	}

	void add(Waiter waiter, long now) {
		waiter.lineUp(this.entered++, now);
		this.lanes.computeIfAbsent(waiter.connection(), (connection) -> new Lane()).add(waiter);
		this.waiting[waiter.call().priority().ordinal()]++;
	}

	/**
	 * Take a call out of the line.
	 * @param waiter the call
	 */
	void remove(Waiter waiter) {
		Lane lane = this.lanes.get(waiter.connection());
		if (lane != null && lane.remove(waiter)) {
			this.waiting[waiter.call().priority().ordinal()]--;
			removeIfEmpty(waiter.connection(), lane);
		}
	}

	/**
	 * Take a call out of the line, to be made now.
	 * @param waiter the call
	 */
	void start(Waiter waiter) {
		Lane lane = this.lanes.get(waiter.connection());
		if (lane != null && lane.remove(waiter)) {
			this.waiting[waiter.call().priority().ordinal()]--;
			lane.started();
			this.underWay++;
		}
	}

	void ended(String connection) {
		Lane lane = this.lanes.get(connection);
		if (lane != null) {
			lane.ended();
			this.underWay--;
			removeIfEmpty(connection, lane);
		}
	}

	private void removeIfEmpty(String connection, Lane lane) {
		if (lane.isEmpty()) {
			this.lanes.remove(connection);
		}
	}

	/**
	 * Return the call whose turn it is: of those whose connection is free, the first one
	 * of the highest priority.
	 * @return the call, or {@code null}
	 */
	@Nullable Waiter next() {
		for (CallPriority priority : PRIORITIES) {
			Waiter next = (waiting(priority) > 0) ? first(priority, this.maxInFlight) : null;
			if (next != null) {
				return next;
			}
		}
		return null;
	}

	/**
	 * Return the call that has waited longest, whether or not its connection is free.
	 * @return the call, or {@code null}
	 */
	@Nullable Waiter oldest() {
		Waiter oldest = null;
		for (CallPriority priority : PRIORITIES) {
			Waiter first = (waiting(priority) > 0) ? first(priority, Integer.MAX_VALUE) : null;
			if (first != null && (oldest == null || first.number() < oldest.number())) {
				oldest = first;
			}
		}
		return oldest;
	}

	private @Nullable Waiter first(CallPriority priority, int maxInFlight) {
		Waiter first = null;
		for (Lane lane : this.lanes.values()) {
			Waiter candidate = (lane.underWay() < maxInFlight) ? lane.first(priority) : null;
			if (candidate != null && (first == null || candidate.number() < first.number())) {
				first = candidate;
			}
		}
		return first;
	}

	int waiting(CallPriority priority) {
		return this.waiting[priority.ordinal()];
	}

	int waiting() {
		int all = 0;
		for (int count : this.waiting) {
			all += count;
		}
		return all;
	}

	int underWay() {
		return this.underWay;
	}

}
