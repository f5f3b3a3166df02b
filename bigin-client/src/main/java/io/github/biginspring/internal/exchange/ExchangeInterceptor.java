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
import io.github.biginspring.internal.call.CallExchange;

/**
 * One of the steps that every call passes, in both directions: on its way to the service
 * and with what comes back. Interceptors hold nothing of a single call; what one needs
 * for a call is made when the call is subscribed to.
 */
@FunctionalInterface
public interface ExchangeInterceptor {

	/**
	 * Make a call by way of the rest of the chain, never, once or several times.
	 * @param call the call
	 * @param chain the rest of the chain
	 * @param <T> what the response is read as
	 * @return what the response holds, or an error
	 */
	<T> Mono<T> intercept(BiginCall<T> call, Chain chain);

	/**
	 * Put this interceptor alone in front of an exchange.
	 * @param next makes the calls
	 * @return an exchange that makes calls by way of this interceptor
	 */
	default CallExchange apply(CallExchange next) {
		return new ExchangeChain(this, next::exchange);
	}

	/**
	 * The rest of the chain, from the next interceptor on.
	 */
	@FunctionalInterface
	interface Chain {

		/**
		 * Make a call.
		 * @param call the call
		 * @param <T> what the response is read as
		 * @return what the response holds, or an error
		 */
		<T> Mono<T> proceed(BiginCall<T> call);

	}

}
