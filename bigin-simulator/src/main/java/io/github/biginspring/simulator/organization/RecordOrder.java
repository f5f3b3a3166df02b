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

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * The ids of a module by a sort key, ascending; records of equal key stand by their id. A
 * position in it is a key and an id, so that it remains valid when records are added or
 * deleted.
 *
 * @since 0.1.0
 */
public final class RecordOrder {

	private long[] keys;

	private long[] ids;

	private int size;

	private RecordOrder(long[] keys, long[] ids) {
		this.keys = keys;
		this.ids = ids;
		this.size = ids.length;
	}

	static RecordOrder byId(long[] ids) {
		return new RecordOrder(ids, ids);
	}

	static RecordOrder byKey(long[] ids, KeyFunction keyFunction) {
		long[] keys = new long[ids.length];
		boolean ascending = true;
		for (int i = 0; i < ids.length; i++) {
			keys[i] = keyFunction.keyOf(ids[i]);
			ascending = ascending && (i == 0 || keys[i - 1] <= keys[i]);
		}
		return ascending ? new RecordOrder(keys, ids) : sorted(keys, ids);
	}

	private static RecordOrder sorted(long[] keys, long[] ids) {
		record Entry(long key, long id) {
		}
		Entry[] entries = new Entry[ids.length];
		for (int i = 0; i < ids.length; i++) {
			entries[i] = new Entry(keys[i], ids[i]);
		}
		Arrays.sort(entries, (one, other) -> compare(one.key, one.id, other.key, other.id));
		return new RecordOrder(Arrays.stream(entries).mapToLong(Entry::key).toArray(),
				Arrays.stream(entries).mapToLong(Entry::id).toArray());
	}

	RecordOrder filter(LongPredicate predicate) {
		int[] kept = new int[this.size];
		int count = 0;
		for (int i = 0; i < this.size; i++) {
			if (predicate.test(this.ids[i])) {
				kept[count++] = i;
			}
		}
		int[] indexes = Arrays.copyOf(kept, count);
		return new RecordOrder(Arrays.stream(indexes).mapToLong((index) -> this.keys[index]).toArray(),
				Arrays.stream(indexes).mapToLong((index) -> this.ids[index]).toArray());
	}

	void add(long key, long id) {
		int rank = rankOf(key, id, false);
		boolean byId = this.keys == this.ids;
		this.ids = inserted(this.ids, rank, id);
		this.keys = byId ? this.ids : inserted(this.keys, rank, key);
		this.size++;
	}

	void remove(long key, long id) {
		int rank = rankOf(key, id, false);
		if (rank < this.size && this.ids[rank] == id) {
			this.size--;
			System.arraycopy(this.ids, rank + 1, this.ids, rank, this.size - rank);
			if (this.keys != this.ids) {
				System.arraycopy(this.keys, rank + 1, this.keys, rank, this.size - rank);
			}
		}
	}

	private long[] inserted(long[] array, int rank, long value) {
		long[] roomy = (this.size < array.length) ? array : Arrays.copyOf(array, Math.max(16, this.size * 2));
		System.arraycopy(roomy, rank, roomy, rank + 1, this.size - rank);
		roomy[rank] = value;
		return roomy;
	}

	/**
	 * How many records there are.
	 * @return the number of records
	 */
	public int size() {
		return this.size;
	}

	/**
	 * The id at a rank.
	 * @param rank the rank, from 0, counted in the given direction
	 * @param descending whether the greatest comes first
	 * @return the id
	 */
	public long id(int rank, boolean descending) {
		return this.ids[descending ? this.size - 1 - rank : rank];
	}

	long key(int rank, boolean descending) {
		return this.keys[descending ? this.size - 1 - rank : rank];
	}

	/**
	 * How many records stand before a position, itself not counted.
	 * @param key the sort key of the position
	 * @param id the id of the position
	 * @param descending whether the greatest comes first
	 * @return the rank of the position, or where it would stand
	 */
	public int rankOf(long key, long id, boolean descending) {
		int low = 0;
		int high = this.size;
		while (low < high) {
			int middle = (low + high) >>> 1;
			int comparison = compare(key(middle, descending), id(middle, descending), key, id);
			if (descending ? comparison > 0 : comparison < 0) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	/**
	 * The records whose sort key is greater than a bound.
	 * @param bound the bound
	 * @return their ids, ascending
	 */
	long[] idsAfter(long bound) {
		long[] after = Arrays.copyOfRange(this.ids, rankOf(bound, Long.MAX_VALUE, false), size());
		Arrays.sort(after);
		return after;
	}

	private static int compare(long key, long id, long otherKey, long otherId) {
		int comparison = Long.compare(key, otherKey);
		return (comparison != 0) ? comparison : Long.compare(id, otherId);
	}

	/**
	 * Gives the sort key of a record.
	 */
	@FunctionalInterface
	interface KeyFunction {

		long keyOf(long id);

	}

}
