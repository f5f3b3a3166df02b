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

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import reactor.core.publisher.Mono;

import io.github.biginspring.circuitbreaker.CallCircuitBreaker;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginServerException;
import io.github.biginspring.error.BiginTransportException;
import io.github.biginspring.error.BiginUnreadableResponseException;
import io.github.biginspring.error.RequestState;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallTarget;

/**
 * Sends calls to Bigin as long as a circuit breaker lets them through, and tells it what
 * becomes of them: a 5xx and a broken connection are failures; any other response means
 * that the service is up; a 429, a response that cannot be read, and a call that was not
 * sent or cancelled tell nothing. Stands right before the sending, so that no call that
 * waits for its turn holds a permission, and none is let go that has waited while the
 * breaker opened. Calls to Maton's control plane, another service, pass it by.
 */
public final class CircuitBreakerInterceptor implements ExchangeInterceptor {

	private final CallCircuitBreaker circuitBreaker;

	private final CircuitBreaker engine;

	/**
	 * Create an interceptor.
	 * @param circuitBreaker lets calls through
	 */
	public CircuitBreakerInterceptor(CallCircuitBreaker circuitBreaker) {
		this.circuitBreaker = circuitBreaker;
		this.engine = circuitBreaker.circuitBreaker();
	}

	@Override
	public <T> Mono<T> intercept(BiginCall<T> call, Chain chain) {
		if (call.target() == CallTarget.CONTROL) {
			return chain.proceed(call);
		}
		return Mono.usingWhen(Mono.fromCallable(() -> acquire(call)), (start) -> chain.proceed(call),
				(start) -> Mono.fromRunnable(() -> succeeded(start)),
				(start, failure) -> Mono.fromRunnable(() -> failed(start, failure)),
				(start) -> Mono.fromRunnable(this.engine::releasePermission));
	}

	private Long acquire(BiginCall<?> call) {
		if (!this.engine.tryAcquirePermission()) {
			throw FailFastInterceptor.unavailable(call, this.circuitBreaker);
		}
		return this.engine.getCurrentTimestamp();
	}

	private void succeeded(long start) {
		this.engine.onSuccess(this.engine.getCurrentTimestamp() - start, this.engine.getTimestampUnit());
	}

	private void failed(long start, Throwable failure) {
		if (failure instanceof BiginServerException || failure instanceof BiginTransportException) {
			this.engine.onError(this.engine.getCurrentTimestamp() - start, this.engine.getTimestampUnit(), failure);
		}
		else if (tellsThatServiceIsUp(failure)) {
			succeeded(start);
		}
		else {
			this.engine.releasePermission();
		}
	}

	private static boolean tellsThatServiceIsUp(Throwable failure) {
		return failure instanceof BiginException known
				&& known.getErrorDetails().requestState() == RequestState.RESPONDED
				&& !(failure instanceof BiginRateLimitException)
				&& !(failure instanceof BiginUnreadableResponseException);
	}

}
