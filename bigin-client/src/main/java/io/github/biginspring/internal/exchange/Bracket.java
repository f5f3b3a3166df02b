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
import reactor.core.Exceptions;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * Something that is had for the time of one attempt at a call, such as a permit, and is
 * told once how it has ended, before the caller is.
 */
interface Bracket {

	void succeeded();

	void failed(Throwable failure);

	/**
	 * The attempt was given up.
	 */
	void abandoned();

	/**
	 * Make an attempt, for which the bracket is open already.
	 * @param attempt the attempt, subscribed to once
	 * @param <T> what the response is read as
	 * @return the attempt, to be subscribed to once
	 */
	default <T> Mono<T> around(Supplier<Mono<T>> attempt) {
		try {
			return new Bracketed<>(attempt.get(), this);
		}
		catch (Throwable ex) {
			failed(ex);
			return Mono.error(ex);
		}
	}

	/**
	 * An attempt with something around it.
	 *
	 * @param <T> what the response is read as
	 */
	final class Bracketed<T> extends Mono<T> implements Scannable {

		private final Mono<T> source;

		private final Bracket bracket;

		private Bracketed(Mono<T> source, Bracket bracket) {
			this.source = source;
			this.bracket = bracket;
		}

		@Override
		public void subscribe(CoreSubscriber<? super T> actual) {
			this.source.subscribe(new BracketSubscriber<>(actual, this.bracket));
		}

		@Override
		@SuppressWarnings("rawtypes") // of the method that is implemented
		public @Nullable Object scanUnsafe(Attr key) {
			if (key == Attr.PARENT) {
				return this.source;
			}
			return (key == Attr.RUN_STYLE) ? Attr.RunStyle.SYNC : null;
		}

	}

	/**
	 * Keeps the value until the attempt is over.
	 *
	 * @param <T> what the response is read as
	 */
	final class BracketSubscriber<T> extends CallSubscriber<T> {

		private final Bracket bracket;

		private @Nullable T value;

		private BracketSubscriber(CoreSubscriber<? super T> actual, Bracket bracket) {
			super(actual);
			this.bracket = bracket;
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			if (goOnWith(subscription)) {
				actual().onSubscribe(this);
			}
		}

		@Override
		public void onNext(T value) {
			if (isEnded()) {
				Operators.onDiscard(value, currentContext());
				return;
			}
			this.value = value;
		}

		@Override
		public void onError(Throwable failure) {
			if (!end()) {
				Operators.onErrorDropped(failure, currentContext());
				return;
			}
			try {
				this.bracket.failed(failure);
			}
			catch (Throwable ex) {
				actual().onError(Exceptions.addSuppressed(ex, failure));
				return;
			}
			actual().onError(failure);
		}

		@Override
		public void onComplete() {
			T last = this.value;
			if (!end()) {
				Operators.onDiscard(last, currentContext());
				return;
			}
			try {
				this.bracket.succeeded();
			}
			catch (Throwable ex) {
				Operators.onDiscard(last, currentContext());
				actual().onError(ex);
				return;
			}
			if (last != null) {
				actual().onNext(last);
			}
			actual().onComplete();
		}

		@Override
		public void cancel() {
			boolean ended = end();
			cancelUpstream();
			if (ended) {
				try {
					this.bracket.abandoned();
				}
				catch (Throwable ex) {
					Operators.onErrorDropped(ex, currentContext());
				}
			}
		}

	}

}
