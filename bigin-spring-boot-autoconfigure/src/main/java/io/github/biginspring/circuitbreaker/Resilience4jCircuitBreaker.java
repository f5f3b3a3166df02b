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

package io.github.biginspring.circuitbreaker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.core.IntervalFunction;
import org.jspecify.annotations.Nullable;

import io.github.biginspring.error.BiginException;

/**
 * A {@link CallCircuitBreaker} by Resilience4j.
 *
 * @since 0.1.0
 */
public final class Resilience4jCircuitBreaker implements CallCircuitBreaker {

	private final CircuitBreaker circuitBreaker;

	private final Clock clock;

	// changed by Resilience4j's transitions only, of which there is one at a time
	private volatile Opening opening = Opening.NONE;

	/**
	 * Create a circuit breaker.
	 * @param circuitBreaker counts, and decides
	 */
	public Resilience4jCircuitBreaker(CircuitBreaker circuitBreaker) {
		this.circuitBreaker = circuitBreaker;
		this.clock = circuitBreaker.getCircuitBreakerConfig().getClock();
		circuitBreaker.getEventPublisher()
			.onStateTransition((event) -> changed(event.getStateTransition().getToState()));
	}

	private void changed(State state) {
		if (state == State.OPEN) {
			this.opening = new Opening(this.opening.attempt() + 1, this.clock.instant());
		}
		else if (state != State.HALF_OPEN) {
			this.opening = Opening.NONE;
		}
	}

	// Resilience4j leaves the open state only when a call comes: without this, an
	// application that gets no calls because it is not healthy would never be so again
	@Override
	public CircuitState state() {
		return switch (this.circuitBreaker.getState()) {
			case OPEN -> Duration.ZERO.equals(openFor()) ? CircuitState.HALF_OPEN : CircuitState.OPEN;
			case FORCED_OPEN -> CircuitState.OPEN;
			case HALF_OPEN -> CircuitState.HALF_OPEN;
			case CLOSED, DISABLED, METRICS_ONLY -> CircuitState.CLOSED;
		};
	}

	@Override
	public @Nullable Duration openFor() {
		Opening last = this.opening;
		Instant since = last.since();
		if (since == null || this.circuitBreaker.getState() != State.OPEN) {
			return null;
		}
		IntervalFunction wait = this.circuitBreaker.getCircuitBreakerConfig().getWaitIntervalFunctionInOpenState();
		Instant until = since.plusMillis(wait.apply(last.attempt()));
		Duration left = Duration.between(this.clock.instant(), until);
		return left.isNegative() ? Duration.ZERO : left;
	}

	@Override
	public @Nullable Permission tryAcquire() {
		return this.circuitBreaker.tryAcquirePermission()
				? new TimedPermission(this.circuitBreaker, this.circuitBreaker.getCurrentTimestamp()) : null;
	}

	private record Opening(int attempt, @Nullable Instant since) {

		private static final Opening NONE = new Opening(0, null);

	}

	private record TimedPermission(CircuitBreaker circuitBreaker, long start) implements Permission {

		@Override
		public void succeeded() {
			this.circuitBreaker.onSuccess(elapsed(), unit());
		}

		@Override
		public void failed(BiginException failure) {
			this.circuitBreaker.onError(elapsed(), unit(), failure);
		}

		@Override
		public void release() {
			this.circuitBreaker.releasePermission();
		}

		private long elapsed() {
			return this.circuitBreaker.getCurrentTimestamp() - this.start;
		}

		private TimeUnit unit() {
			return this.circuitBreaker.getTimestampUnit();
		}

	}

}
