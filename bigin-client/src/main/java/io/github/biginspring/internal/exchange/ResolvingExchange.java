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

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

import org.springframework.util.Assert;

import io.github.biginspring.connection.ConnectionResolver;
import io.github.biginspring.error.BiginException;
import io.github.biginspring.error.BiginNoConnectionException;
import io.github.biginspring.internal.call.BiginCall;
import io.github.biginspring.internal.call.CallExchange;
import io.github.biginspring.internal.call.CallTarget;
import io.github.biginspring.internal.call.UriVariable;

/**
 * Makes each call that names no connection on the one that a {@link ConnectionResolver}
 * has told for its operation. That travels in Reactor's context, under a key of this
 * exchange's own, so that no other template takes it for its own.
 */
public final class ResolvingExchange implements CallExchange {

	private final CallExchange delegate;

	private final ConnectionResolver resolver;

	private final Optional<String> otherwise;

	/**
	 * Create an exchange.
	 * @param delegate makes the calls
	 * @param resolver tells the connections
	 * @param otherwise the connection where it tells none, or {@code null}: the call
	 * fails
	 */
	public ResolvingExchange(CallExchange delegate, ConnectionResolver resolver, @Nullable String otherwise) {
		this.delegate = delegate;
		this.resolver = resolver;
		this.otherwise = Optional.ofNullable(otherwise).map((id) -> UriVariable.connectionId(id).value());
	}

	@Override
	public <T> Mono<T> exchange(BiginCall<T> call) {
		if (call.connectionId() != null || call.target() == CallTarget.CONTROL) {
			return this.delegate.exchange(call);
		}
		return Mono.deferContextual((view) -> view.hasKey(this) ? exchange(call, resolved(view))
				: resolve().flatMap((id) -> exchange(call, id)));
	}

	private <T> Mono<T> exchange(BiginCall<T> call, Optional<String> id) {
		return id.isPresent() ? this.delegate.exchange(call.onConnection(id.get())) : Mono.error(unresolved(call));
	}

	private static BiginException unresolved(BiginCall<?> call) {
		return new BiginNoConnectionException(call.notSent()
			.message("the ConnectionResolver named no connection")
			.nextStep("Check that it finds out who is asking, and that the context travels to where the operation"
					+ " is subscribed to; or name a connection by withConnection.")
			.build());
	}

	/**
	 * Ask which connection it is.
	 * @return the id, or an empty {@code Optional} where there is none
	 */
	Mono<Optional<String>> resolve() {
		return Mono.defer(() -> {
			Mono<String> id = this.resolver.resolveConnectionId();
			Assert.state(id != null, "The ConnectionResolver returned null: return an empty Mono where there is none");
			return id;
		}).map((id) -> Optional.of(UriVariable.connectionId(id).value())).defaultIfEmpty(this.otherwise);
	}

	Context with(Context context, Optional<String> id) {
		return context.put(this, id);
	}

	private Optional<String> resolved(ContextView view) {
		return view.get(this);
	}

	/**
	 * Return the connection that was told for an operation.
	 * @param view the context of the operation
	 * @return the id, or {@code null} where none was told
	 */
	@Nullable String connectionId(ContextView view) {
		return view.hasKey(this) ? resolved(view).orElse(null) : null;
	}

}
