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

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import io.github.biginspring.internal.call.CallListener;
import io.github.biginspring.observation.Operation;

/**
 * A call as WebClient makes it. What the client keeps in the context for itself ends
 * here: WebClient and Reactor Netty add to it, and a context of five entries or more
 * takes much to add to.
 *
 * @param <T> what the response is read as
 */
final class SentCall<T> extends Mono<T> implements Scannable {

	// where Reactor keeps what doOnDiscard has added
	private static final String ON_DISCARD = "reactor.onDiscard.local";

	private final Mono<T> source;

	private final UnaryOperator<Throwable> failure;

	/**
	 * Create.
	 * @param source makes the call
	 * @param failure gives what the caller is told of a failure
	 */
	SentCall(Mono<T> source, UnaryOperator<Throwable> failure) {
		this.source = source;
		this.failure = failure;
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		this.source.subscribe(new SentSubscriber<>(actual, this.failure));
	}

	@Override
	@SuppressWarnings("rawtypes") // of the method that is implemented
	public @Nullable Object scanUnsafe(Attr key) {
		if (key == Attr.PARENT) {
			return this.source;
		}
		return (key == Attr.RUN_STYLE) ? Attr.RunStyle.SYNC : null;
	}

	private static final class SentSubscriber<T> implements CoreSubscriber<T>, Scannable {

		private final CoreSubscriber<? super T> actual;

		private final UnaryOperator<Throwable> failure;

		private final Context context;

		SentSubscriber(CoreSubscriber<? super T> actual, UnaryOperator<Throwable> failure) {
			this.actual = actual;
			this.failure = failure;
			this.context = actual.currentContext()
				.delete(CallListener.class)
				.delete(CallProgress.class)
				.delete(BodyProgress.class)
				.delete(Operation.class)
				// what a cancelled call leaves behind is released here: one who does so
				// around the call would release it a second time, and with it the memory
				// of others
				.delete(ON_DISCARD);
		}

		@Override
		public Context currentContext() {
			return this.context;
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.actual.onSubscribe(subscription);
		}

		@Override
		public void onNext(T value) {
			this.actual.onNext(value);
		}

		@Override
		public void onError(Throwable error) {
			this.actual.onError(this.failure.apply(error));
		}

		@Override
		public void onComplete() {
			this.actual.onComplete();
		}

		@Override
		@SuppressWarnings("rawtypes") // of the method that is implemented
		public @Nullable Object scanUnsafe(Attr key) {
			if (key == Attr.ACTUAL) {
				return this.actual;
			}
			return (key == Attr.RUN_STYLE) ? Attr.RunStyle.SYNC : null;
		}

	}

}
