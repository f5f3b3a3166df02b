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

/**
 * The ids of a module in ascending order, eight bytes each, so that a million records can
 * be paged without their being there.
 */
final class SortedIds {

	private long[] ids = new long[16];

	private int size;

	int size() {
		return this.size;
	}

	long get(int index) {
		return this.ids[index];
	}

	boolean contains(long id) {
		return Arrays.binarySearch(this.ids, 0, this.size, id) >= 0;
	}

	void add(long id) {
		int index = Arrays.binarySearch(this.ids, 0, this.size, id);
		if (index >= 0) {
			return;
		}
		ensureCapacity(this.size + 1);
		int insertion = -index - 1;
		System.arraycopy(this.ids, insertion, this.ids, insertion + 1, this.size - insertion);
		this.ids[insertion] = id;
		this.size++;
	}

	void addRange(long first, int count) {
		if (this.size > 0 && this.ids[this.size - 1] >= first) {
			throw new IllegalArgumentException("A range of ids must come after all ids so far");
		}
		ensureCapacity(this.size + count);
		for (int i = 0; i < count; i++) {
			this.ids[this.size++] = first + i;
		}
	}

	void remove(long id) {
		int index = Arrays.binarySearch(this.ids, 0, this.size, id);
		if (index >= 0) {
			this.size--;
			System.arraycopy(this.ids, index + 1, this.ids, index, this.size - index);
		}
	}

	long[] toArray() {
		return Arrays.copyOf(this.ids, this.size);
	}

	private void ensureCapacity(int capacity) {
		if (capacity > this.ids.length) {
			this.ids = Arrays.copyOf(this.ids, Math.max(capacity, this.ids.length * 2));
		}
	}

}
