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

package io.github.biginspring.simulator.organization;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What records were before their latest changes, for as long as the search index lags
 * behind them.
 */
final class ChangeHistory {

	private final Map<Long, Deque<Change>> changes = new TreeMap<>();

	void add(long id, Instant at, @Nullable Map<String, @Nullable Object> before) {
		this.changes.computeIfAbsent(id, (key) -> new ArrayDeque<>()).add(new Change(at, before));
	}

	void forgetUntil(Instant time) {
		Iterator<Deque<Change>> all = this.changes.values().iterator();
		while (all.hasNext()) {
			Deque<Change> ofRecord = all.next();
			ofRecord.removeIf((change) -> !change.at().isAfter(time));
			if (ofRecord.isEmpty()) {
				all.remove();
			}
		}
	}

	boolean isEmpty() {
		return this.changes.isEmpty();
	}

	/**
	 * The records that changed of late, those since deleted among them.
	 * @return their ids, ascending
	 */
	Set<Long> changedIds() {
		return new TreeSet<>(this.changes.keySet());
	}

	boolean contains(long id) {
		return this.changes.containsKey(id);
	}

	/**
	 * What the index still shows of a changed record.
	 * @param id the id of the record
	 * @return the record before its earliest change not yet indexed, or {@code null}
	 * where it did not exist
	 */
	@Nullable Map<String, @Nullable Object> before(long id) {
		Deque<Change> ofRecord = this.changes.get(id);
		return (ofRecord != null) ? ofRecord.getFirst().before() : null;
	}

	private record Change(Instant at, @Nullable Map<String, @Nullable Object> before) {
	}

}
