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

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Operators;

import io.github.biginspring.internal.ForwardingSubscriber;

/**
 * Keeps what a subscriber throws, against the rules of Reactive Streams, from the call
 * whose result it was given: that would take it for a failure of its own, when the record
 * is written already. What such a subscriber gets is cancelled.
 */
final class GuardedFlux<T> extends FluxOperator<T, T> {

	GuardedFlux(Flux<T> source) {
		super(source);
	}

	@Override
	public void subscribe(CoreSubscriber<? super T> actual) {
		this.source.subscribe(new GuardedSubscriber<>(actual));
	}

	private static final class GuardedSubscriber<T> extends ForwardingSubscriber<T> {

		GuardedSubscriber(CoreSubscriber<? super T> actual) {
			super(actual);
		}

		@Override
		public void onNext(T result) {
			try {
				actual().onNext(result);
			}
			catch (Throwable ex) {
				Exceptions.throwIfJvmFatal(ex);
				Subscription source = source();
				if (source != null) {
					source.cancel();
				}
				Operators.onErrorDropped(ex, currentContext());
			}
		}

	}

}
