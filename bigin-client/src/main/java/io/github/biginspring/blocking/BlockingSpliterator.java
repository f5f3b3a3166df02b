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

package io.github.biginspring.blocking;

import java.util.Spliterator;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.util.Assert;

/**
 * The elements of a stream, each asked for when it is wanted.
 *
 * @param <T> the type of an element
 */
final class BlockingSpliterator<T> implements Spliterator<T> {

	private final Flux<T> results;

	private final int prefetch;

	private volatile @Nullable BlockingSubscriber<T> subscriber;

	private volatile boolean closed;

	BlockingSpliterator(Flux<T> results, int prefetch) {
		this.results = results;
		this.prefetch = prefetch;
	}

	@Override
	public boolean tryAdvance(Consumer<? super T> action) {
		Assert.state(!this.closed, "The stream is closed, so there are no more elements to be had from it");
		T element = subscriber().next();
		if (element == null) {
			return false;
		}
		action.accept(element);
		return true;
	}

	private BlockingSubscriber<T> subscriber() {
		BlockingSubscriber<T> subscriber = this.subscriber;
		if (subscriber == null) {
			CallerThread.requireMayBlock();
			subscriber = new BlockingSubscriber<>(this.prefetch);
			this.subscriber = subscriber;
			subscriber.subscribeTo(this.results);
		}
		return subscriber;
	}

	// to split it would be to read ahead
	@Override
	public @Nullable Spliterator<T> trySplit() {
		return null;
	}

	@Override
	public long estimateSize() {
		return Long.MAX_VALUE;
	}

	@Override
	public int characteristics() {
		return ORDERED | NONNULL;
	}

	void close() {
		this.closed = true;
		BlockingSubscriber<T> subscriber = this.subscriber;
		if (subscriber != null) {
			subscriber.cancel();
		}
	}

}
