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

package io.github.biginspring.limit;

import reactor.core.publisher.Mono;

import io.github.biginspring.call.BiginCall;
import io.github.biginspring.call.CallExchange;
import io.github.biginspring.call.TurnListener;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginRateLimitException;
import io.github.biginspring.error.BiginServerException;
import io.github.biginspring.error.RequestState;
import io.github.biginspring.limit.RequestGate.Permit;

/**
 * Makes each call, and each repetition of it, when the gate lets it pass. The permit is
 * held until the answer was read.
 *
 * @since 0.1.0
 */
public final class LimitingExchange implements CallExchange {

	private static final Runnable NOTHING = () -> {
	};

	private final CallExchange delegate;

	private final RequestGate gate;

	/**
	 * Create an exchange.
	 * @param delegate sends the calls
	 * @param gate lets them pass
	 */
	public LimitingExchange(CallExchange delegate, RequestGate gate) {
		this.delegate = delegate;
		this.gate = gate;
	}

	@Override
	public <T> Mono<T> exchange(BiginCall<T> call) {
		return Mono.deferContextual((context) -> {
			TurnListener listener = context.getOrDefault(TurnListener.class, null);
			Runnable turn = (listener != null) ? listener.waiting() : NOTHING;
			return Mono.usingWhen(this.gate.acquire(call), (permit) -> {
				turn.run();
				return this.delegate.exchange(call);
			}, (permit) -> Mono.fromRunnable(permit::succeeded),
					(permit, failure) -> Mono.fromRunnable(() -> failed(permit, failure)),
					(permit) -> Mono.fromRunnable(permit::abandoned));
		});
	}

	private static void failed(Permit permit, Throwable failure) {
		if (failure instanceof BiginRateLimitException rateLimit) {
			permit.rateLimited(rateLimit);
		}
		else if (isAnswered(failure)) {
			permit.succeeded();
		}
		else {
			permit.abandoned();
		}
	}

	// a 404, say, was let through as well as a success; a server that fails may have
	// other reasons to let calls through
	private static boolean isAnswered(Throwable failure) {
		return failure instanceof BiginException answered && !(failure instanceof BiginServerException)
				&& answered.getErrorDetails().requestState() == RequestState.ANSWERED;
	}

}
