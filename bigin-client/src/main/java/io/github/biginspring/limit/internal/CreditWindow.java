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

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;

/**
 * The credits of the last 24 hours, by the minute in which they were used: a credit comes
 * free after 24 hours, or up to a minute later. Claimed are those used and those that
 * calls are about to use. Takes the same room however much is counted, and never locks.
 */
final class CreditWindow {

	// those of 24 hours, and the one that has begun
	private static final int MINUTES = 24 * 60 + 1;

	private static final long COUNT = 0xFFFF_FFFFL;

	// in each its minute, the upper 32 bits, and its count
	private final AtomicLongArray slots = new AtomicLongArray(MINUTES);

	private final AtomicLong used = new AtomicLong();

	private final AtomicLong claimed = new AtomicLong();

	private final AtomicLong reached = new AtomicLong();

	private final LongSupplier clock;

	private final long start;

	CreditWindow(LongSupplier clock) {
		this.clock = clock;
		this.start = clock.getAsLong();
	}

	long used() {
		moveOn();
		return this.used.get();
	}

	/**
	 * Claim credits for a call.
	 * @param credits the credits
	 * @param limit how many may be claimed at most
	 * @return {@code false} if the limit has no room for them
	 */
	boolean claim(int credits, long limit) {
		moveOn();
		long before;
		do {
			before = this.claimed.get();
			if (before + credits > limit) {
				return false;
			}
		}
		while (!this.claimed.compareAndSet(before, before + credits));
		return true;
	}

	/**
	 * Give back what was claimed and not used.
	 * @param credits the credits
	 */
	void release(int credits) {
		this.claimed.addAndGet(-credits);
	}

	/**
	 * Use what was claimed.
	 * @param credits the credits
	 */
	void use(int credits) {
		long minute = moveOn();
		int index = index(minute);
		long slot;
		long kept;
		do {
			slot = this.slots.get(index);
			kept = (minute(slot) >= minute) ? count(slot) : 0;
		}
		while (!this.slots.compareAndSet(index, slot, slot(Math.max(minute, minute(slot)), kept + credits)));
		this.used.addAndGet(credits);
		free(count(slot) - kept);
	}

	/**
	 * Count credits that others have used.
	 * @param credits the credits
	 */
	void add(int credits) {
		this.claimed.addAndGet(credits);
		use(credits);
	}

	/**
	 * Free credits that the service counts no more, the oldest first.
	 * @param credits the credits
	 */
	void freeOldest(long credits) {
		long minute = moveOn();
		long left = credits;
		for (long oldest = Math.max(0, minute - MINUTES + 1); oldest <= minute && left > 0; oldest++) {
			left -= take(index(oldest), left);
		}
	}

	private long take(int index, long most) {
		long slot;
		long taken;
		do {
			slot = this.slots.get(index);
			taken = Math.min(most, count(slot));
		}
		while (taken > 0 && !this.slots.compareAndSet(index, slot, slot - taken));
		free(taken);
		return taken;
	}

	// frees the minutes whose slots are due again; one thread does, the others go on
	private long moveOn() {
		long minute = TimeUnit.NANOSECONDS.toMinutes(this.clock.getAsLong() - this.start);
		long last = this.reached.get();
		if (minute <= last || !this.reached.compareAndSet(last, minute)) {
			return Math.max(minute, last);
		}
		for (long due = Math.max(last + 1, minute - MINUTES + 1); due <= minute; due++) {
			int index = index(due);
			long slot = this.slots.get(index);
			if (minute(slot) < due && this.slots.compareAndSet(index, slot, slot(due, 0))) {
				free(count(slot));
			}
		}
		return minute;
	}

	private void free(long credits) {
		if (credits > 0) {
			this.used.addAndGet(-credits);
			this.claimed.addAndGet(-credits);
		}
	}

	private static int index(long minute) {
		return (int) (minute % MINUTES);
	}

	private static long slot(long minute, long count) {
		return minute << 32 | count;
	}

	private static long minute(long slot) {
		return slot >>> 32;
	}

	private static long count(long slot) {
		return slot & COUNT;
	}

}
