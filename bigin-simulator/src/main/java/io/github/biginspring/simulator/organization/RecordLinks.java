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

import java.util.HashMap;
import java.util.Map;

/**
 * Which records are linked to which, where neither refers to the other by a field of its
 * own. Guarded by its {@link Organization}.
 */
final class RecordLinks {

	private final SortedIds none = new SortedIds();

	private final Map<Long, SortedIds> links = new HashMap<>();

	/**
	 * Link two records with each other.
	 * @param one the id of a record
	 * @param other the id of another
	 * @return whether they were not linked yet
	 */
	boolean add(long one, long other) {
		boolean added = !contains(one, other);
		this.links.computeIfAbsent(one, (id) -> new SortedIds()).add(other);
		this.links.computeIfAbsent(other, (id) -> new SortedIds()).add(one);
		return added;
	}

	Map<Long, SortedIds> all() {
		return this.links;
	}

	boolean remove(long one, long other) {
		boolean removed = contains(one, other);
		removeOneWay(one, other);
		removeOneWay(other, one);
		return removed;
	}

	boolean contains(long one, long other) {
		return of(one).contains(other);
	}

	SortedIds of(long record) {
		SortedIds linked = this.links.get(record);
		return (linked != null) ? linked : this.none;
	}

	void forget(long record) {
		SortedIds linked = this.links.remove(record);
		if (linked != null) {
			for (long other : linked.toArray()) {
				removeOneWay(other, record);
			}
		}
	}

	private void removeOneWay(long from, long to) {
		SortedIds linked = this.links.get(from);
		if (linked != null) {
			linked.remove(to);
		}
	}

}
