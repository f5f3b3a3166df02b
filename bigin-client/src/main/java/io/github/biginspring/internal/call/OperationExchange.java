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
package io.github.biginspring.internal.call;

import reactor.core.publisher.Mono;

import io.github.biginspring.observation.Operation;

/**
 * Tells each call of which operation it is a part, so that its failures can say so. The
 * operation travels in Reactor's context, where {@link OperationObserver} has put it.
 *
 * @since 0.1.0
 */
public final class OperationExchange implements CallExchange {

	private final CallExchange delegate;

	/**
	 * Create an exchange.
	 * @param delegate makes the calls
	 */
	public OperationExchange(CallExchange delegate) {
		this.delegate = delegate;
	}

	@Override
	public <T> Mono<T> exchange(BiginCall<T> call) {
		return Mono.deferContextual((context) -> {
			Operation operation = context.getOrDefault(Operation.class, null);
			return this.delegate.exchange((operation != null) ? call.during(operation) : call);
		});
	}

}
