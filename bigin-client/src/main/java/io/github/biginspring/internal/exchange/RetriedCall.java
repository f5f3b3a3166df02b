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
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A call that is repeated after some failures. What is needed to wait for the next
 * attempt is created after a failure.
 *
 * @param <T> what the response is read as
 */
final class RetriedCall<T> extends Mono<T> implements Scannable {

	private final Supplier<Sequence<T>> opening;

	/**
	 * Create.
	 * @param opening opens the sequence of attempts, once for each subscription
	 */
	RetriedCall(Supplier<Sequence<T>> opening) {
		this.opening = opening;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		Sequence<T> sequence;
		try {
			sequence = this.opening.get();
		}
		catch (Throwable ex) {
			Operators.error(actual, Operators.onOperatorError(ex, actual.currentContext()));
			return;
		}
		RetriedSubscriber<T> subscriber = new RetriedSubscriber<>(actual, sequence);
		actual.onSubscribe(subscriber);
		subscriber.start();
	}

	@Override
	@SuppressWarnings("rawtypes") // of the method that is implemented
	public @Nullable Object scanUnsafe(Attr key) {
		return (key == Attr.RUN_STYLE) ? Attr.RunStyle.ASYNC : null;
	}

	/**
	 * The attempts of one subscription.
	 *
	 * @param <T> what the response is read as
	 */
	interface Sequence<T> {

		/**
		 * Open the sequence.
		 * @return {@code null}, or why there is no attempt at all
		 */
		@Nullable Throwable open();

		/**
		 * Return the next attempt.
		 * @return the attempt
		 */
		Mono<T> attempt();

		void succeeded(@Nullable T result);

		/**
		 * Wait for the next attempt.
		 * @param failure what the last one has failed with
		 * @return signals when it is time, or an error, which is what the call fails with
		 */
		Mono<Long> awaitNext(Throwable failure);

		void close();

	}

	private static final class RetriedSubscriber<T> extends CallSubscriber<T> {

		private final Sequence<T> sequence;

		// what an attempt sends after its value
		private boolean valued;

		RetriedSubscriber(CoreSubscriber<? super T> actual, Sequence<T> sequence) {
			super(actual);
			this.sequence = sequence;
		}

		void start() {
			if (isEnded()) {
				return;
			}
			Throwable rejection;
			try {
				rejection = this.sequence.open();
			}
			catch (Throwable ex) {
				rejection = ex;
			}
			if (rejection != null) {
				fail(rejection);
			}
			else {
				attempt();
			}
		}

		private void attempt() {
			if (isEnded()) {
				return;
			}
			Mono<T> attempt;
			try {
				attempt = this.sequence.attempt();
			}
			catch (Throwable ex) {
				onError(ex);
				return;
			}
			attempt.subscribe(this);
		}

		@Override
		public void onNext(T value) {
			if (isEnded()) {
				Operators.onDiscard(value, currentContext());
				return;
			}
			this.valued = true;
			succeed(value);
		}

		@Override
		public void onComplete() {
			if (!this.valued) {
				succeed(null);
			}
		}

		private void succeed(@Nullable T value) {
			if (isEnded()) {
				return;
			}
			try {
				this.sequence.succeeded(value);
			}
			catch (Throwable ex) {
				fail(ex);
				return;
			}
			if (end()) {
				if (value != null) {
					actual().onNext(value);
				}
				actual().onComplete();
				close();
			}
		}

		@Override
		public void onError(Throwable failure) {
			if (isEnded() || this.valued) {
				Operators.onErrorDropped(failure, currentContext());
				return;
			}
			Mono<Long> wait;
			try {
				wait = this.sequence.awaitNext(failure);
			}
			catch (Throwable ex) {
				fail(ex);
				return;
			}
			wait.subscribe(new Wait<>(this));
		}

		private void fail(Throwable failure) {
			if (end()) {
				actual().onError(failure);
				close();
			}
			else {
				Operators.onErrorDropped(failure, currentContext());
			}
		}

		@Override
		public void cancel() {
			boolean ended = end();
			cancelUpstream();
			if (ended) {
				close();
			}
		}

		private void close() {
			try {
				this.sequence.close();
			}
			catch (Throwable ex) {
				Operators.onErrorDropped(ex, currentContext());
			}
		}

	}

	/**
	 * The wait for the next attempt, in the place of the attempt.
	 */
	private static final class Wait<T> implements CoreSubscriber<Long>, Scannable {

		private final RetriedSubscriber<T> call;

		private boolean over;

		Wait(RetriedSubscriber<T> call) {
			this.call = call;
		}

		@Override
		public Context currentContext() {
			return this.call.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			if (this.call.goOnWith(subscription)) {
				// whether or not the caller wants the value yet
				subscription.request(Long.MAX_VALUE);
			}
		}

		@Override
		public void onNext(Long tick) {
			if (!this.over) {
				this.over = true;
				this.call.attempt();
			}
		}

		@Override
		public void onError(Throwable failure) {
			if (!this.over) {
				this.over = true;
				this.call.fail(failure);
			}
		}

		@Override
		public void onComplete() {
			// its signal came before
		}

		@Override
		@SuppressWarnings("rawtypes") // of the method that is implemented
		public @Nullable Object scanUnsafe(Attr key) {
			if (key == Attr.ACTUAL) {
				return this.call;
			}
			return (key == Attr.RUN_STYLE) ? Attr.RunStyle.SYNC : null;
		}

	}

}
