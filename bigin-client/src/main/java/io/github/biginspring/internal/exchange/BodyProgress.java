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

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

import org.springframework.core.io.buffer.DataBuffer;

/**
 * Knows of a call with a streamed body whether anything moves, so that a long body is not
 * taken for a call that hangs. Travels in Reactor's context.
 */
final class BodyProgress {

	private final AtomicLong moves = new AtomicLong();

	// asked for by the caller and not yet there
	private final AtomicLong missing = new AtomicLong();

	private volatile boolean receiving;

	Flux<DataBuffer> sending(Flux<DataBuffer> content) {
		return content.doOnNext((buffer) -> this.moves.incrementAndGet());
	}

	Flux<DataBuffer> receiving(Flux<DataBuffer> content) {
		return content.doOnSubscribe((subscription) -> {
			this.missing.set(0);
			this.receiving = true;
		}).doOnRequest((count) -> this.missing.accumulateAndGet(count, Operators::addCap)).doOnNext((buffer) -> {
			this.moves.incrementAndGet();
			this.missing.updateAndGet((count) -> (count != Long.MAX_VALUE && count > 0) ? count - 1 : count);
		}).doOnTerminate(() -> this.receiving = false);
	}

	/**
	 * Signal when nothing has moved for the given time, counted from the subscription or
	 * in steps of that time. While the caller asks for nothing, nothing can move.
	 * @param time the time
	 * @return a signal
	 */
	Mono<Long> silence(Duration time) {
		return stillFor(time, () -> !waitsForCaller());
	}

	/**
	 * Signal when the caller has asked for nothing for the given time, counted in steps
	 * of that time.
	 * @param time the time
	 * @return a signal
	 */
	Mono<Long> readerPause(Duration time) {
		return stillFor(time, this::waitsForCaller);
	}

	private Mono<Long> stillFor(Duration time, BooleanSupplier condition) {
		return Mono.defer(() -> {
			long before = this.moves.get();
			return Mono.delay(time).filter((tick) -> this.moves.get() == before && condition.getAsBoolean());
		}).repeatWhenEmpty((empties) -> empties);
	}

	private boolean waitsForCaller() {
		return this.receiving && this.missing.get() == 0;
	}

}
