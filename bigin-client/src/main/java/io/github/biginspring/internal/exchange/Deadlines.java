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

package io.github.biginspring.internal.exchange;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * The deadlines of calls that all may take equally long, so that they fall due in the
 * order in which they were set. One timer rings for all of them, and not for those that
 * were met: however many calls are made, it rings once in that time at most, unless calls
 * are late.
 */
final class Deadlines {

	private final long nanos;

	// what is due first, and what is due last
	private @Nullable Deadline first;

	private @Nullable Deadline last;

	private @Nullable Disposable timer;

	// tests of virtual time have one after the other
	private @Nullable Scheduler scheduler;

	/**
	 * Create with no deadlines.
	 * @param time how long each call may take
	 */
	Deadlines(Duration time) {
		this.nanos = nanosOf(time);
	}

	private static long nanosOf(Duration time) {
		return (time.compareTo(Duration.ofNanos(Long.MAX_VALUE / 2)) < 0) ? time.toNanos() : Long.MAX_VALUE / 2;
	}

	/**
	 * Set a deadline from now on.
	 * @param missed is run, on the timer's thread, unless the deadline is met before
	 * @return the deadline
	 */
	Deadline set(Runnable missed) {
		Scheduler current = Schedulers.parallel();
		Deadline deadline = new Deadline(this, missed);
		synchronized (this) {
			if (this.scheduler != current) {
				startAnew(current);
			}
			if (this.timer == null) {
				this.timer = current.schedule(this::ring, this.nanos, TimeUnit.NANOSECONDS);
			}
			deadline.at = current.now(TimeUnit.NANOSECONDS) + this.nanos;
			deadline.waiting = true;
			deadline.before = this.last;
			if (this.last != null) {
				this.last.after = deadline;
			}
			else {
				this.first = deadline;
			}
			this.last = deadline;
		}
		return deadline;
	}

	// what was waiting for another clock waits in vain
	private void startAnew(Scheduler current) {
		if (this.timer != null) {
			this.timer.dispose();
			this.timer = null;
		}
		for (Deadline deadline = this.first; deadline != null; deadline = this.first) {
			remove(deadline);
		}
		this.scheduler = current;
	}

	private void remove(Deadline deadline) {
		if (deadline.before != null) {
			deadline.before.after = deadline.after;
		}
		else {
			this.first = deadline.after;
		}
		if (deadline.after != null) {
			deadline.after.before = deadline.before;
		}
		else {
			this.last = deadline.before;
		}
		deadline.before = null;
		deadline.after = null;
		deadline.waiting = false;
	}

	private void ring() {
		for (Deadline due = nextDue(); due != null; due = nextDue()) {
			try {
				due.missed.run();
			}
			catch (Throwable ex) {
				// what one call fails with must not keep the others from their deadlines
				Operators.onErrorDropped(ex, Context.empty());
			}
		}
	}

	// sets the timer anew where nothing is due any more
	private synchronized @Nullable Deadline nextDue() {
		Deadline next = this.first;
		Scheduler current = this.scheduler;
		if (next == null || current == null) {
			this.timer = null;
			return null;
		}
		long left = next.at - current.now(TimeUnit.NANOSECONDS);
		if (left > 0) {
			this.timer = current.schedule(this::ring, left, TimeUnit.NANOSECONDS);
			return null;
		}
		remove(next);
		return next;
	}

	/**
	 * Return how many deadlines are neither met nor missed.
	 * @return the number
	 */
	synchronized int waiting() {
		int count = 0;
		for (Deadline deadline = this.first; deadline != null; deadline = deadline.after) {
			count++;
		}
		return count;
	}

	/**
	 * The deadline of one call, a link of the chain.
	 */
	static final class Deadline {

		private final Deadlines deadlines;

		private final Runnable missed;

		private long at;

		private boolean waiting;

		private @Nullable Deadline before;

		private @Nullable Deadline after;

		private Deadline(Deadlines deadlines, Runnable missed) {
			this.deadlines = deadlines;
			this.missed = missed;
		}

		/**
		 * The call is over, or given up.
		 */
		void met() {
			synchronized (this.deadlines) {
				if (this.waiting) {
					this.deadlines.remove(this);
				}
			}
		}

	}

}
