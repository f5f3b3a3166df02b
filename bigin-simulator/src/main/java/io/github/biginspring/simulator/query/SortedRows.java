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

package io.github.biginspring.simulator.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

import io.github.biginspring.simulator.organization.RecordRow;

/**
 * The first of many records by what is sorted by, never more of them than are wanted.
 */
final class SortedRows {

	private final List<SortKey> sort;

	private final int limit;

	private final PriorityQueue<Entry> last;

	SortedRows(List<SortKey> sort, int limit) {
		this.sort = sort;
		this.limit = limit;
		this.last = new PriorityQueue<>(comparator(sort).reversed());
	}

	private static Comparator<Entry> comparator(List<SortKey> sort) {
		Comparator<Entry> comparator = (one, other) -> 0;
		for (int i = 0; i < sort.size(); i++) {
			int index = i;
			comparator = comparator.thenComparing((entry) -> entry.keys().get(index), sort.get(i).comparator());
		}
		return comparator.thenComparingLong(Entry::id);
	}

	void add(RecordRow row, long id) {
		List<@Nullable Comparable<?>> keys = new ArrayList<>();
		this.sort.forEach((key) -> keys.add(ValueFilter.sortKey(key.column(), row)));
		this.last.add(new Entry(keys, id));
		if (this.last.size() > this.limit) {
			this.last.remove();
		}
	}

	long[] ids() {
		long[] ids = new long[this.last.size()];
		for (int i = ids.length - 1; i >= 0; i--) {
			ids[i] = this.last.remove().id();
		}
		return ids;
	}

	private record Entry(List<@Nullable Comparable<?>> keys, long id) {
	}

}
