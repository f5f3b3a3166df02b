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

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Passes on what calls are to be made of, as long as no call waits for its turn. One
 * element at a time is asked for, twice as many with each that comes while none waits: a
 * source that takes its time is then asked for several at once.
 *
 * @param <T> the type of an element, of which one call is made
 */
public final class PacedFlux<T> extends FluxOperator<T, T> {

	private final Turns turns;

	private final Pace pace;

	private PacedFlux(Flux<T> source, Turns turns, Pace pace) {
		super(source);
		this.turns = turns;
		this.pace = pace;
	}

	/**
	 * Make calls of elements, no faster than the service's limits take them.
	 * @param source the elements
	 * @param calls makes the calls; has to notice their turns
	 * @param <T> the type of an element
	 * @param <R> what the calls give
	 * @return what the calls give
	 */
	public static <T, R> Flux<R> of(Flux<T> source, Calls<T, R> calls) {
		return Flux.defer(() -> {
			Pace pace = new Pace();
			Turns turns = new Turns(pace::go);
			return calls.make(new PacedFlux<>(source, turns, pace), turns);
		});
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		this.source.subscribe(new PacedSubscriber<>(actual, this.turns, this.pace));
	}

	/**
	 * Makes calls of elements.
	 *
	 * @param <T> the type of an element
	 * @param <R> what the calls give
	 */
	@FunctionalInterface
	public interface Calls<T, R> {

		/**
		 * Make the calls.
		 * @param elements the elements, at a pace that the limits allow
		 * @param turns notice when {@linkplain Turns#of a call} waits
		 * @return what the calls give
		 */
		Flux<R> make(Flux<T> elements, Turns turns);

	}

	/**
	 * Goes on when a call has got its turn.
	 */
	private static final class Pace {

		private volatile @Nullable PacedSubscriber<?> subscriber;

		void go() {
			PacedSubscriber<?> paced = this.subscriber;
			if (paced != null) {
				paced.ask();
			}
		}

	}

	private static final class PacedSubscriber<T> implements CoreSubscriber<T>, Subscription {

		private static final int MOST = 64;

		private final CoreSubscriber<? super T> actual;

		private final Turns turns;

		private final Pace pace;

		private final AtomicInteger rounds = new AtomicInteger();

		private final AtomicLong demand = new AtomicLong();

		// asked for, and not there yet
		private final AtomicInteger missing = new AtomicInteger();

		private volatile int most = 1;

		private @Nullable Subscription source;

		private volatile boolean ended;

		PacedSubscriber(CoreSubscriber<? super T> actual, Turns turns, Pace pace) {
			this.actual = actual;
			this.turns = turns;
			this.pace = pace;
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			if (Operators.validate(this.source, subscription)) {
				this.source = subscription;
				this.pace.subscriber = this;
				this.actual.onSubscribe(this);
			}
		}

		@Override
		public void onNext(T element) {
			this.missing.decrementAndGet();
			this.actual.onNext(element);
			this.most = this.turns.isWaiting() ? Math.max(1, this.most / 2) : Math.min(MOST, this.most * 2);
			ask();
		}

		@Override
		public void onError(Throwable failure) {
			this.ended = true;
			this.actual.onError(failure);
		}

		@Override
		public void onComplete() {
			this.ended = true;
			this.actual.onComplete();
		}

		@Override
		public void request(long count) {
			Subscription subscription = this.source;
			if (count <= 0 && subscription != null) {
				// the source says what is wrong with it
				subscription.request(count);
			}
			else if (Operators.validate(count)) {
				this.demand.accumulateAndGet(count, Operators::addCap);
				ask();
			}
		}

		@Override
		public void cancel() {
			this.ended = true;
			Subscription subscription = this.source;
			if (subscription != null) {
				subscription.cancel();
			}
		}

		// a loop: a source may give its elements at once
		void ask() {
			if (this.rounds.getAndIncrement() != 0) {
				return;
			}
			int done = 1;
			do {
				Subscription subscription = this.source;
				while (subscription != null && isDue()) {
					this.demand.updateAndGet((count) -> (count == Long.MAX_VALUE) ? count : count - 1);
					this.missing.incrementAndGet();
					subscription.request(1);
				}
				done = this.rounds.addAndGet(-done);
			}
			while (done != 0);
		}

		private boolean isDue() {
			return !this.ended && this.demand.get() > 0 && this.missing.get() < this.most && !this.turns.isWaiting();
		}

	}

}
