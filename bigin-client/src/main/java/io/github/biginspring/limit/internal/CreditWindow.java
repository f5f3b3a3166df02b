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

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * The credits of the last 24 hours, by the minute in which they were used: a credit comes
 * free after 24 hours, or up to a minute later. Claimed are those used and those that
 * calls are about to use. Takes room for the hours in which something was used, however
 * much it was, and never locks.
 */
final class CreditWindow {

	// those of 24 hours, and the one that has begun
	private static final int MINUTES = 24 * 60 + 1;

	private static final int MINUTES_PER_PART = 60;

	// of a window that is closed, far below what any call gives back or claims
	private static final long CLOSED = Long.MIN_VALUE / 2;

	private static final long COUNT = 0xFFFF_FFFFL;

	// of each minute that minute, the upper 32 bits, and its count; made when an hour is
	// used
	private final AtomicReferenceArray<@Nullable AtomicLongArray> parts = new AtomicReferenceArray<>(
			MINUTES / MINUTES_PER_PART + 1);

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
	 * @return {@code false} if the limit has no room for them, or the window is closed
	 */
	boolean claim(int credits, long limit) {
		moveOn();
		long before;
		do {
			before = this.claimed.get();
			if (before + credits > limit || before < 0) {
				return false;
			}
		}
		while (!this.claimed.compareAndSet(before, before + credits));
		return true;
	}

	/**
	 * Close the window for good where nothing is used or claimed.
	 * @return whether it is closed
	 */
	boolean closeIfIdle() {
		moveOn();
		return this.claimed.get() < 0 || this.claimed.compareAndSet(0, CLOSED);
	}

	boolean isClosed() {
		return this.claimed.get() < 0;
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
		AtomicLongArray part = part(minute);
		int index = index(minute);
		long slot;
		long kept;
		do {
			slot = part.get(index);
			kept = (minute(slot) >= minute) ? count(slot) : 0;
		}
		while (!part.compareAndSet(index, slot, slot(Math.max(minute, minute(slot)), kept + credits)));
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
			AtomicLongArray part = usedPart(oldest);
			left -= (part != null) ? take(part, index(oldest), left) : 0;
		}
	}

	private long take(AtomicLongArray part, int index, long most) {
		long slot;
		long taken;
		do {
			slot = part.get(index);
			taken = Math.min(most, count(slot));
		}
		while (taken > 0 && !part.compareAndSet(index, slot, slot - taken));
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
			AtomicLongArray part = usedPart(due);
			if (part != null) {
				moveOn(part, due);
			}
		}
		return minute;
	}

	private void moveOn(AtomicLongArray part, long due) {
		int index = index(due);
		long slot = part.get(index);
		if (minute(slot) < due && part.compareAndSet(index, slot, slot(due, 0))) {
			free(count(slot));
		}
	}

	private AtomicLongArray part(long minute) {
		AtomicLongArray part = usedPart(minute);
		if (part == null) {
			int number = slotOf(minute) / MINUTES_PER_PART;
			this.parts.compareAndSet(number, null, new AtomicLongArray(MINUTES_PER_PART));
			part = this.parts.get(number);
		}
		return Objects.requireNonNull(part);
	}

	private @Nullable AtomicLongArray usedPart(long minute) {
		return this.parts.get(slotOf(minute) / MINUTES_PER_PART);
	}

	private void free(long credits) {
		if (credits > 0) {
			this.used.addAndGet(-credits);
			this.claimed.addAndGet(-credits);
		}
	}

	private static int slotOf(long minute) {
		return (int) (minute % MINUTES);
	}

	// within a part
	private static int index(long minute) {
		return slotOf(minute) % MINUTES_PER_PART;
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
