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
package io.github.biginspring.observation.internal;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import reactor.core.observability.DefaultSignalListener;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.util.context.ContextView;

import org.springframework.web.reactive.function.client.ClientHttpObservationDocumentation;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientRequestObservationContext;
import org.springframework.web.reactive.function.client.ClientRequestObservationConvention;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

import io.github.biginspring.internal.ListenerFailures;
import io.github.biginspring.observation.CallObservationConvention;

/**
 * Observes HTTP calls as {@link WebClient} would by itself, except that a handler, a
 * predicate or a convention of the application that throws does not fail the call.
 */
public final class CallObservationFilter implements ExchangeFilterFunction {

	private static final String URI_TEMPLATE_ATTRIBUTE = WebClient.class.getName() + ".uriTemplate";

	private static final ClientRequestObservationConvention CONVENTION = new CallObservationConvention();

	private final ObservationRegistry registry;

	/**
	 * Create a filter.
	 * @param registry takes the observations
	 */
	public CallObservationFilter(ObservationRegistry registry) {
		this.registry = registry;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.deferContextual((view) -> new CallObservation(request, view).observe(next));
	}

	private final class CallObservation extends DefaultSignalListener<ClientResponse> {

		private final ListenerFailures failures = new ListenerFailures();

		private final ObservedRequest request;

		private final ClientRequestObservationContext context;

		private final Observation observation;

		CallObservation(ClientRequest original, ContextView view) {
			this.request = new ObservedRequest(original);
			this.context = new ClientRequestObservationContext(this.request);
			this.context.setUriTemplate((String) original.attribute(URI_TEMPLATE_ATTRIBUTE).orElse(null));
			this.observation = create(view);
		}

		private Observation create(ContextView view) {
			try {
				return ClientHttpObservationDocumentation.HTTP_REACTIVE_CLIENT_EXCHANGES
					.observation(null, CONVENTION, () -> this.context, CallObservationFilter.this.registry)
					.parentObservation(OperationObservation.parent(view));
			}
			catch (Throwable ex) {
				this.failures.failed(OperationObservation.OBSERVER, ex);
				return Observation.NOOP;
			}
		}

		Mono<ClientResponse> observe(ExchangeFunction next) {
			// which may add headers to the request
			this.failures.guard(OperationObservation.OBSERVER, this.observation::start);
			ClientRequest observed = this.request.build();
			this.context.setRequest(observed);
			return exchange(observed, next).tap(() -> this)
				.contextWrite((values) -> values.put(ObservationThreadLocalAccessor.KEY, this.observation));
		}

		@Override
		public void doOnNext(ClientResponse response) {
			this.context.setResponse(response);
		}

		@Override
		public void doOnError(Throwable error) {
			this.context.setError(error);
		}

		@Override
		public void doFinally(SignalType signal) {
			this.failures.guard(OperationObservation.OBSERVER, this.observation::stop);
		}

		private static Mono<ClientResponse> exchange(ClientRequest request, ExchangeFunction next) {
			try {
				return next.exchange(request);
			}
			catch (Throwable ex) {
				return Mono.error(ex);
			}
		}

	}

}
