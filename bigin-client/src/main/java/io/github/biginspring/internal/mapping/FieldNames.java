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

package io.github.biginspring.internal.mapping;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The names of an object's fields, in order and each just once, which all objects that
 * have the same ones share.
 */
final class FieldNames {

	static final int NONE = -1;

	static final FieldNames EMPTY = new FieldNames(new String[0]);

	// up to here it is faster to look at each
	private static final int FEW = 4;

	private final String[] names;

	private final short @Nullable [] positions;

	/**
	 * Create names.
	 * @param names the names, each just once; kept, and not to be changed
	 */
	FieldNames(String[] names) {
		this.names = names;
		this.positions = (names.length > FEW) ? positions(names) : null;
	}

	// open addressing: at most half of the places are taken
	private static short[] positions(String[] names) {
		short[] positions = new short[Integer.highestOneBit(names.length) * 4];
		Arrays.fill(positions, (short) NONE);
		for (int i = 0; i < names.length; i++) {
			int place = place(names[i], positions.length);
			while (positions[place] != NONE) {
				place = (place + 1) & (positions.length - 1);
			}
			positions[place] = (short) i;
		}
		return positions;
	}

	private static int place(String name, int places) {
		int hash = name.hashCode();
		return (hash ^ (hash >>> 16)) & (places - 1);
	}

	int size() {
		return this.names.length;
	}

	String get(int position) {
		return this.names[position];
	}

	/**
	 * Find a name.
	 * @param name the name
	 * @return its position, or {@link #NONE}
	 */
	int find(@Nullable Object name) {
		if (!(name instanceof String text)) {
			return NONE;
		}
		short[] positions = this.positions;
		if (positions == null) {
			return findAmongFew(text);
		}
		int place = place(text, positions.length);
		for (int i = positions[place]; i != NONE; i = positions[place]) {
			if (text.equals(this.names[i])) {
				return i;
			}
			place = (place + 1) & (positions.length - 1);
		}
		return NONE;
	}

	private int findAmongFew(String name) {
		for (int i = 0; i < this.names.length; i++) {
			if (name.equals(this.names[i])) {
				return i;
			}
		}
		return NONE;
	}

}
