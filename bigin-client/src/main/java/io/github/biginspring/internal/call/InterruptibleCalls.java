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

package io.github.biginspring.internal.call;

import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.github.biginspring.error.BiginInterruptedException;

/**
 * The calls in flight of an operation that a thread waits for, so that it can be said
 * what was given up where the thread is interrupted. Travels in Reactor's context.
 *
 * @since 0.1.0
 */
public final class InterruptibleCalls {

	private final Set<CallInFlight> inFlight = ConcurrentHashMap.newKeySet();

	private volatile boolean interrupted;

	/**
	 * Track a call. After an interruption none is made.
	 * @param call the call
	 * @param outcomeUnknown whether the service may have carried it out by now
	 * @param response the response to the call
	 * @param <T> what the response is read as
	 * @return the response, or an error where the thread was interrupted before
	 */
	public <T> Mono<T> track(BiginCall<T> call, BooleanSupplier outcomeUnknown, Mono<T> response) {
		CallInFlight tracked = new CallInFlight(call, outcomeUnknown);
		this.inFlight.add(tracked);
		if (this.interrupted) {
			return Mono.error(tracked::givenUp);
		}
		return response.doOnTerminate(() -> this.inFlight.remove(tracked)).doOnCancel(() -> {
			if (!this.interrupted) {
				this.inFlight.remove(tracked);
			}
		});
	}

	/**
	 * Notice that the thread is interrupted. To be followed by the cancellation of the
	 * operation.
	 */
	public void interrupt() {
		this.interrupted = true;
	}

	/**
	 * Return what the operation has failed with, once it is cancelled.
	 * @return the failure of the call of whose outcome least is known, or {@code null}
	 * where no call was in flight
	 */
	public @Nullable BiginInterruptedException failure() {
		return this.inFlight.stream()
			.map(CallInFlight::givenUp)
			.max(Comparator.comparing((failure) -> failure.isOutcomeUnknown()))
			.orElse(null);
	}

	private record CallInFlight(BiginCall<?> call, BooleanSupplier outcomeUnknown) {

		BiginInterruptedException givenUp() {
			return new BiginInterruptedException(
					(this.outcomeUnknown.getAsBoolean() ? this.call.responseLost() : this.call.notSent())
						.message("the thread that waited for it was interrupted")
						.build());
		}

	}

}
