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

package io.github.biginspring.observation.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import io.github.biginspring.observation.BiginObservationContext;
import io.github.biginspring.observation.Operation;

/**
 * One observation, from start to end. Ends once: a stream can be cancelled after it has
 * ended.
 */
final class OperationObservation {

	private final Observation observation;

	private final BiginObservationContext context;

	private final AtomicBoolean ended = new AtomicBoolean();

	OperationObservation(Observation observation, BiginObservationContext context) {
		this.observation = observation;
		this.context = context;
		observation.start();
	}

	private void failed(Throwable error) {
		this.observation.error(error);
	}

	private void cancelled() {
		if (!this.ended.get()) {
			this.context.setCancelled();
		}
		ended();
	}

	private void ended() {
		if (this.ended.compareAndSet(false, true)) {
			this.observation.stop();
		}
	}

	<T> Mono<T> observe(Mono<T> source) {
		return source.doOnError(this::failed).doOnTerminate(this::ended).doOnCancel(this::cancelled);
	}

	<T> Flux<T> observe(Flux<T> source) {
		return source.doOnError(this::failed).doOnTerminate(this::ended).doOnCancel(this::cancelled);
	}

	/**
	 * Make the operation known to its calls, and this observation their parent.
	 */
	Function<Context, Context> asParent(Operation operation) {
		return (context) -> context.put(ObservationThreadLocalAccessor.KEY, this.observation)
			.put(Operation.class, operation);
	}

}
