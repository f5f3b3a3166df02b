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

import java.util.List;

import reactor.core.publisher.Mono;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;

/**
 * An interceptor and the rest of the chain after it. The chain is linked once, when the
 * client is built; a call allocates nothing for it.
 */
public final class ExchangeChain implements CallExchange, ExchangeInterceptor.Chain {

	private final ExchangeInterceptor interceptor;

	private final ExchangeInterceptor.Chain next;

	ExchangeChain(ExchangeInterceptor interceptor, ExchangeInterceptor.Chain next) {
		this.interceptor = interceptor;
		this.next = next;
	}

	/**
	 * Link interceptors to a chain.
	 * @param interceptors the interceptors, in the order in which a call passes them
	 * @param last sends the calls
	 * @return an exchange that makes calls by way of all of them
	 */
	public static CallExchange of(List<? extends ExchangeInterceptor> interceptors, CallExchange last) {
		CallExchange exchange = last;
		for (int i = interceptors.size() - 1; i >= 0; i--) {
			exchange = interceptors.get(i).apply(exchange);
		}
		return exchange;
	}

	@Override
	public <T> Mono<T> exchange(BiginCall<T> call) {
		return this.interceptor.intercept(call, this.next);
	}

	@Override
	public <T> Mono<T> proceed(BiginCall<T> call) {
		return exchange(call);
	}

}
