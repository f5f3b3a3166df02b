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

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A wait that ends when calls stop. Whoever comes first decides how it ends: what is
 * waited for, the stop, or the subscriber that gives up. It is known to the
 * {@link CallLifecycle} only where there is something to wait for.
 */
final class StoppableWait<T> implements CoreSubscriber<T>, Subscription {

	private final CoreSubscriber<? super T> subscriber;

	private final CallLifecycle lifecycle;

	private final @Nullable Supplier<? extends Throwable> failure;

	private final Consumer<? super T> late;

	private final AtomicBoolean ended = new AtomicBoolean();

	private Subscription upstream = Operators.emptySubscription();

	private volatile boolean known;

	StoppableWait(CoreSubscriber<? super T> subscriber, CallLifecycle lifecycle,
			@Nullable Supplier<? extends Throwable> failure, Consumer<? super T> late) {
		this.subscriber = subscriber;
		this.lifecycle = lifecycle;
		this.failure = failure;
		this.late = late;
	}

	@Override
	public Context currentContext() {
		return this.subscriber.currentContext();
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.upstream = subscription;
		this.subscriber.onSubscribe(this);
	}

	@Override
	public void request(long count) {
		if (this.lifecycle.isStopped()) {
			stop();
			return;
		}
		this.upstream.request(count);
		if (this.ended.get()) {
			return;
		}
		this.known = true;
		this.lifecycle.add(this);
		if (this.ended.get()) {
			this.lifecycle.remove(this);
		}
		else if (this.lifecycle.isStopped()) {
			stop();
		}
	}

	@Override
	public void onNext(T item) {
		if (end()) {
			this.subscriber.onNext(item);
			this.subscriber.onComplete();
		}
		else {
			this.late.accept(item);
		}
	}

	@Override
	public void onError(Throwable error) {
		if (end()) {
			this.subscriber.onError(error);
		}
	}

	@Override
	public void onComplete() {
		if (end()) {
			this.subscriber.onComplete();
		}
	}

	@Override
	public void cancel() {
		end();
		this.upstream.cancel();
	}

	/**
	 * End the wait because calls stop.
	 */
	void stop() {
		if (!end()) {
			return;
		}
		this.upstream.cancel();
		if (this.failure != null) {
			this.subscriber.onError(this.failure.get());
		}
		else {
			this.subscriber.onComplete();
		}
	}

	private boolean end() {
		if (!this.ended.compareAndSet(false, true)) {
			return false;
		}
		if (this.known) {
			this.lifecycle.remove(this);
		}
		return true;
	}

	/**
	 * What can be waited for by any number of subscribers.
	 */
	static final class Source<T> extends MonoOperator<T, T> {

		private final CallLifecycle lifecycle;

		private final @Nullable Supplier<? extends Throwable> failure;

		private final Consumer<? super T> late;

		Source(Mono<T> wait, CallLifecycle lifecycle, @Nullable Supplier<? extends Throwable> failure,
				Consumer<? super T> late) {
			super(wait);
			this.lifecycle = lifecycle;
			this.failure = failure;
			this.late = late;
		}

		@Override
		public void subscribe(CoreSubscriber<? super T> subscriber) {
			this.source.subscribe(new StoppableWait<>(subscriber, this.lifecycle, this.failure, this.late));
		}

	}

}
