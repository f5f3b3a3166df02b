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

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import reactor.core.publisher.Mono;

import io.github.biginspring.circuitbreaker.CallCircuitBreaker;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginUnavailableException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallTarget;

/**
 * Refuses calls to Bigin that the circuit breaker would not let through, before they wait
 * for their turn. It only asks; the permission is taken by
 * {@link CircuitBreakerInterceptor}.
 */
public final class FailFastInterceptor implements ExchangeInterceptor {

	private final CallCircuitBreaker circuitBreaker;

	/**
	 * Create an interceptor.
	 * @param circuitBreaker is asked whether it lets calls through
	 */
	public FailFastInterceptor(CallCircuitBreaker circuitBreaker) {
		this.circuitBreaker = circuitBreaker;
	}

	@Override
	public <T> Mono<T> intercept(BiginCall<T> call, Chain chain) {
		if (call.target() == CallTarget.CONTROL) {
			return chain.proceed(call);
		}
		return Mono
			.defer(() -> letsThrough() ? chain.proceed(call) : Mono.error(unavailable(call, this.circuitBreaker)));
	}

	private boolean letsThrough() {
		CircuitBreaker engine = this.circuitBreaker.circuitBreaker();
		if (engine.getState() == CircuitBreaker.State.CLOSED) {
			return true;
		}
		if (!engine.tryAcquirePermission()) {
			return false;
		}
		engine.releasePermission();
		return true;
	}

	static BiginException unavailable(BiginCall<?> call, CallCircuitBreaker circuitBreaker) {
		Duration openFor = circuitBreaker.openFor();
		String until = (openFor != null) ? "; calls are let through again in " + openFor : "";
		return new BiginUnavailableException(call.notSent()
			.message("the circuit breaker is open, as the calls before failed as they do when the service is down"
					+ until)
			.retryAfter(openFor)
			.build());
	}

}
