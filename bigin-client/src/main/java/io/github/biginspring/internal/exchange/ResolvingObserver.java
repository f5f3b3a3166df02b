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

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.internal.call.OperationObserver;
import io.github.biginspring.internal.call.RecordOutcome;
import io.github.biginspring.observation.Operation;

/**
 * Asks for the connection of each operation once, when it is subscribed to, for all of
 * its calls. Each operation asks, also one within another: the context of its own
 * subscription says whose it is.
 */
public final class ResolvingObserver implements OperationObserver {

	private final OperationObserver delegate;

	private final ResolvingExchange connections;

	/**
	 * Create an observer.
	 * @param delegate watches the operations
	 * @param connections makes their calls
	 */
	public ResolvingObserver(OperationObserver delegate, ResolvingExchange connections) {
		this.delegate = delegate;
		this.connections = connections;
	}

	@Override
	public <T> Mono<T> observe(Operation operation, Mono<T> source) {
		return this.delegate.observe(operation, this.connections.resolve()
			.flatMap((id) -> source.contextWrite((context) -> this.connections.with(context, id))));
	}

	@Override
	public <T> Flux<T> observe(Operation operation, Flux<T> source) {
		return this.delegate.observe(operation, this.connections.resolve()
			.flatMapMany((id) -> source.contextWrite((context) -> this.connections.with(context, id))));
	}

	@Override
	public OperationObserver onOtherConnection() {
		return this.delegate.onOtherConnection();
	}

	@Override
	public void records(@Nullable String module, RecordOutcome outcome, int count) {
		this.delegate.records(module, outcome, count);
	}

	@Override
	public void retried(BiginException failure) {
		this.delegate.retried(failure);
	}

}
