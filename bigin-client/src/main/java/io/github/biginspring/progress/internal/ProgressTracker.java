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

package io.github.biginspring.progress.internal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.internal.call.AdmissionListener;
import io.github.biginspring.internal.call.RecordOutcome;
import io.github.biginspring.progress.Progress;
import io.github.biginspring.progress.ProgressListener;
import io.github.biginspring.progress.ProgressOptions;

/**
 * Counts, and tells the listener when it is time. Nobody waits for the listener but the
 * thread that tells it.
 */
final class ProgressTracker implements AdmissionListener {

	private static final Log logger = LogFactory.getLog(ProgressListener.class);

	private final ProgressListener listener;

	private final ProgressOptions options;

	private final LongSupplier clock;

	private final LongAdder read = new LongAdder();

	private final LongAdder written = new LongAdder();

	private final LongAdder rejected = new LongAdder();

	private final LongAdder unknown = new LongAdder();

	private final LongAdder waitedNanos = new LongAdder();

	private final AtomicInteger running = new AtomicInteger();

	private final AtomicReference<@Nullable Long> began = new AtomicReference<>();

	private final AtomicLong lastTold = new AtomicLong();

	private final AtomicInteger telling = new AtomicInteger();

	private final AtomicBoolean listenerFailed = new AtomicBoolean();

	ProgressTracker(ProgressListener listener, ProgressOptions options, LongSupplier clock) {
		this.listener = listener;
		this.options = options;
		this.clock = clock;
	}

	/**
	 * An operation begins.
	 * @return is run when it ends, once or several times
	 */
	Runnable begin() {
		long now = this.clock.getAsLong();
		if (this.began.compareAndSet(null, now)) {
			this.lastTold.set(now);
		}
		this.running.incrementAndGet();
		AtomicBoolean ended = new AtomicBoolean();
		return () -> {
			if (ended.compareAndSet(false, true)) {
				end();
			}
		};
	}

	private void end() {
		if (this.running.decrementAndGet() == 0) {
			this.lastTold.set(this.clock.getAsLong());
			tell();
		}
	}

	void records(RecordOutcome outcome, int count) {
		switch (outcome) {
			case READ -> this.read.add(count);
			case WRITTEN -> this.written.add(count);
			case REJECTED -> this.rejected.add(count);
			case UNKNOWN -> this.unknown.add(count);
		}
		tellIfDue();
	}

	@Override
	public Runnable waiting() {
		long since = this.clock.getAsLong();
		return () -> {
			this.waitedNanos.add(this.clock.getAsLong() - since);
			tellIfDue();
		};
	}

	private void tellIfDue() {
		long now = this.clock.getAsLong();
		long last = this.lastTold.get();
		if (now - last >= this.options.interval().toNanos() && this.lastTold.compareAndSet(last, now)) {
			tell();
		}
	}

	// who comes while the listener is being notified leaves it to be notified once more
	private void tell() {
		if (this.telling.getAndIncrement() != 0) {
			return;
		}
		int news = 1;
		do {
			tellOnce();
			news = this.telling.addAndGet(-news);
		}
		while (news != 0);
	}

	private void tellOnce() {
		try {
			this.listener.progressed(progress());
		}
		catch (Throwable ex) {
			if (this.listenerFailed.compareAndSet(false, true)) {
				logger.warn("A progress listener has failed; that it fails again is not logged", ex);
			}
		}
	}

	private Progress progress() {
		Long since = this.began.get();
		long elapsed = (since != null) ? this.clock.getAsLong() - since : 0;
		return Progress.builder()
			.read(this.read.sum())
			.written(this.written.sum())
			.rejected(this.rejected.sum())
			.unknown(this.unknown.sum())
			.total(this.options.total())
			.elapsed(Duration.ofNanos(elapsed))
			.waited(Duration.ofNanos(this.waitedNanos.sum()))
			.running(this.running.get() > 0)
			.build();
	}

}
