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

package io.github.biginspring.internal;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/**
 * Passes all signals on. Subclasses guard against what the receiver of an element throws.
 *
 * @param <T> the type of an element
 * @since 0.1.0
 */
public abstract class ForwardingSubscriber<T> implements CoreSubscriber<T> {

	private final CoreSubscriber<? super T> actual;

	private @Nullable Subscription source;

	protected ForwardingSubscriber(CoreSubscriber<? super T> actual) {
		this.actual = actual;
	}

	/**
	 * Return where the elements come from.
	 * @return the subscription, or {@code null} before there is one
	 */
	protected final @Nullable Subscription source() {
		return this.source;
	}

	/**
	 * Return where the signals go.
	 * @return the subscriber
	 */
	protected final CoreSubscriber<? super T> actual() {
		return this.actual;
	}

	@Override
	public final Context currentContext() {
		return this.actual.currentContext();
	}

	@Override
	public final void onSubscribe(Subscription subscription) {
		this.source = subscription;
		this.actual.onSubscribe(subscription);
	}

	@Override
	public final void onError(Throwable failure) {
		this.actual.onError(failure);
	}

	@Override
	public final void onComplete() {
		this.actual.onComplete();
	}

}
