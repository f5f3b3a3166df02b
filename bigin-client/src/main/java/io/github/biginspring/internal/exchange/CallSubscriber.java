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

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Stands between a call and what subscribes to it, which may give it up at any time. Of
 * all that can end it, one does.
 *
 * @param <T> what the response is read as
 */
abstract class CallSubscriber<T> implements CoreSubscriber<T>, Subscription, Scannable {

	@SuppressWarnings("rawtypes") // an updater knows no type arguments
	private static final AtomicReferenceFieldUpdater<CallSubscriber, @Nullable Subscription> UPSTREAM = AtomicReferenceFieldUpdater
		.newUpdater(CallSubscriber.class, Subscription.class, "upstream");

	@SuppressWarnings("rawtypes") // an updater knows no type arguments
	private static final AtomicIntegerFieldUpdater<CallSubscriber> ENDED = AtomicIntegerFieldUpdater
		.newUpdater(CallSubscriber.class, "ended");

	private final CoreSubscriber<? super T> actual;

	private volatile @Nullable Subscription upstream;

	private volatile int ended;

	private volatile boolean requested;

	CallSubscriber(CoreSubscriber<? super T> actual) {
		this.actual = actual;
	}

	final CoreSubscriber<? super T> actual() {
		return this.actual;
	}

	/**
	 * End the call.
	 * @return {@code false} if it has ended before
	 */
	final boolean end() {
		return ENDED.compareAndSet(this, 0, 1);
	}

	final boolean isEnded() {
		return this.ended != 0;
	}

	/**
	 * Give up what is under way, and whatever would follow.
	 */
	final void cancelUpstream() {
		Subscription current = UPSTREAM.getAndSet(this, Operators.cancelledSubscription());
		if (current != null) {
			current.cancel();
		}
	}

	@Override
	public Context currentContext() {
		return this.actual.currentContext();
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		if (goOnWith(subscription) && this.requested) {
			subscription.request(Long.MAX_VALUE);
		}
	}

	/**
	 * Go on with something else, which is cancelled when the call is given up.
	 * @param subscription the subscription to it
	 * @return {@code false} if the call was given up
	 */
	final boolean goOnWith(Subscription subscription) {
		Subscription before;
		do {
			before = this.upstream;
			if (before == Operators.cancelledSubscription()) {
				subscription.cancel();
				return false;
			}
		}
		while (!UPSTREAM.compareAndSet(this, before, subscription));
		return true;
	}

	@Override
	public final void request(long count) {
		if (Operators.validate(count)) {
			this.requested = true;
			Subscription current = this.upstream;
			if (current != null) {
				current.request(Long.MAX_VALUE);
			}
		}
	}

	@Override
	@SuppressWarnings("rawtypes") // of the method that is implemented
	public @Nullable Object scanUnsafe(Attr key) {
		if (key == Attr.PARENT) {
			return this.upstream;
		}
		if (key == Attr.ACTUAL) {
			return this.actual;
		}
		if (key == Attr.TERMINATED) {
			return isEnded() && this.upstream != Operators.cancelledSubscription();
		}
		if (key == Attr.CANCELLED) {
			return this.upstream == Operators.cancelledSubscription();
		}
		return (key == Attr.RUN_STYLE) ? Attr.RunStyle.SYNC : null;
	}

}
