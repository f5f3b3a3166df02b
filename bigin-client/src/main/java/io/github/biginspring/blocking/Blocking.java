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

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Waits for what the reactive operations give.
 */
final class Blocking {

	/**
	 * How many records are asked for at a time. The pages that hold them are fetched
	 * ahead already, so more would only cause calls that nobody needs.
	 */
	static final int RECORDS = 1;

	/**
	 * How many rows of a file are asked for at a time, as they come by another thread.
	 */
	static final int ROWS = 128;

	private Blocking() {
	}

	static <T> Optional<T> optional(Mono<T> result) {
		CallerThread.requireMayBlock();
		BlockingSubscriber<T> subscriber = new BlockingSubscriber<>(BlockingSubscriber.UNBOUNDED);
		subscriber.subscribeTo(result);
		return Optional.ofNullable(subscriber.next());
	}

	static <T> T value(Mono<T> result) {
		return optional(result).orElseThrow(() -> new IllegalStateException("The operation has given no result"));
	}

	static void end(Mono<Void> result) {
		optional(result);
	}

	static <T> List<T> list(Flux<T> results) {
		return value(results.collectList());
	}

	/**
	 * Return elements as a stream, which begins when its first element is wanted.
	 * @param results gives them
	 * @param prefetch the maximum number of elements that are asked for ahead
	 * @param <T> the type of an element
	 * @return the stream, to be closed
	 */
	static <T> Stream<T> stream(Flux<T> results, int prefetch) {
		BlockingSpliterator<T> elements = new BlockingSpliterator<>(results, prefetch);
		return StreamSupport.stream(elements, false).onClose(elements::close);
	}

}
