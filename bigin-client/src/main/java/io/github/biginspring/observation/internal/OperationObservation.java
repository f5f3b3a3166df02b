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
import reactor.util.context.Context;

import io.github.biginspring.observation.BiginObservationContext;

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

	void failed(Throwable error) {
		this.observation.error(error);
	}

	void cancelled() {
		if (!this.ended.get()) {
			this.context.setCancelled();
		}
		ended();
	}

	void ended() {
		if (this.ended.compareAndSet(false, true)) {
			this.observation.stop();
		}
	}

	Function<Context, Context> asParent() {
		return (reactorContext) -> reactorContext.put(ObservationThreadLocalAccessor.KEY, this.observation);
	}

}
