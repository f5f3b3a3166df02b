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

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The calls of one connection: how many are in flight, and those that wait, in the order
 * in which they came. Used by one thread at a time.
 */
final class ConnectionQueue {

	// made when a call has to wait, as most need not
	private @Nullable Map<Rank, Line> lines;

	private int inFlight;

	void add(PendingCall call) {
		if (this.lines == null) {
			this.lines = new EnumMap<>(Rank.class);
		}
		this.lines.computeIfAbsent(call.rank(), (rank) -> new Line()).calls.add(call);
	}

	boolean remove(PendingCall call) {
		Line line = line(call.rank());
		return line != null && line.calls.remove(call);
	}

	@Nullable PendingCall first(Rank rank) {
		Line line = line(rank);
		return (line != null && !line.calls.isEmpty()) ? line.calls.iterator().next() : null;
	}

	/**
	 * Return the call that is noted as the next one of its rank.
	 * @param rank the rank
	 * @return the call, or {@code null} where none could go
	 */
	@Nullable PendingCall ready(Rank rank) {
		Line line = line(rank);
		return (line != null) ? line.ready : null;
	}

	void setReady(Rank rank, @Nullable PendingCall call) {
		Line line = line(rank);
		if (line != null) {
			line.ready = call;
		}
	}

	private @Nullable Line line(Rank rank) {
		return (this.lines != null) ? this.lines.get(rank) : null;
	}

	void started() {
		this.inFlight++;
	}

	void ended() {
		this.inFlight--;
	}

	int inFlight() {
		return this.inFlight;
	}

	boolean isEmpty() {
		if (this.inFlight > 0) {
			return false;
		}
		return this.lines == null || this.lines.values().stream().allMatch((line) -> line.calls.isEmpty());
	}

	private static final class Line {

		// a set that keeps the order: one that gives up leaves at once, wherever it
		// stands
		private final LinkedHashSet<PendingCall> calls = new LinkedHashSet<>();

		private @Nullable PendingCall ready;

	}

}
