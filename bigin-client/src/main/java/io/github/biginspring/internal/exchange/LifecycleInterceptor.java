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
import io.github.biginspring.internal.call.CallLifecycle;

/**
 * Sends calls as long as they were not stopped, and counts those that were sent until
 * their response was read. Stands right before the sending.
 */
public final class LifecycleInterceptor implements ExchangeInterceptor {

	private final CallLifecycle lifecycle;

	/**
	 * Create an interceptor.
	 * @param lifecycle counts the calls
	 */
	public LifecycleInterceptor(CallLifecycle lifecycle) {
		this.lifecycle = lifecycle;
	}

	@Override
	public <T> Mono<T> intercept(BiginCall<T> call, Chain chain) {
		return this.lifecycle.inFlight(call, chain.proceed(call));
	}

}
