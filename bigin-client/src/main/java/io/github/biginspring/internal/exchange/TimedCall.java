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

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

import io.github.biginspring.internal.call.LateFailures;

/**
 * A call that has to be done in time. What it fails with when it is given up is no news.
 *
 * @param <T> what the response is read as
 */
final class TimedCall<T> extends Mono<T> implements Scannable {

	private final Mono<T> source;

	private final Deadlines deadlines;

	private final CallProgress progress;

	private final LateFailures lateFailures;

	private final Supplier<Throwable> timedOut;

	/**
	 * Create.
	 * @param source makes the call
	 * @param deadlines tell when it has taken too long
	 * @param progress is told how far the call has come
	 * @param lateFailures take what it fails with when it is given up
	 * @param timedOut gives the failure of a call that has taken too long
	 */
	TimedCall(Mono<T> source, Deadlines deadlines, CallProgress progress, LateFailures lateFailures,
			Supplier<Throwable> timedOut) {
		this.source = source;
		this.deadlines = deadlines;
		this.progress = progress;
		this.lateFailures = lateFailures;
		this.timedOut = timedOut;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		TimedSubscriber<T> subscriber = new TimedSubscriber<>(actual, this);
		actual.onSubscribe(subscriber);
		subscriber.start();
	}

	@Override
	@SuppressWarnings("rawtypes") // of the method that is implemented
	public @Nullable Object scanUnsafe(Attr key) {
		if (key == Attr.PARENT) {
			return this.source;
		}
		return (key == Attr.RUN_STYLE) ? Attr.RunStyle.ASYNC : null;
	}

	private static final class TimedSubscriber<T> extends CallSubscriber<T> implements Runnable {

		private final TimedCall<T> call;

		private final Context context;

		private volatile Deadlines.@Nullable Deadline deadline;

		TimedSubscriber(CoreSubscriber<? super T> actual, TimedCall<T> call) {
			super(actual);
			this.call = call;
			this.context = call.lateFailures.takeFrom(actual.currentContext()).put(CallProgress.class, call.progress);
		}

		void start() {
			if (isEnded()) {
				return;
			}
			try {
				this.deadline = this.call.deadlines.set(this);
			}
			catch (Throwable ex) {
				onError(ex);
				return;
			}
			if (isEnded()) {
				meetDeadline();
				return;
			}
			this.call.source.subscribe(this);
		}

		private void meetDeadline() {
			Deadlines.Deadline current = this.deadline;
			if (current != null) {
				current.met();
			}
		}

		@Override
		public Context currentContext() {
			return this.context;
		}

		@Override
		public void onNext(T value) {
			if (!end()) {
				Operators.onDiscard(value, this.context);
				return;
			}
			meetDeadline();
			actual().onNext(value);
			actual().onComplete();
		}

		@Override
		public void onError(Throwable failure) {
			if (!end()) {
				Operators.onErrorDropped(failure, this.context);
				return;
			}
			meetDeadline();
			actual().onError(failure);
		}

		@Override
		public void onComplete() {
			if (end()) {
				meetDeadline();
				actual().onComplete();
			}
		}

		@Override
		public void cancel() {
			if (end()) {
				this.call.lateFailures.giveUp();
				meetDeadline();
				cancelUpstream();
			}
		}

		// the deadline was missed
		@Override
		public void run() {
			if (end()) {
				this.call.lateFailures.giveUp();
				cancelUpstream();
				actual().onError(this.call.timedOut.get());
			}
		}

	}

}
