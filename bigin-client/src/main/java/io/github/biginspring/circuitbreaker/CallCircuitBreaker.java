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

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.core.IntervalFunction;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The circuit breaker of calls to Bigin, based on Resilience4j, with the time that it
 * stays open. One serves all calls of a template. Keeps Resilience4j, which is optional,
 * out of the builder of the client.
 *
 * @since 0.1.0
 */
public final class CallCircuitBreaker {

	private final CircuitBreaker circuitBreaker;

	private final Clock clock;

	// changed by Resilience4j's transitions only, of which there is one at a time
	private volatile Opening opening = Opening.NONE;

	/**
	 * Create a circuit breaker.
	 * @param circuitBreaker counts, and decides
	 */
	public CallCircuitBreaker(CircuitBreaker circuitBreaker) {
		Assert.notNull(circuitBreaker, "'circuitBreaker' must not be null");
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

	/**
	 * Return what counts and decides.
	 * @return Resilience4j's circuit breaker
	 */
	public CircuitBreaker circuitBreaker() {
		return this.circuitBreaker;
	}

	/**
	 * Return the state. Resilience4j leaves the open state only when a call comes; here
	 * an open breaker whose time is over is half open, or else an application that gets
	 * no calls because it is not healthy would never be so again.
	 * @return the state
	 */
	public State state() {
		State state = this.circuitBreaker.getState();
		return (state == State.OPEN && Duration.ZERO.equals(openFor())) ? State.HALF_OPEN : state;
	}

	/**
	 * Whether no call is let through.
	 * @return {@code true} until its time is over, or somebody closes it
	 */
	public boolean isOpen() {
		State state = state();
		return state == State.OPEN || state == State.FORCED_OPEN;
	}

	/**
	 * Return how long the breaker stays open.
	 * @return what is left of the time, or {@code null} where the breaker is not open or
	 * stays so until somebody closes it
	 */
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

	private record Opening(int attempt, @Nullable Instant since) {

		private static final Opening NONE = new Opening(0, null);

	}

}
