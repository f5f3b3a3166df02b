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

import java.time.Duration;

import reactor.core.publisher.Mono;

import io.github.biginspring.call.BiginCall;
import io.github.biginspring.call.CallExchange;
import io.github.biginspring.call.CallTarget;
import io.github.biginspring.circuitbreaker.CallCircuitBreaker.Permission;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnavailableException;
import io.github.biginspring.error.ErrorDetails;

/**
 * Refuses calls to Bigin that a circuit breaker would not let through, before they wait
 * for their turn. It only asks; the permission is taken by
 * {@link CircuitBreakingExchange}.
 *
 * @since 0.1.0
 */
public final class FailFastExchange implements CallExchange {

	private final CallExchange delegate;

	private final CallCircuitBreaker circuitBreaker;

	/**
	 * Create an exchange.
	 * @param delegate makes the calls
	 * @param circuitBreaker is asked whether it lets them through
	 */
	public FailFastExchange(CallExchange delegate, CallCircuitBreaker circuitBreaker) {
		this.delegate = delegate;
		this.circuitBreaker = circuitBreaker;
	}

	@Override
	public <T> Mono<T> exchange(BiginCall<T> call) {
		if (call.target() == CallTarget.CONTROL) {
			return this.delegate.exchange(call);
		}
		return Mono.defer(() -> letsThrough() ? this.delegate.exchange(call)
				: Mono.error(unavailable(call, this.circuitBreaker)));
	}

	private boolean letsThrough() {
		if (this.circuitBreaker.state() == CircuitState.CLOSED) {
			return true;
		}
		Permission permission = this.circuitBreaker.tryAcquire();
		if (permission == null) {
			return false;
		}
		permission.release();
		return true;
	}

	static BiginException unavailable(BiginCall<?> call, CallCircuitBreaker circuitBreaker) {
		Duration openFor = circuitBreaker.openFor();
		String until = (openFor != null) ? "; calls are let through again in " + openFor : "";
		return new BiginUnavailableException(ErrorDetails.notSent(call.method(), call.pathTemplate())
			.message("the circuit breaker is open, as the calls before failed as they do when the service is down"
					+ until)
			.retryAfter(openFor)
			.build());
	}

}
