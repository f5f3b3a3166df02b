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

package io.github.biginspring.limit.internal;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

import io.github.biginspring.limit.internal.RateLimiter.Permit;

/**
 * Breaks the rules of Reactive Streams: throws.
 */
final class BrokenSubscriber implements CoreSubscriber<Permit> {

	@Override
	public void onSubscribe(Subscription subscription) {
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(Permit permit) {
		throw new IllegalStateException("broken subscriber");
	}

	@Override
	public void onError(Throwable failure) {
		throw new IllegalStateException(failure);
	}

	@Override
	public void onComplete() {
	}

}
