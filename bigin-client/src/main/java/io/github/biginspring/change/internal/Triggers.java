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

package io.github.biginspring.change.internal;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * The signs of changes that one reading gets. One that comes while nobody waits for it is
 * kept; several count as one.
 */
final class Triggers extends BaseSubscriber<Object> {

	private final Scheduler scheduler;

	private volatile Sinks.Empty<Boolean> next = Sinks.empty();

	private volatile @Nullable Throwable failure;

	private Triggers(Scheduler scheduler) {
		this.scheduler = scheduler;
	}

	static Triggers of(Publisher<?> source, Scheduler scheduler) {
		Triggers signs = new Triggers(scheduler);
		source.subscribe(signs);
		return signs;
	}

	@Override
	protected void hookOnSubscribe(Subscription subscription) {
		requestUnbounded();
	}

	@Override
	protected void hookOnNext(Object sign) {
		this.next.tryEmitEmpty();
	}

	@Override
	protected void hookOnError(Throwable failure) {
		this.failure = failure;
		this.next.tryEmitError(failure);
	}

	/**
	 * Wait for a sign.
	 * @param atMost how long
	 * @return whether there was one; fails as the signs have failed
	 */
	Mono<Boolean> await(Duration atMost) {
		return Mono.defer(() -> {
			Sinks.Empty<Boolean> awaited = this.next;
			Throwable failure = this.failure;
			return (failure != null) ? Mono.error(failure)
					: Mono
						.firstWithSignal(awaited.asMono().defaultIfEmpty(true),
								Mono.delay(atMost, this.scheduler).thenReturn(false))
						.doOnNext((signed) -> this.next = signed ? Sinks.empty() : awaited);
		});
	}

}
