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
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

import org.springframework.util.Assert;

import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.UriVariable;
import io.github.biginspring.limit.CallPriority;

/**
 * Makes every call on one connection, or with one priority. What was said last holds, so
 * binding once more replaces and does not wrap.
 *
 * @param delegate makes the calls
 * @param connectionId the connection, or {@code null} for what each call says
 * @param priority the priority, or {@code null} for what each call says
 */
public record BoundExchange(CallExchange delegate, @Nullable String connectionId,
		@Nullable CallPriority priority) implements CallExchange {

	/**
	 * Return a bound exchange, bound to nothing yet unless the given one is.
	 * @param exchange makes the calls
	 * @return a bound exchange
	 */
	public static BoundExchange of(CallExchange exchange) {
		return (exchange instanceof BoundExchange bound) ? bound : new BoundExchange(exchange, null, null);
	}

	/**
	 * Bind to a connection.
	 * @param connectionId the id of the connection
	 * @return a copy
	 * @throws IllegalArgumentException if it is not a connection id
	 */
	public BoundExchange onConnection(String connectionId) {
		return new BoundExchange(this.delegate, UriVariable.connectionId(connectionId).value(), this.priority);
	}

	/**
	 * Bind to a priority.
	 * @param priority the priority
	 * @return a copy
	 */
	public BoundExchange withPriority(CallPriority priority) {
		Assert.notNull(priority, "'priority' must not be null");
		return new BoundExchange(this.delegate, this.connectionId, priority);
	}

	/**
	 * Bind to a priority where there is none.
	 * @param priority the priority
	 * @return a copy, or this exchange where it is bound to a priority already
	 */
	public BoundExchange withPriorityIfNone(CallPriority priority) {
		return (this.priority != null) ? this : withPriority(priority);
	}

	/**
	 * Return the connection of the calls of an operation.
	 * @param view the context of the operation
	 * @return the id, or {@code null} for what each call says, or the gateway chooses
	 */
	public @Nullable String connectionId(ContextView view) {
		if (this.connectionId != null) {
			return this.connectionId;
		}
		return (this.delegate instanceof ResolvingExchange resolving) ? resolving.connectionId(view) : null;
	}

	/**
	 * Whether one connection makes all calls, as far as the client knows.
	 * @return {@code false} if each operation has one of its own
	 */
	public boolean isOnOneConnection() {
		return this.connectionId != null || !(this.delegate instanceof ResolvingExchange);
	}

	@Override
	public <T> Mono<T> exchange(BiginCall<T> call) {
		BiginCall<T> bound = (this.connectionId != null) ? call.onConnection(this.connectionId) : call;
		return this.delegate.exchange((this.priority != null) ? bound.withPriority(this.priority) : bound);
	}

}
