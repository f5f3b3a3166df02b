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

package io.github.biginspring.blocking;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.call.InterruptibleCalls;

/**
 * Hands the elements of a publisher to a thread that waits for them. What the publisher
 * needs to have done by that thread, it does while it waits. Nothing here is
 * {@code synchronized}, so a virtual thread that waits frees its carrier.
 *
 * @param <T> the type of an element
 */
final class BlockingSubscriber<T> implements CoreSubscriber<T>, Executor {

	static final int UNBOUNDED = Integer.MAX_VALUE;

	private final BlockingQueue<Object> signals = new LinkedBlockingQueue<>();

	private final InterruptibleCalls calls = new InterruptibleCalls();

	private final Context context = CallerThread.context()
		.put(InterruptibleCalls.class, this.calls)
		.put(BlockingSubscriber.class, this);

	private final int prefetch;

	private volatile @Nullable Subscription subscription;

	private volatile boolean cancelled;

	// from here on used by the thread that waits

	private int outstanding;

	private boolean ended;

	private @Nullable RuntimeException failure;

	/**
	 * Create a subscriber.
	 * @param prefetch the maximum number of elements that are asked for ahead
	 */
	BlockingSubscriber(int prefetch) {
		this.prefetch = prefetch;
	}

	@Override
	public Context currentContext() {
		return this.context;
	}

	void subscribeTo(Publisher<T> publisher) {
		if (Thread.currentThread().isInterrupted()) {
			// so that the first call is not sent, and says which one it was
			this.calls.interrupt();
		}
		Flux.from(publisher).contextCapture().subscribe(this);
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		if (Operators.validate(this.subscription, subscription)) {
			this.subscription = subscription;
			if (this.cancelled) {
				subscription.cancel();
			}
			// one who waits already can ask for elements now
			execute(() -> {
			});
		}
	}

	@Override
	public void onNext(T element) {
		this.signals.add(element);
		if (this.cancelled) {
			discard();
		}
	}

	@Override
	public void onError(Throwable failure) {
		this.signals.add(new End(failure));
	}

	@Override
	public void onComplete() {
		this.signals.add(new End(null));
	}

	/**
	 * Have the elements of a source given by the thread that waits for the results.
	 * @param source the source, which may block, or be bound to that thread
	 * @param <S> the type of its elements
	 * @return the elements
	 */
	static <S> Flux<S> onCallerThread(Flux<S> source) {
		return Flux.deferContextual((context) -> {
			Executor caller = context.get(BlockingSubscriber.class);
			return source.subscribeOn(Schedulers.fromExecutor(caller));
		});
	}

	@Override
	public void execute(Runnable task) {
		this.signals.add(new CallerTask(task));
	}

	/**
	 * Wait for the next element.
	 * @return the element, or {@code null} at the end
	 */
	@SuppressWarnings("unchecked")
	@Nullable T next() {
		CallerThread.requireMayBlock();
		while (!this.ended) {
			request();
			Object signal = take();
			if (signal instanceof CallerTask task) {
				task.run();
			}
			else if (signal instanceof End end) {
				this.ended = true;
				this.failure = (end.failure() != null) ? CallerThread.thrown(end.failure()) : null;
			}
			else {
				this.outstanding--;
				return (T) signal;
			}
		}
		if (this.failure != null) {
			throw this.failure;
		}
		return null;
	}

	private void request() {
		Subscription subscription = this.subscription;
		if (subscription != null && this.outstanding <= this.prefetch / 2) {
			int wanted = this.prefetch - this.outstanding;
			this.outstanding = this.prefetch;
			subscription.request((this.prefetch == UNBOUNDED) ? Long.MAX_VALUE : wanted);
		}
	}

	private Object take() {
		Object signal = this.signals.poll();
		if (signal != null) {
			return signal;
		}
		try {
			return this.signals.take();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			// what has just arrived is better than not to know
			Object late = this.signals.poll();
			if (late != null) {
				return late;
			}
			return interrupted();
		}
	}

	private End interrupted() {
		this.calls.interrupt();
		cancel();
		BiginException failure = this.calls.failure();
		return new End((failure != null) ? failure
				: new CancellationException("The thread was interrupted while it waited, when no call was in flight"));
	}

	/**
	 * Cancel what is waited for, and release what has come and was not taken.
	 */
	void cancel() {
		this.cancelled = true;
		Subscription subscription = this.subscription;
		if (subscription != null) {
			subscription.cancel();
		}
		discard();
	}

	private void discard() {
		for (Object signal = this.signals.poll(); signal != null; signal = this.signals.poll()) {
			if (signal instanceof DataBuffer buffer) {
				DataBufferUtils.release(buffer);
			}
		}
		// for one who still waits
		this.signals.add(new End(new IllegalStateException("It was closed while it was read")));
	}

	private record End(@Nullable Throwable failure) {
	}

	private record CallerTask(Runnable task) {

		void run() {
			this.task.run();
		}

	}

}
