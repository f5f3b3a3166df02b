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

package io.github.biginspring.write.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.util.concurrent.Queues;
import reactor.util.context.Context;

/**
 * Cuts the records for one subscriber of a {@link BatchFlux}. Records, demand and the end
 * of a window may come on any thread; whichever finds nobody at work does what is to be
 * done, and the others go on.
 */
final class BatchSubscriber<T> implements CoreSubscriber<T>, Subscription {

	private static final int ARRIVED_CHUNK = 128;

	private final CoreSubscriber<? super Batch<T>> actual;

	private final int size;

	private final Duration window;

	private final Scheduler scheduler;

	private final AtomicInteger rounds = new AtomicInteger();

	private final AtomicLong demand = new AtomicLong();

	private final Queue<T> arrived = Queues.<T>unbounded(ARRIVED_CHUNK).get();

	private @Nullable Subscription source;

	private long received;

	private @Nullable Throwable failure;

	private volatile boolean ended;

	private volatile boolean cancelled;

	private volatile long dueBatch = -1;

	// from here on used by one thread at a time, the one at work

	private List<T> batch;

	private long batchNumber;

	private long first;

	private long outstanding;

	private @Nullable Disposable timer;

	private boolean finished;

	BatchSubscriber(CoreSubscriber<? super Batch<T>> actual, int size, Duration window, Scheduler scheduler) {
		this.actual = actual;
		this.size = size;
		this.window = window;
		this.scheduler = scheduler;
		this.batch = new ArrayList<>(size);
	}

	@Override
	public Context currentContext() {
		return this.actual.currentContext();
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		if (Operators.validate(this.source, subscription)) {
			this.source = subscription;
			this.actual.onSubscribe(this);
		}
	}

	@Override
	public void onNext(@Nullable T record) {
		if (record == null) {
			source().cancel();
			onError(new IllegalArgumentException(
					"Record " + this.received + " of the stream, counted from 0, is null"));
		}
		else if (this.ended) {
			Operators.onNextDropped(record, currentContext());
		}
		else {
			this.received++;
			this.arrived.offer(record);
			work();
		}
	}

	@Override
	public void onError(Throwable failure) {
		if (this.ended) {
			Operators.onErrorDropped(failure, currentContext());
			return;
		}
		this.failure = failure;
		onComplete();
	}

	@Override
	public void onComplete() {
		this.ended = true;
		work();
	}

	@Override
	public void request(long batches) {
		if (Operators.validate(batches)) {
			this.demand.accumulateAndGet(batches, Operators::addCap);
			work();
		}
	}

	@Override
	public void cancel() {
		this.cancelled = true;
		source().cancel();
		work();
	}

	private void work() {
		if (this.rounds.getAndIncrement() != 0) {
			return;
		}
		int done = 1;
		do {
			if (this.cancelled) {
				discard();
			}
			else if (!this.finished) {
				cut();
			}
			done = this.rounds.addAndGet(-done);
		}
		while (done != 0);
	}

	private void cut() {
		boolean last = this.ended;
		while (!this.cancelled) {
			fill();
			if (this.batch.isEmpty() || !isDue(last) || this.demand.get() == 0) {
				break;
			}
			emit();
		}
		if (last && this.batch.isEmpty()) {
			finish();
		}
		else if (!this.cancelled) {
			awaitMore(last);
		}
	}

	private void fill() {
		while (this.batch.size() < this.size) {
			T record = this.arrived.poll();
			if (record == null) {
				return;
			}
			this.outstanding--;
			this.batch.add(record);
		}
	}

	// a batch that is not full holds all that has arrived
	private boolean isDue(boolean last) {
		return last || this.batch.size() == this.size || this.dueBatch == this.batchNumber;
	}

	private void emit() {
		stopTimer();
		Batch<T> full = new Batch<>(this.first, this.batch);
		this.first += this.batch.size();
		this.batch = new ArrayList<>(this.size);
		this.batchNumber++;
		this.demand.updateAndGet((batches) -> (batches == Long.MAX_VALUE) ? batches : batches - 1);
		this.actual.onNext(full);
	}

	private void awaitMore(boolean last) {
		if (last) {
			return;
		}
		if (!this.batch.isEmpty() && this.timer == null && this.dueBatch != this.batchNumber) {
			long number = this.batchNumber;
			this.timer = this.scheduler.schedule(() -> {
				this.dueBatch = number;
				work();
			}, this.window.toNanos(), TimeUnit.NANOSECONDS);
		}
		long wanted = Operators.multiplyCap(this.demand.get(), this.size) - this.batch.size() - this.outstanding;
		if (wanted > 0) {
			this.outstanding += wanted;
			source().request(wanted);
		}
	}

	private void finish() {
		this.finished = true;
		stopTimer();
		if (this.failure != null) {
			this.actual.onError(this.failure);
		}
		else {
			this.actual.onComplete();
		}
	}

	private void discard() {
		stopTimer();
		Operators.onDiscardQueueWithClear(this.arrived, currentContext(), null);
		Operators.onDiscardMultiple(this.batch, currentContext());
		this.batch = new ArrayList<>();
	}

	private void stopTimer() {
		if (this.timer != null) {
			this.timer.dispose();
			this.timer = null;
		}
	}

	private Subscription source() {
		return (this.source != null) ? this.source : Operators.emptySubscription();
	}

}
