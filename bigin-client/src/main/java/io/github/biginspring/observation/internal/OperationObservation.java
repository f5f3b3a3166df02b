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
import org.jspecify.annotations.Nullable;
import reactor.core.observability.DefaultSignalListener;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

import io.github.biginspring.internal.ListenerFailures;
import io.github.biginspring.internal.call.LateFailures;
import io.github.biginspring.observation.BiginObservationContext;
import io.github.biginspring.observation.Operation;

/**
 * One observation, from start to end. Ends once: a stream can be cancelled after it has
 * ended.
 */
final class OperationObservation {

	static final String OBSERVER = "A handler, predicate or convention of observations";

	private final Observation observation;

	private final BiginObservationContext context;

	private final ListenerFailures failures;

	private final AtomicBoolean ended = new AtomicBoolean();

	OperationObservation(Observation observation, BiginObservationContext context, ListenerFailures failures) {
		this.observation = observation;
		this.failures = failures;
		this.context = context;
		guard(observation::start);
	}

	private void guard(Runnable news) {
		this.failures.guard(OBSERVER, news);
	}

	private void failed(Throwable error) {
		guard(() -> this.observation.error(error));
	}

	private void cancelled() {
		if (!this.ended.get()) {
			this.context.setCancelled();
		}
		ended();
	}

	private void ended() {
		if (this.ended.compareAndSet(false, true)) {
			this.context.setEnded();
			guard(this.observation::stop);
		}
	}

	<T> Mono<T> observe(Mono<T> source) {
		return source.tap(() -> new Listener<>(true));
	}

	<T> Flux<T> observe(Flux<T> source) {
		return source.tap(() -> new Listener<>(false));
	}

	/**
	 * Return the parent of an HTTP call. WebClient puts an observation of its own, which
	 * does nothing, in the place where Micrometer looks for it.
	 */
	static @Nullable Observation parent(ContextView view) {
		OperationObservation operation = view.getOrDefault(OperationObservation.class, null);
		return (operation != null) ? operation.observation : null;
	}

	/**
	 * Make the operation known to its calls, and this observation their parent.
	 */
	Function<Context, Context> asParent(Operation operation) {
		return (context) -> LateFailures.taken(context)
			.put(ObservationThreadLocalAccessor.KEY, this.observation)
			.put(OperationObservation.class, this)
			.put(Operation.class, operation);
	}

	private final class Listener<T> extends DefaultSignalListener<T> {

		private final boolean single;

		Listener(boolean single) {
			this.single = single;
		}

		@Override
		public void doOnNext(T value) {
			if (this.single) {
				// who takes it may cancel, as nothing can follow
				ended();
			}
		}

		@Override
		public void doOnError(Throwable error) {
			failed(error);
			ended();
		}

		@Override
		public void doOnComplete() {
			ended();
		}

		@Override
		public void doOnCancel() {
			cancelled();
		}

	}

}
