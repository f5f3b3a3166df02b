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

import java.util.function.LongPredicate;

import org.jspecify.annotations.Nullable;

/**
 * Finds records by the value of a field. Keeps hash codes and ids only, twelve bytes a
 * slot, for the values themselves can be had from the records.
 */
final class UniqueIndex {

	private static final long FREE = 0;

	private static final long REMOVED = -1;

	private int[] hashes;

	private long[] ids;

	private int used;

	UniqueIndex(int expectedSize) {
		int capacity = Integer.highestOneBit(Math.max(16, expectedSize)) * 4;
		this.hashes = new int[capacity];
		this.ids = new long[capacity];
	}

	void add(String value, long id) {
		if (this.used >= this.ids.length / 2) {
			grow();
		}
		add(hash(value), id);
	}

	private void add(int hash, long id) {
		int slot = hash & (this.ids.length - 1);
		while (this.ids[slot] != FREE) {
			slot = (slot + 1) & (this.ids.length - 1);
		}
		this.hashes[slot] = hash;
		this.ids[slot] = id;
		this.used++;
	}

	void remove(String value, long id) {
		int slot = hash(value) & (this.ids.length - 1);
		while (this.ids[slot] != FREE) {
			if (this.ids[slot] == id) {
				this.ids[slot] = REMOVED;
				return;
			}
			slot = (slot + 1) & (this.ids.length - 1);
		}
	}

	/**
	 * The record that has a value.
	 * @param value the value to look for
	 * @param holds tells whether the record of an id has the value indeed
	 * @return the id of the record, or {@code null} where there is none
	 */
	@Nullable Long find(String value, LongPredicate holds) {
		int hash = hash(value);
		int slot = hash & (this.ids.length - 1);
		while (this.ids[slot] != FREE) {
			if (this.hashes[slot] == hash && this.ids[slot] != REMOVED && holds.test(this.ids[slot])) {
				return this.ids[slot];
			}
			slot = (slot + 1) & (this.ids.length - 1);
		}
		return null;
	}

	private void grow() {
		int[] formerHashes = this.hashes;
		long[] formerIds = this.ids;
		this.hashes = new int[formerIds.length * 2];
		this.ids = new long[formerIds.length * 2];
		this.used = 0;
		for (int i = 0; i < formerIds.length; i++) {
			if (formerIds[i] != FREE && formerIds[i] != REMOVED) {
				add(formerHashes[i], formerIds[i]);
			}
		}
	}

	private static int hash(String value) {
		int hash = value.hashCode() * 0x9E3779B9;
		return hash ^ (hash >>> 16);
	}

}
