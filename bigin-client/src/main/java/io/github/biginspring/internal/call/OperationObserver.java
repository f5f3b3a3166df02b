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

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.github.biginspring.error.BiginException;
import io.github.biginspring.observation.Operation;

/**
 * Watches operations for metrics and traces. Every method has a default that does
 * nothing.
 *
 * @since 0.1.0
 */
public interface OperationObserver {

	/**
	 * Watches nothing.
	 */
	OperationObserver NONE = new OperationObserver() {
	};

	/**
	 * Wrap an operation that has one result.
	 * @param operation the operation
	 * @param source what carries it out
	 * @param <T> the type of the result
	 * @return the source, watched
	 */
	default <T> Mono<T> observe(Operation operation, Mono<T> source) {
		return source;
	}

	/**
	 * Wrap an operation that has many results.
	 * @param operation the operation
	 * @param source what carries it out
	 * @param <T> the type of a result
	 * @return the source, watched
	 */
	default <T> Flux<T> observe(Operation operation, Flux<T> source) {
		return source;
	}

	/**
	 * Return what watches the same operations on another connection.
	 * @return an observer
	 */
	default OperationObserver onOtherConnection() {
		return this;
	}

	/**
	 * Called when records were read or were to be written.
	 * @param module the API name of their module
	 * @param outcome what became of them
	 * @param count how many they are, at least one
	 */
	default void records(@Nullable String module, RecordOutcome outcome, int count) {
	}

	/**
	 * Called when a call has failed and is about to wait for its next attempt.
	 * @param failure what the call failed with
	 */
	default void retried(BiginException failure) {
	}

}
