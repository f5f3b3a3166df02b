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

import reactor.core.publisher.Mono;

import io.github.biginspring.call.BiginCall;
import io.github.biginspring.call.CallExchange;
import io.github.biginspring.call.CallTarget;
import io.github.biginspring.circuitbreaker.CallCircuitBreaker.Permission;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginServerException;
import io.github.biginspring.error.BiginTransportException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.RequestState;

/**
 * Sends calls to Bigin as long as a circuit breaker lets them through, and tells it what
 * becomes of them: a 5xx and a broken connection are failures; any other answer means
 * that the service is up; a 429, an answer that cannot be read, and a call that was not
 * sent or cancelled tell nothing. Stands right before the sending, so that no call that
 * waits for its turn holds a permission, and none is let go that has waited while the
 * breaker opened. Calls to Maton's control plane, another service, pass it by.
 *
 * @since 0.1.0
 */
public final class CircuitBreakingExchange implements CallExchange {

	private final CallExchange delegate;

	private final CallCircuitBreaker circuitBreaker;

	/**
	 * Create an exchange.
	 * @param delegate sends the calls
	 * @param circuitBreaker lets them through
	 */
	public CircuitBreakingExchange(CallExchange delegate, CallCircuitBreaker circuitBreaker) {
		this.delegate = delegate;
		this.circuitBreaker = circuitBreaker;
	}

	@Override
	public <T> Mono<T> exchange(BiginCall<T> call) {
		if (call.target() == CallTarget.CONTROL) {
			return this.delegate.exchange(call);
		}
		return Mono.usingWhen(Mono.fromCallable(() -> acquire(call)), (permission) -> this.delegate.exchange(call),
				(permission) -> Mono.fromRunnable(permission::succeeded),
				(permission, failure) -> Mono.fromRunnable(() -> failed(permission, failure)),
				(permission) -> Mono.fromRunnable(permission::release));
	}

	private Permission acquire(BiginCall<?> call) {
		Permission permission = this.circuitBreaker.tryAcquire();
		if (permission == null) {
			throw FailFastExchange.unavailable(call, this.circuitBreaker);
		}
		return permission;
	}

	private static void failed(Permission permission, Throwable failure) {
		if (failure instanceof BiginServerException || failure instanceof BiginTransportException) {
			permission.failed((BiginException) failure);
		}
		else if (tellsThatServiceIsUp(failure)) {
			permission.succeeded();
		}
		else {
			permission.release();
		}
	}

	private static boolean tellsThatServiceIsUp(Throwable failure) {
		return failure instanceof BiginException known
				&& known.getErrorDetails().requestState() == RequestState.ANSWERED
				&& !(failure instanceof BiginRateLimitException)
				&& !(failure instanceof BiginUnreadableResponseException);
	}

}
