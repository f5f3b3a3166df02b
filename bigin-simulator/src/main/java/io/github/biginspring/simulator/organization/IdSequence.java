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

import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Gives ids of 19 digits that count up, the way those of one organisation do: all of its
 * records and users share one sequence. What describes them has lower ids, so that the id
 * of a record does not depend on the number of fields.
 */
final class IdSequence {

	private static final long FIRST = 7_255_024_000_000_596_045L;

	private static final long FIRST_OF_METADATA = 7_255_024_000_000_002_179L;

	private static final long ORGANIZATION = 1_000_000_000_000L;

	private final AtomicLong next;

	private IdSequence(long first, int organization) {
		this.next = new AtomicLong(first + organization * ORGANIZATION);
	}

	/**
	 * The ids of records and users.
	 * @param organization the number of the organisation
	 */
	IdSequence(int organization) {
		this(FIRST, organization);
	}

	/**
	 * The ids of modules, fields, layouts and the values of pick lists.
	 * @param organization the number of the organisation
	 * @return a sequence of its own
	 */
	static IdSequence ofMetadata(int organization) {
		return new IdSequence(FIRST_OF_METADATA, organization);
	}

	/**
	 * The id that comes next.
	 * @return the id, which is not taken by this
	 */
	long peek() {
		return this.next.get();
	}

	/**
	 * Leave ids out.
	 * @param id the least id that may come next
	 */
	void skipTo(long id) {
		this.next.accumulateAndGet(id, Math::max);
	}

	long next() {
		return this.next.getAndIncrement();
	}

	String nextText() {
		return Long.toString(next());
	}

	long nextRange(int count) {
		return this.next.getAndAdd(count);
	}

	/**
	 * An id in a body, where it can be a number as well as text.
	 * @param given the value
	 * @return the id as text, or {@code null} where the value is neither
	 */
	static @Nullable String text(@Nullable Object given) {
		if (given instanceof String text) {
			return text;
		}
		boolean whole = given instanceof Integer || given instanceof Long || given instanceof BigInteger;
		return whole ? String.valueOf(given) : null;
	}

	/**
	 * Read an id.
	 * @param text what should be an id
	 * @return the id, or -1 where it is none
	 */
	static long parse(String text) {
		if (text.isEmpty() || text.length() > 19) {
			return -1;
		}
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return -1;
			}
		}
		try {
			return Long.parseLong(text);
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

}
