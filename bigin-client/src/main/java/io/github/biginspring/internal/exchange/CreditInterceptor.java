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

import reactor.core.publisher.Mono;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallListener;
import io.github.biginspring.limit.internal.CreditLedger;
import io.github.biginspring.limit.internal.CreditReservation;

/**
 * Counts what every call costs, and each repetition of it, and refuses those for which
 * there are not enough credits left before they wait for their turn. A call that is never
 * sent costs nothing.
 */
public final class CreditInterceptor implements ExchangeInterceptor {

	private final CreditLedger ledger;

	private final Runnable afterAttempt;

	/**
	 * Create an interceptor.
	 * @param ledger keeps the count
	 * @param afterAttempt called after each attempt, when the count has changed
	 */
	public CreditInterceptor(CreditLedger ledger, Runnable afterAttempt) {
		this.ledger = ledger;
		this.afterAttempt = afterAttempt;
	}

	@Override
	public <T> Mono<T> intercept(BiginCall<T> call, Chain chain) {
		if (call.credits() == 0) {
			return chain.proceed(call);
		}
		return Mono.defer(() -> {
			CreditReservation reservation = this.ledger.reserve(call);
			return new Reserved(reservation, this.afterAttempt).around(
					() -> chain.proceed(call).contextWrite((context) -> context.put(CallListener.class, reservation)));
		});
	}

	private record Reserved(CreditReservation reservation, Runnable afterAttempt) implements Bracket {

		@Override
		public void succeeded() {
			abandoned();
		}

		@Override
		public void failed(Throwable failure) {
			abandoned();
		}

		@Override
		public void abandoned() {
			this.reservation.end();
			this.afterAttempt.run();
		}

	}

}
