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
package io.github.biginspring.internal.call;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The turns of the calls that one long work makes: whether one of them waits for its turn
 * within the service's limits, and how long a response takes after it. While one waits, a
 * further one would bring nothing, but stand in line before the calls of others. So work
 * that asks here has under way what the limits allow, however long responses take, and
 * one call in line.
 */
public final class Turns {

	private final Scheduler clock = Schedulers.parallel();

	private final AtomicInteger waiting = new AtomicInteger();

	private final Runnable free;

	private volatile long latency;

	/**
	 * Create turns.
	 * @param free is run when a call has got its turn or has ended, on any thread
	 */
	public Turns(Runnable free) {
		this.free = free;
	}

	/**
	 * Whether a call waits for its turn.
	 * @return {@code true} if a further call should not be made yet
	 */
	public boolean isWaiting() {
		return this.waiting.get() > 0;
	}

	/**
	 * Return how long the latest response took, without the wait before it.
	 * @return the milliseconds, 0 where there was none
	 */
	public long latencyMillis() {
		return this.latency;
	}

	/**
	 * Note when a call waits for its turn.
	 * @param call the call
	 * @param <T> what it gives
	 * @return the same call
	 */
	public <T> Mono<T> of(Mono<T> call) {
		return Mono.deferContextual((context) -> {
			Turn turn = new Turn(context.getOrDefault(AdmissionListener.class, null));
			return call.doOnTerminate(turn::responded)
				.doOnCancel(turn::left)
				.contextWrite((values) -> values.put(AdmissionListener.class, turn));
		});
	}

	private long now() {
		return this.clock.now(TimeUnit.MILLISECONDS);
	}

	/**
	 * The turn of one call and of its repetitions.
	 */
	private final class Turn implements AdmissionListener {

		private final @Nullable AdmissionListener others;

		private final AtomicBoolean waits = new AtomicBoolean();

		private volatile long since = now();

		Turn(@Nullable AdmissionListener others) {
			this.others = others;
		}

		@Override
		public Runnable waiting() {
			Runnable turn = (this.others != null) ? this.others.waiting() : null;
			if (this.waits.compareAndSet(false, true)) {
				Turns.this.waiting.incrementAndGet();
			}
			return () -> {
				this.since = now();
				if (turn != null) {
					turn.run();
				}
				left();
			};
		}

		void responded() {
			Turns.this.latency = Math.max(0, now() - this.since);
			left();
		}

		void left() {
			if (this.waits.compareAndSet(true, false)) {
				Turns.this.waiting.decrementAndGet();
				Turns.this.free.run();
			}
		}

	}

}
